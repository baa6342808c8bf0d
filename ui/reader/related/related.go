// Package related is the pane of what stands around the open article: its related ones,
// the story that it is of, those that point at it, or those that were read before it.
//
// How articles are related is found out while one reads, a batch at a time
// (relating.go).
package related

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/pane"
)

// Name is what the kinds of the pane's jobs begin with.
const Name = "related"

// The kinds of what the pane asks the library.
const (
	sideJob   jobs.Kind = Name + "/side"
	relateJob jobs.Kind = Name + "/relate"
)

// Side is what the pane shows of the open article.
type Side uint8

// The sides, in the order in which the keys go through them.
const (
	Related   Side = iota
	Thread         // the story that it is of, in order of time
	Backlinks      // those that point at it
	History        // those that were read before it
	Sides          // their number
)

// shownSide is what stands in the pane.
type shownSide struct {
	side    Side
	entries []store.Entry
	session int // of the history: how many of the first were visited in this session
}

// Place is where one is in the pane.
type Place struct {
	Side   Side
	Cursor draw.Cursor
}

// Pane shows a side of the open article.
type Pane struct {
	*pane.Context
	size pane.Size
	shownSide
	cursor   draw.Cursor
	relating relateProgress
}

// New returns a pane with nothing in it.
func New(c *pane.Context) *Pane { return &Pane{Context: c} }

// Update takes keys, the mouse, and the answers to what was asked of the library.
func (p *Pane) Update(msg tea.Msg) dialog.Action {
	switch msg := msg.(type) {
	case pane.Resized:
		p.size.Resize(msg)
		p.move(0)
	case dialog.Key:
		return p.handleKey(msg.Action)
	case pane.Shortcut:
		return p.handleShortcut(msg)
	case dialog.Wheel:
		p.move(msg.Steps)
	case pane.Click:
		return p.click(msg.Y)
	case pane.TitleClick:
		return p.nextSide()
	case pane.Marked:
		for i := range p.entries {
			if p.entries[i].ID == msg.ID {
				msg.Change(&p.entries[i])
			}
		}
	case pane.Renewed:
		return p.load()
	case pane.Left:
		if msg.Removed && slices.Contains(msg.IDs, p.Opened().ID) {
			return nil // another one takes its place
		}
		return p.load()
	case pane.Changed:
		if msg.Arrived > 0 {
			return p.Relate()
		}
	case pane.Opened:
		p.Jobs.Abort(sideJob)
		if msg.ID == "" {
			p.shownSide, p.cursor = shownSide{}, draw.Cursor{}
		}
	default:
		return p.handleAnswer(msg)
	}
	return nil
}

// handleAnswer takes what a job brought, or what came with an article.
func (p *Pane) handleAnswer(msg tea.Msg) dialog.Action {
	switch msg := msg.(type) {
	case sidePrepared:
		return p.show(msg)
	case sideLoaded:
		return p.showAgain(msg)
	case relateAdvanced:
		return p.relateOn(msg)
	default:
		return dialog.Pass{}
	}
}

// handleKey does what a key does while the pane has the focus.
func (p *Pane) handleKey(a keymap.Action) dialog.Action {
	if mv, ok := draw.Movements[a]; ok {
		p.move(mv.In(p.visible()))
		return nil
	}
	switch a {
	case keymap.Onward:
		return p.jump(p.cursor.Selected)
	case keymap.Back:
		return dialog.Focus{Pane: p, By: -1}
	default:
		return dialog.Pass{}
	}
}

// handleShortcut does what a key does whatever has the focus.
func (p *Pane) handleShortcut(msg pane.Shortcut) dialog.Action {
	switch msg.Action {
	case keymap.OpenRelated:
		return p.jump(msg.At)
	case keymap.NextSide:
		return p.nextSide()
	default:
		return dialog.Pass{}
	}
}

// Entries returns what the pane lists.
func (p *Pane) Entries() []store.Entry { return p.entries }

// Side returns what the pane shows.
func (p *Pane) Side() Side { return p.side }

// Entry returns the article that is selected.
func (p *Pane) Entry() (store.Entry, bool) { return p.at(p.cursor.Selected) }

func (p *Pane) at(index int) (store.Entry, bool) {
	if index >= 0 && index < len(p.entries) {
		return p.entries[index], true
	}
	return store.Entry{}, false
}

// Place returns where one is in the pane.
func (p *Pane) Place() any { return Place{p.side, p.cursor} }

// Return does nothing: the pane goes back to a place with the article that it is about
// (see [Pane.Prepare]).
func (p *Pane) Return(any) dialog.Action { return nil }

