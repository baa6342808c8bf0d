package dialog

import (
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"

	tea "charm.land/bubbletea/v2"
)

// Help shows the key map, category by category.
type Help struct {
	baseScreen
	top int
}

// NewHelp returns the screen of all keys.
func NewHelp(c *draw.Canvas) *Help {
	return &Help{baseScreen: baseScreen{Canvas: c, opener: keymap.Help}}
}

// Footer gives the keys of the help.
func (h *Help) Footer() []keymap.Action { return []keymap.Action{keymap.Down, keymap.Up, keymap.Back} }

// Update scrolls.
func (h *Help) Update(msg tea.Msg) Action {
	a, out := h.take(msg)
	if a == "" {
		return out
	}
	if a == keymap.Onward {
		return Close{}
	}
	visible := h.ScreenRows()
	h.top = draw.Clamp(h.top+draw.Movements[a].In(visible), len(h.text(h.Width))-visible)
	return nil
}

// View draws the keys.
func (h *Help) View(width, height int) []draw.Row {
	text := h.text(width)
	return text[draw.Clamp(h.top, len(text)-height):]
}

// twoColumns is the width from which on the help stands in two columns.
const twoColumns = 96

// text is the key map as a page, in two columns where there is room.
func (h *Help) text(width int) []draw.Row {
	rows := []draw.Row{h.Inset(width, h.Natural(width, rtl.Span{Text: h.Words.Help, Style: h.Styles.Title}))}
	if width < twoColumns {
		for c := range keymap.Categories {
			rows = append(rows, h.keysOf(c, width)...)
		}
		return rows
	}
	half := width / 2
	middle := (len(h.KeyMap.Bindings) + 2*int(keymap.Categories)) / 2
	var first, second []draw.Row
	for c := range keymap.Categories {
		if block := h.keysOf(c, half); len(second) == 0 && len(first)+len(block)/2 <= middle {
			first = append(first, block...)
		} else {
			second = append(second, block...)
		}
	}
	height := max(len(first), len(second))
	first, second = draw.Fit(first, half, height), draw.Fit(second, width-half, height)
	for i := range height {
		rows = append(rows, h.InOrder(first[i], second[i]))
	}
	return rows
}

// keysOf are the keys of a category, below its name.
func (h *Help) keysOf(c keymap.Category, width int) []draw.Row {
	rows := []draw.Row{draw.Blank(width, rtl.Style{}), h.Inset(width, h.Natural(width, rtl.Span{Text: h.Words.Categories[c], Style: h.Styles.Accent}))}
	for _, b := range h.KeyMap.Bindings {
		if b.Category == c {
			rows = append(rows, h.KeyRow(b, width))
		}
	}
	return rows
}
