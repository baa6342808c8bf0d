package reader

import (
	"slices"

	"warraq/ui/page"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/keymap"
	"warraq/ui/reader/pane"
	"warraq/ui/rtl"
)

// headerRow is the line above the panes: the program's name at the right, what
// the list holds beside it, and how far one has read at the left.
func (m *Model) headerRow() draw.Row {
	s := m.Styles
	name := m.Natural(m.Width, rtl.Span{Text: " " + m.Words.Name + " ", Style: s.Header})
	rest := m.Width - int(rtl.Width(name))
	progress := m.Natural(rest, rtl.Span{Text: m.progress(), Style: s.HeaderMuted})
	rest -= int(rtl.Width(progress))
	counted := m.Label(rest, rtl.Span{Text: m.headline(), Style: s.HeaderMuted})
	return draw.Fit([]draw.Row{append(append(progress, counted...), name...)}, m.Width, 1)[0]
}

// headline is how far a fetch is, or else what the list holds.
func (m *Model) headline() string {
	if m.fetching != nil {
		return m.fetchProgress()
	}
	return m.list.Counted()
}

// progress is how much of the article lies above the last visible line, and how
// long reading the rest takes.
func (m *Model) progress() string {
	if !m.article.WasInSight() || bodyRows(m.Height) == 0 {
		return ""
	}
	read := m.article.Read()
	progress := " " + m.Words.Percent(int(100*read))
	if minutes := page.Minutes(m.article.Item); read < 1 && m.article.Item.Full && m.Width >= twoPanes {
		progress += " · " + m.Words.Left(minutes*(1-read))
	}
	return progress
}

// footerEnd are the ways to all keys and out, at the end of the keys of every pane.
var footerEnd = []keymap.Action{keymap.Help, keymap.Quit}

// mostNotice is how many rows what is said takes at the most.
const mostNotice = 4

// footer is the last line: the open question, else what the last key did, else the
// keys that work now. What was said takes more lines where it needs them, over the
// panes. at is the column of the cursor, or -1.
func (m *Model) footer() (rows []draw.Row, at int) {
	if m.stack.Prompt() == nil && m.notice != "" {
		for _, r := range m.Paragraph([]rtl.Span{{Text: m.notice, Style: m.Styles.Warning}}, m.Width-2, mostNotice) {
			rows = append(rows, slices.Concat(draw.Blank(m.Width-1-int(rtl.Width(r)), rtl.Style{}), r, draw.Blank(1, rtl.Style{})))
		}
		if rows != nil {
			return rows, -1
		}
	}
	r, at := m.footerRow()
	return []draw.Row{r}, at
}

// leastField is the room for an answer, where the screen is wide enough.
const leastField = 24

// footerRow is the open question, or else the keys that work now.
func (m *Model) footerRow() (r draw.Row, at int) {
	s := m.Styles
	if p := m.stack.Prompt(); p != nil {
		name := m.Natural(m.Width-min(leastField, m.Width/2), rtl.Span{Text: " " + p.Name(m.Words) + " ", Style: s.FooterKey})
		field, at := p.Field(m.Width-int(rtl.Width(name)), s.Input, s.Selected)
		return append(field, name...), at
	}
	shown, end := m.panes[m.focus].Footer(), m.KeyHints(footerEnd, m.Width)
	if s := m.stack.Screen(); s != nil {
		shown, end = s.Footer(), nil
	}
	keys := m.footerNote()
	keys = append(m.KeyHints(shown, m.Width-int(rtl.Width(end)+rtl.Width(keys))), keys...)
	free := m.Width - int(rtl.Width(keys)+rtl.Width(end))
	return slices.Concat(draw.Blank(free, s.Footer), end, keys), -1
}

// footerNote is what the focused pane says in the footer before its keys.
func (m *Model) footerNote() draw.Row {
	noter, ok := m.panes[m.focus].Pane.(pane.Noter)
	if !ok || m.stack.Screen() != nil || noter.Note() == "" {
		return nil
	}
	said := m.Natural(m.Width/2, rtl.Span{Text: noter.Note(), Style: m.Styles.Accent})
	return slices.Concat(draw.Blank(1, m.Styles.Footer), said, draw.Blank(1, m.Styles.Footer))
}
