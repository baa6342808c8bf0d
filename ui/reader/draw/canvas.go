// Package draw puts what stands outside of an article's text on the screen: rows of
// cells, labels and paragraphs at the edge where reading begins, menus, keys and what they do.
//
// A Canvas is what all of it is drawn with. Whoever draws gets a width and a height
// and returns rows of cells; Fit brings them to the exact size.
package draw

import (
	"cmp"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// The heights of the rows above and below all else.
const (
	HeaderRows = 1
	FooterRows = 1
)

// ProseColumns is the width of running text that is no article.
const ProseColumns = 66

// Canvas is what everything on the screen is drawn with: the words, the looks, the
// keys as they are printed, and the size of the screen.
type Canvas struct {
	Words   *words.Words
	Theme   theme.Theme
	Styles  theme.Styles
	Options rtl.Options // of the lines of an article; others are derived from them
	KeyMap  keymap.Keys
	Board   keyboard.Board

	Width, Height int

	// FromLeft is whether rows begin at the left, as English does, and not at the right.
	FromLeft bool
}

// Labels gives the keys of an action as they are printed on the keyboard.
func (c *Canvas) Labels(b keymap.Binding) []string { return c.KeyMap.Labels(b, c.Board) }

// ScreenRows is the height that a screen has.
func (c *Canvas) ScreenRows() int { return max(0, c.Height-HeaderRows-FooterRows) }

// HeadRows is the height of a screen's title and of the free line below it.
const HeadRows = 2

// ScreenHead is the title of a screen and a free line.
func (c *Canvas) ScreenHead(title string, width int) []Row {
	return []Row{
		c.Inset(width, c.Natural(width-InsetColumns, rtl.Span{Text: title, Style: c.Styles.Title})),
		Blank(width, rtl.Style{}),
	}
}

// Prose is running text on a screen.
func (c *Canvas) Prose(text string, style rtl.Style, width int) (rows []Row) {
	for _, r := range c.Paragraph([]rtl.Span{{Text: text, Style: style}}, min(width-2*InsetColumns, ProseColumns), mostProse) {
		rows = append(rows, c.Inset(width, r))
	}
	return rows
}

// mostProse is more rows than any text on a screen needs.
const mostProse = 100

// Selectable is a row that one can select.
func (c *Canvas) Selectable(r Row, selected bool) Row {
	if selected {
		return Restyle(r, c.Styles.Selected)
	}
	return r
}

// KeyRow is a row of the help: the keys of an action, and what they do.
func (c *Canvas) KeyRow(b keymap.Binding, width int) Row {
	return c.KeyRowSaying(b, 2, c.Words.Actions[string(b.Action)], width)
}

// KeyRowSaying is a row with the first keys of an action, and what is said of them.
func (c *Canvas) KeyRowSaying(b keymap.Binding, most int, says string, width int) Row {
	key := c.refit(c.keyLabel(b, most), keyColumns)
	does := c.Natural(max(0, width-keyColumns-2*InsetColumns), rtl.Span{Text: says, Style: c.Styles.Text})
	return c.Inset(width, key, Blank(2, rtl.Style{}), does)
}

// InsetColumns is how far the rows of a screen are from the edge at which they begin.
const InsetColumns = 2

// Inset is a row of parts in the order of reading, at a distance from the edge.
func (c *Canvas) Inset(width int, parts ...Row) Row {
	indent := Blank(min(InsetColumns, width), rtl.Style{})
	return c.refit(c.InOrder(append([]Row{indent}, parts...)...), width)
}

// InOrder joins the parts of a row in the order of reading: the first one at the edge at which
// rows begin.
func (c *Canvas) InOrder(parts ...Row) Row {
	if c.FromLeft {
		return slices.Concat(parts...)
	}
	var r Row
	for _, p := range slices.Backward(parts) {
		r = append(r, p...)
	}
	return r
}

// refit cuts a row at its end, or fills it up there.
func (c *Canvas) refit(r Row, width int) Row {
	has := int(rtl.Width(r))
	if !c.FromLeft {
		return Refit(r, has, width)
	}
	for has > width && len(r) > 0 {
		has -= int(r[len(r)-1].Width)
		r = r[:len(r)-1]
	}
	return append(slices.Clip(r), Blank(width-has, rtl.Style{})...)
}

// keyColumns is the width of the keys in the help.
const keyColumns = 10

// Marked is a text with the parts that were looked for in another style.
func (c *Canvas) Marked(text string, hits []text.Range, style rtl.Style) (spans []rtl.Span) {
	at := 0
	for _, h := range hits {
		spans = append(spans, rtl.Span{Text: text[at:h.Start], Style: style}, rtl.Span{Text: text[h.Start:h.End], Style: c.Styles.Hit})
		at = h.End
	}
	return append(spans, rtl.Span{Text: text[at:], Style: style})
}

// mostEmpty is how many rows a pane says that it is empty in at the most.
const mostEmpty = 8

// Empty is what a pane says when it has nothing to show, at a distance from both edges.
func (c *Canvas) Empty(text string, width int) []Row {
	rows := []Row{Blank(width, rtl.Style{})}
	for _, r := range c.Paragraph([]rtl.Span{{Text: text, Style: c.Styles.Muted}}, width-2*InsetColumns, mostEmpty) {
		rows = append(rows, c.Inset(width, r))
	}
	return rows
}

// Drawn is a row of characters that stand as they are.
func (c *Canvas) Drawn(text string, style rtl.Style) (r Row) {
	for _, glyph := range text {
		r = append(r, Repeat(glyph, 1, style)...)
	}
	return r
}

// Point is a cell of the screen.
type Point struct{ X, Y int }

// leastSource is how many characters of a source's name are left where it is cut.
const leastSource = 4

// MetaRows is what stands under a title. Where there is no room for all of it, the
// section gives way: the list has tabs for it, and half a date says nothing; in one row the source is
// cut then.
func (c *Canvas) MetaRows(e store.Entry, when string, columns, most int) []Row {
	text := c.MetaOn(e, when)
	if text == "" {
		return nil
	}
	if int(rtl.StringWidth(text)) > columns*most {
		e.Section = ""
		text = c.MetaOn(e, when)
	}
	e.Source = cmp.Or(e.Source, e.Author)
	for source := []rune(e.Source); most == 1 && len(source) > leastSource && int(rtl.StringWidth(text)) > columns; {
		source = source[:len(source)-1]
		e.Source = strings.TrimSpace(string(source)) + "…"
		text = c.MetaOn(e, when)
	}
	return c.Paragraph([]rtl.Span{{Text: text, Style: c.Styles.Muted}}, columns, most)
}

// Meta says what kind of thing an entry is, where it comes from, and when.
func (c *Canvas) Meta(e store.Entry) string { return c.MetaOn(e, c.Words.Date(e.Published)) }

// MetaOn is [Canvas.Meta] with what is said of when that was. What repeats the title or
// another part is left out.
func (c *Canvas) MetaOn(e store.Entry, when string) string {
	card := ""
	if !e.Full {
		card = c.Words.Card
	}
	when = strings.ReplaceAll(when, " ", "\u00a0") // a date is not broken
	said := []string{text.Key(e.Title)}
	var parts []string
	for _, part := range []string{card, e.Section, cmp.Or(e.Source, e.Author), when} {
		if key := text.Key(part); part != "" && (key == "" || !slices.Contains(said, key)) {
			parts, said = append(parts, part), append(said, key)
		}
	}
	return inOrder(parts)
}

// inOrder joins parts, each an isolate, so that they keep their order whatever each begins
// and ends with. A line is broken before the sign between two of them.
func inOrder(parts []string) string {
	for i, p := range parts {
		parts[i] = "\u2068" + p + "\u2069"
	}
	return strings.Join(parts, " ·\u00a0")
}
