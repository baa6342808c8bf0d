package reader

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/articles"
	"warraq/store"
	"warraq/ui/rtl"
	"warraq/ui/words"
)

// highlighted is the highlight that a passage of the open article has: one that
// holds all that was chosen, or one in the paragraph at the top.
func (m *Model) highlighted(passage articles.Highlight) (articles.Highlight, bool) {
	i := slices.IndexFunc(m.article.highlights, func(h articles.Highlight) bool {
		if m.article.selection != nil {
			return h.Start <= passage.Start && passage.End <= h.End
		}
		return h.Start < passage.End && passage.Start < h.End
	})
	if i < 0 {
		return articles.Highlight{}, false
	}
	return m.article.highlights[i], true
}

// toggleHighlight marks the passage that is chosen or the paragraph at the top, or
// takes the mark away.
func (m *Model) toggleHighlight() tea.Cmd {
	h, ok := m.passage()
	if !ok {
		return nil
	}
	id, library := m.article.item.ID, m.library
	there, marked := m.highlighted(h)
	m.article.selection = nil
	if marked {
		return m.changeNotes(id, m.words.Notes.Gone, func(ctx context.Context) (store.Undo, error) {
			return library.RemoveHighlight(ctx, there.ID)
		})
	}
	return m.changeNotes(id, m.words.Notes.Set, func(ctx context.Context) (store.Undo, error) {
		_, undo, err := library.AddHighlight(ctx, id, h)
		return undo, err
	})
}

// changeNotes makes a change of the notes, and shows those that there are then.
func (m *Model) changeNotes(id, said string, do func(context.Context) (store.Undo, error)) tea.Cmd {
	again := func() tea.Cmd {
		if m.article.item.ID != id {
			return nil // its notes are read when it is opened again
		}
		return m.fetchNotes(id)
	}
	return m.save(saved{id: id, said: said, then: again}, do, false)
}

// openNote asks for the note on the passage that is chosen or the paragraph at the
// top, or for what is to be changed in the one that it has.
func (m *Model) openNote() tea.Cmd {
	h, ok := m.passage()
	if !ok {
		return nil
	}
	m.focus = articlePane
	there, marked := m.highlighted(h)
	id := m.article.item.ID
	return m.ask(&question{
		name:  func(w *words.Words) string { return w.Notes.Ask },
		lines: true,
		answered: func(m *Model, text string) tea.Cmd {
			m.article.selection = nil
			if marked {
				h = there
			}
			return m.setNote(id, h, text)
		},
	}, there.Note)
}

// setNote writes a note on a passage of an article, or on the highlight that it has.
func (m *Model) setNote(id string, h articles.Highlight, text string) tea.Cmd {
	if h.ID == "" && text == "" {
		return nil
	}
	library := m.library
	return m.changeNotes(id, m.words.Notes.Noted, func(ctx context.Context) (store.Undo, error) {
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
	library := m.library
	return m.jobs.Ask(notesJob, func(ctx context.Context) tea.Msg {
		found, err := library.Highlights(ctx, id)
		return notesLoaded{found, err}
	})
}

func (m *Model) tookNotes(msg notesLoaded) {
	if msg.err != nil {
		m.notice = m.sentence(msg.err)
		return
	}
	m.article.highlights = msg.highlights
	m.article.locate()
}

// locate finds where the highlights stand in the text as it is now; what stands
// nowhere is not shown.
func (a *article) locate() {
	for i := range a.highlights {
		h := &a.highlights[i]
		var ok bool
		if h.Start, h.End, ok = a.document.Locate(*h); !ok {
			h.Start, h.End = -1, -1
		}
	}
}

// withNotes shows which lines of the article are highlighted.
func (m *Model) withNotes(line int, cells []rtl.Cell) []rtl.Cell {
	for _, h := range m.article.highlights {
		for _, at := range m.article.lines[line].Cover(h.Start, h.End) {
			style, look := &cells[at].Style, m.styles.Highlight
			style.Background, style.Attributes = look.Background, style.Attributes|look.Attributes
			if look.Foreground != 0 {
				style.Foreground = look.Foreground
			}
		}
	}
	return cells
}

// notesScreen shows the notes and highlights of all articles, the last ones first.
type notesScreen struct{ menu[store.Highlighted] }

// allNotesLoaded answers openNotes.
type allNotesLoaded struct {
	notes []store.Highlighted
	err   error
}

// mostNotes is how many notes the screen has; warraq notes writes all.
const mostNotes = 500

func (m *Model) openNotes() tea.Cmd {
	library := m.library
	return tea.Batch(m.openScreen(&notesScreen{}), m.jobs.Ask(allNotesJob, func(ctx context.Context) tea.Msg {
		found, err := library.AllHighlights(ctx, "", mostNotes)
		return allNotesLoaded{found, err}
	}))
}

func (m *Model) tookAllNotes(msg allNotesLoaded) {
	s, ok := m.screen().(*notesScreen)
	switch {
	case msg.err != nil:
		m.notice = m.sentence(msg.err)
	case ok:
		s.items = msg.notes
	}
}

func (s *notesScreen) opener() action   { return notes }
func (s *notesScreen) footer() []action { return []action{down, up, onward, back} }

// noteRows is the height of a note on the screen.
const noteRows = 4

func (s *notesScreen) act(m *Model, a action, _ int) tea.Cmd {
	if a != onward {
		s.menu.act(a, (m.screenRows()-headRows)/noteRows)
		return nil
	}
	h, ok := s.choose()
	closed := m.closeScreen()
	if !ok {
		return closed
	}
	m.leave()
	return tea.Batch(closed, m.visit(place{id: h.Entry.ID, position: h.Start, focus: articlePane}))
}

func (s *notesScreen) rows(m *Model, width, height int) []row {
	rows := m.screenHead(m.words.Notes.Title, width)
	if len(s.items) == 0 {
		return append(rows, m.prose(m.words.Notes.None, m.styles.Muted, width)...)
	}
	visible := max(0, (height-headRows)/noteRows)
	s.move(0, visible, len(s.items))
	columns := max(0, min(width-2*insetColumns, DefaultMeasure))
	for i := s.top; i < min(s.top+visible, len(s.items)); i++ {
		h := s.items[i]
		from := m.label(columns, rtl.Span{Text: h.Entry.Title, Style: m.styles.Accent})
		lines := []row{from}
		if h.Quote != "" {
			most := noteRows - 2
			if h.Note != "" {
				most--
			}
			lines = append(lines, m.paragraph([]rtl.Span{{Text: "«" + strings.ReplaceAll(h.Quote, "\n", " ") + "»", Style: m.styles.Muted}}, columns, most)...)
		}
		if h.Note != "" {
			lines = append(lines, m.paragraph([]rtl.Span{{Text: strings.ReplaceAll(h.Note, "\n", " "), Style: m.styles.Text}}, columns, 1)...)
		}
		for _, r := range fit(lines, columns, noteRows-1) {
			rows = append(rows, m.selectable(m.inset(width, r), i == s.selected))
		}
		rows = append(rows, blank(width, rtl.Style{}))
	}
	return rows
}

func (s *notesScreen) point(row int) bool {
	i := s.top + (row-headRows)/noteRows
	if row < headRows || i >= len(s.items) {
		return false
	}
	s.selected = i
	return true
}
