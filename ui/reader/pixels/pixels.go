// Package pixels draws the pictures of the reader with their pixels, where the terminal
// can, over the cells that stand for them, once all stands still. What is drawn so is
// taken off as soon as it does not lie where its cells are.
package pixels

import (
	"context"
	"image"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/terminal"
)

const drawJob jobs.Kind = "pixels"

// stillFor is how long a picture stays where it is before it is drawn with its
// pixels: they may be many to send.
const stillFor = 150 * time.Millisecond

// Drawer keeps what is drawn with pixels as what is wanted.
type Drawer struct {
	Still   time.Duration // how long a picture stays where it is before it is drawn
	jobs    *jobs.Runner
	library *store.Library

	wanted []draw.Placed
	sheet  Sheet             // what is wanted is this, nil where it is pictures
	by     terminal.Graphics // how they are sent, or on their way; NoGraphics: not yet
	off    terminal.Graphics // how what is to be taken off was sent
	clear  bool              // all of the screen is to be drawn again
	token  jobs.Token        // of what is wanted
}

// Sheet is what covers a part of the screen with pixels: all of it is drawn at once, over the
// one before, as soon as it is another.
type Sheet interface {
	// Place returns where it is drawn, with a name that is another for another sheet.
	Place() draw.Placed
	// Encode returns what draws it. It is called beside the reader.
	Encode(ctx context.Context, g terminal.Graphics) ([]byte, error)
}

// Stood says that the pictures stood still for a while.
type Stood struct{}

// Encoded has the sequence that draws them.
type Encoded struct{ Sequence string }

// Drawing is what is sent to the terminal as it is.
type Drawing struct {
	Token    jobs.Token // of what was wanted when it was sent
	Sequence string
}

// String returns what is sent.
func (d Drawing) String() string { return d.Sequence }

// Token returns what the answers about the pictures that are wanted carry.
func (d *Drawer) Token() jobs.Token { return d.token }

// New returns what draws the pictures of a library.
func New(runner *jobs.Runner, library *store.Library) *Drawer {
	return &Drawer{Still: stillFor, jobs: runner, library: library}
}

// Fit returns the commands that draw what pictures are wanted, where they are not drawn so
// yet, and that take off those that are drawn elsewhere.
func (d *Drawer) Fit(wanted []draw.Placed) tea.Cmd { return d.fit(wanted, nil) }

// FitSheet is [Drawer.Fit] where a sheet is wanted in the place of pictures.
func (d *Drawer) FitSheet(s Sheet) tea.Cmd { return d.fit([]draw.Placed{s.Place()}, s) }

func (d *Drawer) fit(wanted []draw.Placed, sheet Sheet) tea.Cmd {
	moved := !slices.Equal(wanted, d.wanted)
	if moved {
		if sheet == nil || d.sheet == nil || wanted[0].Frame != d.wanted[0].Frame {
			d.TakeOff()
		}
		d.wanted, d.sheet = wanted, sheet
	}
	cmds := d.erase()
	if moved && len(wanted) > 0 {
		d.token = d.jobs.Begin(drawJob)
		rest := d.Still
		if sheet != nil {
			rest = 0
		}
		cmds = append(cmds, d.jobs.Run(d.token, func(context.Context) tea.Msg {
			time.Sleep(rest)
			return Stood{}
		}))
	}
	return tea.Batch(cmds...)
}

// TakeOff takes off what is drawn, and has all drawn again that is to be.
func (d *Drawer) TakeOff() {
	if d.by != terminal.NoGraphics {
		d.off = d.by
	}
	d.wanted, d.sheet, d.by = nil, nil, terminal.NoGraphics
	d.jobs.Abort(drawJob)
}

// Repaint draws all of the screen again.
func (d *Drawer) Repaint() {
	d.TakeOff()
	d.clear = true
}

// erase does what is still to be done of taking off and drawing again.
func (d *Drawer) erase() (cmds []tea.Cmd) {
	switch sequence := picture.Erase(d.off); {
	case sequence != "":
		cmds = append(cmds, tea.Raw(sequence))
	case d.off != terminal.NoGraphics:
		d.clear = true
	}
	if d.clear {
		cmds = append(cmds, tea.ClearScreen)
	}
	d.off, d.clear = terminal.NoGraphics, false
	return cmds
}

// Encode returns the command that encodes the pictures that are wanted, for a terminal and
// the size of its cells.
func (d *Drawer) Encode(g terminal.Graphics, cell image.Point) tea.Cmd {
	library, list, sheet := d.library, d.wanted, d.sheet
	return d.jobs.Run(d.token, func(ctx context.Context) tea.Msg {
		var sequence []byte
		if sheet != nil {
			if drawn, err := sheet.Encode(ctx, g); err == nil { // else the cells below stay
				sequence = drawn
			}
			return Encoded{string(sequence)}
		}
		for _, f := range list {
			kept, err := library.Picture(ctx, f.Name)
			if err != nil {
				continue // the cells below tell
			}
			size := f.Pixels(g, cell)
			image, err := picture.Decode(kept.Data, size.X, size.Y, f.Ground)
			if err != nil {
				continue
			}
			if with, err := f.Append(sequence, image, g, cell, f.Ground); err == nil {
				sequence = with
			}
		}
		return Encoded{string(sequence)}
	})
}

// Send returns the command that sends what has been encoded.
func (d *Drawer) Send(msg Encoded, g terminal.Graphics) tea.Cmd {
	if msg.Sequence == "" {
		return nil
	}
	d.by = g
	return tea.Raw(Drawing{d.token, msg.Sequence})
}

// Sent takes off what was sent too late: it may have reached the terminal behind what was
// to take it off.
func (d *Drawer) Sent(msg tea.RawMsg, g terminal.Graphics) {
	if drawn, ok := msg.Msg.(Drawing); ok && !d.jobs.Awaits(drawn.Token) {
		d.by = g
		d.TakeOff()
	}
}
