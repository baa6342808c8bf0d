package dialog

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
)

// Handler is a program that passages are handed to.
type Handler struct {
	Name string
	// Hand gives it a text and returns what it wrote, and whether there was more.
	Hand func(ctx context.Context, text string) (wrote string, cut bool, err error)
}

// handJob waits for what a program writes to a passage.
const handJob jobs.Kind = "passage"

// HandOver hands a text to a program: the only one, or the one that is chosen among several.
func HandOver(c *draw.Canvas, handlers []Handler, passage string) Action {
	switch {
	case len(handlers) == 0:
		return Say{c.Words.Passage.None}
	case strings.TrimSpace(passage) == "":
		return Say{c.Words.Passage.NoText}
	case len(handlers) == 1:
		return handTo(c, handlers[0], passage)
	}
	s := &handlerMenu{baseScreen: baseScreen{Canvas: c, opener: keymap.Passage}, passage: passage}
	s.Items = handlers
	s.point = func(row int) bool { return s.PointAt(row, draw.HeadRows) }
	return Push{s}
}

// handTo hands a text to a program and shows what it writes.
func handTo(c *draw.Canvas, h Handler, passage string) Action {
	say := c.Words.Passage
	return Many{Say{fmt.Sprintf(say.Running, isolated(h.Name))}, AskOnce{Kind: handJob, Do: func(ctx context.Context) Action {
		wrote, cut, err := h.Hand(ctx, passage)
		wrote = strings.TrimLeft(strings.TrimRightFunc(text.CleanText(wrote), unicode.IsSpace), "\n")
		switch {
		case err != nil:
			return Failed{err}
		case strings.TrimSpace(wrote) == "":
			return Say{fmt.Sprintf(say.Nothing, isolated(h.Name))}
		case cut:
			wrote += "…\n\n" + say.Cut
		}
		return Many{Say{}, Late{Dialog: newReply(c, h.Name, wrote)}}
	}}}
}

// isolated is a name within a sentence, whatever its direction.
func isolated(name string) string { return "\u2068" + name + "\u2069" }

// handlerMenu has one of several programs chosen.
type handlerMenu struct {
	baseScreen
	draw.Menu[Handler]
	passage string
}

// Footer gives the keys of the menu.
func (s *handlerMenu) Footer() []keymap.Action {
	return []keymap.Action{keymap.Onward, keymap.Down, keymap.Up, keymap.Back}
}

// Update chooses a program and hands the passage to it.
func (s *handlerMenu) Update(msg tea.Msg) Action {
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	if h, ok := s.Choose(); a == keymap.Onward && ok {
		return Close{handTo(s.Canvas, h, s.passage)}
	}
	s.Act(a, s.ScreenRows()-draw.HeadRows)
	return nil
}

// View draws the names of the programs.
func (s *handlerMenu) View(width, height int) []draw.Row {
	return append(s.ScreenHead(s.Words.Passage.Choose, width), s.Draw(max(0, height-draw.HeadRows), func(h Handler, selected bool) draw.Row {
		return s.Selectable(s.Inset(width, s.Label(width-2*draw.InsetColumns, rtl.Span{Text: h.Name, Style: s.Styles.Text})), selected)
	})...)
}

// reply shows what a program wrote, line by line in the direction of each.
type reply struct {
	baseScreen
	title string
	lines []string
	top   int
}

func newReply(c *draw.Canvas, title, wrote string) *reply {
	return &reply{baseScreen: baseScreen{Canvas: c, opener: keymap.Passage}, title: title, lines: strings.Split(wrote, "\n")}
}

// Footer gives the keys of the reply.
func (r *reply) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.PageDown, keymap.Back}
}

// Update scrolls.
func (r *reply) Update(msg tea.Msg) Action {
	a, out := r.take(msg)
	if a == "" {
		return out
	}
	if a == keymap.Onward {
		return Close{}
	}
	visible := r.ScreenRows() - draw.HeadRows
	r.top = draw.Clamp(r.top+draw.Movements[a].In(visible), len(r.text(r.Width))-visible)
	return nil
}

// View draws the reply.
func (r *reply) View(width, height int) []draw.Row {
	rows := r.text(width)
	return append(r.ScreenHead(isolated(r.title), width), rows[draw.Clamp(r.top, len(rows)-max(0, height-draw.HeadRows)):]...)
}

// text are the rows of the reply.
func (r *reply) text(width int) (rows []draw.Row) {
	for _, line := range r.lines {
		if strings.TrimSpace(line) == "" {
			rows = append(rows, draw.Blank(width, rtl.Style{}))
			continue
		}
		rows = append(rows, r.Prose(line, r.Styles.Text, width)...)
	}
	return rows
}
