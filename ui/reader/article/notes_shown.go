package article

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
)

// NoteSign stands at the right of the passage that a note is on.
const NoteSign = '✎'

// The columns beside a text whose notes stand there: at the least, and of a note at the most;
// between the text and the notes, and at the other side of the text.
const (
	leastNoteMargin = 20
	mostNote        = 26
	noteGap         = 2
	otherMargin     = 2
	signColumns     = 2 // the sign and a space
)

// hasNotes tells whether there is a note on the text.
func (p *Pane) hasNotes() bool {
	for i := range p.Highlights {
		if p.Highlights[i].Note != "" && p.Highlights[i].Start >= 0 {
			return true
		}
	}
	return false
}

// rightMargin returns the columns at the right of the text: half of what the text leaves, and
// more where that makes room for its notes.
func (p *Pane) rightMargin() int {
	spare := max(0, p.size.Width-p.textColumns())
	right := spare / 2
	if room := spare - otherMargin; room >= leastNoteMargin && right < leastNoteMargin && p.hasNotes() {
		right = leastNoteMargin
	}
	return right
}

// noteColumns returns how many columns a note beside the text has, 0 where there is no room.
func (p *Pane) noteColumns() int {
	right := p.rightMargin()
	if right < leastNoteMargin {
		return 0
	}
	return min(mostNote, right-noteGap-signColumns)
}

// notesInSight returns the notes on passages that are in sight by the first rows that show
// some of these, from the top.
func (p *Pane) notesInSight() (notes []noteShown) {
	seen := make([]bool, len(p.Highlights))
	for row, line := range p.Text.Rows() {
		for i, h := range p.Highlights {
			if h.Note != "" && !seen[i] && len(line.Cover(h.Start, h.End)) > 0 {
				seen[i] = true
				notes = append(notes, noteShown{i, row})
			}
		}
	}
	return notes
}

// noteShown is the note of a highlight, beside a row.
type noteShown struct{ highlight, row int }

// noteText returns what a note says, on one line.
func (p *Pane) noteText(n noteShown) string {
	return strings.Join(strings.Fields(p.Highlights[n.highlight].Note), " ")
}

// margins draws what stands at the right of each row of the text: the notes on passages in
// sight, where there is room for them, or else a sign for each.
func (p *Pane) margins() []draw.Row {
	width, height := p.rightMargin(), p.size.Height
	rows := draw.Fit(nil, width, height)
	if width == 0 {
		return rows
	}
	columns, notes := p.noteColumns(), p.notesInSight()
	sign := rtl.Cell{Glyph: NoteSign, Style: p.Styles.Mark, At: rtl.NoOffset, Width: 1}
	free := 0 // the first row without a note
	for n, note := range notes {
		if columns == 0 {
			rows[note.row][width-1] = sign
			continue
		}
		lines := p.Canvas.Paragraph([]rtl.Span{{Text: p.noteText(note), Style: p.Styles.Muted}}, columns, max(1, height-free-(len(notes)-1-n)))
		// It goes up where it would end below the text, as far as there is room.
		at := max(free, min(note.row, height-len(lines)))
		for i, line := range lines {
			if at+i >= height {
				break
			}
			beside := draw.Blank(signColumns, rtl.Style{})
			if i == 0 {
				beside[signColumns-1] = sign
			}
			r := slices.Concat(draw.Blank(noteGap, rtl.Style{}), line, beside)
			rows[at+i] = append(r, draw.Blank(width-int(rtl.Width(r)), rtl.Style{})...)
		}
		free = at + len(lines)
	}
	return rows
}

// Note says the first of the notes on passages that are in sight, where they do not stand
// beside the text.
func (p *Pane) Note() string {
	switch {
	case p.Text == nil || p.Choosing():
		return ""
	case p.IsAloud():
		return p.aloudNote()
	case p.noteColumns() > 0:
		return ""
	}
	notes := p.notesInSight()
	if len(notes) == 0 {
		return ""
	}
	return string(NoteSign) + " " + p.noteText(notes[0])
}
