package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/rtl"
)

// keyColumns is the width of the keys in the help.
const keyColumns = 10

// helpScreen shows the key map, category by category.
type helpScreen struct{ top int }

func (h *helpScreen) opener() action   { return help }
func (h *helpScreen) footer() []action { return []action{down, up, back} }

func (h *helpScreen) act(m *Model, a action, _ int) tea.Cmd {
	if a == onward {
		return m.closeScreen()
	}
	visible := m.screenRows()
	h.top = clamp(h.top+movements[a].in(visible), len(m.helpText(m.width))-visible)
	return nil
}

func (h *helpScreen) rows(m *Model, width, height int) []row {
	text := m.helpText(width)
	return text[clamp(h.top, len(text)-height):]
}

// twoColumns is the width from which on the help stands in two columns.
const twoColumns = 96

// helpText is the key map as a page, in two columns where there is room.
func (m *Model) helpText(width int) []row {
	rows := []row{m.inset(width, m.natural(width, rtl.Span{Text: m.words.Help, Style: m.styles.Title}))}
	if width < twoColumns {
		for c := range categories {
			rows = append(rows, m.keysOf(c, width)...)
		}
		return rows
	}
	half := width / 2
	middle := (len(m.keyMap.bindings) + 2*int(categories)) / 2
	var right, left []row
	for c := range categories {
		if block := m.keysOf(c, half); len(left) == 0 && len(right)+len(block)/2 <= middle {
			right = append(right, block...)
		} else {
			left = append(left, block...)
		}
	}
	height := max(len(right), len(left))
	right, left = fit(right, half, height), fit(left, width-half, height)
	for i := range height {
		rows = append(rows, append(left[i], right[i]...))
	}
	return rows
}

// keysOf are the keys of a category, below its name.
func (m *Model) keysOf(c category, width int) []row {
	rows := []row{blank(width, rtl.Style{}), m.inset(width, m.natural(width, rtl.Span{Text: m.words.Categories[c], Style: m.styles.Accent}))}
	for _, b := range m.keyMap.bindings {
		if b.category == c {
			rows = append(rows, m.keyRow(b, width))
		}
	}
	return rows
}

// keyRow is a row of the help: the keys of an action, and what they do.
func (m *Model) keyRow(b binding, width int) row {
	key := m.keyLabel(b, 2)
	key = refit(key, int(rtl.Width(key)), keyColumns)
	does := m.natural(max(0, width-keyColumns-2*insetColumns), rtl.Span{Text: m.words.Actions[string(b.action)], Style: m.styles.Text})
	return m.inset(width, key, blank(2, rtl.Style{}), does)
}

// insetColumns is how far the rows of a screen are from its right edge.
const insetColumns = 2

// inset is a row of parts from the right, at a distance from the edge.
func (m *Model) inset(width int, parts ...row) row {
	var r row
	for _, p := range slices.Backward(parts) {
		r = append(r, p...)
	}
	has := int(rtl.Width(r))
	indent := min(insetColumns, width)
	return refit(append(r, blank(indent, rtl.Style{})...), has+indent, width)
}
