package bubble

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"

	"github.com/warraq/warraq/ui/rtl"
)

const modelColumns, modelRows = 60, 8

// countingTerminal is a terminal that shows as many columns of # for an emoji as it counts
// for it, behind a renderer and what follows its cursor.
type countingTerminal struct {
	vt      *vt.Emulator
	counts  int
	columns columnTracker
	follows bool
}

func (c *countingTerminal) Write(p []byte) (int, error) {
	shown := string(p)
	if c.follows {
		shown = string(c.columns.place(p))
	}
	for _, emoji := range []string{"👍", "👨", "🇸🇦", "⌚"} {
		shown = strings.ReplaceAll(shown, emoji, strings.Repeat("#", c.counts))
	}
	_, err := c.vt.WriteString(shown)
	return len(p), err
}

// TestWrongWidthsMoveNothing draws panes with emoji in terminals that count too few columns
// for these and too many, and holds all borders to their columns.
func TestWrongWidthsMoveNothing(t *testing.T) {
	t.Parallel()
	for _, counts := range []int{1, 2, 3, 6} {
		for _, follows := range []bool{true, false} {
			moved := movedBorders(t, counts, follows)
			if follows && moved > 0 || !follows && counts != 2 && moved == 0 {
				t.Errorf("counting %d columns, following %v: %d borders were moved", counts, follows, moved)
			}
		}
	}
}

// movedBorders draws frames that change little by little, and counts borders elsewhere.
func movedBorders(t *testing.T, counts int, follows bool) (moved int) {
	t.Helper()
	terminal := &countingTerminal{vt: vt.NewEmulator(modelColumns, modelRows), counts: counts, follows: follows, columns: columnTracker{width: modelColumns}}
	renderer := uv.NewTerminalRenderer(terminal, []string{"TERM=xterm-256color", "COLORTERM=truecolor"})
	renderer.SetColorProfile(colorprofile.TrueColor)
	renderer.SetFullscreen(true)
	renderer.SetScrollOptim(true)
	renderer.Erase()
	buffer := uv.NewScreenBuffer(modelColumns, modelRows)
	r := rand.New(rand.NewPCG(5, 6))
	rows := make([]string, modelRows)
	for frame := range 40 {
		for i := range rows {
			if frame == 0 || r.IntN(3) == 0 {
				rows[i] = paneRow(r)
			}
		}
		buffer.Clear()
		uv.NewStyledString(strings.Join(rows, "\n")).Draw(buffer, buffer.Bounds())
		renderer.Render(buffer.RenderBuffer)
		if err := renderer.Flush(); err != nil {
			t.Fatal(err)
		}
		for y := range rows {
			for _, x := range []int{20, 40, 59} {
				if c := terminal.vt.CellAt(x, y); c == nil || c.Content != "│" {
					moved++
				}
			}
		}
	}
	return moved
}

// paneRow is a row of three panes, with emoji of all kinds in the first two.
func paneRow(r *rand.Rand) string {
	words := []string{"كتاب", "a", "👍🏽", "👨‍👩‍👧", "🇸🇦", "⌚", "12", "❤️", "1️⃣"}
	var row strings.Builder
	for _, width := range []int{20, 19, 18} {
		var text []string
		for range 5 {
			text = append(text, words[r.IntN(len(words))])
		}
		line := rtl.TruncateSpans([]rtl.Span{{Text: strings.Join(text, " ")}}, rtl.Options{Width: width, Direction: rtl.RTL, PlainClusters: true})
		row.Write(rtl.AppendVisual(nil, line))
		row.WriteString("│")
	}
	return row.String()
}
