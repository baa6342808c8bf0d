// Package whatsapp reads the chats that WhatsApp exports as text, from any telephone in
// any language: one article for each day.
package whatsapp

import (
	"context"
	"path"
	"strings"
	"time"
	"unicode"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/chat"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/pattern"
)

// linePattern is the beginning of a message, without invisible signs and in European digits: a
// date and a time, in brackets as iOS writes them or with a dash behind as Android does.
var linePattern = pattern.New(`^(?:\[` + stampSource + `\]|` + stampSource + `\s[-–—]\s)\s*(.*)$`)

// stampSource is a date and a time: three numbers, then hours and minutes with what says
// whether it is morning.
const stampSource = `(\d{1,4})[./\-](\d{1,2})[./\-](\d{1,4})[.,،]?\s+(?:\pL{1,4}\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*(` + halfDay + `)?`

// halfDay is what stands for morning or afternoon.
const halfDay = `(?i:[ap]\.?\s?m\.?)|[صم]|صباحًا|مساءً|صباحا|مساء|ق\.?ظ\.?|ب\.?ظ\.?|قبل[\s\x{200C}]?از[\s\x{200C}]?ظهر|بعد[\s\x{200C}]?از[\s\x{200C}]?ظهر|قبل دوپہر|بعد دوپہر|לפנה.?צ|אחה.?צ`

// message is a message while the file is read.
type message struct {
	numbers [3]int // of its date, as they stand
	clock   time.Duration
	from    string
	lines   []string
	half    bool // the hour was of half a day
}

// recognise reports whether a text is a chat: its first line that is not empty begins a
// message, and so does another one, or the chat is of one message with a writer.
func recognise(text string) bool {
	begun, seen := 0, 0
	rest := text[:min(len(text), headSize)]
	for rest != "" && seen < headLines {
		var s string
		s, rest, _ = strings.Cut(rest, "\n")
		s = plainText(s)
		if s == "" {
			continue
		}
		seen++
		if linePattern.MatchString(s) {
			begun++
		} else if begun == 0 {
			return false
		}
		if begun > 1 {
			return true
		}
	}
	return begun == 1 && seen <= headLines && isNamed(text)
}

// What is looked at to recognise a chat: bytes, and lines.
const headSize, headLines = 64 << 10, 200

// isNamed reports whether the first line of a text says who wrote it, so that one message
// alone is not taken for any line with a date.
func isNamed(text string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(text, " \n\r\uFEFF\u200E\u200F"), "\n")
	m := linePattern.FindStringSubmatch(plainText(first))
	if m == nil {
		return false
	}
	from, _ := split(m[len(m)-1])
	return from != ""
}

// plainText returns a line in European digits and without the invisible signs that WhatsApp
// puts around numbers and names.
func plainText(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Bidi_Control, r), r == '\uFEFF', r == '\r':
			return -1
		case r == '\u202F', r == '\u00A0':
			return ' '
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		}
		return r
	}, s))
}

// visibleLine returns a line as it stands, without directional signs.
func visibleLine(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) || r == '\uFEFF' || r == '\r' {
			return -1
		}
		return r
	}, s))
}

// parse reads a chat under a file's name.
func parse(name, text string) []entries.Entry {
	var messages []message
	var open *message
	for s := range strings.SplitSeq(text, "\n") {
		m := linePattern.FindStringSubmatch(plainText(s))
		if m == nil {
			if open != nil {
				open.lines = append(open.lines, visibleLine(s))
			}
			continue
		}
		found, said := newMessage(m)
		from, words := split(zoneTail(visibleLine(s), said))
		if from == "" {
			open = nil // what WhatsApp itself says: who came, who left
			continue
		}
		found.from, found.lines = from, []string{words}
		messages = append(messages, found)
		open = &messages[len(messages)-1]
	}
	return dayEntries(chatName(name), messages)
}

// zoneTail returns what of a line stands where in its plain form said stands: the line's end,
// in the digits that it has.
func zoneTail(s, said string) string {
	all, n := []rune(s), len([]rune(said))
	return string(all[max(len(all)-n, 0):])
}

// dayEntries makes the articles, with what is no message left out.
func dayEntries(name string, messages []message) []entries.Entry {
	order := orderOf(messages)
	var all []chat.Message
	for _, m := range messages {
		text := m.text()
		if text == "" {
			continue
		}
		all = append(all, chat.Message{Time: m.time(order), From: m.from, HTML: paragraph(text)})
	}
	return chat.Days(name, "WhatsApp", all)
}

// split parts who wrote a message from what it says. Who wrote none is nobody.
func split(s string) (from, words string) {
	from, words, ok := strings.Cut(s, ": ")
	if !ok {
		if from, ok = strings.CutSuffix(s, ":"); !ok {
			return "", s
		}
	}
	if from = strings.TrimSpace(strings.TrimPrefix(from, "~")); len([]rune(from)) > longestName {
		return "", s
	}
	return from, words
}

// longestName is how many characters a name has at the most.
const longestName = 60

// titlesPattern are how the file of a chat is called in the languages of WhatsApp, before the name.
var titlesPattern = pattern.New(`(?i)^(?:WhatsApp Chat (?:with|-)|WhatsApp-Chat mit|Discussion WhatsApp avec|Chat de WhatsApp con|(?:دردشة|محادثة) (?:واتساب|WhatsApp) (?:مع|-)|الدردشة مع|گپ واتساپ با|گفتگوی واتساپ با|WhatsApp چیٹ (?:کے ساتھ)?|צ.?אט WhatsApp עם|שיחת WhatsApp עם)\s*(?:-\s*)?`)

// chatName returns whom a chat is with, as the name of its file says it, or "".
func chatName(file string) string {
	stem := visibleLine(path.Base(strings.ReplaceAll(file, `\`, "/")))
	stem = strings.TrimSuffix(stem, path.Ext(stem))
	if stem == "_chat" { // in an archive that is called after the chat
		folder := visibleLine(path.Base(path.Dir(strings.ReplaceAll(file, `\`, "/"))))
		stem = strings.TrimSuffix(folder, ".zip")
	}
	if at := titlesPattern.FindString(stem); at != "" {
		return strings.TrimSpace(strings.ReplaceAll(stem[len(at):], "_", " "))
	}
	return ""
}

// Format is the chats of WhatsApp.
var Format = articles.Format{Name: "WhatsApp", Extensions: []string{".txt"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !recognise(src.Text()) {
		return nil, false, nil
	}
	list, err := entries.Articles(src, parse(src.Name, src.Text()), entries.Note)
	return list, true, err
}
