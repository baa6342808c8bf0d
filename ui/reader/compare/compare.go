// Package compare is the screen of two articles side by side: two papers' reports of one
// event, the first at the right, in which what the other one lacks is marked. On a narrow
// screen they stand one after the other.
package compare

import (
	"reflect"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/viewport"
)

// Screen shows two articles.
type Screen struct {
	*draw.Canvas
	texts  [2]*Text
	beside [2]*viewport.Model // where both stand side by side
	below  *viewport.Model    // where they stand one after the other
	active int                // the text that marks are looked for in, and that is opened
	wide   bool               // they were drawn side by side last
	rows   int                // as many were drawn last
	theme  theme.Theme        // as they were drawn last
	styled rtl.Options
}

// New returns the screen of two texts.
func New(c *draw.Canvas, texts [2]*Text) *Screen {
	s := &Screen{Canvas: c, texts: texts, theme: c.Theme, wide: true}
	for i, t := range texts {
		s.beside[i] = viewport.New(t.document)
		s.beside[i].Find(t.match)
	}
	s.below = viewport.New(stack(texts))
	s.below.Find(func(said string) []text.Range { return append(texts[0].match(said), texts[1].match(said)...) })
	return s
}

// match gives what is marked in a block that says something.
func (t *Text) match(said string) []text.Range { return t.unshared[said] }

// Footer gives the keys of the screen.
func (s *Screen) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.NextHit, keymap.NextPane, keymap.Onward, keymap.Back}
}

// wheelRows is how far a turn of the wheel scrolls.
const wheelRows = 3

// Update scrolls both texts, goes from mark to mark and from one text to the other, and
// opens one.
func (s *Screen) Update(msg tea.Msg) dialog.Action {
	switch msg := msg.(type) {
	case dialog.Key:
		if msg.Press.String() == "esc" { // whatever else it was chosen for
			return dialog.Close{}
		}
		return s.handleKey(msg.Action)
	case dialog.Wheel:
		s.scroll(msg.Steps * wheelRows)
	case dialog.Click:
	default:
		return dialog.Pass{}
	}
	return nil
}

// handleKey does what a key does.
func (s *Screen) handleKey(a keymap.Action) dialog.Action {
	if mv, ok := draw.Movements[a]; ok {
		s.scroll(mv.In(s.rows))
		return nil
	}
	switch a {
	case keymap.Back, keymap.Quit, keymap.Compare:
		return dialog.Close{}
	case keymap.Onward:
		return dialog.Close{Then: dialog.Open{ID: s.texts[s.active].Item.ID, Position: dialog.WhereLeft, Jumped: true}}
	case keymap.NextPane, keymap.PreviousPane:
		s.change()
	case keymap.NextHit:
		return s.seek(true)
	case keymap.PreviousHit:
		return s.seek(false)
	default:
	}
	return nil
}

// scroll scrolls what is seen.
func (s *Screen) scroll(rows int) {
	if !s.wide {
		s.below.Scroll(rows)
		s.active, _ = stack(s.texts).of(s.below.Anchor().Block)
		return
	}
	for _, v := range s.beside {
		v.Scroll(rows)
	}
}

// change makes the other text the active one.
func (s *Screen) change() {
	s.active = 1 - s.active
	if !s.wide {
		s.below.ScrollTo(stack(s.texts).before(s.active))
	}
}

// seek goes to the next mark of the active text or the one before.
func (s *Screen) seek(forward bool) dialog.Action {
	v := s.beside[s.active]
	if !s.wide {
		v = s.below
	}
	result := v.Seek(forward)
	for result == viewport.Pending {
		result = v.Continue()
	}
	if !s.wide {
		s.active, _ = stack(s.texts).of(v.Anchor().Block)
	}
	if result != viewport.Found {
		return dialog.Say{Text: s.Words.Compare.NoMore}
	}
	return nil
}

// Columns of a text: as many as are needed side by side at the least, and the most that
// are read well.
const (
	leastColumns = 34
	mostColumns  = 66
)

// columnDivider stands between the texts.
const columnDivider = " │ "

// View draws the texts.
func (s *Screen) View(width, height int) []draw.Row {
	s.restyle()
	head := s.head(width)
	columns := min((width-2*draw.InsetColumns-len([]rune(columnDivider)))/2, mostColumns)
	s.wide = columns >= leastColumns
	if !s.wide {
		head = append(head, draw.Blank(width, rtl.Style{}))
		s.rows = max(0, height-len(head))
		return append(head, s.viewBelow(width, s.rows)...)
	}
	head = append(head, s.sideBySide(width, s.name(0, columns), s.name(1, columns), columns), draw.Blank(width, rtl.Style{}))
	s.rows = max(0, height-len(head))
	first, second := s.column(0, columns, s.rows), s.column(1, columns, s.rows)
	for i := range s.rows {
		head = append(head, s.sideBySide(width, first[i], second[i], columns))
	}
	return head
}

