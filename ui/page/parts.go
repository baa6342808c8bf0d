package page

import (
	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/rtl"
)

// PartKind says what a part of an article is.
type PartKind uint8

// The kinds of parts.
const (
	TextPart    PartKind = iota // a paragraph, a heading, a caption, a list's item
	RulePart                    // a line across the page
	TablePart                   // some rows of a table
	VersePart                   // a stanza
	CodePart                    // lines of code
	PicturePart                 // the place of a picture
)

// Part is a block of an article as those take it who lay it out otherwise than in cells.
// Its styles are the theme's; its text has the isolates that keep what stands in it in
// order, and links' numbers where they are asked for.
type Part struct {
	Kind PartKind
	// Text is what the part says; the offsets of all that is in it count in it.
	Text  string
	Spans []PartSpan
	// Lead leads its lines, Above the free space before it: list's markers, quotes' bars.
	Lead, Above []Sign
	Apart       bool // free space stands before it
	Continues   bool // it goes on where the part before was cut off
	// Position is where it begins in the article's text, in characters.
	Position int
	// Level is that of a heading, 1 of the title, 2 of what has one sign in Markdown and
	// so on, 0 of what is none.
	Level int
	// Beside is true of what keeps to the side of the marker before it; Ragged of what is
	// never justified.
	Beside, Ragged bool
	// Muted is true of what is read second: sources, dates, captions.
	Muted     bool
	Direction rtl.Direction // [rtl.Auto] of what has its own

	Style   rtl.Style // of a rule, or of the rules of a table
	Table   *TableRows
	Verse   []VerseLine
	Code    []CodeLine
	Picture articles.Picture
	Caption string
}

// PartSpan is a stretch of a part in one style; Code is true of inline code.
type PartSpan struct {
	rtl.Span
	Code bool
}

// Sign leads the lines of a part, or its first alone: a list's marker, a quote's bar.
type Sign struct {
	Text    string
	Columns int // how much room it takes in cells, with the space behind it
	Style   rtl.Style
	Every   bool
}

// TableRows are some rows of a table.
type TableRows struct {
	Columns []TableColumn
	Rows    [][]TableCell
	Head    []TableCell // of the table, whichever rows these are
	First   int         // the number of the first row in the table; row 0 is its head
	Whole   bool        // these are all of its rows
}

// TableColumn is a column of a table, with what all of its cells need in columns of a
// terminal: the widest of them, and the longest word.
type TableColumn struct {
	Align          rtl.Align // AlignStart where the table does not say
	Natural, Least int
}

// TableCell is a cell of a table, and where it begins in the part's text.
type TableCell struct {
	Spans []PartSpan
	Start int
}

// VerseLine is a line of a stanza: two halves, or the whole line.
type VerseLine struct{ Halves []TableCell }

// CodeLine is a line of code, and where it begins in the part's text; a line of prose
// runs in the direction of its first letter.
type CodeLine struct {
	Indent int // columns
	Prose  bool
	Spans  []PartSpan
	Start  int
}

// Part returns a block of the document in the colours of its theme, and false where there
// is none.
func (d *Document) Part(i int) (Part, bool) {
	if !d.has(i) {
		return Part{}, false
	}
	b := &d.blocks[i]
	p := Part{
		Text: b.text(), Apart: b.apart, Continues: b.continues, Position: b.position,
		Lead: d.signs(b.lead), Above: d.signs(b.above),
	}
	switch c := b.content.(type) {
	case *paragraphBlock:
		d.textPart(&p, c)
	case *verse:
		d.textPart(&p, c.paragraphBlock)
		d.versePart(&p, c)
	case *table:
		d.tablePart(&p, c)
	case *codeBlock:
		d.codePart(&p, c)
	case *pictured:
		p.Kind, p.Picture, p.Caption, p.Style = PicturePart, c.Picture, c.caption, d.style(c.style)
	case ruleBlock:
		p.Kind, p.Style = RulePart, d.style(c.style)
	}
	return p, true
}

// signs returns what leads lines, in the theme's colours.
func (d *Document) signs(l leadingSigns) []Sign {
	if len(l) == 0 {
		return nil
	}
	out := make([]Sign, len(l))
	for i, s := range l {
		out[i] = Sign{s.text, s.width, d.style(s.style), s.every}
	}
	return out
}

// style returns a style of [purposeTheme] in the theme's colours.
func (d *Document) style(s rtl.Style) rtl.Style {
	s.Foreground, s.Background = d.colors.of(s.Foreground), d.colors.of(s.Background)
	return s
}

// spans returns spans in the theme's colours.
func (d *Document) spans(spans []rtl.Span) []PartSpan {
	out := make([]PartSpan, len(spans))
	for i, s := range spans {
		out[i] = PartSpan{rtl.Span{Text: s.Text, Style: d.style(s.Style)}, s.Style.Foreground == purposeColor(purposeTheme.Code)}
	}
	return out
}

func (d *Document) textPart(p *Part, c *paragraphBlock) {
	p.Spans, p.Direction, p.Level = d.spans(c.spans), c.direction, c.level
	p.Beside, p.Ragged = c.beside, c.ragged
	p.Muted = len(c.spans) > 0
	for _, s := range c.spans {
		p.Muted = p.Muted && s.Style.Foreground == purposeColor(purposeTheme.Muted)
	}
}

func (d *Document) versePart(p *Part, v *verse) {
	p.Kind = VersePart
	for _, l := range v.lines {
		var line VerseLine
		for _, half := range l.parts {
			line.Halves = append(line.Halves, TableCell{d.spans(half.spans), half.start})
		}
		p.Verse = append(p.Verse, line)
	}
}

func (d *Document) tablePart(p *Part, t *table) {
	rows := &TableRows{First: t.first, Whole: len(t.rows) == t.count, Head: d.tableCells(t.head)}
	for _, c := range t.columns {
		rows.Columns = append(rows.Columns, TableColumn{c.align, c.natural, c.least})
	}
	for _, r := range t.rows {
		rows.Rows = append(rows.Rows, d.tableCells(r))
	}
	p.Kind, p.Table, p.Style = TablePart, rows, d.style(t.border)
}

func (d *Document) tableCells(r tableRow) (row []TableCell) {
	for i, cell := range r.cells {
		row = append(row, TableCell{d.spans(cell), r.starts[i]})
	}
	return row
}

func (d *Document) codePart(p *Part, c *codeBlock) {
	p.Kind, p.Style = CodePart, d.style(rtl.Style{Background: c.panel})
	for _, l := range c.lines {
		p.Code = append(p.Code, CodeLine{Indent: l.indent, Prose: l.prose, Spans: d.spans(l.spans), Start: l.start})
	}
}
