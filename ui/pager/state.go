package pager

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"warraq/ui/keyboard"
	"warraq/ui/prompt"
	"warraq/ui/rtl"
	"warraq/ui/terminal"
	"warraq/ui/theme"
	"warraq/ui/words"
)

// Model is the state of the pager.
type Model struct {
	name    string
	words   *words.Words
	styles  theme.Styles
	profile colorprofile.Profile
	term    terminal.Terminal
	options rtl.Options // the width is that of the flag, 0 for the screen's
	plain   bool

	width, height int

	blocks  []Block
	more    <-chan Piece
	ended   bool  // all of the text is here
	reading bool  // more has been asked for
	err     error // why no more came

	top       place
	following bool // the end is shown, wherever it goes
	laid      map[int]*layout

	query   *query // what is searched for, nil for nothing
	hit     place  // the row in which it was found last
	isHit   bool
	seeking *seeking

	prompt *prompt.Line
	keys   keyboard.Joiner
	board  keyboard.Board
	notice string // what the last key did, until the next one
	help   bool
}

// New makes a pager that shows the start of a text.
func New(c Config) *Model {
	m := &Model{
		name: c.Name, words: c.Words, styles: c.Theme.Styles(), profile: c.Profile,
		options: c.Options, plain: c.Plain, width: c.Width, height: c.Height,
		blocks: c.Blocks, more: c.More, ended: c.More == nil,
	}
	m.setTerminal(c.Terminal)
	return m
}

// Init asks for more of the text.
func (m *Model) Init() tea.Cmd { return m.read() }

// setTerminal lays lines out for a terminal from now on.
func (m *Model) setTerminal(t terminal.Terminal) {
	m.term = t
	m.options.HideMarks, m.options.Shaping = !t.KeepMarks, t.Shaping
}
