// Package visits is how one goes from article to article: what is opened, what is merely shown
// beside the list, what is read of the library for that, and the way back.
//
// It knows the list, the article and the columns they stand in, and nothing of what lies over
// them. What is to be done elsewhere is returned as a [dialog.Action]; where one step has to
// see what the one before has done, it is a [dialog.Call].
package visits

import (
	"context"
	"slices"
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/attention"
	"github.com/warraq/warraq/ui/reader/columns"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/list"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/pane"
)

// Panes are what a visitor goes about in.
type Panes struct {
	*columns.Columns
	List     *list.Pane
	Article  *article.Pane
	Settings *looks.Settings
	// IsCovered tells whether something stands in the place of the panes.
	IsCovered func() bool
}

// Visitor is who goes from article to article.
type Visitor struct {
	// Rest is how long a selection has to stay until its article is shown beside it.
	Rest time.Duration
	// History is the way back.
	History   history.History
	panes     Panes
	attention attention.Span
	preview   preview
}

// New returns a visitor who has not been anywhere.
func New(p Panes) *Visitor { return &Visitor{Rest: previewRest, panes: p} }

// context returns what the panes share.
func (v *Visitor) context() *pane.Context { return v.panes.Context }

// has tells whether a pane has the keys.
func (v *Visitor) has(p pane.Pane) bool { return v.panes.Table[v.panes.Focus].Pane == p }

// articleIndex returns which of the columns is the article's.
func (v *Visitor) articleIndex() int {
	return slices.IndexFunc(v.panes.Table, func(c columns.Column) bool { return c.Pane == v.panes.Article })
}

// focusOn gives the keys to a pane.
func (v *Visitor) focusOn(i int) dialog.Action {
	return dialog.Focus{Pane: v.panes.Table[i].Pane}
}

// Here returns where one is now.
func (v *Visitor) Here() history.Place {
	if v.preview.shown {
		return v.preview.left
	}
	a := v.panes.Article
	return history.Place{
		ID: a.Item.ID, At: a.Place(), Title: a.Item.Title,
		Focus: v.panes.Focus, Panes: v.panes.Places(), Jumped: a.Jumped, Searched: a.Searched(),
	}
}

// Resume has the article that was open when the reader was left shown at first, selected in
// the list, if there is one.
func (v *Visitor) Resume(ctx context.Context) error {
	e, ok, err := v.context().Library.LeftAt(ctx)
	if err != nil || !ok {
		return err
	}
	found, err := v.panes.List.StartAt(ctx, e.ID)
	if found {
		v.panes.Article.Wanted = e.ID
	}
	return err
}

// Start returns what shows the article that is wanted at first, nil where none is. It is
// opened where it has the keys.
func (v *Visitor) Start() dialog.Action {
	id := v.panes.Article.Wanted
	if id == "" {
		return nil
	}
	target := history.Place{ID: id, Focus: v.panes.Focus, At: history.WhereLeft}
	if v.has(v.panes.Article) {
		return v.visit(target)
	}
	return v.Show(target)
}

// Open returns what leaves the article that is open and opens another one for reading.
func (v *Visitor) Open(to dialog.Open) dialog.Action {
	v.leave()
	return v.visit(history.Place{
		ID: to.ID, At: article.Place{Position: to.Position}, Focus: v.articleIndex(),
		Jumped: to.Jumped, Searched: to.Searched, Missing: to.Missing,
	})
}

// Choose returns what opens the article that was chosen from a list. Where it is open already,
// and was opened from there, the keys go to it.
func (v *Visitor) Choose(to dialog.Choose) dialog.Action {
	a := v.panes.Article
	if to.ID != a.Item.ID || a.Jumped && !v.preview.shown {
		return v.Open(dialog.Open{ID: to.ID, Position: dialog.WhereLeft, Searched: to.Searched})
	}
	v.context().Jobs.Abort(dialog.VisitJob) // another one that is on its way was asked for before
	a.Wanted = to.ID
	shown := v.preview.shown
	return dialog.Many{
		dialog.Focus{Pane: a}, dialog.Call(v.CountRead),
		dialog.Call(func() dialog.Action {
			if to.Searched == "" {
				return nil
			}
			a.Find(article.Finding{Text: to.Searched, Query: true})
			if found, ok := v.panes.List.Excerpt(to.ID); ok {
				a.ShowPassage(found, !shown)
			}
			return nil
		}),
	}
}

// visit opens an article for reading: it is shown, and counts as read from now on. A card has
// no text that could be read.
func (v *Visitor) visit(target history.Place) dialog.Action {
	target.Visited = true
	return dialog.Many{v.panes.Article.SavePosition(), v.Show(target)}
}

// CountRead returns what counts the shown article as read.
func (v *Visitor) CountRead() dialog.Action {
	return marking.CountRead(v.context(), v.panes.Article.Item.Entry)
}

// leave remembers the article that is left for another.
func (v *Visitor) leave() {
	if here := v.Here(); here.ID != "" {
		v.History.Leave(here)
	}
}

// Attend counts the time since the last key as read, where the open article had it.
func (v *Visitor) Attend() {
	id := ""
	if v.has(v.panes.Article) {
		id = v.panes.Article.Item.ID
	}
	v.attention.Touch(v.context().Now(), id)
}

// attendTo counts how long another article is read from now on.
func (v *Visitor) attendTo(id string) dialog.Action {
	return v.attention.Turn(v.context().Now(), id, v.context().Library)
}

// SaveAttention returns what keeps how long the open article was read until now.
func (v *Visitor) SaveAttention() dialog.Action { return v.attention.Save(v.context().Library) }

// LeftAt returns the article that the reader is left at: one that was opened, and not
// merely passed by; "" for none.
func (v *Visitor) LeftAt() string {
	if v.preview.shown {
		return v.preview.left.ID
	}
	if e := v.panes.Article.Item.Entry; v.context().Pending.Apply(e).Read {
		return e.ID
	}
	return ""
}

// SaveLeft returns what keeps at which article the reader is left, and where in it.
func (v *Visitor) SaveLeft() dialog.Action {
	do := dialog.Many{v.panes.Article.SavePosition()}
	v.Attend()
	do = append(do, v.SaveAttention())
	if id, library := v.LeftAt(), v.context().Library; id != "" {
		do = append(do, dialog.Save{ByItself: true, Do: func(ctx context.Context) (store.Undo, error) {
			return store.Undo{}, library.SetLeftAt(ctx, id)
		}})
	}
	return do
}
