package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"warraq/ui/page"
	"warraq/ui/rtl"
	"warraq/ui/terminal"
	"warraq/ui/words"
)

// copyPassage puts the passage that is chosen, or else the paragraph at the top of
// the reading pane, on the clipboard: plain letters in logical order, which no
// selection of the terminal's could give.
func (m *Model) copyPassage() tea.Cmd {
	text, chosen := m.article.TakePassage()
	if text == "" {
		return nil
	}
	m.notice = m.Words.CopiedParagraph
	if chosen {
		m.notice = m.Words.CopiedPassage
	}
	return m.toClipboard(text)
}

// copyQuote puts the passage on the clipboard between quotation marks, with who
// wrote it, where and when on the line below.
func (m *Model) copyQuote() tea.Cmd {
	text, _ := m.article.TakePassage()
	if text == "" {
		return nil
	}
	m.notice = m.Words.CopiedQuote
	marks, comma := [2]string{"«", "»"}, words.Arabic().Comma
	if m.article.Document.Side() == rtl.LTR {
		marks, comma = [2]string{"“", "”"}, words.English().Comma
	}
	item := &m.article.Item
	var from []string
	for _, part := range []string{item.Author, item.Title, item.Source, m.Words.Date(item.Published)} {
		if part != "" && !slices.Contains(from, part) {
			from = append(from, part)
		}
	}
	quote := marks[0] + strings.TrimSpace(text) + marks[1] + "\n" + strings.Join(from, comma)
	if to := page.Address(item.URL); to != "" {
		quote += "\n" + to
	}
	return m.toClipboard(quote)
}

// copyArticle puts the whole article on the clipboard.
func (m *Model) copyArticle() tea.Cmd {
	if m.article.Document == nil {
		return nil
	}
	m.notice = m.Words.CopiedArticle
	return m.toClipboard(m.article.Document.Text())
}

// toClipboard puts text on the clipboard: by the way around OSC 52 where there is
// one, else by that.
func (m *Model) toClipboard(text string) tea.Cmd {
	if m.clipboard == nil {
		return tea.SetClipboard(text)
	}
	return func() tea.Msg {
		if err := m.clipboard(m.ctx, text); err != nil {
			return tea.SetClipboard(text)()
		}
		return nil
	}
}

// cycleForm sends the lines in the next form, for a terminal that was taken for
// another.
func (m *Model) cycleForm() tea.Cmd {
	next := m.term.Form.Next()
	if next == terminal.Logical { // which puts no cell where it belongs
		next = next.Next()
	}
	m.notice = m.Words.Form + " " + m.Words.Looks.Value("form", next.String())
	return m.setForm(next)
}

// found takes a terminal that turned out to be another than was thought.
func (m *Model) found(t terminal.Terminal) tea.Cmd {
	m.setTerminal(t)
	m.fitLooks()
	m.repaint()
	return tea.Batch(m.relayout(), m.fitProfile())
}

// fitProfile sends full colours in the form that tells neighbours apart by them,
// and else as many as the terminal has.
func (m *Model) fitProfile() tea.Cmd {
	profile := m.profile
	if m.term.Form == terminal.Alternate {
		profile = colorprofile.TrueColor
	}
	return func() tea.Msg { return tea.ColorProfileMsg{Profile: profile} }
}
