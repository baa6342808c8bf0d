package reader

import (
	"warraq/ui/rtl"
)

// behindSign leads what stands behind the entry above it.
const behindSign = "┘ "

// relatedRows is the body of the related pane.
func (m *Model) relatedRows(width, height int) []row {
	r := &m.related
	if len(r.entries) == 0 {
		return fit(m.empty(m.noSide(), width), width, height)
	}
	var rows []row
	for i := r.top; i < len(r.entries) && len(rows) < height; i++ {
		rows = append(rows, m.sideItem(i, width)...)
	}
	return fit(rows, width, height)
}

// sideItem lays an entry of the related pane out.
func (m *Model) sideItem(i, width int) []row {
	r := &m.related
	height := m.sideHeight(i)
	it := item{
		entry: r.entries[i], pane: relatedPane, number: i + 1, height: height, text: height,
		selected: i == r.selected && m.focus == relatedPane, focused: true,
		here: r.entries[i].ID == m.article.item.ID,
	}
	if i+1 == len(r.entries) || !elsewhere(r.entries[i+1]) {
		it.text-- // a free row
	}
	columns := max(0, width-gutter-margin)
	switch {
	case elsewhere(it.entry):
		it.text = 1
		return m.beside(it, []row{m.label(columns, rtl.Span{Text: behindSign, Style: m.styles.Border},
			rtl.Span{Text: m.words.Paper(it.entry), Style: m.styles.Text},
			rtl.Span{Text: " · \u2068" + it.entry.Title + "\u2069", Style: m.styles.Muted})}, width)
	case r.side == threadSide:
		return m.beside(it, m.dated(it, columns), width)
	case r.side == historySide && i < r.session:
		it.note = m.words.Sides.Session
	}
	return m.beside(it, m.itemText(it, columns), width)
}

// dated is an entry of a story: first the day, then what happened.
func (m *Model) dated(it item, columns int) []row {
	style, when := m.styles.Text, m.words.Date(it.entry.Published)
	if when == "" {
		when = m.words.Sides.NoDay
	}
	spans := []rtl.Span{{Text: when, Style: m.styles.Mark}}
	if source := it.entry.Source; source != "" {
		spans = append(spans, rtl.Span{Text: " · \u2068" + source + "\u2069", Style: m.styles.Muted})
	}
	if it.here {
		style = m.styles.Accent
		spans = append([]rtl.Span{{Text: m.words.Sides.Here + " ", Style: m.styles.Accent}}, spans...)
	}
	rows := []row{m.label(columns, spans...)}
	return append(rows, m.paragraph([]rtl.Span{{Text: it.entry.Title, Style: style}}, columns, it.text-1)...)
}
