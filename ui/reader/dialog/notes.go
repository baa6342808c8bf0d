package dialog

import (
	"context"
	"slices"
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
	wanted string // the ID of the highlight to be selected first
	inRows []int  // the note in each row of the screen
}

// NotesLoaded are the notes of all articles.
type NotesLoaded struct {
	Notes []store.Highlighted
	Err   error
}

// mostNotes is how many notes the screen has; warraq notes writes all.
const mostNotes = 500

// NewNotes returns the screen of all notes, and the command that reads them. The one of a
// highlight, by its ID, is selected if there is one.
func NewNotes(c *draw.Canvas, runner *jobs.Runner, library *store.Library, wanted string) (*Notes, tea.Cmd) {
	s := &Notes{baseScreen: baseScreen{Canvas: c, opener: keymap.Notes}, wanted: wanted}
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

// noteRows is the height of a note on the screen, unless it is the selected one and longer:
// that is shown whole.
const noteRows = 4

// Update chooses a note and opens its article there.
func (s *Notes) Update(msg tea.Msg) Action {
	if loaded, ok := msg.(NotesLoaded); ok {
		if loaded.Err != nil {
			return Failed{loaded.Err}
		}
		s.Items = loaded.Notes
		s.Selected = max(0, slices.IndexFunc(s.Items, func(h store.Highlighted) bool { return h.ID == s.wanted }))
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
	if row < draw.HeadRows || row-draw.HeadRows >= len(s.inRows) {
		return false
	}
	s.Selected = s.inRows[row-draw.HeadRows]
	return true
}

// View draws the notes, the selected one whole.
func (s *Notes) View(width, height int) []draw.Row {
	rows := s.ScreenHead(s.Words.Notes.Title, width)
	s.inRows = nil
	if len(s.Items) == 0 {
		return append(rows, s.Prose(s.WithKeys(s.Words.Notes.None), s.Styles.Muted, width)...)
	}
	room := max(0, height-draw.HeadRows)
	whole := s.note(s.Selected, width, max(noteRows, room))
	s.Move(0, max(1, (room-len(whole))/noteRows+1), len(s.Items))
	for i := s.Top; i < len(s.Items); i++ {
		lines := whole
		if i != s.Selected {
			lines = s.note(i, width, noteRows)
		}
		if len(s.inRows) > 0 && len(s.inRows)+len(lines)-1 > room {
			break
		}
		rows = append(rows, lines...)
		for range lines {
			s.inRows = append(s.inRows, i)
		}
	}
	return rows
}

// note draws a note in so many rows at the most, the last of which is free, and in noteRows at
// the least.
func (s *Notes) note(i, width, most int) (rows []draw.Row) {
	h := s.Items[i]
	columns := max(0, min(width-2*draw.InsetColumns, draw.ProseColumns))
	lines := []draw.Row{s.Label(columns, rtl.Span{Text: h.Entry.Title, Style: s.Styles.Accent})}
	if h.Quote != "" {
		quoted := noteRows - 2
		if h.Note != "" {
			quoted--
		}
		lines = append(lines, s.Paragraph([]rtl.Span{{Text: "«" + strings.ReplaceAll(h.Quote, "\n", " ") + "»", Style: s.Styles.Muted}}, columns, quoted)...)
	}
	if h.Note != "" {
		lines = append(lines, s.Paragraph([]rtl.Span{{Text: strings.ReplaceAll(h.Note, "\n", " "), Style: s.Styles.Text}}, columns, max(1, most-1-len(lines)))...)
	}
	for _, r := range draw.Fit(lines, columns, max(len(lines), noteRows-1)) {
		rows = append(rows, s.Selectable(s.Inset(width, r), i == s.Selected))
	}
	return append(rows, draw.Blank(width, rtl.Style{}))
}
