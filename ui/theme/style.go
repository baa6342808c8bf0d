package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/warraq/warraq/ui/rtl"
)

// Styles are the looks of the reader's parts, made from a [Theme].
type Styles struct {
	Text, Muted, Title, Accent, Mark, Border, Warning rtl.Style

	// Page is what everything stands on: its colours where a cell has none.
	Page rtl.Style

	Header, HeaderMuted  rtl.Style // the line above the panes
	PaneTitle, PaneFocus rtl.Style // the titles of panes, and of the focused one
	Footer, FooterKey    rtl.Style
	Input                rtl.Style

	// The selected row of a list, where the pane has the focus and where not.
	Selected, SelectedAway rtl.Style
	// Highlight is a passage that the reader marked, Hit one that was looked for.
	Highlight, Hit rtl.Style
}

// Styles makes the looks of the reader's parts. Meaning never rests on colour
// alone: what is selected, focused or unread also has a sign or an attribute.
func (t Theme) Styles() Styles {
	plain := func(foreground string) lipgloss.Style {
		s := lipgloss.NewStyle()
		if foreground != "" {
			s = s.Foreground(lipgloss.Color(foreground))
		}
		return s
	}
	selected := plain(t.SelectionText)
	if t.Selection != "" {
		selected = selected.Background(lipgloss.Color(t.Selection))
	} else {
		selected = selected.Reverse(true)
	}
	highlight := plain(t.MarkerText)
	if t.Marker != "" {
		highlight = highlight.Background(lipgloss.Color(t.Marker))
	}
	if t.Selection == "" { // it may be shown without colours
		highlight = highlight.Underline(true)
	}
	page := rtl.Style{}
	if t.Page != "" {
		page = Cell(plain(t.Text).Background(lipgloss.Color(t.Page)))
	}
	return Styles{
		Page: page,
		Text: Cell(plain(t.Text)), Muted: Cell(plain(t.Muted)),
		Title: Cell(plain(t.Title).Bold(true)), Accent: Cell(plain(t.Accent)),
		Mark: Cell(plain(t.Mark).Bold(true)), Border: Cell(plain(t.Border)),
		Warning: Cell(plain(t.Warning).Bold(true)),
		Header:  Cell(plain(t.Title).Bold(true)), HeaderMuted: Cell(plain(t.Muted)),
		PaneTitle: Cell(plain(t.Muted)), PaneFocus: Cell(plain(t.Accent).Bold(true)),
		Footer: Cell(plain(t.Muted)), FooterKey: Cell(plain(t.Accent).Bold(true)),
		Input:    Cell(plain(t.Text)),
		Selected: Cell(selected.Bold(true)), SelectedAway: Cell(plain(t.Title).Bold(true)), Highlight: Cell(highlight),
		Hit: Cell(plain(t.Accent).Bold(true).Underline(true)),
	}
}

// Cell turns a Lip Gloss style into a cell's. Borders, margins and the like
// have no meaning there and are left out.
func Cell(s lipgloss.Style) rtl.Style {
	out := rtl.Style{
		Foreground: Color(s.GetForeground()),
		Background: Color(s.GetBackground()),
	}
	for attribute, on := range map[rtl.Attributes]bool{
		rtl.Bold: s.GetBold(), rtl.Faint: s.GetFaint(), rtl.Italic: s.GetItalic(),
		rtl.Underline: s.GetUnderline(), rtl.Blink: s.GetBlink(),
		rtl.Reverse: s.GetReverse(), rtl.Strike: s.GetStrikethrough(),
	} {
		if on {
			out.Attributes |= attribute
		}
	}
	return out
}

// Color turns a colour into a cell's, a palette's colour staying one.
func Color(c color.Color) rtl.Color {
	switch c := c.(type) {
	case nil, lipgloss.NoColor:
		return 0
	case ansi.BasicColor:
		return rtl.Palette(uint8(c))
	case ansi.IndexedColor:
		return rtl.Palette(uint8(c))
	default:
		r, g, b, _ := c.RGBA()
		return rtl.RGB(uint8(r>>8), uint8(g>>8), uint8(b>>8))
	}
}
