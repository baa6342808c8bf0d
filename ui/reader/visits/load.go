package visits

import (
	"context"
	"errors"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"

	tea "charm.land/bubbletea/v2"
)

// wholeJob is the kind of what reads the whole of the open article. It is of no use once
// another one is open.
const wholeJob jobs.Kind = "whole"

// Loaded is an article that is to be shown, for [Visitor.Loaded].
type Loaded struct {
	place    history.Place
	item     store.Item
	shown    []tea.Msg // of it, for each pane; nil for nothing
	document *page.Document
	notes    []articles.Highlight // whose column beside the text is to be there from the first
	theme    theme.Theme          // that the document has, and its words
	words    *words.Words
	err      error
}

// Completed is the whole of the open article, for [Visitor.Completed].
type Completed struct {
	item     store.Item
	document *page.Document
	theme    theme.Theme // that the document has
	err      error
}

// Show returns what loads an article into its pane, and what the others show of it.
func (v *Visitor) Show(target history.Place) dialog.Action {
	v.panes.Article.Wanted = target.ID
	v.context().Jobs.Abort(previewRestJob, previewJob)
	return v.showBy(dialog.VisitJob, target)
}

// showBy is [Visitor.Show] as a job of a kind.
func (v *Visitor) showBy(kind jobs.Kind, target history.Place) dialog.Action {
	c := v.context()
	library, look, say := c.Library, c.Theme, c.Words
	prepare := v.panes.Prepare(target.ID, target.Panes)
	return dialog.Run{Cmd: c.Jobs.Ask(kind, func(ctx context.Context) tea.Msg {
		answer := Loaded{place: target, theme: look, words: say}
		if answer.item, answer.err = library.Article(ctx, target.ID); answer.err != nil {
			return answer
		}
		if answer.shown, answer.err = prepare(ctx); answer.err != nil {
			return answer
		}
		answer.document = article.Styled(page.Beginning(answer.item), look, say)
		answer.notes, _ = library.Highlights(ctx, target.ID) // what fails is said where they are read again
		return answer
	})}
}

// Loaded returns what shows an article in the place of the one that was open.
func (v *Visitor) Loaded(msg Loaded) dialog.Action {
	switch {
	case msg.err != nil && msg.place.Preview:
		return nil
	case msg.err != nil:
		v.panes.Article.Wanted = v.panes.Article.Item.ID
		if errors.Is(msg.err, store.ErrNotFound) && msg.place.Missing != "" {
			return dialog.Say{Text: msg.place.Missing}
		}
		return dialog.Failed{Err: msg.err}
	}
	v.context().Jobs.Abort(wholeJob)
	wasPreview := v.preview.shown
	left := v.previewing(msg.place)
	return dialog.Many{
		left, v.panes.TellAll(pane.Opened{ID: msg.item.ID}),
		dialog.Call(func() dialog.Action { return v.open(msg, wasPreview) }),
	}
}

// open shows an article, and returns what is to be done about that.
func (v *Visitor) open(msg Loaded, wasPreview bool) dialog.Action {
	a, c := v.panes.Article, v.context()
	if msg.theme != c.Theme || msg.words != c.Words { // which have changed since
		msg.document = article.Styled(page.Beginning(msg.item), c.Theme, c.Words)
	}
	another := msg.item.ID != a.Item.ID
	at := msg.place.At
	if at == history.WhereLeft {
		at.Position = msg.item.Position
	}
	a.Open(msg.item, msg.document, at)
	a.SetHighlights(msg.notes)
	a.Jumped, a.Preview = msg.place.Jumped, msg.place.Preview
	if another || wasPreview || msg.place.Preview {
		a.Find(article.Finding{Text: msg.place.Searched, Query: msg.place.Searched != ""})
		v.showFound(msg.place)
	}
	a.Relook()
	do := dialog.Many{
		v.focusOn(msg.place.Focus), v.panes.Show(msg.shown), dialog.Call(v.complete), dialog.Call(a.LoadNotes),
	}
	if msg.place.Preview {
		return do
	}
	do = append(do, dialog.Call(func() dialog.Action { return v.attendTo(msg.item.ID) }))
	if another {
		// Letters that are wider than their cells leave specks where other text
		// replaces them.
		do = append(do, looks.Changed{Effects: looks.Repaint})
	}
	if msg.place.Visited {
		do = append(do, dialog.Call(v.Follow), marking.CountRead(c, msg.item.Entry))
	}
	return do
}

// Follow returns what takes the list to the open article, where it is to follow it.
func (v *Visitor) Follow() dialog.Action {
	if !v.panes.Settings.Follow {
		return nil
	}
	return v.panes.List.Follow(v.panes.Article.Item.ID)
}

// complete returns what styles the whole of an article of which the beginning is shown: what
// is seen first comes first.
func (v *Visitor) complete() dialog.Action {
	item := v.panes.Article.Item
	if len(item.Body) == len(page.Beginning(item).Body) {
		return nil
	}
	return v.styleWhole(func(context.Context) (store.Item, error) { return item, nil })
}

// Again returns what reads the open article again and styles it anew, nil where none is open.
func (v *Visitor) Again() dialog.Action {
	id, library := v.panes.Article.Item.ID, v.context().Library
	if id == "" {
		return nil
	}
	return v.styleWhole(func(ctx context.Context) (store.Item, error) { return library.Article(ctx, id) })
}

// styleWhole styles all of an article beside the reader.
func (v *Visitor) styleWhole(read func(context.Context) (store.Item, error)) dialog.Action {
	c := v.context()
	look, say := c.Theme, c.Words
	return dialog.Run{Cmd: c.Jobs.Ask(wholeJob, func(ctx context.Context) tea.Msg {
		answer := Completed{theme: look}
		if answer.item, answer.err = read(ctx); answer.err == nil {
			answer.document = article.Styled(answer.item, look, say)
			answer.document.Build()
		}
		return answer
	})}
}

// Completed puts the whole of the open article in the place of its beginning, or as it is now
// in the place of how it was. Nothing moves, unless the position that the article was opened
// at lies further on.
func (v *Visitor) Completed(msg Completed) dialog.Action {
	if errors.Is(msg.err, store.ErrNotFound) {
		return nil // it was deleted meanwhile, as is said already
	}
	if msg.err != nil {
		return dialog.Failed{Err: msg.err}
	}
	if look := v.context().Theme; msg.theme != look {
		msg.document.SetTheme(look)
	}
	a := v.panes.Article
	a.Replace(msg.item, msg.document)
	v.showFound(history.Place{ID: msg.item.ID, At: history.WhereLeft, Searched: a.Searched()})
	a.Relook()
	return nil
}
