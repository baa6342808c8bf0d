package reader

import (
	"warraq/ui/reader/draw"
	"warraq/ui/rtl"
)

// behindSign leads what stands behind the entry above it.
const behindSign = "┘ "

// relatedRows is the body of the related pane.
func (m *Model) relatedRows(width, height int) []draw.Row {
	r := &m.related
	if len(r.entries) == 0 {
		return draw.Fit(m.Empty(m.noSide(), width), width, height)
	}
	var rows []draw.Row
	for i := r.Top; i < len(r.entries) && len(rows) < height; i++ {
		rows = append(rows, m.sideItem(i, width)...)
	}
	return draw.Fit(rows, width, height)
}

// sideItem lays an entry of the related pane out.
func (m *Model) sideItem(i, width int) []draw.Row {
	r := &m.related
	height := m.sideHeight(i)
	it := item{
		entry: r.entries[i], pane: relatedPane, number: i + 1, height: height, text: height,
		selected: i == r.Selected && m.focus == relatedPane, focused: true,
		here: r.entries[i].ID == m.article.Item.ID,
	}
	if i+1 == len(r.entries) || !elsewhere(r.entries[i+1]) {
		it.text-- // a free row
	}
	columns := max(0, width-gutter-margin)
	switch {
	case elsewhere(it.entry):
		it.text = 1
		return m.beside(it, []draw.Row{m.Label(columns, rtl.Span{Text: behindSign, Style: m.Styles.Border},
			rtl.Span{Text: m.Words.Paper(it.entry), Style: m.Styles.Text},
			rtl.Span{Text: " · \u2068" + it.entry.Title + "\u2069", Style: m.Styles.Muted})}, width)
	case r.side == threadSide:
		return m.beside(it, m.dated(it, columns), width)
	case r.side == historySide && i < r.session:
		it.note = m.Words.Sides.Session
	}
	return m.beside(it, m.itemText(it, columns), width)
}

// dated is an entry of a story: first the day, then what happened.
func (m *Model) dated(it item, columns int) []draw.Row {
	style, when := m.Styles.Text, m.Words.Date(it.entry.Published)
	if when == "" {
		when = m.Words.Sides.NoDay
	}
	spans := []rtl.Span{{Text: when, Style: m.Styles.Mark}}
	if source := it.entry.Source; source != "" {
		spans = append(spans, rtl.Span{Text: " · \u2068" + source + "\u2069", Style: m.Styles.Muted})
	}
	if it.here {
		style = m.Styles.Accent
		spans = append([]rtl.Span{{Text: m.Words.Sides.Here + " ", Style: m.Styles.Accent}}, spans...)
	}
	rows := []draw.Row{m.Label(columns, spans...)}
	return append(rows, m.Paragraph([]rtl.Span{{Text: it.entry.Title, Style: style}}, columns, it.text-1)...)
}
