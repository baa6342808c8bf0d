package dialog

import (
	"context"
	"slices"
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"

	tea "charm.land/bubbletea/v2"
)

// chartDays is how many days the statistics are of, chartRows the height of their
// chart.
const (
	chartDays = 30
	chartRows = 5
)

// Statistics shows how much was read.
type Statistics struct {
	baseScreen
	store.Statistics
	top   int
	today time.Time
	known bool
}

// StatisticsLoaded is how much was read.
type StatisticsLoaded struct {
	Statistics store.Statistics
	Err        error
}

// NewStatistics returns the screen of what was read until a day, and the command that
// reads it.
func NewStatistics(c *draw.Canvas, runner *jobs.Runner, library *store.Library, today time.Time) (*Statistics, tea.Cmd) {
	s := &Statistics{baseScreen: baseScreen{Canvas: c, opener: keymap.Statistics}, today: today}
	return s, runner.Ask("statistics", func(ctx context.Context) tea.Msg {
		found, err := library.Statistics(ctx, today.AddDate(0, 0, 1-chartDays), today)
		return StatisticsLoaded{found, err}
	})
}

// Footer gives the keys of the statistics.
func (s *Statistics) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.Back}
}

// Update scrolls, and takes what was read from the library.
func (s *Statistics) Update(msg tea.Msg) Action {
	if loaded, ok := msg.(StatisticsLoaded); ok {
		if loaded.Err != nil {
			return Failed{loaded.Err}
		}
		s.Statistics, s.known = loaded.Statistics, true
		return nil
	}
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	visible := s.ScreenRows()
	s.top = draw.Clamp(s.top+draw.Movements[a].In(visible), len(s.text(s.Width))-visible)
	return nil
}

// View draws the statistics.
func (s *Statistics) View(width, height int) []draw.Row {
	text := s.text(width)
	return text[draw.Clamp(s.top, len(text)-height):]
}

func (s *Statistics) text(width int) []draw.Row {
	say := s.Words.Statistics
	rows := s.ScreenHead(say.Title, width)
	if !s.known {
		return rows
	}
	if s.Time < time.Minute {
		return append(rows, s.Prose(say.Nothing, s.Styles.Muted, width)...)
	}
	summary := s.Words.Count(int(s.Time.Minutes()), say.Minutes) + say.In + s.Words.Count(s.Articles, s.Words.ArticleNoun)
	if s.Streak > 0 {
		summary += s.Words.Comma + s.Words.Count(s.Streak, say.Streak)
	}
	rows = append(rows, s.Prose(summary, s.Styles.Text, width)...)
	rows = append(rows, draw.Blank(width, rtl.Style{}))
	rows = append(rows, s.chart(width)...)
	for _, part := range []struct {
		name   string
		shares []store.ReadingShare
	}{{say.BySection, s.BySection}, {say.BySource, s.BySource}} {
		rows = append(rows, draw.Blank(width, rtl.Style{}), s.Inset(width, s.Natural(width, rtl.Span{Text: part.name, Style: s.Styles.Title})))
		rows = append(rows, s.shares(part.shares, width)...)
	}
	return rows
}

// eighthBlocks are the parts of a cell from its bottom, none to the whole of it.
var eighthBlocks = []rune(" ▁▂▃▄▅▆▇█")

// chart draws the minutes of each day as a bar, in the order of reading, the oldest day first.
func (s *Statistics) chart(width int) []draw.Row {
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
	if s.FromLeft {
		slices.Reverse(minutes)
	}
	var rows []draw.Row
	for r := chartRows - 1; r >= 0; r-- {
		bars := make(draw.Row, 0, chartDays)
		for _, n := range minutes {
			height := n * chartRows * 8 / most
			if n > 0 {
				height = max(height, 1)
			}
			bars = append(bars, draw.Repeat(eighthBlocks[draw.Clamp(height-8*r, 8)], 1, s.Styles.Accent)...)
		}
		rows = append(rows, s.Inset(width, bars))
	}
	first := s.Natural(chartDays/2, rtl.Span{Text: s.Words.Count(chartDays-1, s.Words.Statistics.Ago), Style: s.Styles.Muted})
	last := s.Natural(chartDays/2, rtl.Span{Text: s.Words.Statistics.Today, Style: s.Styles.Muted})
	between := draw.Blank(max(1, chartDays-int(rtl.Width(first)+rtl.Width(last))), rtl.Style{})
	return append(rows, s.Inset(width, first, between, last))
}

// mostShares is how many sections or sources are shown, barColumns how long the
// longest bar is.
const (
	mostShares = 8
	barColumns = 20
)

// shares draws how much was read of each section or source.
func (s *Statistics) shares(shares []store.ReadingShare, width int) (rows []draw.Row) {
	names := 0
	shares = shares[:min(len(shares), mostShares)]
	for i := range shares {
		if shares[i].Name == "" {
			shares[i].Name = s.Words.Statistics.Other
		}
		names = max(names, int(rtl.StringWidth(shares[i].Name)))
	}
	names = min(names, max(8, width/3))
	for _, one := range shares {
		bar := draw.Repeat('█', max(1, int(time.Duration(min(barColumns, width/5))*one.Time/max(1, shares[0].Time))), s.Styles.Accent)
		time := s.Natural(width, rtl.Span{Text: s.Words.Count(max(1, int(one.Time.Minutes())), s.Words.Statistics.Minutes), Style: s.Styles.Muted})
		rows = append(rows, s.Inset(width, s.Label(names, rtl.Span{Text: one.Name, Style: s.Styles.Text}),
			draw.Blank(2, rtl.Style{}), bar, draw.Blank(1, rtl.Style{}), time))
	}
	return rows
}
