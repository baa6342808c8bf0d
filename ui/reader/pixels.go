package reader

import (
	"context"
	"image"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"warraq/ui/picture"
	"warraq/ui/reader/dialog"
	"warraq/ui/reader/draw"
	"warraq/ui/reader/jobs"
	"warraq/ui/terminal"
)

// Pictures are cells among others; where the terminal can do more, they are drawn
// with their pixels over these, once all stands still. What is drawn so is taken
// off as soon as it does not lie where its cells are.

// pixels are the pictures that are drawn over cells.
type pixels struct {
	wanted []draw.Placed
	by     terminal.Graphics // how they are sent, or on their way; NoGraphics: not yet
	off    terminal.Graphics // how what is to be taken off was sent
	clear  bool              // all of the screen is to be drawn again
	token  jobs.Token        // of what is wanted
}

// stillFor is how long a picture stays where it is before it is drawn with its
// pixels: they may be many to send.
const stillFor = 150 * time.Millisecond

// The steps of drawing: the pictures stand still; they are encoded.
type (
	pixelsStill struct{}
	pixelsReady struct{ sequence string }
)

// drawing is what is sent to the terminal as it is.
type drawing struct {
	token    jobs.Token
	sequence string
}

// String is what is sent.
func (d drawing) String() string { return d.sequence }

// graphics is how pictures are shown: as was chosen, or by what the terminal can.
func (m *Model) graphics() terminal.Graphics {
	if g, ok := terminal.ParseGraphics(m.looks.Pictures); ok {
		return g
	}
	return m.term.Graphics
}

// fitPixels draws what pictures there are to be seen, where they are not drawn so
// yet, and takes off those that are drawn elsewhere.
func (m *Model) fitPixels() tea.Cmd {
	wanted := m.framed()
	moved := !slices.Equal(wanted, m.pixels.wanted)
	if moved {
		m.takeOff()
		m.pixels.wanted = wanted
	}
	cmds := m.erase()
	if moved && len(wanted) > 0 {
		m.pixels.token = m.Jobs.Begin(pixelsJob)
		rest := m.still
		cmds = append(cmds, m.Jobs.Run(m.pixels.token, func(context.Context) tea.Msg {
			time.Sleep(rest)
			return pixelsStill{}
		}))
	}
	return tea.Batch(cmds...)
}

// takeOff takes off what is drawn, and has all drawn again that is to be.
func (m *Model) takeOff() {
	p := &m.pixels
	if p.by != terminal.NoGraphics {
		p.off = p.by
	}
	p.wanted, p.by = nil, terminal.NoGraphics
	m.Jobs.Abort(pixelsJob)
}

// repaint draws all of the screen again.
func (m *Model) repaint() {
	m.takeOff()
	m.pixels.clear = true
}

// erase does what is still to be done of taking off and drawing again.
func (m *Model) erase() (cmds []tea.Cmd) {
	p := &m.pixels
	switch sequence := picture.Erase(p.off); {
	case sequence != "":
		cmds = append(cmds, tea.Raw(sequence))
	case p.off != terminal.NoGraphics:
		p.clear = true
	}
	if p.clear {
		cmds = append(cmds, tea.ClearScreen)
	}
	p.off, p.clear = terminal.NoGraphics, false
	return cmds
}

// framed are the pictures that are to be drawn with their pixels, as far as they
// are on the screen.
func (m *Model) framed() []draw.Placed {
	if !picture.CanShow(m.graphics(), m.cellSize) {
		return nil
	}
	switch s := m.stack.Screen().(type) {
	case nil:
		return m.framedInText()
	case *dialog.Picture:
		return s.Framed()
	default:
		return nil
	}
}

func (m *Model) framedInText() (list []draw.Placed) {
	c := m.columns()
	if c[articlePane] <= 0 {
		return nil
	}
	return m.article.Framed(leftOf(c, articlePane), ArticleRow, m.ground())
}

// drawPixels encodes the pictures that are wanted.
func (m *Model) drawPixels() tea.Cmd {
	library, list, g, cell := m.Library, m.pixels.wanted, m.graphics(), m.cellSize
	return m.Jobs.Run(m.pixels.token, func(ctx context.Context) tea.Msg {
		var sequence []byte
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
		return pixelsReady{string(sequence)}
	})
}

// sendPixels sends what has been encoded.
func (m *Model) sendPixels(msg pixelsReady) tea.Cmd {
	if msg.sequence == "" {
		return nil
	}
	m.pixels.by = m.graphics()
	return tea.Raw(drawing{m.pixels.token, msg.sequence})
}

// sentPixels takes off what was sent too late: it may have reached the terminal
// behind what was to take it off.
func (m *Model) sentPixels(msg tea.RawMsg) {
	if d, ok := msg.Msg.(drawing); ok && !m.Jobs.Awaits(d.token) {
		m.pixels.by = m.graphics()
		m.takeOff()
	}
}

// cellMeasured answers measureCell.
type cellMeasured struct{ size image.Point }

// measureCell asks for the size of a cell, which changes with the terminal's.
func (m *Model) measureCell() tea.Cmd {
	measure := m.cell
	if measure == nil {
		return nil
	}
	return m.Jobs.Ask(cellJob, func(context.Context) tea.Msg { return cellMeasured{measure()} })
}
