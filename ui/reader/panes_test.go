package reader

import (
	"context"
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/columns"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// probe is a pane that keeps what it was told, and fills its place with a sign.
type probe struct {
	*pane.Context
	pane.Size
	told []tea.Msg
}

// probeSign is what a probe is drawn with.
const probeSign = '◆'

// probeAnswer is what a job of a probe brings.
type probeAnswer struct{}

func (p *probe) Update(msg tea.Msg) dialog.Action {
	p.told = append(p.told, msg)
	switch msg := msg.(type) {
	case pane.Resized:
		p.Resize(msg)
	case pane.Click:
		return dialog.Focus{Pane: p}
	case dialog.Key:
		if msg.Action == keymap.Onward {
			return dialog.Run{Cmd: p.Jobs.Ask("probe/job", func(context.Context) tea.Msg { return probeAnswer{} })}
		}
		return dialog.Pass{}
	case pane.Shortcut:
		return dialog.Pass{}
	}
	return nil
}

func (p *probe) View(bool) (rows []draw.Row) {
	for range p.Height {
		rows = append(rows, draw.Repeat(probeSign, p.Width, rtl.Style{}))
	}
	return rows
}

func (p *probe) Title(width int, style rtl.Style) draw.Row {
	return p.Natural(width, rtl.Span{Text: "probe", Style: style})
}
func (p *probe) Extent() (top, visible, total int) { return 0, 0, 0 }
func (p *probe) Footer() []keymap.Action           { return []keymap.Action{keymap.NextPane} }
func (p *probe) Entry() (store.Entry, bool)        { return store.Entry{ID: "of the probe"}, true }

// heard tells whether a probe was told something.
func (p *probe) heard(want func(tea.Msg) bool) bool { return slices.ContainsFunc(p.told, want) }

// withProbe opens a reader with a pane more, which is one row of the table.
func withProbe(t *testing.T, width, height int) (*session, *probe) {
	t.Helper()
	s := openReader(t, sampleLibrary(t), width, height, words.Arabic())
	p := &probe{Context: s.Context}
	s.columns.Table = append(s.columns.Table, columns.Column{Pane: p, Name: "probe", Usual: 20})
	s.run(s.relayout())
	return s, p
}

// A new pane is a row of the table: it is laid out, drawn, focused and pointed at, and
// gets its keys and its answers.
func TestNewPane(t *testing.T) {
	t.Parallel()
	s, p := withProbe(t, 220, 30)
	last := len(s.columns.Table) - 1
	if c := s.columns.Widths(); c[last] == 0 || s.count(probeSign) != p.Width*p.Height || p.Width != c[last] {
		t.Fatalf("it is %d×%d of %v, and fills %d cells", p.Width, p.Height, c, s.count(probeSign))
	}
	for want := range len(s.columns.Table) + 1 {
		if s.columns.Focus != want%len(s.columns.Table) {
			t.Fatalf("after %d tabs the focus is on %d", want, s.columns.Focus)
		}
		s.press("tab")
	}
	s.setFocus(listPane)
	x := s.columns.Left(last)
	s.send(tea.MouseWheelMsg{X: x, Y: 10, Button: tea.MouseWheelDown})
	if s.columns.Focus != listPane || !p.heard(func(m tea.Msg) bool { return m == tea.Msg(dialog.Wheel{Steps: 1}) }) {
		t.Errorf("the wheel: the focus is on %d, told %v", s.columns.Focus, p.told)
	}
	s.clickOn(x+2, ArticleRow+3)
	if s.columns.Focus != last || !p.heard(func(m tea.Msg) bool { c, ok := m.(pane.Click); return ok && c.Point == draw.Point{X: 2, Y: 3} }) {
		t.Errorf("a click: the focus is on %d, told %v", s.columns.Focus, p.told)
	}
	if e, ok := s.entry(); !ok || e.ID != "of the probe" {
		t.Errorf("a mark goes to %+v", e)
	}
	if s.press("enter"); !p.heard(func(m tea.Msg) bool { return m == tea.Msg(probeAnswer{}) }) {
		t.Errorf("its answer went elsewhere: %v", p.told)
	}
	late := s.Jobs.Ask("probe/job", func(context.Context) tea.Msg { return probeAnswer{} })()
	s.Jobs.Abort("probe/job")
	p.told = nil
	if s.run(func() tea.Msg { return late }); len(p.told) > 0 {
		t.Errorf("a late answer came: %v", p.told)
	}
	if jobs.Owner(late) != "probe" {
		t.Errorf("the answer is for %q", jobs.Owner(late))
	}
}

// count is how many cells of the frame show a character.
func (s *session) count(glyph rune) (n int) {
	rows, _ := s.frame()
	for _, r := range rows {
		for _, c := range r {
			if c.Glyph == glyph {
				n++
			}
		}
	}
	return n
}

// With a pane more the screen is filled exactly too, whatever has the focus, and what has
// it is seen; a pane is pointed at where it is drawn.
func TestGeometryOfPanes(t *testing.T) {
	t.Parallel()
	s, _ := withProbe(t, 120, 30)
	for width := 2; width <= 260; width += 3 {
		for focus := range s.columns.Table {
			s.Width, s.Height = width, 12
			s.run(s.setFocus(focus))
			c := s.columns.Widths()
			if c[focus] == 0 {
				t.Fatalf("%d columns: the focused pane %d is not seen: %v", width, focus, c)
			}
			rows, _ := s.frame()
			for i, r := range rows {
				if w := int(rtl.Width(r)); w != width {
					t.Fatalf("%d columns, focus %d: row %d has %d", width, focus, i, w)
				}
			}
			for i, n := range c {
				for x := s.columns.Left(i); x < s.columns.Left(i)+n; x++ {
					if at, border, ok := s.columns.At(x); at != i || border || !ok {
						t.Fatalf("%d columns, focus %d: column %d of pane %d is pointed at as %d", width, focus, x, i, at)
					}
				}
			}
		}
	}
}

// Each pane draws itself in exactly the size that it was given, in each state that the
// frames show.
func TestPanesFillTheirSize(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{nil, {"enter"}, {"enter", "2"}, {"enter", "t"}, {"enter", "1", "t", "t", "t"}, {"/", "س", "و", "ق"}, {"/", "x", "q"}, {"B"}, {":", "w", "e", "l", "enter"}} {
		t.Run(fmt.Sprint(keys), func(t *testing.T) {
			t.Parallel()
			s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic()).press(keys...)
			for i, p := range s.columns.Table {
				for width, height := range sizesTried {
					p.Update(pane.Resized{Width: width, Height: height})
					if err := fills(p.View(height%2 == 0), width, height); err != nil {
						t.Fatalf("pane %d: %v", i, err)
					}
				}
			}
		})
	}
}
