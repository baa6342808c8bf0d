package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/rtl"
	"warraq/ui/words"
)

// guideName is the name of the first article of the guide.
const guideName = "guide-1-first-steps"

func (m *Model) openGuide() tea.Cmd {
	m.leave()
	return m.visit(place{id: store.BundledID(guideName), position: whereLeft, focus: articlePane, missing: m.words.NoGuide})
}

// openWelcome closes the article: the welcome stands where none is open.
func (m *Model) openWelcome() tea.Cmd {
	m.leave()
	save := m.savePosition()
	m.jobs.Abort(append(aboutTheArticle, visitJob)...)
	m.article, m.related = article{}, related{}
	m.focus = articlePane
	return tea.Batch(save, m.relaid())
}

// welcomeKeys are the keys that matter, and the way to the guide.
var welcomeKeys = []action{onward, back, filterList, help, quit, guide}

// welcomeRows are what a reader sees before the first article: whether the letters
// read right, and the keys that matter. The panes beside it can be used at once.
func (m *Model) welcomeRows(width, height int) []row {
	say := m.words.Welcome
	var free []row
	if height > 20 {
		free = []row{blank(width, rtl.Style{})}
	}
	line := words.Arabic().Terminal.Line
	sample := m.label(min(width-2*insetColumns, int(rtl.StringWidth(line))), rtl.Span{Text: line, Style: m.styles.Accent})
	parts := [][]row{
		free, m.prose(say.Title, m.styles.Title, width), free,
		m.prose(say.Reads, m.styles.Text, width), {m.inset(width, sample)},
		m.prose(say.Otherwise, m.styles.Muted, width), free,
	}
	for _, a := range welcomeKeys {
		parts = append(parts, []row{m.keyRow(*m.keyMap.of(a), width)})
	}
	return slices.Concat(parts...)
}
