package dialog

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
)

// Root shows the root of a word: the words of its family that the library has, and every
// place where they stand.
type Root struct {
	baseScreen
	draw.Menu[store.Occurrence]
	root   string
	family []store.FamilyWord
	open   func(store.Occurrence) Action
	head   int // rows above the places, as last drawn
}

// NewRoot returns the screen of a root; open is what is done with the place that is chosen.
func NewRoot(c *draw.Canvas, root string, family []store.FamilyWord, places []store.Occurrence, open func(store.Occurrence) Action) *Root {
	s := &Root{baseScreen: baseScreen{Canvas: c, opener: keymap.Root}, root: root, family: family, open: open}
	s.Items, s.point = places, s.pointAt
	return s
}

// Footer gives the keys of the screen.
func (s *Root) Footer() []keymap.Action {
	return []keymap.Action{keymap.Down, keymap.Up, keymap.Onward, keymap.Back}
}

// placeRows is the height of a place on the screen.
const placeRows = 4

// visible is how many places are seen on a screen of a height.
func (s *Root) visible(height int) int { return max(1, (height-s.head)/placeRows) }

// Update chooses a place and opens it.
func (s *Root) Update(msg tea.Msg) Action {
	a, out := s.take(msg)
	if a == "" {
		return out
	}
	place, ok := s.Choose()
	if a == keymap.Onward && ok {
		return Close{s.open(place)}
	}
	s.Act(a, s.visible(s.ScreenRows()))
	return nil
}

// pointAt selects the place of a row.
func (s *Root) pointAt(row int) bool {
	i := s.Top + (row-s.head)/placeRows
	if row < s.head || i >= len(s.Items) {
		return false
	}
	s.Selected = i
	return true
}

// RootLetters parts the letters of a root, as dictionaries write it.
func RootLetters(root string) string { return strings.Join(strings.Split(root, ""), " ") }

// mostFamilyRows is how many rows the family takes at the most.
const mostFamilyRows = 5

// View draws the family, and below it the places.
func (s *Root) View(width, height int) []draw.Row {
	rows := s.ScreenHead(fmt.Sprintf(s.Words.Root.Title, "\u2068"+RootLetters(s.root)+"\u2069"), width)
	columns := max(0, min(width-2*draw.InsetColumns, draw.ProseColumns))
	for _, r := range s.Paragraph(s.familySpans(), columns, min(mostFamilyRows, max(1, height/3))) {
		rows = append(rows, s.Inset(width, r))
	}
	rows = append(rows, draw.Blank(width, rtl.Style{}))
	s.head = len(rows)
	visible := s.visible(height)
	s.Move(0, visible, len(s.Items))
	for i := s.Top; i < min(s.Top+visible, len(s.Items)); i++ {
		rows = append(rows, s.place(s.Items[i], columns, width, i == s.Selected)...)
	}
	return rows
}

// familySpans say the words of the family, each with how many articles have it.
func (s *Root) familySpans() []rtl.Span {
	if len(s.family) == 0 {
		return []rtl.Span{{Text: s.Words.Root.NotHere, Style: s.Styles.Muted}}
	}
	var said []string
	for _, w := range s.family {
		said = append(said, "\u2068"+w.Word+"\u2069\u00a0"+strconv.Itoa(w.Articles))
	}
	return []rtl.Span{{Text: strings.Join(said, " · "), Style: s.Styles.Accent}}
}

// place draws a place: the title of its article, and what stands around the word.
func (s *Root) place(o store.Occurrence, columns, width int, selected bool) (rows []draw.Row) {
	lines := slices.Concat(
		[]draw.Row{s.Label(columns, rtl.Span{Text: o.Entry.Title, Style: s.Styles.Text})},
		s.Paragraph(s.Marked(o.Excerpt.Text, o.Excerpt.Hits, s.Styles.Muted), columns, placeRows-2))
	for _, r := range draw.Fit(lines, columns, placeRows-1) {
		rows = append(rows, s.Selectable(s.Inset(width, r), selected))
	}
	return append(rows, draw.Blank(width, rtl.Style{}))
}
