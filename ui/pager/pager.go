// Package pager shows a text that is longer than the screen, right to left, a
// screen at a time, with the keys of the reader.
//
// The text comes in blocks, as long as somebody writes it: more is read when what
// is shown comes near to the end of what is there, so that a text without end
// takes no more memory than was looked at. A block is laid out when it is shown and
// forgotten again (see ui/viewport); of the text itself nothing is. The end, and what a
// search looks for, may lie beyond what is there: then reading goes on until a key is
// pressed.
package pager

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/terminal/bubble"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// Piece is a part of a text that came at once, or why no more will come.
type Piece struct {
	Parts []Part
	Err   error
}

// Config is what a pager needs to start.
type Config struct {
	Name string // of what is shown, "" for a pipe
	// Parts are what there is of the text; More gives the rest, and is closed behind
	// it.
	Parts []Part
	More  <-chan Piece

	Words    *words.Words
	Terminal terminal.Terminal
	Profile  colorprofile.Profile
	Theme    theme.Theme
	// Options lay the text out. A width of 0 is the screen's, and none is wider.
	Options rtl.Options
	Plain   bool // the text is shown without its colours
	// Width and Height are the terminal's, so that the first frame is whole.
	Width, Height int
}

// Run shows the pager until the user leaves it. The error is that of the last
// piece, or says why the pager could not go on.
func Run(ctx context.Context, c Config, options ...tea.ProgramOption) error {
	m := New(c)
	err := bubble.Run(ctx, m, options...)
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, context.Canceled) {
		err = nil
	}
	if err != nil {
		err = fmt.Errorf("the pager stopped: %w", err)
	}
	return errors.Join(err, m.err)
}
