package reader

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/rtl"
)

// attention is how long the open article has been read since that was last
// written down.
type attention struct {
	id    string
	last  time.Time // of the last key in it
	spent time.Duration
}

// absent is how long nobody touches a key who still reads; of a longer time no more
// than that counts.
const absent = 2 * time.Minute

// attend counts the time since the last key as read, where the article had it.
func (m *Model) attend() {
	now := m.now()
	a := &m.attention
	if m.focus == articlePane && a.id != "" && a.id == m.article.item.ID {
		a.spent += max(0, min(now.Sub(a.last), absent))
	}
	a.last = now
}

// saveAttention writes down how long the article was read, if it was.
func (m *Model) saveAttention() tea.Cmd {
	a, library := m.attention, m.library
	m.attention.spent = 0
	if a.id == "" || a.spent < time.Second {
		return nil
	}
	return m.save(saved{id: a.id}, func(ctx context.Context) (store.Undo, error) {
		return store.Undo{}, library.AddReadingTime(ctx, a.id, a.last, a.spent)
	}, true)
}

// attendTo counts for another article from now on.
func (m *Model) attendTo(id string) tea.Cmd {
	if id == m.attention.id {
		return nil
	}
	cmd := m.saveAttention()
	m.attention = attention{id: id, last: m.now()}
	return cmd
}

// chartDays is how many days the statistics are of, chartRows the height of their
// chart.
const (
	chartDays = 30
	chartRows = 5
)

// statisticsScreen shows how much was read.
type statisticsScreen struct {
	top   int
	today time.Time
	store.Statistics
	known bool
}

// statisticsLoaded answers openStatistics.
type statisticsLoaded struct {
	statistics store.Statistics
	err        error
}

func (m *Model) openStatistics() tea.Cmd {
	today, library := m.now(), m.library
	// What is written while this is read has it read again.
	return tea.Batch(m.saveAttention(), m.openScreen(&statisticsScreen{today: today}), m.jobs.Ask(statisticJob, func(ctx context.Context) tea.Msg {
		found, err := library.Statistics(ctx, today.AddDate(0, 0, 1-chartDays), today)
		return statisticsLoaded{found, err}
	}))
}

func (m *Model) tookStatistics(msg statisticsLoaded) {
	s, ok := m.screen().(*statisticsScreen)
	switch {
	case msg.err != nil:
		m.notice = m.sentence(msg.err)
	case ok:
		s.Statistics, s.known = msg.statistics, true
	}
}

func (s *statisticsScreen) opener() action   { return statistics }
func (s *statisticsScreen) footer() []action { return []action{down, up, back} }

func (s *statisticsScreen) act(m *Model, a action, _ int) tea.Cmd {
	visible := m.screenRows()
	s.top = clamp(s.top+movements[a].in(visible), len(s.text(m, m.width))-visible)
	return nil
}

func (s *statisticsScreen) rows(m *Model, width, height int) []row {
	text := s.text(m, width)
	return text[clamp(s.top, len(text)-height):]
}

func (s *statisticsScreen) text(m *Model, width int) []row {
	say := m.words.Statistics
	rows := m.screenHead(say.Title, width)
	if !s.known {
		return rows
	}
	if s.Time < time.Minute {
		return append(rows, m.prose(say.Nothing, m.styles.Muted, width)...)
	}
	summary := m.words.Count(int(s.Time.Minutes()), say.Minutes) + say.In + m.words.Count(s.Articles, m.words.ArticleNoun)
	if s.Streak > 0 {
		summary += m.words.Comma + m.words.Count(s.Streak, say.Streak)
	}
	rows = append(rows, m.prose(summary, m.styles.Text, width)...)
	rows = append(rows, blank(width, rtl.Style{}))
	rows = append(rows, s.chart(m, width)...)
	for _, part := range []struct {
		name   string
		shares []store.ReadingShare
	}{{say.BySection, s.BySection}, {say.BySource, s.BySource}} {
		rows = append(rows, blank(width, rtl.Style{}), m.inset(width, m.natural(width, rtl.Span{Text: part.name, Style: m.styles.Title})))
		rows = append(rows, m.shares(part.shares, width)...)
	}
	return rows
}

// eighths are the parts of a cell from its bottom, none to the whole of it.
var eighths = []rune(" ▁▂▃▄▅▆▇█")

// chart draws the minutes of each day as a bar, the oldest day at the right and
// today at the left.
func (s *statisticsScreen) chart(m *Model, width int) []row {
	minutes := make([]int, chartDays)
	y, mo, d := s.today.Date()
	today := time.Date(y, mo, d, 0, 0, 0, 0, time.UTC)
	most := 1
	for _, day := range s.Days {
		if ago := int(today.Sub(day.Day).Hours() / 24); ago >= 0 && ago < chartDays {
			minutes[ago] = int(day.Time.Minutes())
			most = max(most, minutes[ago])
		}
	}
	var rows []row
	for r := chartRows - 1; r >= 0; r-- {
		bars := make(row, 0, chartDays)
		for _, n := range minutes {
			height := n * chartRows * 8 / most
			if n > 0 {
				height = max(height, 1)
			}
			bars = append(bars, repeat(eighths[clamp(height-8*r, 8)], 1, m.styles.Accent)...)
		}
		rows = append(rows, m.inset(width, bars))
	}
	first := m.natural(chartDays/2, rtl.Span{Text: m.words.Count(chartDays-1, m.words.Statistics.Ago), Style: m.styles.Muted})
	last := m.natural(chartDays/2, rtl.Span{Text: m.words.Statistics.Today, Style: m.styles.Muted})
	between := blank(max(1, chartDays-int(rtl.Width(first)+rtl.Width(last))), rtl.Style{})
	return append(rows, m.inset(width, slices.Concat(last, between, first)))
}

// mostShares is how many sections or sources are shown, barColumns how long the
// longest bar is.
const (
	mostShares = 8
	barColumns = 20
)

// shares draws how much was read of each section or source.
func (m *Model) shares(shares []store.ReadingShare, width int) (rows []row) {
	names := 0
	shares = shares[:min(len(shares), mostShares)]
	for i := range shares {
		if shares[i].Name == "" {
			shares[i].Name = m.words.Statistics.Other
		}
		names = max(names, int(rtl.StringWidth(shares[i].Name)))
	}
	names = min(names, max(8, width/3))
	for _, s := range shares {
		bar := repeat('█', max(1, int(time.Duration(min(barColumns, width/5))*s.Time/max(1, shares[0].Time))), m.styles.Accent)
		time := m.natural(width, rtl.Span{Text: m.words.Count(max(1, int(s.Time.Minutes())), m.words.Statistics.Minutes), Style: m.styles.Muted})
		rows = append(rows, m.inset(width, m.label(names, rtl.Span{Text: s.Name, Style: m.styles.Text}),
			blank(2, rtl.Style{}), bar, blank(1, rtl.Style{}), time))
	}
	return rows
}
