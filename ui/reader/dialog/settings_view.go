package dialog

import (
	"strings"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
)

// explainedRows are the rows of what the selected setting is for: more where they are short.
func (s *Settings) explainedRows() int {
	if s.Width < draw.ProseColumns {
		return 3
	}
	return 2
}

// explanation says what the selected setting is for, in as many rows whatever it is, so that
// nothing above jumps. Cut is what it says of itself where that has no room above.
func (s *Settings) explanation(cut string, width int) []draw.Row {
	c, _ := s.Choose()
	said, style := s.Words.Manual.Options[c.Name], s.Styles.Muted
	switch {
	case s.waits != nil:
		said, style = s.asked(), s.Styles.Warning
	case c.isOfKeys():
		said = s.usualKeys(&c)
	}
	if cut != "" && s.waits == nil {
		said = cut + " · " + said
	}
	most := s.explainedRows()
	rows := []draw.Row{draw.Blank(width, rtl.Style{})}
	for _, r := range s.Paragraph([]rtl.Span{{Text: said, Style: style}}, min(width-2*draw.InsetColumns, draw.ProseColumns), most) {
		rows = append(rows, s.Inset(width, r))
	}
	return draw.Fit(rows, width, most+1)
}

// nameOf says what a setting is called, valueOf what it is.
func (s *Settings) nameOf(c *Setting) string {
	if c.isOfKeys() {
		return s.keyName(keymap.Action(c.Name), c.Place)
	}
	return s.Words.Looks.Names[c.Name]
}

func (s *Settings) valueOf(c *Setting) string {
	if c.isOfKeys() {
		return s.keysOf(c)
	}
	return s.Words.Looks.Value(c.Name, c.Now())
}

// headingOf says what stands above a group.
func (s *Settings) headingOf(c *Setting) string {
	if name := s.Words.Looks.Groups[c.Group]; c.Group != KeysGroup {
		return name
	}
	return s.Words.Looks.Groups[c.Group] + " · " + s.Words.Categories[c.Category]
}

// KeysGroup is the group of the keys of actions.
const KeysGroup = "keys"

// leastValue is the room for a value beside a long name.
const leastValue = 8

// columnsOf returns how many columns the names of settings take beside their values.
func (s *Settings) columnsOf(width int) (columns int) {
	for i := range s.Items {
		columns = max(columns, int(rtl.StringWidth(s.nameOf(&s.Items[i]))))
	}
	return min(columns, width/2)
}

// row draws a setting: its name and its value, each cut at a word where it has no room. The
// whole of both is cut then.
func (s *Settings) row(c *Setting, columns, width int) (r draw.Row, cut string) {
	room := width - 2*draw.InsetColumns
	name, value := s.nameOf(c), s.valueOf(c)
	says := rtl.StringWidth(name)
	if free := room - 2 - min(leastValue, int(rtl.StringWidth(value))); int(says) > columns {
		columns = min(int(says), max(columns, free)) // which setting it is matters more
	}
	room = max(0, room-columns-2)
	if int(says) > columns || int(rtl.StringWidth(value)) > room {
		cut = name + ": " + "\u2068" + value + "\u2069"
	}
	shown := s.oneRow(name, s.Styles.Text, columns)
	style := s.Styles.Accent
	if s.waits != nil && c.Name == string(s.waits.action) && c.Place == s.waits.place {
		value = "…"
	}
	if c.isOfKeys() {
		return s.Inset(width, shown, draw.Blank(2, rtl.Style{}), s.KeyNames(value, min(room, int(rtl.StringWidth(value))))), cut
	}
	return s.Inset(width, shown, draw.Blank(2, rtl.Style{}), s.oneRow(value, style, room)), cut
}

// oneRow draws a text in a row of some columns, cut at a word.
func (s *Settings) oneRow(text string, style rtl.Style, columns int) draw.Row {
	span := rtl.Span{Text: text, Style: style}
	if int(rtl.StringWidth(text)) > columns {
		if rows := s.Paragraph([]rtl.Span{span}, columns, 1); len(rows) > 0 {
			return rows[0]
		}
	}
	return s.Label(columns, span)
}

// View draws the settings.
func (s *Settings) View(width, height int) []draw.Row {
	columns, visible := s.columnsOf(width), s.visible(height)
	if s.Selected == 1 && visible > 1 {
		s.Top = 0 // the first heading comes back into sight with what it stands above
	}
	cut := ""
	rows := append(s.head(width), draw.Fit(s.Draw(visible, func(c Setting, selected bool) draw.Row {
		if c.isRow() {
			return s.Inset(width, s.Label(width-2*draw.InsetColumns, rtl.Span{Text: s.headingOf(&c), Style: s.Styles.Title}))
		}
		r, whole := s.row(&c, columns, width)
		if selected {
			cut = whole
		}
		return s.Selectable(r, selected)
	}), width, visible)...)
	return append(rows, s.explanation(cut, width)...)
}

// head is the title, with the file that the settings are kept in where there is room for it.
func (s *Settings) head(width int) []draw.Row {
	say := s.Words.Looks
	rows := s.ScreenHead(say.Settings, width)
	kept := say.KeptIn + " \u2068" + s.path + "\u2069"
	title := s.Natural(width-draw.InsetColumns, rtl.Span{Text: say.Settings, Style: s.Styles.Title})
	if free := width - 3*draw.InsetColumns - int(rtl.Width(title)); s.path != "" && int(rtl.StringWidth(kept)) <= free {
		rows[0] = s.Inset(width, title, draw.Blank(2, rtl.Style{}), s.Natural(free, rtl.Span{Text: kept, Style: s.Styles.Muted}))
	}
	return rows
}

// keysOf names the keys of an action.
func (s *Settings) keysOf(c *Setting) string {
	if labels := s.labelsIn(s.KeyMap, c); len(labels) > 0 {
		return strings.Join(labels, " ")
	}
	return s.Words.Looks.Keys.None
}
