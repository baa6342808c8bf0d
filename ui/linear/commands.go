package linear

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"warraq/articles/text"
	"warraq/store"
	"warraq/ui/keyboard"
)

// command is what a key does: the key that does it in the full-screen reader,
// where that has one.
type command struct {
	key rune
	do  func(*reader)
}

// commands are in the order in which the help says them. Their words are those
// of words.Linear.Commands.
func commands() []command {
	return []command{
		{'l', func(r *reader) { r.list(store.Filter{}) }},
		{'n', (*reader).next},
		{'r', (*reader).related},
		{'a', (*reader).again},
		{'[', func(r *reader) { r.travel(-1) }},
		{']', func(r *reader) { r.travel(1) }},
		{'b', (*reader).bookmark},
		{'B', func(r *reader) { r.list(store.Filter{Bookmarked: true}) }},
		{'u', (*reader).unread},
		{'U', func(r *reader) { r.list(store.Filter{Unread: true}) }},
		{'?', (*reader).help},
		{'q', func(r *reader) { r.left = true }},
	}
}

// take does what a line says. An empty line goes on with a list.
func (r *reader) take(line string) {
	line = strings.TrimSpace(text.CleanText(line))
	if line == "" {
		r.next()
		return
	}
	if n, err := strconv.Atoi(strings.Map(latinDigit, line)); err == nil {
		r.open(n)
		return
	}
	if query, ok := strings.CutPrefix(line, "/"); ok {
		r.search(query)
		return
	}
	if key, ok := keyOf(line); ok {
		for _, c := range commands() {
			if c.key == key {
				c.do(r)
				return
			}
		}
		r.line(r.Words.Linear.NoCommand)
		return
	}
	r.search(line)
}

// keyOf is the Latin key of a line that is one key press.
func keyOf(line string) (rune, bool) {
	if key, _, ok := (keyboard.Board{}).Key(line); ok {
		return key, true
	}
	key, size := utf8.DecodeRuneInString(line)
	return key, size == len(line)
}

// latinDigit is a digit of any layout as one of 0 to 9.
func latinDigit(r rune) rune {
	if key, _, ok := (keyboard.Board{}).Key(string(r)); ok && key >= '0' && key <= '9' {
		return key
	}
	return r
}

func (r *reader) help() {
	say := r.Words.Linear
	r.line(say.HelpNumber)
	r.line(say.HelpWords)
	for _, c := range commands() {
		r.line(string(c.key) + ": " + say.Commands[string(c.key)])
	}
}
