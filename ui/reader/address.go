package reader

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"warraq/articles/text"
	"warraq/store"
	"warraq/ui/page"
	"warraq/ui/rtl"
	"warraq/ui/theme"
	"warraq/ui/words"
)

// numbered is the document of an article whose links have numbers.
func numbered(item store.Item, t theme.Theme, w *words.Words) *page.Document {
	d := page.New(item, t, w)
	d.NumberLinks()
	return d
}

// linkQuestion asks for the number of a link in the text.
var linkQuestion = &question{
	name:     func(w *words.Words) string { return w.Sides.AskLink },
	answered: (*Model).followLink,
}

func (m *Model) openLinks() tea.Cmd {
	if m.article.document == nil {
		return nil
	}
	if len(m.article.document.Links()) == 0 {
		m.notice = m.words.Sides.NoLinks
		return nil
	}
	m.focus = articlePane
	return m.ask(linkQuestion, "")
}

// linkFound answers followAddress.
type linkFound struct {
	address string
	entry   store.Entry
	ok      bool // the library has it
	err     error
}

// followLink follows the link of a number.
func (m *Model) followLink(s string) tea.Cmd {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	links := m.article.document.Links()
	n, err := strconv.Atoi(text.Fold(strings.TrimSpace(s)))
	if err != nil || n < 1 || n > len(links) {
		m.notice = m.words.Sides.NoSuchLink
		return nil
	}
	return m.followAddress(links[n-1])
}

// followAddress follows a link: to the article that has its address, if the
// library has that.
func (m *Model) followAddress(address string) tea.Cmd {
	library := m.library
	return m.jobs.Ask(visitJob, func(ctx context.Context) tea.Msg {
		e, ok, err := library.AtAddress(ctx, address)
		return linkFound{address, e, ok, err}
	})
}

// tookLink jumps to the article of a link, or shows the address of what is not here
// and asks what to do with it.
func (m *Model) tookLink(msg linkFound) tea.Cmd {
	switch {
	case msg.err != nil:
		m.notice = m.sentence(msg.err)
		return nil
	case msg.ok && msg.entry.ID == m.article.item.ID:
		m.notice = m.words.Sides.ThisLink
		return nil
	case msg.ok:
		m.leave()
		return m.visit(place{id: msg.entry.ID, position: whereLeft, focus: articlePane, jumped: true})
	}
	if m.asking != nil || m.screen() != nil {
		m.notice = fmt.Sprintf(m.words.Sides.Absent, "\u2068"+msg.address+"\u2069")
		return nil
	}
	return m.openScreen(newAddressScreen(msg.address, false))
}

// openAddress shows the address of the open article, and of a card how its text
// comes here.
func (m *Model) openAddress() tea.Cmd {
	item := m.article.item
	to := page.Address(item.URL)
	if item.ID == "" || to == "" && item.Full {
		m.notice = m.words.Sides.NoAddress
		return nil
	}
	return m.openScreen(newAddressScreen(to, !item.Full))
}

// addressScreen shows an address in full and asks what to do with it. Nothing is
// opened unless that is chosen there.
type addressScreen struct {
	address string
	card    bool
	menu[deed]
	head int // rows above what can be chosen, as last drawn
}

// deed is what can be done with an address, by its words.
type deed uint8

const (
	copyIt deed = iota
	openIt
	addIt
	leaveIt
)

func newAddressScreen(address string, card bool) *addressScreen {
	s := &addressScreen{address: address, card: card}
	if address != "" {
		s.items = append(s.items, copyIt, openIt)
	}
	if card {
		s.items = append(s.items, addIt)
	}
	s.items = append(s.items, leaveIt)
	return s
}

func (s *addressScreen) opener() action   { return showAddress }
func (s *addressScreen) footer() []action { return []action{down, up, onward, back} }

func (s *addressScreen) point(row int) bool { return s.pointAt(row, s.head) }

func (s *addressScreen) act(m *Model, a action, _ int) tea.Cmd {
	d, ok := s.choose()
	if a != onward || !ok {
		s.menu.act(a, len(s.items))
		return nil
	}
	closed := m.closeScreen()
	switch d {
	case copyIt:
		m.notice = m.words.Sides.Copied
		return tea.Batch(closed, m.toClipboard(s.address))
	case openIt:
		return tea.Batch(closed, m.openInBrowser(s.address))
	case addIt:
		return tea.Batch(closed, m.openAdd())
	default:
		return closed
	}
}

func (s *addressScreen) rows(m *Model, width, _ int) []row {
	say := m.words.Sides
	rows := m.screenHead(say.Address, width)
	switch {
	case s.card && s.address == "":
		rows = append(rows, m.prose(say.CardNowhere, m.styles.Text, width)...)
	case s.card:
		rows = append(rows, m.prose(say.CardAway, m.styles.Text, width)...)
	}
	if s.address != "" {
		rows = append(rows, blank(width, rtl.Style{}))
		options := m.line(max(1, width-2*insetColumns))
		options.Direction, options.Align, options.Digits = rtl.LTR, rtl.AlignLeft, rtl.DigitsAsIs
		for _, line := range rtl.Lay([]rtl.Span{{Text: s.address, Style: m.styles.Accent}}, options) {
			rows = append(rows, m.inset(width, line.Cells))
		}
	}
	rows = append(rows, blank(width, rtl.Style{}))
	s.head = len(rows)
	return append(rows, s.draw(len(s.items), func(d deed, selected bool) row {
		text := m.natural(width-2*insetColumns, rtl.Span{Text: say.Deeds[d], Style: m.styles.Text})
		return m.selectable(m.inset(width, text), selected)
	})...)
}

// browsed answers openInBrowser.
type browsed struct{ err error }

// openInBrowser has an address opened by the program that the system has for that.
func (m *Model) openInBrowser(address string) tea.Cmd {
	browse := m.browse
	return m.jobs.Run(m.jobs.Begin(browseJob), func(ctx context.Context) tea.Msg { return browsed{browse(ctx, address)} })
}

func (m *Model) tookBrowsed(msg browsed) {
	m.notice = m.words.Sides.Opened
	if msg.err != nil {
		m.notice = m.words.Sides.NotOpened
	}
}
