package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/rtl"
)

// keyColumns is the width of the keys in the help.
const keyColumns = 10

// inHelp takes an action while the help is open: the help moves, anything that
// leaves closes it.
func (m *Model) inHelp(a action) tea.Cmd {
	rows := m.height - headerRows - footerRows
	total := len(m.helpText(m.width))
	steps := 0
	switch a {
	case up:
		steps = -1
	case down:
		steps = 1
	case pageUp, halfUp:
		steps = -max(1, rows-1)
	case pageDown, halfDown:
		steps = max(1, rows-1)
	case top:
		steps = -farAway
	case bottom:
		steps = farAway
	case back, help, quit, onward:
		m.helpOpen = false
	}
	m.helpTop = clamp(m.helpTop+steps, total-rows)
	return nil
}

// helpRows is the visible part of the help.
func (m *Model) helpRows(width, height int) []row {
	text := m.helpText(width)
	return fit(text[clamp(m.helpTop, len(text)):], width, height)
}

// helpText is the key map as a page, category by category.
func (m *Model) helpText(width int) []row {
	indent := min(2, width)
	line := func(spans ...row) row {
		var r row
		for _, s := range slices.Backward(spans) {
			r = append(r, s...)
		}
		return refit(append(r, blank(indent, rtl.Style{})...), int(rtl.Width(r))+indent, width)
	}
	rows := []row{line(m.natural(width, rtl.Span{Text: m.words.Help, Style: m.styles.Title}))}
	for c := range categories {
		rows = append(rows, blank(width, rtl.Style{}),
			line(m.natural(width, rtl.Span{Text: m.words.Categories[c], Style: m.styles.Accent})))
		for _, b := range keyMap {
			if b.category != c {
				continue
			}
			key := m.keyLabel(b)
			key = refit(key, int(rtl.Width(key)), keyColumns)
			does := m.natural(max(0, width-keyColumns-indent-2), rtl.Span{Text: m.words.Actions[string(b.action)], Style: m.styles.Text})
			rows = append(rows, line(key, blank(2, rtl.Style{}), does))
		}
	}
	return rows
}
