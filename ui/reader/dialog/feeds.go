package dialog

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// Feeds shows the feeds that are followed, with how it stands with each.
type Feeds struct {
	baseScreen
	draw.Menu[store.Feed]
	FeedActions
	loaded bool

	first draw.Menu[firstFeed] // where none is followed
	head  int                  // rows above it, as last drawn
}

// FeedActions are what the screen of feeds asks for.
type FeedActions struct {
	Open    func(*store.Feed) Action // shows what came from it
	Fetch   func(num int64) Action
	Follow  func(text string) Action // an address, or words of a name in the catalogue
	Remove  func(num int64) Action
	Problem func(*store.Feed) string // why it could not be fetched, "" where it could
}

// FeedsLoaded are the feeds as they are by now.
type FeedsLoaded struct {
	Feeds []store.Feed
	Err   error
}

// NewFeeds returns the screen of feeds, which shows them once they are loaded.
func NewFeeds(c *draw.Canvas, do FeedActions) *Feeds {
	s := &Feeds{baseScreen: baseScreen{Canvas: c, opener: keymap.Feeds}, FeedActions: do}
	s.first.Items = []firstFeed{fromCatalogue, byAddress}
	s.point = func(row int) bool {
		if len(s.Items) == 0 {
			return s.first.PointAt(row, s.head)
		}
		return s.PointAt(row, draw.HeadRows)
	}
	return s
}

// Footer gives the keys of the feeds.
func (s *Feeds) Footer() []keymap.Action {
	if len(s.Items) == 0 {
		return []keymap.Action{keymap.Onward, keymap.AddArticles, keymap.Down, keymap.Up, keymap.Back}
	}
	return []keymap.Action{keymap.Onward, keymap.Fetch, keymap.AddArticles, keymap.Remove, keymap.Down, keymap.Up, keymap.Back}
}

// Update moves among the feeds, and fetches, adds or removes one.
func (s *Feeds) Update(msg tea.Msg) Action {
	if loaded, ok := msg.(FeedsLoaded); ok {
		if loaded.Err != nil {
			return Failed{loaded.Err}
		}
		s.Items, s.loaded = loaded.Feeds, true
		s.Selected = draw.Clamp(s.Selected, max(0, len(s.Items)-1))
		return nil
	}
	a, out := s.take(msg)
	feed, ok := s.Choose()
	switch {
	case a == "":
		return out
	case len(s.Items) == 0 && s.loaded:
		return s.updateEmpty(a)
	case a == keymap.AddArticles:
		return s.ask()
	case a == keymap.Fetch && ok:
		return s.Fetch(feed.Num)
	case a == keymap.Onward && ok:
		return Close{s.Open(&feed)}
	case a == keymap.Remove && ok:
		return Push{NewRemoveFeed(s.Canvas, feed.Label(), func() Action { return s.Remove(feed.Num) })}
	default:
		s.Act(a, s.listRows(s.ScreenRows()))
		return nil
	}
}

// ask asks for the address of a feed to follow.
func (s *Feeds) ask() Action {
	p := &Prompt{Name: func(w *words.Words) string { return w.Feeds.AskAddress }, Answered: s.Follow}
	return Push{p.Start(s.Canvas, "")}
}

// feedDetails is how many rows say more of the selected feed.
const feedDetails = 4

// listRows is how many feeds are seen on a screen of a height.
func (s *Feeds) listRows(height int) int {
	if rows := height - draw.HeadRows - feedDetails; rows > 0 {
		return rows
	}
	return max(0, height-draw.HeadRows)
}

// View draws the feeds, and below them more of the selected one.
func (s *Feeds) View(width, height int) []draw.Row {
	rows := s.ScreenHead(s.Words.Feeds.Screen, width)
	if len(s.Items) == 0 {
		if s.loaded {
			rows = s.viewEmpty(rows, width)
		}
		return rows
	}
	visible := s.listRows(height)
	rows = append(rows, draw.Fit(s.Draw(visible, func(f store.Feed, selected bool) draw.Row { return s.Selectable(s.row(&f, width), selected) }), width, visible)...)
	feed, ok := s.Choose()
	if !ok || visible+draw.HeadRows >= height {
		return rows
	}
	rows = append(rows, draw.Blank(width, rtl.Style{}))
	return append(rows, s.details(&feed, width)...)
}

