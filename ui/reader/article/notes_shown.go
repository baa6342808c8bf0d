package article

import (
	"cmp"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
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

// hasNotes tells whether there is a note on the article: one whose passage is not here yet
// makes room, too, so that the text does not move when it comes.
func (p *Pane) hasNotes() bool {
	return slices.ContainsFunc(p.Highlights, func(h articles.Highlight) bool { return h.Note != "" })
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

// noteBeside is a note as it stands beside the text.
type noteBeside struct {
	noteShown
	lines []draw.Row
	at    int  // the row of the first of them
	cut   bool // not all of it is shown
}

// notesBeside lays the notes on passages in sight out beside the text, in so many columns: each
// beside its passage, or behind the one before.
func (p *Pane) notesBeside(columns int) (beside []noteBeside) {
	notes, height := p.notesInSight(), p.size.Height
	free := 0 // the first row without a note
	for n, note := range notes {
		b := noteBeside{noteShown: note}
		b.lines, b.cut = p.noteLines(note, columns, max(1, height-free-(len(notes)-1-n)))
		// It goes up where it would end below the text, as far as there is room.
		b.at = max(free, min(note.row, height-len(b.lines)))
		free = b.at + len(b.lines)
		b.cut = b.cut || free > height
		beside = append(beside, b)
	}
	return beside
}

// noteLayouts are notes as they are laid out beside the text, kept as long as that is.
type noteLayouts struct {
	epoch    int // of the text
	fromLeft bool
	lines    map[noteLayout][]draw.Row
}

// noteLayout is a note in so many columns, and in so many rows at the most, 0 for all.
type noteLayout struct {
	text          string
	columns, most int
}

// noteLines lays a note out in columns, unless it is, and tells whether it is cut to the rows
// that it has at the most.
func (p *Pane) noteLines(n noteShown, columns, most int) (lines []draw.Row, cut bool) {
	if l := &p.notes; l.lines == nil || l.epoch != p.Text.Epoch() || l.fromLeft != p.FromLeft {
		*l = noteLayouts{p.Text.Epoch(), p.FromLeft, map[noteLayout][]draw.Row{}}
	}
	text := p.noteText(n)
	if lines = p.layOutNote(noteLayout{text, columns, 0}); len(lines) <= most {
		return lines, false
	}
	return p.layOutNote(noteLayout{text, columns, most}), true
}

// layOutNote lays a note out, unless it is.
func (p *Pane) layOutNote(n noteLayout) []draw.Row {
	lines, ok := p.notes.lines[n]
	if !ok {
		lines = p.Canvas.Paragraph([]rtl.Span{{Text: n.text, Style: p.Styles.Muted}}, n.columns, cmp.Or(n.most, 1+len(n.text)))
		p.notes.lines[n] = lines
	}
	return lines
}

// margins draws what stands at the right of each row of the text: the notes on passages in
// sight, where there is room for them, or else a sign for each.
func (p *Pane) margins() []draw.Row {
	width, height := p.rightMargin(), p.size.Height
	rows := draw.Fit(nil, width, height)
	if width == 0 {
		return rows
	}
	sign := rtl.Cell{Glyph: NoteSign, Style: p.Styles.Mark, At: rtl.NoOffset, Width: 1}
	columns := p.noteColumns()
	if columns == 0 {
		for _, note := range p.notesInSight() {
			rows[note.row][width-1] = sign
		}
		return rows
	}
	for _, note := range p.notesBeside(columns) {
		for i, line := range note.lines[:min(len(note.lines), max(0, height-note.at))] {
			beside := draw.Blank(signColumns, rtl.Style{})
			if i == 0 {
				beside[signColumns-1] = sign
			}
			r := slices.Concat(draw.Blank(noteGap, rtl.Style{}), line, beside)
			rows[note.at+i] = append(r, draw.Blank(width-int(rtl.Width(r)), rtl.Style{})...)
		}
	}
	return rows
}

// CutNote returns the ID of the first highlight in sight whose note is not shown whole, ""
// where there is none.
func (p *Pane) CutNote() string {
	if p.Text == nil || !p.hasNotes() || p.Choosing() || p.IsAloud() {
		return ""
	}
	if columns := p.noteColumns(); columns > 0 {
		for _, note := range p.notesBeside(columns) {
			if note.cut {
				return p.Highlights[note.highlight].ID
			}
		}
		return ""
	}
	for n, note := range p.notesInSight() { // the footer has room for the first one alone
		if n > 0 || int(rtl.StringWidth(p.footerNote(note))) > p.Width/draw.FooterNoteShare {
			return p.Highlights[note.highlight].ID
		}
	}
	return ""
}

// footerNote is a note as the footer says it.
func (p *Pane) footerNote(n noteShown) string { return string(NoteSign) + " " + p.noteText(n) }

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
	return p.footerNote(notes[0])
}
