package reader

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/reader/article"
	"warraq/ui/reader/dialog"
	"warraq/ui/viewport"
	"warraq/ui/words"
)

func (m *Model) openFind() tea.Cmd {
	if m.article.Document == nil {
		return nil
	}
	m.setFocus(articlePane)
	text := m.article.Finding.Text
	if m.article.Finding.Query {
		text = ""
	}
	return m.prompt(&dialog.Prompt{
		Name:     func(w *words.Words) string { return w.Find.Ask },
		Typed:    func(text string) dialog.Action { m.find(text); return nil },
		Answered: func(text string) dialog.Action { return run(m.findAnswered(text)) },
		GivenUp:  func() dialog.Action { m.find(""); return nil },
	}, text)
}

// find marks a text in the article.
func (m *Model) find(text string) { m.article.Find(article.Finding{Text: text}) }

// findAnswered goes to the first hit that is not above what is shown.
func (m *Model) findAnswered(text string) tea.Cmd {
	m.find(text)
	if m.article.Finding.Text == "" {
		return nil
	}
	return m.nextHit()
}

func (m *Model) nextHit() tea.Cmd     { return m.goToHit(true) }
func (m *Model) previousHit() tea.Cmd { return m.goToHit(false) }

// The steps of a search that takes longer than a moment: in the text, and of counting.
type (
	seekOn  struct{}
	countOn struct{ keys int } // that had been pressed when it was asked for
)

// goToHit goes from hit to hit, from the last to the first again.
func (m *Model) goToHit(forward bool) tea.Cmd {
	if m.article.Finding.Text == "" || m.article.Text == nil {
		m.notice = m.Words.Find.Nothing
		return nil
	}
	cmd := m.setFocus(articlePane)
	return tea.Batch(cmd, m.tookSeek(m.article.Seek(forward)))
}

// tookSeek does what comes after a part of the text was searched.
func (m *Model) tookSeek(r viewport.Result) tea.Cmd {
	switch r {
	case viewport.Pending:
		return m.Jobs.Run(m.Jobs.Begin(seekJob), func(context.Context) tea.Msg { return seekOn{} })
	case viewport.Found:
		return tea.Batch(m.countHits(m.keysPressed), m.perform(m.article.Scrolled(), nil))
	default:
		m.notice = m.Words.Find.NotThere
		return nil
	}
}

// countHits says which hit one has gone to, of how many, once these are counted, unless
// another key has said something since.
func (m *Model) countHits(keys int) tea.Cmd {
	if !m.article.Text.Count() {
		return m.Jobs.Run(m.Jobs.Begin(seekJob), func(context.Context) tea.Msg { return countOn{keys} })
	}
	if n, total := m.article.Text.Number(); keys == m.keysPressed {
		m.notice = m.Words.Find.At + " " + strconv.Itoa(n) + "/" + strconv.Itoa(total)
	}
	return nil
}
