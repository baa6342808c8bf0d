// Package columns are the panes side by side: how wide each is, which of them has the keys,
// what lies under the pointer, and how they are drawn with their titles and edges.
//
// It goes over a table of panes ([Column]) and knows none of them. What a pane asks for is
// returned as a [dialog.Action], for the app to do.
package columns

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/pane"
)

// Column is a pane with how it stands on the screen.
type Column struct {
	pane.Pane
	Name string // that the kinds of its jobs begin with
	// Usual is its width where there is room and nobody chose another, 0 for the main one,
	// which takes what is left; Chosen is the chosen one, 0 for none, and Setting the name
	// under which that is kept.
	Usual   int
	Chosen  *int
	Setting string
}

// Columns are the panes of the screen in reading order: the first stands at the right.
type Columns struct {
	*pane.Context
	Table   []Column
	Focus   int        // which of them has the keys
	Alone   bool       // the main pane is shown without those beside it, while it has the keys
	Measure func() int // how many columns the text of the main pane has at the most
}

// Main returns which pane is the main one.
func (c *Columns) Main() int {
	for i := range c.Table {
		if c.Table[i].Usual == 0 {
			return i
		}
	}
	return 0
}

// Widths returns the width of each pane on the screen as it is, 0 where it is not shown.
func (c *Columns) Widths() []int {
	if main := c.Main(); c.Alone && c.Focus == main {
		widths := make([]int, len(c.Table))
		widths[main] = max(0, c.Width-edgeColumns)
		return widths
	}
	wanted := make([]paneWidth, len(c.Table))
	for i, column := range c.Table {
		wanted[i].usual = column.Usual
		if column.Chosen != nil {
			wanted[i].chosen = *column.Chosen
		}
	}
	return layout(c.Width, c.Focus, c.Measure(), wanted)
}

// Left returns the first column of the screen that a pane stands in, behind its edge.
func (c *Columns) Left(i int) int { return leftOf(c.Widths(), i) }

// Shows tells whether a pane is on the screen.
func (c *Columns) Shows(i int) bool { return c.Widths()[i] > 0 }

// Tell tells a pane something and returns what it asks for, [dialog.Pass] where it has
// nothing to do with that.
func (c *Columns) Tell(i int, msg tea.Msg) dialog.Action { return c.Table[i].Update(msg) }

// TellAll returns what tells all panes something, one after the other.
func (c *Columns) TellAll(msg tea.Msg) dialog.Action {
	var do dialog.Many
	for i := range c.Table {
		do = append(do, dialog.Call(func() dialog.Action { return c.Tell(i, msg) }))
	}
	return do
}

// Offer tells the panes something, one after the other, until one takes it, and returns what
// that asks for.
func (c *Columns) Offer(msg tea.Msg) dialog.Action {
	for i := range c.Table {
		if action := c.Tell(i, msg); action != (dialog.Pass{}) {
			return action
		}
	}
	return dialog.Pass{}
}

// Answer gives an answer to the pane of a name, and returns what that asks for.
func (c *Columns) Answer(name string, msg tea.Msg) dialog.Action {
	for i := range c.Table {
		if c.Table[i].Name == name {
			return c.Tell(i, msg)
		}
	}
	return nil
}

// Relayout returns what gives the panes their sizes.
func (c *Columns) Relayout() dialog.Action {
	var do dialog.Many
	for i, width := range c.Widths() {
		do = append(do, c.Tell(i, pane.Resized{Width: width, Height: BodyRows(c.Height)}))
	}
	return do
}

// Moved returns which pane gets the keys where they go so many panes on from another one.
// Where that is the next one in reading order and has nothing to go to, ok is false and why
// says it.
func (c *Columns) Moved(to dialog.Focus) (i int, why string, ok bool) {
	for i := range c.Table {
		if c.Table[i].Pane != to.Pane {
			continue
		}
		i = max(0, min(i+to.By, len(c.Table)-1))
		if r, ok := c.Table[i].Pane.(pane.Refuser); ok && to.By > 0 {
			why = r.Refuses()
		}
		return i, why, why == ""
	}
	return 0, "", false
}

// Cycled returns which pane is so many further on from the one that has the keys, round and
// round.
func (c *Columns) Cycled(steps int) int {
	n := len(c.Table)
	return (c.Focus + steps + n) % n
}

// Entry returns the article that the focused pane has selected; ok is false where it has
// none of its own.
func (c *Columns) Entry() (store.Entry, bool) { return c.Table[c.Focus].Entry() }

// Places returns where one is in each pane.
func (c *Columns) Places() []any {
	places := make([]any, len(c.Table))
	for i := range c.Table {
		if r, ok := c.Table[i].Pane.(pane.Returner); ok {
			places[i] = r.Place()
		}
	}
	return places
}

// Return returns what goes back to a place in each pane, nil for none.
func (c *Columns) Return(places []any) dialog.Action {
	var do dialog.Many
	for i, place := range places {
		if r, ok := c.Table[i].Pane.(pane.Returner); ok && place != nil {
			do = append(do, r.Return(place))
		}
	}
	return do
}

// Prepare returns a function that reads what the panes show of an article, at places where
// one was in them or, where there are none, as they are now. Of each pane it returns what
// that is to be told, nil for nothing.
func (c *Columns) Prepare(id string, places []any) func(context.Context) ([]tea.Msg, error) {
	reads := make([]func(context.Context) (tea.Msg, error), len(c.Table))
	for i := range c.Table {
		if companion, ok := c.Table[i].Pane.(pane.Companion); ok {
			var at any
			if places != nil {
				at = places[i]
			}
			reads[i] = companion.Prepare(id, at)
		}
	}
	return func(ctx context.Context) (shown []tea.Msg, err error) {
		shown = make([]tea.Msg, len(reads))
		for i, read := range reads {
			if read == nil {
				continue
			}
			if shown[i], err = read(ctx); err != nil {
				return nil, err
			}
		}
		return shown, nil
	}
}

// Show returns what tells the panes what was prepared for them.
func (c *Columns) Show(shown []tea.Msg) dialog.Action {
	var do dialog.Many
	for i, msg := range shown {
		if msg != nil {
			do = append(do, dialog.Call(func() dialog.Action { return c.Tell(i, msg) }))
		}
	}
	return do
}
