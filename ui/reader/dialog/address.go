package dialog

import (
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"

	tea "charm.land/bubbletea/v2"
)

// Address shows an address in full and asks what to do with it. Nothing is opened
// unless that is chosen there.
type Address struct {
	baseScreen
	draw.Menu[addressAction]
	address string
	card    bool
	head    int // rows above what can be chosen, as last drawn
}

// addressAction is what can be done with an address, by its words.
type addressAction uint8

const (
	copyIt addressAction = iota
	openIt
	addIt
	leaveIt
)

// NewAddress returns the screen of an address; of a card, whose text is not here, it
// also says how that comes.
func NewAddress(c *draw.Canvas, address string, card bool) *Address {
	s := &Address{baseScreen: baseScreen{Canvas: c, opener: keymap.ShowAddress}, address: address, card: card}
	s.point = func(row int) bool { return s.PointAt(row, s.head) }
	if address != "" {
		s.Items = append(s.Items, copyIt, openIt)
	}
	if card {
		s.Items = append(s.Items, addIt)
	}
	s.Items = append(s.Items, leaveIt)
	return s
}

// Footer gives the keys of the address.
func (s *Address) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.Onward, keymap.Back}
}

// Update chooses what is done with the address.
func (s *Address) Update(msg tea.Msg) Action {
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	d, ok := s.Choose()
	if a != keymap.Onward || !ok {
		s.Act(a, len(s.Items))
		return nil
	}
	switch d {
	case copyIt:
		return Close{Many{Say{s.Words.Sides.Copied}, Copy{s.address}}}
	case openIt:
		return Close{Browse{s.address}}
	case addIt:
		return Close{Do{keymap.AddArticles}}
	default:
		return Close{}
	}
}

// Address returns the address that is shown.
func (s *Address) Address() string { return s.address }

// View draws the address.
func (s *Address) View(width, _ int) []draw.Row {
	say := s.Words.Sides
	rows := s.ScreenHead(say.Address, width)
	switch {
	case s.card && s.address == "":
		rows = append(rows, s.Prose(say.CardNowhere, s.Styles.Text, width)...)
	case s.card:
		rows = append(rows, s.Prose(say.CardAway, s.Styles.Text, width)...)
	}
	if s.address != "" {
		rows = append(rows, draw.Blank(width, rtl.Style{}))
		options := s.Line(max(1, width-2*draw.InsetColumns))
		options.Direction, options.Align, options.Digits = rtl.LTR, rtl.AlignLeft, rtl.DigitsAsIs
		for _, line := range rtl.WrapSpans([]rtl.Span{{Text: s.address, Style: s.Styles.Accent}}, options) {
			rows = append(rows, s.Inset(width, line.Cells))
		}
	}
	rows = append(rows, draw.Blank(width, rtl.Style{}))
	s.head = len(rows)
	return append(rows, s.Draw(len(s.Items), func(d addressAction, selected bool) draw.Row {
		text := s.Natural(width-2*draw.InsetColumns, rtl.Span{Text: say.Deeds[d], Style: s.Styles.Text})
		return s.Selectable(s.Inset(width, text), selected)
	})...)
}
