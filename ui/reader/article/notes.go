package article

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/words"
)

// toggleHighlight marks the passage that is chosen or the paragraph at the top, or takes
// the mark away.
func (p *Pane) toggleHighlight() dialog.Action {
	h, ok := p.Passage()
	if !ok {
		return nil
	}
	id, library := p.Item.ID, p.Library
	there, marked := p.Highlighted(h)
	p.StopChoosing()
	if marked {
		said := p.Words.Notes.Gone
		if there.Note != "" {
			said = p.Words.Notes.GoneNoted + p.UndoHint()
		}
		return p.changeNotes(id, said, func(ctx context.Context) (store.Undo, error) {
			undo, err := library.RemoveHighlight(ctx, there.ID)
			if errors.Is(err, store.ErrNoHighlight) { // the key was pressed twice before it was seen
				err = nil
			}
			return undo, err
		})
	}
	return p.changeNotes(id, p.Words.Notes.Set, func(ctx context.Context) (store.Undo, error) {
		_, undo, err := library.AddHighlight(ctx, id, h)
		return undo, err
	})
}

// changeNotes makes a change of the notes, and shows those that there are then.
func (p *Pane) changeNotes(id, said string, do func(context.Context) (store.Undo, error)) dialog.Action {
	return dialog.Save{IDs: []string{id}, Said: said, Do: do, Then: func() dialog.Action {
		if p.Item.ID != id {
			return nil // its notes are read when it is opened again
		}
		return p.LoadNotes()
	}}
}

// askNote asks for the note on the passage that is chosen or the paragraph at the top, or
// for what is to be changed in the one that it has.
func (p *Pane) askNote() dialog.Action {
	h, ok := p.Passage()
	if !ok {
		return nil
	}
	there, marked := p.Highlighted(h)
	id := p.Item.ID
	prompt := &dialog.Prompt{
		Name: func(w *words.Words) string { return w.Notes.Ask },
		Answered: func(text string) dialog.Action {
			p.StopChoosing()
			if marked {
				h = there
			}
			return p.setNote(id, h, text)
		},
	}
	prompt.Lines = true
	return dialog.Many{dialog.Focus{Pane: p}, dialog.Push{Dialog: prompt.Start(p.Canvas, there.Note)}}
}

// setNote writes a note on a passage of an article, or on the highlight that it has.
func (p *Pane) setNote(id string, h articles.Highlight, text string) dialog.Action {
	if h.ID == "" && text == "" {
		return nil
	}
	library := p.Library
	return p.changeNotes(id, p.Words.Notes.Noted, func(ctx context.Context) (store.Undo, error) {
		if h.ID != "" {
			return library.SetNote(ctx, h.ID, text)
		}
		h.Note = text
		_, undo, err := library.AddHighlight(ctx, id, h)
		return undo, err
	})
}

// notesLoaded answers LoadNotes.
type notesLoaded struct {
	highlights []articles.Highlight
	err        error
}

// LoadNotes reads the highlights and notes of the open article.
func (p *Pane) LoadNotes() dialog.Action {
	library, id := p.Library, p.Item.ID
	if id == "" {
		return nil
	}
	return dialog.Run{Cmd: p.Jobs.Ask(notesJob, func(ctx context.Context) tea.Msg {
		found, err := library.Highlights(ctx, id)
		return notesLoaded{found, err}
	})}
}

// showNotes shows what was read.
func (p *Pane) showNotes(msg notesLoaded) dialog.Action {
	if errors.Is(msg.err, store.ErrNotFound) {
		return nil // the article was deleted meanwhile, as is said already
	}
	if msg.err != nil {
		return dialog.Failed{Err: msg.err}
	}
	p.SetHighlights(msg.highlights)
	return nil
}
