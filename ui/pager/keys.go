package pager

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/keyboard"
)

// keyBinding is a row of the key map. The action's name finds its words.
type keyBinding struct {
	action string
	keys   []string // as Bubble Tea names them
	do     func(*Model) tea.Cmd
}

// keyMap is every key of the pager, those of the reader where it has them, in the
// order in which the help shows them.
var keyMap = []keyBinding{
	{"down", []string{"down", "j", "enter"}, scrollBy(func(*Model) int { return 1 })},
	{"up", []string{"up", "k"}, scrollBy(func(*Model) int { return -1 })},
	{"page-down", []string{"pgdown", "space", "f"}, scrollBy((*Model).page)},
	{"page-up", []string{"pgup", "shift+space", "b"}, scrollBy(func(m *Model) int { return -m.page() })},
	{"half-down", []string{"ctrl+d", "d"}, scrollBy(func(m *Model) int { return max(1, m.page()/2) })},
	{"half-up", []string{"ctrl+u", "u"}, scrollBy(func(m *Model) int { return -max(1, m.page()/2) })},
	{"top", []string{"home", "g"}, func(m *Model) tea.Cmd { m.scrollToStart(); return nil }},
	{"bottom", []string{"end", "G"}, func(m *Model) tea.Cmd { m.follow(); return nil }},
	{"search", []string{"/"}, func(m *Model) tea.Cmd { m.openPrompt(); return nil }},
	{"next-match", []string{"n"}, func(m *Model) tea.Cmd { return m.searchAgain(true) }},
	{"previous-match", []string{"N"}, func(m *Model) tea.Cmd { return m.searchAgain(false) }},
	{"form", []string{"F"}, (*Model).cycleForm},
	{"redraw", []string{"ctrl+l"}, func(*Model) tea.Cmd { return tea.ClearScreen }},
	{"help", []string{"?"}, func(m *Model) tea.Cmd { m.help = true; return nil }},
	{"quit", []string{"q", "ctrl+c"}, func(*Model) tea.Cmd { return tea.Quit }},
}

// page is how many rows a page moves: one of the page before stays in sight.
func (m *Model) page() int { return max(1, m.textRows()-1) }

// scrollBy scrolls by a number of rows.
func scrollBy(rows func(*Model) int) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		m.scroll(rows(m))
		return m.readPiece()
	}
}

// bound finds what a key press is bound to, whichever layout the keyboard is on.
func (m *Model) bound(press tea.KeyPressMsg) *keyBinding {
	var names []string
	names, m.board = keyboard.Names(press, m.board)
	for _, name := range names {
		for i := range keyMap {
			if slices.Contains(keyMap[i].keys, name) {
				return &keyMap[i]
			}
		}
	}
	return nil
}

// press takes a key. Any key ends a search that is not done.
func (m *Model) press(key tea.KeyPressMsg) tea.Cmd {
	m.notice = ""
	m.view.StopSeeking()
	if m.prompt != nil {
		return m.editPrompt(key)
	}
	now, wait := m.keys.Press(key)
	return tea.Batch(m.actOn(now), wait)
}

// actOn does what keys are bound to, one after the other. One of them may open
// the prompt, which takes the next.
func (m *Model) actOn(keys []tea.KeyPressMsg) tea.Cmd {
	var cmds []tea.Cmd
	for _, key := range keys {
		switch b := m.bound(key); {
		case m.prompt != nil:
			cmds = append(cmds, m.editPrompt(key))
		case m.help:
			m.help = false
		case b != nil:
			cmds = append(cmds, b.do(m), m.readPiece())
		case key.String() == "esc":
			m.view.Find(nil)
		}
	}
	return tea.Batch(cmds...)
}
