package pager

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/keyboard"
	"github.com/warraq/warraq/ui/prompt"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/viewport"
	"github.com/warraq/warraq/ui/words"
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

	text    wholeBlock
	view    *viewport.Model
	more    <-chan Piece
	ended   bool  // all of the text is here
	reading bool  // more has been asked for
	err     error // why no more came

	search   int    // numbers searches, so that the slices of the last one count
	notFound string // what is said where it finds nothing

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
		more: c.More, ended: c.More == nil,
	}
	for _, p := range c.Parts {
		m.text.add(p)
	}
	m.view = viewport.New(&m.text)
	m.view.Growing = !m.ended
	m.resizeView()
	m.setTerminal(c.Terminal)
	return m
}

// Init asks for more of the text.
func (m *Model) Init() tea.Cmd { return m.readPiece() }

// setTerminal lays lines out for a terminal from now on.
func (m *Model) setTerminal(t terminal.Terminal) {
	m.term = t
	m.options.HideMarks, m.options.Shaping = !t.KeepMarks, t.Shaping
	m.options.PlainClusters = !t.Clusters
	m.view.SetOptions(m.options)
}
