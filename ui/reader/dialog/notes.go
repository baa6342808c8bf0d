package dialog

import (
	"context"
	"strings"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"

	tea "charm.land/bubbletea/v2"
)

// Notes shows the notes and highlights of all articles, the last ones first.
type Notes struct {
	baseScreen
	draw.Menu[store.Highlighted]
}

// NotesLoaded are the notes of all articles.
type NotesLoaded struct {
	Notes []store.Highlighted
	Err   error
}

// mostNotes is how many notes the screen has; warraq notes writes all.
const mostNotes = 500

// NewNotes returns the screen of all notes, and the command that reads them.
func NewNotes(c *draw.Canvas, runner *jobs.Runner, library *store.Library) (*Notes, tea.Cmd) {
	s := &Notes{baseScreen: baseScreen{Canvas: c, opener: keymap.Notes}}
	s.point = s.pointAt
	return s, runner.Ask("all notes", func(ctx context.Context) tea.Msg {
		found, err := library.AllHighlights(ctx, "", mostNotes)
		return NotesLoaded{found, err}
	})
}

// Footer gives the keys of the notes.
func (s *Notes) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.Onward, keymap.Back}
}

// noteRows is the height of a note on the screen.
const noteRows = 4

// Update chooses a note and opens its article there.
func (s *Notes) Update(msg tea.Msg) Action {
	if loaded, ok := msg.(NotesLoaded); ok {
		if loaded.Err != nil {
			return Failed{loaded.Err}
		}
		s.Items = loaded.Notes
		return nil
	}
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	if a != keymap.Onward {
		s.Act(a, (s.ScreenRows()-draw.HeadRows)/noteRows)
		return nil
	}
	h, ok := s.Choose()
	if !ok {
		return Close{}
	}
	return Close{Open{ID: h.Entry.ID, Position: h.Start}}
}

// pointAt selects the note of a row.
func (s *Notes) pointAt(row int) bool {
	i := s.Top + (row-draw.HeadRows)/noteRows
	if row < draw.HeadRows || i >= len(s.Items) {
		return false
	}
	s.Selected = i
	return true
}

// View draws the notes.
func (s *Notes) View(width, height int) []draw.Row {
	rows := s.ScreenHead(s.Words.Notes.Title, width)
	if len(s.Items) == 0 {
		return append(rows, s.Prose(s.WithKeys(s.Words.Notes.None), s.Styles.Muted, width)...)
	}
	visible := max(0, (height-draw.HeadRows)/noteRows)
	s.Move(0, visible, len(s.Items))
	columns := max(0, min(width-2*draw.InsetColumns, draw.ProseColumns))
	for i := s.Top; i < min(s.Top+visible, len(s.Items)); i++ {
		h := s.Items[i]
		from := s.Label(columns, rtl.Span{Text: h.Entry.Title, Style: s.Styles.Accent})
		lines := []draw.Row{from}
		if h.Quote != "" {
			most := noteRows - 2
			if h.Note != "" {
				most--
			}
			lines = append(lines, s.Paragraph([]rtl.Span{{Text: "«" + strings.ReplaceAll(h.Quote, "\n", " ") + "»", Style: s.Styles.Muted}}, columns, most)...)
		}
		if h.Note != "" {
			lines = append(lines, s.Paragraph([]rtl.Span{{Text: strings.ReplaceAll(h.Note, "\n", " "), Style: s.Styles.Text}}, columns, 1)...)
		}
		for _, r := range draw.Fit(lines, columns, noteRows-1) {
			rows = append(rows, s.Selectable(s.Inset(width, r), i == s.Selected))
		}
		rows = append(rows, draw.Blank(width, rtl.Style{}))
	}
	return rows
}
