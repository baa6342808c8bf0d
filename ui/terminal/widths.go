package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Widths are the columns that a terminal counts for what terminals count in several ways,
// without mode 2027: three emoji that are joined, one with a tone of skin, a flag, a heart by
// VS16, a keycap, a conjunct of Devanagari, lam and alef, a letter with fatha, and a letter
// with U+200E behind it, where 2 is also that it begins a new row at a row's end. Zero is not
// known.
type Widths struct {
	Joined, Toned, Flag, Selected, Keycap, Conjunct, LamAlef, Mark, Format uint8
}

// widthProbe is a text that a terminal is asked the width of.
type widthProbe struct {
	name, text string
	of         func(*Widths) *uint8
}

// widthProbes are those of each of the [Widths], in their order.
func widthProbes() []widthProbe {
	return []widthProbe{
		{"joined", "\U0001F468\u200d\U0001F469\u200d\U0001F467", func(w *Widths) *uint8 { return &w.Joined }},
		{"toned", "\U0001F44D\U0001F3FD", func(w *Widths) *uint8 { return &w.Toned }},
		{"flag", "\U0001F1F8\U0001F1E6", func(w *Widths) *uint8 { return &w.Flag }},
		{"selected", "\u2764\ufe0f", func(w *Widths) *uint8 { return &w.Selected }},
		{"keycap", "1\ufe0f\u20e3", func(w *Widths) *uint8 { return &w.Keycap }},
		{"conjunct", "\u0915\u094d\u0937", func(w *Widths) *uint8 { return &w.Conjunct }},
		{"lam-alef", "\u0644\u0627", func(w *Widths) *uint8 { return &w.LamAlef }},
		{"mark", "\u0628\u064e", func(w *Widths) *uint8 { return &w.Mark }},
		{"format", "a" + string(leftToRightMark), func(w *Widths) *uint8 { return &w.Format }},
	}
}

// String returns the widths as a setting has them, "joined 6, toned 4 …".
func (w Widths) String() string {
	var parts []string
	for _, p := range widthProbes() {
		parts = append(parts, fmt.Sprintf("%s %d", p.name, *p.of(&w)))
	}
	return strings.Join(parts, ", ")
}

// ErrWidths says what a setting of widths is.
var ErrWidths = errors.New("widths are names with columns, as “warraq calibrate” writes them: joined 6, toned 4")

// ParseWidths reads what [Widths.String] writes. What is left out is not known.
func ParseWidths(text string) (w Widths, err error) {
	for part := range strings.SplitSeq(text, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), " ")
		columns, err := strconv.ParseUint(value, 10, 8)
		known := false
		for _, p := range widthProbes() {
			if p.name == name {
				*p.of(&w), known = uint8(columns), true
			}
		}
		if err != nil || !known {
			return Widths{}, ErrWidths
		}
	}
	return w, nil
}

// areWhole tells whether emoji take two columns however many characters they are of, as
// Unicode has it.
func (w *Widths) areWhole() bool {
	return w.Joined == 2 && w.Toned == 2 && w.Flag == 2 && w.Selected == 2 && w.Keycap == 2
}

// LacksWidths tells whether it is not known how the terminal counts, though it answers what it
// is asked: none like it was measured, or this is of a later version than the one that was.
// What stands between it and another terminal counts for both, and is left alone.
func (t *Terminal) LacksWidths() bool {
	return t.answers && !t.inside && !t.WidthsHere && (t.Widths == Widths{} || t.IsBeyond())
}

// Answers tells whether the terminal answered all that it was asked when it was detected.
func (t *Terminal) Answers() bool { return t.answers }

// IsInside tells whether a multiplexer stands between the terminal and the program: what is
// asked is answered by that.
func (t *Terminal) IsInside() bool { return t.inside }

// WithWidths is the terminal with widths that were measured in itself. They say whether its
// cells are clusters of characters; and they decide for U+200E, where nobody knows more of the
// terminal than that most draw as they are sent: with these marks a row stays in its order
// also where it turns out to be one that reorders rows.
func (t Terminal) WithWidths(w Widths) Terminal {
	t.Widths, t.WidthsHere = w, true
	if !t.inside {
		byMode := t.Clusters && !t.clustersStay
		t.clustersStay = w.areWhole()
		t.Clusters = byMode || t.clustersStay
	}
	switch {
	case t.Form == Anchored && w.Format > 1:
		t.Form = Visual
	case t.Form == Visual && t.drawer == "" && !t.inside && w.Format == 1:
		t.Form = Anchored
	}
	if w.Mark > 1 {
		t.KeepMarks = false
	}
	return t
}

// MeasureWidths asks the terminal, by where its cursor stands behind each text, how many
// columns it counts, and returns false where it does not answer in time: by the context's
// deadline, or within 100 ms where there is none. It writes in the cursor's row, which is to
// be empty, and leaves it empty.
func MeasureWidths(ctx context.Context, in, out *os.File) (Widths, bool) {
	if _, set := ctx.Deadline(); !set {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, answerPatience)
		defer cancel()
	}
	var found cursorReports
	ask(ctx, in, out, measuringSequence(), &found)
	return found.widths()
}

const (
	askCursor = "\x1b[6n" // the cursor's report
	// What is written is not seen, and the row is cleared behind it.
	concealText, showText = "\x1b[8m", "\x1b[28m"
	clearRow              = "\r\x1b[K"
	lastColumn            = "\x1b[999C"
)

// measuringSequence is all that is written: each text at the start of the row, then a letter
// without and with U+200E in the last column.
func measuringSequence() string {
	var b strings.Builder
	b.WriteString(concealText + clearRow)
	for _, p := range widthProbes() {
		b.WriteString(p.text + askCursor + clearRow)
	}
	b.WriteString(lastColumn + " " + askCursor + clearRow + lastColumn + " " + string(leftToRightMark) + askCursor)
	return b.String() + clearRow + showText + askPrimary
}

// cursorReports are a terminal's answers to [measuringSequence].
type cursorReports struct {
	answers answers
	places  [][2]int // the row and column of each
}

// readFrom reads until the last answer.
func (c *cursorReports) readFrom(r io.Reader) {
	var left []byte
	buffer := make([]byte, 1024)
	for !c.answers.complete {
		n, err := r.Read(buffer)
		left = c.answers.read(append(left, buffer[:n]...))
		if err != nil {
			return
		}
	}
	for part := range strings.SplitSeq(string(left), "\x1b[") {
		report, _, ended := strings.Cut(part, "R")
		row, column, parted := strings.Cut(report, ";")
		y, rowErr := strconv.Atoi(row)
		x, columnErr := strconv.Atoi(column)
		if ended && parted && rowErr == nil && columnErr == nil {
			c.places = append(c.places, [2]int{y, x})
		}
	}
}

// widths returns what the reports say, and false where they are not as many as were asked
// for: some are missing, or a key came that is like one.
func (c *cursorReports) widths() (w Widths, ok bool) {
	probes := widthProbes()
	if len(c.places) != len(probes)+2 {
		return w, false
	}
	for i, p := range probes {
		columns := c.places[i][1] - 1
		if columns < 0 || columns > 99 {
			return Widths{}, false
		}
		*p.of(&w) = uint8(columns)
	}
	if without, with := c.places[len(probes)], c.places[len(probes)+1]; without != with {
		w.Format = 2
	}
	return w, true
}