// restyle takes over another theme and other looks of lines.
func (s *Screen) restyle() {
	if s.theme == s.Theme && reflect.DeepEqual(s.styled, s.Options) {
		return
	}
	for i, v := range s.beside {
		s.texts[i].document.SetTheme(s.Theme)
		v.SetOptions(s.Options)
		v.Relayout()
	}
	s.below.SetOptions(s.Options)
	s.below.Relayout()
	s.theme, s.styled = s.Theme, s.Options
}

// headRows is the most that the head takes.
const headRows = 2

// head says what the screen is, and what the marks mean.
func (s *Screen) head(width int) (rows []draw.Row) {
	say := s.Words.Compare
	spans := []rtl.Span{
		{Text: say.Title, Style: s.Styles.Title}, {Text: " · ", Style: s.Styles.Muted},
		{Text: say.Sentence, Style: s.Styles.Highlight}, {Text: s.Words.Comma, Style: s.Styles.Muted},
		{Text: say.Fact, Style: s.Styles.Hit}, {Text: " " + say.Lacking, Style: s.Styles.Muted},
	}
	for _, r := range s.Paragraph(spans, width-2*draw.InsetColumns, headRows) {
		rows = append(rows, s.Inset(width, r))
	}
	return rows
}

// name says which paper a text is of, and how much it has alone.
func (s *Screen) name(which, columns int) draw.Row {
	t, style := s.texts[which], s.Styles.Muted
	if which == s.active {
		style = s.Styles.PaneFocus
	}
	alone := s.Words.Count(t.Sentences, s.Words.Compare.Alone)
	return s.Label(columns, rtl.Span{Text: "\u2068" + s.Words.Paper(t.Item.Entry) + "\u2069", Style: style}, rtl.Span{Text: " · " + alone, Style: s.Styles.Muted})
}

// sideBySide puts a row of the second text at the left of one of the first.
func (s *Screen) sideBySide(width int, first, second draw.Row, columns int) draw.Row {
	fit := func(r draw.Row) draw.Row { return draw.Refit(r, int(rtl.Width(r)), columns) }
	return s.Inset(width, fit(first), s.Drawn(columnDivider, s.Styles.Border), fit(second))
}

// column draws the rows of a text that are seen.
func (s *Screen) column(which, columns, rows int) []draw.Row {
	v := s.beside[which]
	if w, h := v.Size(); w != columns || h != rows {
		v.SetSize(columns, rows)
	}
	var list []draw.Row
	for _, row := range v.Rows() {
		list = append(list, s.paint(v, row, s.texts[which].marks[row.Block], which == s.active))
	}
	return draw.Fit(list, columns, rows)
}

// viewBelow draws the texts one after the other.
func (s *Screen) viewBelow(width, rows int) []draw.Row {
	columns := max(1, min(width-2*draw.InsetColumns, mostColumns))
	if w, h := s.below.Size(); w != columns || h != rows {
		s.below.SetSize(columns, rows)
	}
	var list []draw.Row
	for _, row := range s.below.Rows() {
		which, inside := stack(s.texts).of(row.Block)
		list = append(list, s.Inset(width, s.paint(s.below, row, s.texts[which].marks[inside], true)))
	}
	return draw.Fit(list, width, rows)
}

// paint marks in a row what the other text lacks, and the mark that one has gone to.
func (s *Screen) paint(v *viewport.Model, row viewport.Row, marks blockMarks, active bool) draw.Row {
	cells := slices.Clone(row.Cells)
	put := func(ranges []text.Range, style rtl.Style) {
		for _, r := range ranges {
			for _, i := range row.Showing(r.Start, r.End) {
				link := cells[i].Style.Link
				cells[i].Style = style
				cells[i].Style.Link = link
			}
		}
	}
	put(marks.sentences, s.Styles.Highlight)
	put(marks.facts, s.Styles.Hit)
	unchanged := func(*rtl.Style) {}
	current := unchanged
	if active {
		current = func(style *rtl.Style) { *style = s.Styles.Selected }
	}
	v.Paint(row, cells, viewport.Looks{Hit: unchanged, Current: current, Selected: unchanged})
	return cells
}
