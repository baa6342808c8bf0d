package reader

import (
	"sort"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/articles/text"
	"warraq/store/query"
	"warraq/ui/page"
	"warraq/ui/reader/dialog"
	"warraq/ui/rtl"
	"warraq/ui/words"
)

// finding is what is looked for in the open article, and where it is.
type finding struct {
	text string
	// query is true of what was searched for in the library: its words, each by
	// itself and in other forms too.
	query bool
	hits  page.Hits
	at    int // the hit that was gone to last, -1 for none
}

// searched is the query by which the article was found, "" for none.
func (a *article) searched() string {
	if a.finding.query {
		return a.finding.text
	}
	return ""
}

func (m *Model) openFind() tea.Cmd {
	if m.article.document == nil {
		return nil
	}
	m.focus = articlePane
	text := m.article.finding.text
	if m.article.finding.query {
		text = ""
	}
	return m.prompt(&dialog.Prompt{
		Name:     func(w *words.Words) string { return w.Find.Ask },
		Typed:    func(text string) dialog.Action { return run(m.findTyped(text)) },
		Answered: func(text string) dialog.Action { return run(m.findAnswered(text)) },
		GivenUp:  func() dialog.Action { m.find(""); return nil },
	}, text)
}

// find looks for a text in the article as it is laid out.
func (m *Model) find(text string) { m.findFor(finding{text: strings.TrimSpace(text), at: -1}) }

func (m *Model) findFor(f finding) {
	f.hits = page.Hits{}
	if f.text != "" {
		lines := make([][]rtl.Cell, len(m.article.lines))
		for i := range m.article.lines {
			lines[i] = m.article.lines[i].Cells
		}
		find := func(s string) []text.Range { return text.Find(s, f.text) }
		if f.query {
			find = query.ParseTyped(f.text).Find
		}
		f.hits = page.Find(lines, find)
	}
	m.article.finding = f
}

// findAgain looks for the same in lines that are new.
func (m *Model) findAgain() {
	if f := m.article.finding; f.text != "" {
		m.findFor(f)
	}
}

// linesAsTyped is how long an article may be for every letter to be looked for.
const linesAsTyped = 5000

func (m *Model) findTyped(text string) tea.Cmd {
	if len(m.article.lines) > linesAsTyped {
		return nil
	}
	m.find(text)
	return nil
}

// findAnswered goes to the first hit that is not above what is shown.
func (m *Model) findAnswered(text string) tea.Cmd {
	m.find(text)
	f := &m.article.finding
	if f.text == "" {
		return nil
	}
	from := sort.SearchInts(f.hits.Lines, m.article.top)
	f.at = from - 1
	return m.nextHit()
}

func (m *Model) nextHit() tea.Cmd     { return m.goToHit(1) }
func (m *Model) previousHit() tea.Cmd { return m.goToHit(-1) }

// goToHit goes from hit to hit, from the last to the first again.
func (m *Model) goToHit(steps int) tea.Cmd {
	f := &m.article.finding
	total := len(f.hits.Lines)
	switch {
	case f.text == "":
		m.notice = m.Words.Find.Nothing
		return nil
	case total == 0:
		m.notice = m.Words.Find.NotThere
		return nil
	case f.at < 0 && steps < 0:
		f.at = total
	}
	f.at = (f.at + steps + total) % total
	m.focus = articlePane
	m.notice = m.Words.Find.At + " " + strconv.Itoa(f.at+1) + "/" + strconv.Itoa(total)
	rows := bodyRows(m.Height)
	if line := f.hits.Lines[f.at]; line < m.article.top || line >= m.article.top+rows {
		m.article.top = line - rows/3 // with what goes before it in sight
		m.article.scroll(0, rows)
	}
	return tea.Batch(m.relaid(), m.scrolled())
}

// withHits shows what was found in a line of the article, and which of it one has
// gone to.
func (m *Model) withHits(line int, cells []rtl.Cell) []rtl.Cell {
	f := &m.article.finding
	for i, at := range f.hits.Cells[line] {
		look := m.Styles.Hit
		if f.hits.Numbers[line][i] == f.at {
			look = m.Styles.Selected
		}
		look.Link = cells[at].Style.Link
		cells[at].Style = look
	}
	return cells
}
