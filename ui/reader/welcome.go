package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/keymap"
	"warraq/ui/reader/pane"
	"warraq/ui/rtl"
	"warraq/ui/words"
)

// guideName is the name of the first article of the guide.
const guideName = "guide-1-first-steps"

func (m *Model) openGuide() tea.Cmd {
	m.leave()
	return m.visit(place{id: store.BundledID(guideName), at: whereLeft, focus: articlePane, missing: m.Words.NoGuide})
}

// openWelcome closes the article: the welcome stands where none is open.
func (m *Model) openWelcome() tea.Cmd {
	m.leave()
	save := m.savePosition()
	m.Jobs.Abort(append(aboutTheArticle, visitJob)...)
	closed := m.tellPanes(pane.Opened{})
	m.article.Clear()
	return tea.Batch(save, closed, m.setFocus(articlePane))
}

// welcomeKeys are the keys that matter, and the way to the guide.
var welcomeKeys = []keymap.Action{keymap.Onward, keymap.Back, keymap.FilterList, keymap.Help, keymap.Quit, keymap.Guide}

// welcomeRows are what a reader sees before the first article: whether the letters
// read right, and the keys that matter. The panes beside it can be used at once.
func (m *Model) welcomeRows(width, height int) []draw.Row {
	say := m.Words.Welcome
	var free []draw.Row
	if height > 20 {
		free = []draw.Row{draw.Blank(width, rtl.Style{})}
	}
	line := words.Arabic().Terminal.Line
	sample := m.Label(min(width-2*draw.InsetColumns, int(rtl.StringWidth(line))), rtl.Span{Text: line, Style: m.Styles.Accent})
	parts := [][]draw.Row{
		free, m.Prose(say.Title, m.Styles.Title, width), free,
		m.Prose(say.Reads, m.Styles.Text, width), {m.Inset(width, sample)},
		m.Prose(say.Otherwise, m.Styles.Muted, width), free,
	}
	for _, a := range welcomeKeys {
		parts = append(parts, []draw.Row{m.KeyRow(*m.KeyMap.Of(a), width)})
	}
	return slices.Concat(parts...)
}
