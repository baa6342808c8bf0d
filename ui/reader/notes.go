package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"warraq/articles"
	"warraq/store"
	"warraq/ui/reader/dialog"
	"warraq/ui/words"
)

// toggleHighlight marks the passage that is chosen or the paragraph at the top, or
// takes the mark away.
func (m *Model) toggleHighlight() tea.Cmd {
	h, ok := m.article.Passage()
	if !ok {
		return nil
	}
	id, library := m.article.Item.ID, m.Library
	there, marked := m.article.Highlighted(h)
	m.article.StopChoosing()
	if marked {
		return m.changeNotes(id, m.Words.Notes.Gone, func(ctx context.Context) (store.Undo, error) {
			return library.RemoveHighlight(ctx, there.ID)
		})
	}
	return m.changeNotes(id, m.Words.Notes.Set, func(ctx context.Context) (store.Undo, error) {
		_, undo, err := library.AddHighlight(ctx, id, h)
		return undo, err
	})
}

// changeNotes makes a change of the notes, and shows those that there are then.
func (m *Model) changeNotes(id, said string, do func(context.Context) (store.Undo, error)) tea.Cmd {
	again := func() tea.Cmd {
		if m.article.Item.ID != id {
			return nil // its notes are read when it is opened again
		}
		return m.fetchNotes(id)
	}
	return m.save(saved{ids: []string{id}, said: said, then: again}, do, false)
}

// openNote asks for the note on the passage that is chosen or the paragraph at the
// top, or for what is to be changed in the one that it has.
func (m *Model) openNote() tea.Cmd {
	h, ok := m.article.Passage()
	if !ok {
		return nil
	}
	m.setFocus(articlePane)
	there, marked := m.article.Highlighted(h)
	id := m.article.Item.ID
	p := &dialog.Prompt{
		Name: func(w *words.Words) string { return w.Notes.Ask },
		Answered: func(text string) dialog.Action {
			m.article.StopChoosing()
			if marked {
				h = there
			}
			return run(m.setNote(id, h, text))
		},
	}
	p.Lines = true
	return m.prompt(p, there.Note)
}

// setNote writes a note on a passage of an article, or on the highlight that it has.
func (m *Model) setNote(id string, h articles.Highlight, text string) tea.Cmd {
	if h.ID == "" && text == "" {
		return nil
	}
	library := m.Library
	return m.changeNotes(id, m.Words.Notes.Noted, func(ctx context.Context) (store.Undo, error) {
		if h.ID != "" {
			return library.SetNote(ctx, h.ID, text)
		}
		h.Note = text
		_, undo, err := library.AddHighlight(ctx, id, h)
		return undo, err
	})
}

// notesLoaded answers fetchNotes.
type notesLoaded struct {
	highlights []articles.Highlight
	err        error
}

func (m *Model) fetchNotes(id string) tea.Cmd {
	library := m.Library
	return m.Jobs.Ask(notesJob, func(ctx context.Context) tea.Msg {
		found, err := library.Highlights(ctx, id)
		return notesLoaded{found, err}
	})
}

func (m *Model) tookNotes(msg notesLoaded) {
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return
	}
	m.article.SetHighlights(msg.highlights)
}
