// Package prompt is a line of text that is being typed, in either direction or
// both: the arrows go where they point, what is typed goes where the cursor is in
// reading order.
package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/rivo/uniseg"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/rtl"
)

// Line is one line of text being typed. The cursor stands on a grapheme
// cluster, or behind the last one; what is typed goes before it in reading
// order.
type Line struct {
	Text   string
	Cursor rtl.Offset
	// anchor is the other end of what is selected, if anything is.
	anchor   rtl.Offset
	selected bool

	// Letters has the marks and the shaping of the terminal.
	Letters rtl.Options
	// Lines lets the text have several, which a sign parts; else there is a space in
	// the place of an end of a line.
	Lines bool
}

// Edit takes a key that types or edits, and reports whether it was one. A key
// that moves the cursor selects while shift is held down; what is selected goes
// when something is typed or deleted.
func (in *Line) Edit(key tea.KeyPressMsg) bool {
	name, shift := strings.CutPrefix(key.String(), "shift+")
	if rest, ok := strings.CutPrefix(key.String(), "ctrl+shift+"); ok {
		name, shift = "ctrl+"+rest, true
	}
	if move := in.motion(name); move != nil {
		from := in.Cursor
		move()
		switch {
		case !shift:
			in.selected = false
		case !in.selected:
			in.anchor, in.selected = from, true
		}
		return true
	}
	switch name {
	case "ctrl+a":
		in.anchor, in.Cursor, in.selected = 0, rtl.Offset(len(in.Text)), in.Text != ""
	case "backspace":
		if !in.cut() {
			in.backspace()
		}
	case "delete":
		if !in.cut() {
			in.deleteNext()
		}
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		if !in.cut() {
			in.deleteWord()
		}
	case "alt+enter", "enter", "ctrl+j": // as far as they come here
		if !in.Lines {
			return false
		}
		in.Insert("\n")
	case "ctrl+u":
		in.Text, in.Cursor, in.selected = "", 0, false
	default:
		if key.Text == "" {
			return false
		}
		in.Insert(key.Text)
	}
	return true
}

// motion is what a key does that moves the cursor alone, nil for another.
func (in *Line) motion(key string) func() {
	switch key {
	case "left":
		return func() { in.move(-1) }
	case "right":
		return func() { in.move(1) }
	case "ctrl+left", "alt+left":
		return func() { in.moveWord(-1) }
	case "ctrl+right", "alt+right":
		return func() { in.moveWord(1) }
	case "home":
		return func() { in.Cursor = 0 }
	case "end", "ctrl+e":
		return func() { in.Cursor = rtl.Offset(len(in.Text)) }
	default:
		return nil
	}
}

// Selected is the text that is selected, "" for none.
func (in *Line) Selected() string {
	from, to := in.selection()
	return in.Text[from:to]
}

// selection is from where to where the selected text goes.
func (in *Line) selection() (from, to rtl.Offset) {
	if !in.selected {
		return in.Cursor, in.Cursor
	}
	return min(in.anchor, in.Cursor), max(in.anchor, in.Cursor)
}

// Cut takes out what is selected and gives it.
func (in *Line) Cut() string {
	s := in.Selected()
	in.cut()
	return s
}

// cut takes out what is selected, if anything is.
func (in *Line) cut() bool {
	from, to := in.selection()
	in.selected = false
	in.Text, in.Cursor = in.Text[:from]+in.Text[to:], from
	return from < to
}

// Longest are the bytes that a text may have: one of several lines, and another.
const (
	LongestText = 64 << 10
	LongestLine = 4 << 10
)

// longest is how many bytes the text may have.
func (in *Line) longest() int {
	if in.Lines {
		return LongestText
	}
	return LongestLine
}

// Insert types text at the cursor, or in the place of what is selected, and tells
// whether all of it had room: what has none is left out, since a text that grows on is
// laid out anew with every key.
func (in *Line) Insert(s string) (whole bool) {
	in.cut()
	s, whole = upTo(s, in.longest()-len(in.Text))
	if s = text.CleanText(s); !in.Lines {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	in.Text = in.Text[:in.Cursor] + s + in.Text[in.Cursor:]
	in.Cursor += rtl.Offset(len(s))
	return whole
}

// upTo returns as much of a text as some bytes have room for, whole characters, and
// whether that is all of it.
func upTo(s string, room int) (string, bool) {
	if len(s) <= room {
		return s, true
	}
	end := max(room, 0)
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end], false
}

// backspace deletes what comes before the cursor in reading order: one code
// point, so that a mark goes before its letter.
func (in *Line) backspace() {
	before := []rune(in.Text[:in.Cursor])
	if len(before) == 0 {
		return
	}
	kept := string(before[:len(before)-1])
	in.Text = kept + in.Text[in.Cursor:]
	in.Cursor = rtl.Offset(len(kept))
}

// deleteWord deletes the word before the cursor.
func (in *Line) deleteWord() {
	kept := strings.TrimRightFunc(in.Text[:in.Cursor], unicode.IsSpace)
	kept = kept[:strings.LastIndexFunc(kept, unicode.IsSpace)+1]
	in.Text = kept + in.Text[in.Cursor:]
	in.Cursor = rtl.Offset(len(kept))
}

// deleteNext deletes the cluster under the cursor.
func (in *Line) deleteNext() {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(in.Text[in.Cursor:], -1)
	in.Text = in.Text[:in.Cursor] + in.Text[int(in.Cursor)+len(cluster):]
}

// move puts the cursor on the cell that stands so many cells to the right on
// the screen.
func (in *Line) move(cells int) {
	line := in.lay()
	at, column := line.Column(in.Cursor), rtl.Column(0)
	for i := range line.Cells {
		next := column + rtl.Column(line.Cells[i].Width)
		if at >= column && at < next {
			if to := i + cells; to >= 0 && to < len(line.Cells) && line.Cells[to].At != rtl.NoOffset {
				in.Cursor = line.Cells[to].At
			}
			return
		}
		column = next
	}
}

// moveWord puts the cursor on the next word that stands in a direction on the
// screen, where that begins in reading order, or at the end of the line.
func (in *Line) moveWord(cells int) {
	for range len(in.Text) { // a move back and forth over what has no cell is none
		from := in.Cursor
		in.move(cells)
		if in.Cursor == from || in.beginsWord() {
			return
		}
	}
}

// beginsWord tells whether the cursor is at the beginning of a word, or at either
// end of the text.
func (in *Line) beginsWord() bool {
	if in.Cursor == 0 || in.Cursor == rtl.Offset(len(in.Text)) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(in.Text[:in.Cursor])
	at, _ := utf8.DecodeRuneInString(in.Text[in.Cursor:])
	return unicode.IsSpace(before) && !unicode.IsSpace(at)
}