// row draws a feed: how much of it is unread, its name, its folder, and when it was fetched
// or since when it could not be.
func (s *Feeds) row(f *store.Feed, width int) draw.Row {
	unread, style := "", s.Styles.Muted
	if f.Unread > 0 {
		unread = strconv.Itoa(f.Unread)
	}
	if f.Stopped || !f.FailingSince.IsZero() {
		style = s.Styles.Warning
	}
	gap, left := draw.Blank(2, rtl.Style{}), width-2*draw.InsetColumns
	count := s.Label(min(feedCount, max(0, left)), rtl.Span{Text: unread, Style: s.Styles.Accent})
	left -= feedCount + 2
	name := s.Natural(max(0, left), rtl.Span{Text: f.Label(), Style: s.Styles.Text})
	left -= int(rtl.Width(name)) + 2
	state := s.Natural(max(0, left), rtl.Span{Text: s.Words.FeedState(f), Style: style})
	left -= int(rtl.Width(state)) + 2
	folder := s.Natural(max(0, left), rtl.Span{Text: strings.Join(f.Folder, " / "), Style: s.Styles.Muted})
	return s.Inset(width, count, gap, name, gap, state, gap, folder)
}

// feedCount is how wide the number of unread articles stands.
const feedCount = 4

// details says where a feed is and what went wrong with it.
func (s *Feeds) details(f *store.Feed, width int) []draw.Row {
	if problem := s.Problem(f); problem != "" {
		return s.Prose(problem, s.Styles.Warning, width)
	}
	return s.Prose("\u2068"+f.Address+"\u2069", s.Styles.Muted, width)
}

// RemoveFeed asks whether a feed is to be followed no more. Its last answer is no.
type RemoveFeed struct {
	baseScreen
	draw.Menu[bool]
	name   string
	remove func() Action
	head   int // rows above what can be chosen, as last drawn
}

// NewRemoveFeed returns the question about a feed of a name.
func NewRemoveFeed(c *draw.Canvas, name string, remove func() Action) *RemoveFeed {
	s := &RemoveFeed{baseScreen: baseScreen{Canvas: c, opener: keymap.Remove}, name: name, remove: remove}
	s.Items, s.Selected = []bool{true, false}, 1
	s.point = func(row int) bool { return s.PointAt(row, s.head) }
	return s
}

// Footer gives the keys of the question.
func (s *RemoveFeed) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.Onward, keymap.Back}
}

// Update chooses an answer.
func (s *RemoveFeed) Update(msg tea.Msg) Action {
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	yes, _ := s.Choose()
	switch {
	case a != keymap.Onward:
		s.Act(a, len(s.Items))
		return nil
	case yes:
		return Close{s.remove()}
	default:
		return Close{}
	}
}

// View draws the question.
func (s *RemoveFeed) View(width, _ int) []draw.Row {
	say := s.Words.Feeds
	rows := s.ScreenHead(say.Screen, width)
	rows = append(rows, s.Prose(fmt.Sprintf(say.AskRemove, "\u2068"+s.name+"\u2069"), s.Styles.Text, width)...)
	rows = append(rows, draw.Blank(width, rtl.Style{}))
	s.head = len(rows)
	return append(rows, s.Draw(len(s.Items), func(yes, selected bool) draw.Row {
		text := map[bool]string{true: say.DoRemove, false: say.DoKeep}[yes]
		return s.Selectable(s.Inset(width, s.Natural(max(0, width-2*draw.InsetColumns), rtl.Span{Text: text, Style: s.Styles.Text})), selected)
	})...)
}