// Refuses says why the pane is empty.
func (p *Pane) Refuses() string {
	if len(p.entries) > 0 {
		return ""
	}
	return p.whyEmpty()
}

// jump opens an article of the pane.
func (p *Pane) jump(index int) dialog.Action {
	e, ok := p.at(index)
	if !ok {
		return dialog.Say{Text: p.Words.NoSuchRelated}
	}
	p.cursor.Selected = index
	return dialog.Open{ID: e.ID, Position: dialog.WhereLeft, Jumped: true}
}

// nextSide shows the next side, in the pane if it is not in sight.
func (p *Pane) nextSide() dialog.Action {
	var come dialog.Action
	if p.size.Width == 0 {
		come = dialog.Focus{Pane: p}
	}
	p.shownSide, p.cursor = shownSide{side: (p.side + 1) % Sides}, draw.Cursor{}
	return dialog.Many{come, p.load()}
}

// sideLoaded answers load.
type sideLoaded struct {
	shownSide
	err error
}

// load asks anew for what the pane shows of the open article.
func (p *Pane) load() dialog.Action {
	id := p.Opened().ID
	if id == "" {
		return nil
	}
	read := p.reader(p.side, id)
	return dialog.Run{Cmd: p.Jobs.Ask(sideJob, func(ctx context.Context) tea.Msg {
		found, err := read(ctx)
		return sideLoaded{found, err}
	})}
}

// showAgain shows what has come; the selection stays on its article.
func (p *Pane) showAgain(msg sideLoaded) dialog.Action {
	if errors.Is(msg.err, store.ErrNotFound) {
		return nil // the article was deleted meanwhile, as is said already
	}
	if msg.err != nil {
		return dialog.Failed{Err: msg.err}
	}
	selected, ok := p.at(p.cursor.Selected)
	p.shownSide = msg.shownSide
	for i, e := range msg.entries {
		if ok && e.ID == selected.ID {
			p.cursor.Selected = i
		}
	}
	p.move(0)
	return nil
}

// sidePrepared is what comes with an article.
type sidePrepared struct {
	shownSide
	cursor  draw.Cursor
	forward bool // one has not come back to it
}

// Prepare returns a function that reads the side of an article that is shown now, or that
// of a place where one was.
func (p *Pane) Prepare(id string, at any) func(context.Context) (tea.Msg, error) {
	place, back := at.(Place)
	if !back {
		place.Side = p.side
	}
	read := p.reader(place.Side, id)
	return func(ctx context.Context) (tea.Msg, error) {
		found, err := read(ctx)
		return sidePrepared{found, place.Cursor, !back}, err
	}
}

// show shows what came with an article, unless another side was chosen while it was on
// its way.
func (p *Pane) show(msg sidePrepared) dialog.Action {
	chosen := p.side
	p.shownSide, p.cursor = msg.shownSide, msg.cursor
	if !msg.forward || chosen == msg.side {
		p.move(0)
		return nil
	}
	p.shownSide, p.cursor = shownSide{side: chosen}, draw.Cursor{}
	return p.load()
}

// mostRead is how many articles of the history are those that were read before this
// session.
const mostRead = 30

// reader returns a function that reads from the library what a side shows of an article.
func (p *Pane) reader(s Side, id string) func(context.Context) (shownSide, error) {
	library, visited := p.Library, p.Visited(id)
	return func(ctx context.Context) (shownSide, error) {
		out := shownSide{side: s}
		var err error
		switch s {
		case Thread:
			out.entries, err = library.Thread(ctx, id)
			if len(out.entries) == 1 {
				out.entries = nil // itself is no story
			}
		case Backlinks:
			out.entries, err = library.Backlinks(ctx, id)
		case History:
			out, err = readHistory(ctx, library, id, visited)
		default:
			var found []store.Entry
			found, err = library.Related(ctx, id, 0)
			out.entries = store.Unfolded(found)
		}
		return out, err
	}
}

// readHistory reads what was read before an article: in this session, and then before it.
func readHistory(ctx context.Context, library *store.Library, id string, visited []string) (out shownSide, err error) {
	out.side = History
	if out.entries, err = library.Entries(ctx, visited); err != nil {
		return out, err
	}
	out.session = len(out.entries)
	before, err := library.RecentlyRead(ctx, mostRead)
	for _, e := range before {
		if e.ID != id && !slices.Contains(visited, e.ID) {
			out.entries = append(out.entries, e)
		}
	}
	return out, err
}
