package reader

import (
	"context"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/reader/pixels"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// openGraphic opens the article with pictures in a terminal that shows them in some
// way.
func openGraphic(t testing.TB, width, height int, g terminal.Graphics) *session {
	t.Helper()
	s := openPictured(t, width, height, colorprofile.TrueColor, words.English())
	s.Display.Terminal.Graphics = g
	s.Display.CellSize = image.Pt(8, 16)
	s.press("home")
	s.sent = nil
	return s
}

const eraseKitty = "\x1b_Ga=d,d=A,q=2\x1b\\"

// what names what was sent: pictures by the cells that they were drawn from.
func what(sent []string) (list []string) {
	for _, s := range sent {
		switch s {
		case "":
			list = append(list, "clear")
		case eraseKitty:
			list = append(list, "erase")
		default:
			for drawing := range strings.SplitSeq(s, "\x1b7\x1b[") {
				if at, _, ok := strings.Cut(drawing, "H"); ok {
					list = append(list, at)
				}
			}
		}
	}
	return list
}

// blocks is where the first picture stands among the cells, as a terminal counts
// them.
func (s *session) blocks() string {
	for y, line := range strings.Split(s.text(), "\n") {
		if before, _, ok := strings.Cut(line, "▀"); ok {
			return fmt.Sprintf("%d;%d", y+1, len([]rune(before))+1)
		}
	}
	return "nowhere"
}

func TestPixelsLieOverTheirCells(t *testing.T) {
	t.Parallel()
	s := openGraphic(t, 120, 40, terminal.KittyGraphics)
	steps := []struct {
		name string
		keys []string
		want func() []string
	}{
		{"they are not shown yet", nil, func() []string { return nil }},
		{"shown", []string{"p"}, func() []string { return []string{s.blocks()} }},
		{"the text stands still", []string{"b"}, func() []string { return nil }},
		{"it moves", []string{"down"}, func() []string { return []string{"erase", s.blocks()} }},
		{"something else is in their place", []string{"?"}, func() []string { return []string{"erase"} }},
		{"which goes", []string{"esc"}, func() []string { return []string{s.blocks()} }},
		{"on the whole screen", []string{"P"}, func() []string { return []string{"erase", s.blocks()} }},
		{"a damaged one", []string{"n"}, func() []string { return []string{"erase"} }},
		{"back in the text", []string{"esc"}, func() []string { return []string{s.blocks()} }},
		{"drawn anew", []string{"ctrl+l"}, func() []string { return []string{"erase", "clear", s.blocks()} }},
		{"on another ground", []string{"C", "C"}, func() []string { return []string{"erase", s.blocks()} }},
		{"a part of it", []string{"ctrl+d"}, func() []string { return []string{"erase", s.blocks()} }},
		{"hidden", []string{"p"}, func() []string { return []string{"erase"} }},
	}
	for _, step := range steps {
		t.Run(step.name, func(t *testing.T) {
			s.sent = nil
			s.press(step.keys...)
			if got, want := what(s.sent), step.want(); !slices.Equal(got, want) {
				t.Errorf("%q, want %q\n%s", got, want, s.text())
			}
		})
	}
}

// Where pictures go with the cells below them, these are drawn again.
func TestSixelsAreCleared(t *testing.T) {
	t.Parallel()
	s := openGraphic(t, 120, 40, terminal.Sixel).press("p", "down")
	first := what(s.sent)
	if want := []string{first[0], "clear", s.blocks()}; !slices.Equal(first, want) {
		t.Errorf("%q, want %q", first, want)
	}
	s = openGraphic(t, 120, 40, terminal.Sixel)
	s.Display.CellSize = image.Point{}
	if s.press("p", "down", "P"); s.sent != nil {
		t.Errorf("in a terminal that does not tell the size of its cells: %q", what(s.sent))
	}
}

func TestNoPixels(t *testing.T) {
	t.Parallel()
	s := openGraphic(t, 120, 40, terminal.NoGraphics).press("p", "down", "P", "esc", "ctrl+l")
	if got := what(s.sent); !slices.Equal(got, []string{"clear"}) {
		t.Errorf("a terminal without graphics was sent %q", got)
	}
	s = openGraphic(t, 120, 40, terminal.KittyGraphics).press("p")
	s.sent = nil
	s.choose("cells")
	if got := what(s.sent); !slices.Equal(got, []string{"erase"}) {
		t.Errorf("when cells were chosen: %q", got)
	}
	s.sent = nil
	if s.choose("sixel"); len(s.sent) != 1 || !strings.Contains(s.sent[0], "\x1bP0;1q") {
		t.Errorf("when sixels were chosen: %q", what(s.sent))
	}
}

// choose sets how pictures are drawn, and then does nothing.
func (s *session) choose(how string) {
	for s.settings.Looks.Pictures != how {
		s.run(s.perform(s.settings.Step("pictures", 1)))
	}
	s.notice = ""
	_, cmd := s.Update(nil)
	s.run(cmd)
}

// What comes when the text has gone on is not sent, and what was sent by then is
// taken off.
func TestLatePixels(t *testing.T) {
	t.Parallel()
	s := openGraphic(t, 120, 40, terminal.KittyGraphics).press("p")
	late := s.pixels.Token()
	s.press("down")
	s.sent = nil
	for _, msg := range []tea.Msg{pixels.Stood{}, pixels.Encoded{Sequence: "late"}} {
		_, cmd := s.Update(s.Jobs.Run(late, func(context.Context) tea.Msg { return msg })())
		if s.run(cmd); s.sent != nil {
			t.Errorf("%T: %q was sent", msg, s.sent)
		}
	}
	_, cmd := s.Update(tea.RawMsg{Msg: pixels.Drawing{Token: late, Sequence: "late"}})
	s.run(cmd)
	if got, want := what(s.sent), []string{"erase", s.blocks()}; !slices.Equal(got, want) {
		t.Errorf("what was sent late: %q, want %q", got, want)
	}
}
