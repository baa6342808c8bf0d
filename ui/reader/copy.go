package reader

import (
	tea "charm.land/bubbletea/v2"
)

// copyParagraph puts the paragraph at the top of the reading pane on the
// clipboard: plain letters in logical order, which no selection on the screen
// could give.
func (m *Model) copyParagraph() tea.Cmd {
	if m.article.document == nil || len(m.article.lines) == 0 {
		return nil
	}
	m.notice = m.words.CopiedParagraph
	return tea.SetClipboard(m.article.document.Paragraph(m.article.position()))
}

// copyArticle puts the whole article on the clipboard.
func (m *Model) copyArticle() tea.Cmd {
	if m.article.document == nil {
		return nil
	}
	m.notice = m.words.CopiedArticle
	return tea.SetClipboard(m.article.document.Text())
}

// cycleForm sends the lines in the next form, for a terminal that was taken for
// another.
func (m *Model) cycleForm() tea.Cmd {
	m.form = m.form.Next()
	m.notice = m.words.Form + " " + m.form.String()
	return tea.ClearScreen
}
