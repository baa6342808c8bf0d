package terminal

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
)

// controls are the sequences that forms write: SGR.
var controls = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// reordered is what a terminal shows that reorders rows by UAX #9: LRM not
// shown, the blank seen as one.
func reordered(sent string, base bidi.Direction) string {
	text := []rune(controls.ReplaceAllString(sent, ""))
	var p bidi.Paragraph
	p.Resolve(text, base)
	levels := p.Line(nil, 0, len(text))
	var shown strings.Builder
	for _, at := range bidi.Reorder(nil, levels) {
		r := text[at]
		if m, ok := bidi.Mirror(r); ok && levels[at]&1 == 1 {
			r = m
		}
		switch r {
		case leftToRightMark, zeroWidthNonJoiner:
		case blankRune:
			shown.WriteByte(' ')
		default:
			shown.WriteRune(r)
		}
	}
	return shown.String()
}

// words are what the rows of the tests are made of.
var words = strings.Fields(`كتاب لا في الأسبوع، والقراءة؟ (افتتاح) «سنوات». 12 24,500 35% 2019م عام2023 9:30
	Go Linux SQLite, (UAX) info@maktaba.example ١٢ ٢٠٢٤، ٣٫١٤ ١٢/٣ م/ث 1.26 א ב"ג - : 24° [1] #وسم`)

// line is one laid-out line of random words, sometimes full.
func line(r *rand.Rand, width int) []rtl.Cell {
	var text []string
	for range 1 + r.IntN(width/3) {
		text = append(text, words[r.IntN(len(words))])
	}
	lines := rtl.WrapSpans([]rtl.Span{{Text: strings.Join(text, " ")}}, rtl.Options{Protocols: rtl.AllProtocols, Width: width, Direction: rtl.RTL, HideMarks: true})
	return lines[r.IntN(len(lines))].Cells
}

var border = rtl.Cell{Glyph: '│', At: rtl.NoOffset, Width: 1}

// screenRow is a row of three panes between margins.
func screenRow(r *rand.Rand) []rtl.Cell {
	margin := rtl.Cell{Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space}
	row := []rtl.Cell{margin}
	row = append(append(row, line(r, 20)...), margin, border, margin)
	row = append(append(row, line(r, 40)...), margin, border, margin)
	return append(append(row, line(r, 20)...), margin)
}

// A terminal that reorders the rows that it is sent shows the cells that were
// laid out.
func TestReorderedRowsReadAsLaidOut(t *testing.T) {
	for _, tt := range []struct {
		name string
		form Form
		base bidi.Direction
		row  func(*rand.Rand) []rtl.Cell
	}{
		{"anchored", Anchored, bidi.LTR, screenRow},
		{"anchored, at the edge", Anchored, bidi.LTR, func(r *rand.Rand) []rtl.Cell { return line(r, 40) }},
		{"marked", Marked, bidi.LTR, screenRow},
		{"marked, at the edge", Marked, bidi.LTR, func(r *rand.Rand) []rtl.Cell { return line(r, 40) }},
		{"blank, left-to-right base", Blank, bidi.LTR, screenRow},
		{"blank, base by content", Blank, bidi.Auto, screenRow},
		{"blank, at the edge", Blank, bidi.Auto, func(r *rand.Rand) []rtl.Cell { return line(r, 40) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			for range 2000 {
				row := tt.row(r)
				sent := string(tt.form.Append(nil, row))
				if tt.form == Blank {
					if row = withRoom(row); cannotBeSent(row) {
						continue
					}
				}
				want, got := string(rtl.AppendVisual(nil, row)), reordered(sent, tt.base)
				if got != want {
					t.Fatalf("want %s\ngot  %s\nsent %q", want, got, sent)
				}
			}
		})
	}
}

// cannotBeSent is true of a row that the blank form says that it cannot send: a
// number found no room, or letters stand at the left edge alone.
func cannotBeSent(row []rtl.Cell) bool {
	if hasRightBase(row) {
		return false
	}
	for i := range row {
		if n := stretchLength(row[i:]); n > 0 && numberFollows(row[i+n:]) {
			return true
		}
	}
	return row[0].Kind != rtl.Space && row[0].Kind != rtl.Left
}
