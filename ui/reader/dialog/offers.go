package dialog

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
)

// Offers shows feeds to choose from, those of a page or of the catalogue, and stays open
// so that several can be followed.
type Offers struct {
	baseScreen
	draw.Menu[store.Feed]
	about    string // what they are
	follow   func(*store.Feed) Action
	followed []string // addresses
	head     int      // rows above the feeds, as last drawn
}

// Followed tells that the feed that was offered at an address is followed now.
type Followed struct{ Address string }

// NewOffers returns the screen of feeds that are offered, of which a sentence says what
// they are.
func NewOffers(c *draw.Canvas, about string, feeds []store.Feed, follow func(*store.Feed) Action) *Offers {
	s := &Offers{baseScreen: baseScreen{Canvas: c, opener: keymap.Feeds}, about: about, follow: follow}
	s.Items = feeds
	s.point = func(row int) bool { return s.PointAt(row, s.head) }
	return s
}

// Footer gives the keys of the feeds.
func (s *Offers) Footer() []keymap.Action {
	return []keymap.Action{keymap.Onward, keymap.Down, keymap.Up, keymap.Back}
}

// Update moves among the feeds, and follows one.
func (s *Offers) Update(msg tea.Msg) Action {
	switch msg := msg.(type) {
	case Followed:
		s.followed = append(s.followed, msg.Address)
		return nil
	case FeedsLoaded:
		for i := range msg.Feeds {
			s.followed = append(s.followed, msg.Feeds[i].Address)
		}
		return Pass{}
	}
	a, out := s.take(msg)
	feed, ok := s.Choose()
	switch {
	case a == "":
		return out
	case a != keymap.Onward:
		s.Act(a, max(1, s.ScreenRows()-s.head-feedDetails))
		return nil
	case !ok || s.isFollowed(&feed):
		return nil
	default:
		return s.follow(&feed)
	}
}

// isFollowed reports whether a feed that is offered is followed already.
func (s *Offers) isFollowed(f *store.Feed) bool { return slices.Contains(s.followed, f.Address) }

// View draws the feeds, and below them the address of the selected one.
func (s *Offers) View(width, height int) []draw.Row {
	rows := s.ScreenHead(s.Words.Feeds.Screen, width)
	rows = append(rows, s.Prose(s.about, s.Styles.Muted, width)...)
	rows = append(rows, draw.Blank(width, rtl.Style{}))
	s.head = len(rows)
	visible := max(1, height-s.head-feedDetails)
	rows = append(rows, draw.Fit(s.Draw(visible, func(f store.Feed, selected bool) draw.Row { return s.Selectable(s.row(&f, width), selected) }), width, visible)...)
	feed, ok := s.Choose()
	if !ok || visible+s.head >= height {
		return rows
	}
	rows = append(rows, draw.Blank(width, rtl.Style{}))
	return append(rows, s.Prose("\u2068"+feed.Address+"\u2069", s.Styles.Muted, width)...)
}

// row draws a feed: its name, whether it is followed, and its folder and section.
func (s *Offers) row(f *store.Feed, width int) draw.Row {
	said := ""
	if s.isFollowed(f) {
		said = s.Words.Feeds.Followed
	}
	gap, left := draw.Blank(2, rtl.Style{}), max(0, width-2*draw.InsetColumns)
	name := s.Natural(left, rtl.Span{Text: f.Label(), Style: s.Styles.Text})
	left = max(0, left-int(rtl.Width(name))-2)
	state := s.Natural(left, rtl.Span{Text: said, Style: s.Styles.Accent})
	left = max(0, left-int(rtl.Width(state))-2)
	folder := s.Natural(left, rtl.Span{Text: strings.Join(f.Folder, " / "), Style: s.Styles.Muted})
	if said == "" {
		return s.Inset(width, name, gap, folder)
	}
	return s.Inset(width, name, gap, state, gap, folder)
}

// firstFeed is a way to a first feed, as the empty screen of feeds offers it.
type firstFeed uint8

const (
	fromCatalogue firstFeed = iota
	byAddress
)

// updateEmpty chooses a way to a first feed.
func (s *Feeds) updateEmpty(a keymap.Action) Action {
	way, ok := s.first.Choose()
	switch {
	case a == keymap.AddArticles, a == keymap.Onward && ok && way == byAddress:
		return s.ask()
	case a == keymap.Onward && ok:
		return s.Follow("")
	default:
		s.first.Act(a, len(s.first.Items))
		return nil
	}
}

// viewEmpty draws what feeds are for and the ways to a first one.
func (s *Feeds) viewEmpty(rows []draw.Row, width int) []draw.Row {
	say := s.Words.Feeds
	rows = append(rows, s.Prose(say.ChooseFirst, s.Styles.Text, width)...)
	rows = append(rows, draw.Blank(width, rtl.Style{}))
	s.head = len(rows)
	return append(rows, s.first.Draw(len(s.first.Items), func(way firstFeed, selected bool) draw.Row {
		text := cmp.Or(map[firstFeed]string{fromCatalogue: say.FromCatalogue}[way], say.ByAddress)
		return s.Selectable(s.Inset(width, s.Natural(max(0, width-2*draw.InsetColumns), rtl.Span{Text: text, Style: s.Styles.Text})), selected)
	})...)
}
