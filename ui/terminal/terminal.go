package terminal

import (
	"bytes"

	"github.com/warraq/warraq/ui/rtl"
)

// Terminal is what is known of a terminal and what it is sent.
type Terminal struct {
	// Name is the terminal's, "tmux in kitty" for one inside another, "" for
	// one that was not recognised.
	Name string
	// ID is what its user's word on it is remembered by: the name, or for one
	// that was not recognised what it says and what the environment says.
	ID string
	// Form is the form that it is sent lines in.
	Form Form
	// KeepMarks is false for a terminal that shows a letter wrong, or not at
	// all, when a mark is on it.
	KeepMarks bool
	// Shaping is how letters are joined for it, by what its font has.
	Shaping rtl.Shaping
	// Does says what the terminal does with right-to-left letters by itself.
	Does string
	// Evidence is what it was recognised by: an answer of its own or a variable;
	// "" if by nothing.
	Evidence string
	// Source says how it is known what it does, MeasuredIn in which version if
	// it was measured.
	Source     Source
	MeasuredIn string
	// Version is the one that the terminal says it is of, "" where it says none.
	Version string
	// Off switches the terminal's own reordering off, and On back on; "" where
	// there is nothing to switch.
	Off, On string
	// Clusters is that its cells are clusters of characters, which are as wide as Unicode
	// has it: a flag, a family, a hand with a tone of skin. Others count the characters of
	// these in ways of their own.
	Clusters bool
	// Widths are the columns that it counts, as far as that is known: WidthsHere is that they
	// were measured in this very one, and not in another like it.
	Widths     Widths
	WidthsHere bool
	// Graphics is how it shows pictures.
	Graphics Graphics
	// Foreground and Background are its own colours, 0 where it did not say.
	Foreground, Background rtl.Color

	drawer       string // the name of the one that draws, "" where that is not known
	inside       bool   // of a multiplexer
	clustersStay bool   // as Clusters, where no mode is set for it
	answers      bool   // it answered all that it was asked when it was detected

	unswitched Form  // the form where Off is not sent
	late       *Late // where it was asked, and has not answered all
}

// Apply changes the options of a layout to what the terminal shows: how letters are joined,
// whether marks stay, and how characters of several parts are counted.
func (t *Terminal) Apply(o *rtl.Options) {
	o.Shaping, o.PlainClusters = t.Shaping, !t.Clusters
	o.HideMarks, o.KeepShadda = o.HideMarks || !t.KeepMarks, o.KeepShadda && t.KeepMarks
}

// Unswitched is the terminal with its own reordering left on: inside another
// one, which does not let the switch through, and for text that stays on the
// screen when the program is gone.
func (t Terminal) Unswitched() Terminal {
	t.Clusters = t.clustersStay
	if t.Off != "" {
		t = t.WithForm(t.unswitched)
		t.Off, t.On = "", ""
	}
	return t
}

// WithForm is the terminal sent another form by its user's word. What its own
// form needs switched off is left on.
func (t Terminal) WithForm(f Form) Terminal {
	if f == t.Form {
		return t
	}
	switch Logical {
	case f: // what puts letters in order, or reads them, joins them
		t.Shaping = rtl.ShapeNone
	case t.Form:
		t.Shaping = rtl.ShapeAll
	}
	t.Form, t.Off, t.On = f, "", ""
	return t
}

// Append appends a row of cells in the terminal's form: a whole row of the
// screen, panes and borders included, from the default style to the default
// style. The row is as wide as its cells.
//
// What is sent for a cell is all that the cell is: a renderer that keeps cells
// and sends those that differ (text, marks and style taken together) leaves the
// terminal with what it would have after the whole row.
func (t Terminal) Append(dst []byte, row []rtl.Cell) []byte {
	w := writer{dst: dst}
	switch t.Form {
	case Anchored:
		w.anchored(row)
	case Alternate:
		w.alternate(row, t.ink())
	case Marked:
		w.marked(row)
	case Blank:
		w.blank(row)
	case Toggle:
		w.toggle(row)
	case Logical:
		start := len(dst)
		dst = rtl.AppendLogicalShown(dst, row)
		if t.Widths.Format > 1 {
			dst = withoutControls(dst, start)
		}
		return dst
	default:
		return rtl.AppendVisual(dst, row)
	}
	return rtl.AppendStyle(w.dst, w.style, rtl.Style{})
}

// withoutControls takes the characters that only say something of direction out of what was
// appended behind a place, for a terminal that gives each of them a cell of its own.
func withoutControls(dst []byte, start int) []byte {
	kept := bytes.Map(func(r rune) rune {
		if r == '\u061c' || r == leftToRightMark || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, dst[start:])
	return append(dst[:start], kept...)
}

// ink is a colour like the terminal's own foreground: that one if it is known.
func (t Terminal) ink() rtl.Color {
	switch {
	case t.Foreground != 0:
		return t.Foreground
	case t.Light():
		return rtl.RGB(0x22, 0x22, 0x22)
	default:
		return rtl.RGB(0xdd, 0xdd, 0xdd)
	}
}

// Light is true of a terminal whose background is known to be light: more than
// half as bright as white, by ITU-R BT.601.
func (t Terminal) Light() bool {
	red, green, blue := t.Background>>16&0xff, t.Background>>8&0xff, t.Background&0xff
	return 299*red+587*green+114*blue > 127_500
}
