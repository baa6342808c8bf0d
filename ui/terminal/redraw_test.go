package terminal

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"

	"github.com/warraq/warraq/ui/rtl"
)

const screenRows = 12

// emulatedScreen is a renderer, the one that Bubble Tea has, and what a terminal makes
// of what it sends.
type emulatedScreen struct {
	renderer *uv.TerminalRenderer
	terminal *vt.Emulator
	buffer   uv.ScreenBuffer
	sent     int
}

func newScreen(width int) *emulatedScreen {
	s := &emulatedScreen{terminal: vt.NewEmulator(width, screenRows), buffer: uv.NewScreenBuffer(width, screenRows)}
	s.renderer = uv.NewTerminalRenderer(s, []string{"TERM=xterm-256color", "COLORTERM=truecolor"})
	s.renderer.SetColorProfile(colorprofile.TrueColor)
	s.renderer.SetFullscreen(true)
	s.renderer.SetScrollOptim(true)
	s.renderer.Erase()
	return s
}

// Write has the emulator keep an LRM in the cell before it, as terminals do,
// under another name: it knows that of combining marks alone.
func (s *emulatedScreen) Write(p []byte) (int, error) {
	s.sent += len(p)
	_, err := s.terminal.WriteString(strings.ReplaceAll(string(p), string(leftToRightMark), "\u0300"))
	return len(p), err
}

// draw shows a frame, in the way of Bubble Tea's renderer.
func (s *emulatedScreen) draw(t *testing.T, frame string) {
	t.Helper()
	s.buffer.Clear()
	uv.NewStyledString(frame).Draw(s.buffer, s.buffer.Bounds())
	s.renderer.Render(s.buffer.RenderBuffer)
	if err := s.renderer.Flush(); err != nil {
		t.Fatal(err)
	}
}

// framedView is rows in a form, as a view.
func framedView(form Form, rows [][]rtl.Cell) string {
	lines := make([]string, len(rows))
	for i, row := range rows {
		lines[i] = string(form.Append(nil, row))
	}
	return strings.Join(lines, "\n")
}

// After any number of partial redraws the terminal holds what it would hold
// after a full one: so it shows the same, whatever it does with its cells.
func TestPartialRedraws(t *testing.T) {
	for _, form := range Forms() {
		t.Run(form.String(), func(t *testing.T) {
			r := rand.New(rand.NewPCG(3, 4))
			rows := make([][]rtl.Cell, screenRows)
			for i := range rows {
				rows[i] = styled(r, screenRow(r))
			}
			width := int(rtl.Width(rows[0]))
			partial := newScreen(width)
			full := 0
			for range 60 {
				partial.draw(t, framedView(form, rows))
				fresh := newScreen(width)
				fresh.draw(t, framedView(form, rows))
				full += fresh.sent
				compareScreens(t, partial.terminal, fresh.terminal)
				change(r, rows)
			}
			t.Logf("%d bytes; %d in full", partial.sent, full)
		})
	}
}

// change does to rows what reading does: scroll, select, show something else.
func change(r *rand.Rand, rows [][]rtl.Cell) {
	switch r.IntN(4) {
	case 0:
		copy(rows[1:], rows[2:])
		rows[len(rows)-1] = styled(r, screenRow(r))
	case 1:
		copy(rows[2:], rows[1:len(rows)-1])
		rows[1] = styled(r, screenRow(r))
	case 2:
		i := r.IntN(len(rows))
		rows[i] = styled(r, rows[i])
	default:
		rows[r.IntN(len(rows))] = screenRow(r)
	}
}

// styled gives a stretch of a row another style.
func styled(r *rand.Rand, row []rtl.Cell) []rtl.Cell {
	row = append([]rtl.Cell(nil), row...)
	style := rtl.Style{Foreground: rtl.RGB(uint8(r.IntN(256)), 0x80, 0x80), Attributes: rtl.Bold}
	if r.IntN(2) == 0 {
		style = rtl.Style{Background: rtl.Palette(4)}
	}
	start := r.IntN(len(row))
	for i := start; i < min(start+20, len(row)); i++ {
		row[i].Style = style
	}
	return row
}

func compareScreens(t *testing.T, got, want *vt.Emulator) {
	t.Helper()
	for y := range screenRows {
		for x := range want.Width() {
			g, w := got.CellAt(x, y), want.CellAt(x, y)
			if g.Content != w.Content || g.Width != w.Width || g.Content != " " && !g.Style.Equal(&w.Style) {
				t.Fatalf("row %d, column %d: %q %+v after partial redraws, %q %+v after a full one",
					y, x, g.Content, g.Style, w.Content, w.Style)
			}
		}
	}
}
