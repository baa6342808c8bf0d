package linear

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/keyboard"
)

// lineCommand is what a key does: the key that does it in the full-screen reader,
// where that has one.
type lineCommand struct {
	key rune
	do  func(*session)
}

// lineCommands are in the order in which the help says them. Their words are those
// of words.Linear.Commands.
func lineCommands() []lineCommand {
	return []lineCommand{
		{'l', func(r *session) { r.list(store.Filter{}) }},
		{'n', (*session).next},
		{'r', (*session).related},
		{'a', (*session).again},
		{'[', func(r *session) { r.travel(-1) }},
		{']', func(r *session) { r.travel(1) }},
		{'b', (*session).bookmark},
		{'B', func(r *session) { r.list(store.Filter{Bookmarked: true}) }},
		{'u', (*session).unread},
		{'U', func(r *session) { r.list(store.Filter{Unread: true}) }},
		{'?', (*session).help},
		{'q', func(r *session) { r.left = true }},
	}
}

// take does what a line says. An empty line goes on with a list.
func (r *session) take(line string) {
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
		for _, c := range lineCommands() {
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

func (r *session) help() {
	say := r.Words.Linear
	r.line(say.HelpNumber)
	r.line(say.HelpWords)
	for _, c := range lineCommands() {
		r.line(string(c.key) + ": " + say.Commands[string(c.key)])
	}
}
