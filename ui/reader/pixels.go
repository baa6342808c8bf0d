package reader

import (
	"context"
	"image"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/terminal"
)

// Pictures are cells among others; where the terminal can do more, they are drawn
// with their pixels over these, once all stands still. What is drawn so is taken
// off as soon as it does not lie where its cells are.

// pixelPictures are the pictures that are drawn over cells.
type pixelPictures struct {
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

// pictureDrawing is what is sent to the terminal as it is.
type pictureDrawing struct {
	token    jobs.Token
	sequence string
}

// String is what is sent.
func (d pictureDrawing) String() string { return d.sequence }

// graphics is how pictures are shown: as was chosen, or by what the terminal can.
func (app *App) graphics() terminal.Graphics {
	if g, ok := terminal.ParseGraphics(app.looks.Pictures); ok {
		return g
	}
	return app.term.Graphics
}

// fitPixels draws what pictures there are to be seen, where they are not drawn so
// yet, and takes off those that are drawn elsewhere.
func (app *App) fitPixels() tea.Cmd {
	wanted := app.framed()
	moved := !slices.Equal(wanted, app.pixels.wanted)
	if moved {
		app.takeOff()
		app.pixels.wanted = wanted
	}
	cmds := app.erase()
	if moved && len(wanted) > 0 {
		app.pixels.token = app.Jobs.Begin(pixelsJob)
		rest := app.still
		cmds = append(cmds, app.Jobs.Run(app.pixels.token, func(context.Context) tea.Msg {
			time.Sleep(rest)
			return pixelsStill{}
		}))
	}
	return tea.Batch(cmds...)
}

// takeOff takes off what is drawn, and has all drawn again that is to be.
func (app *App) takeOff() {
	p := &app.pixels
	if p.by != terminal.NoGraphics {
		p.off = p.by
	}
	p.wanted, p.by = nil, terminal.NoGraphics
	app.Jobs.Abort(pixelsJob)
}

// repaint draws all of the screen again.
func (app *App) repaint() {
	app.takeOff()
	app.pixels.clear = true
}

// erase does what is still to be done of taking off and drawing again.
func (app *App) erase() (cmds []tea.Cmd) {
	p := &app.pixels
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
func (app *App) framed() []draw.Placed {
	if !picture.CanShow(app.graphics(), app.cellSize) {
		return nil
	}
	switch s := app.stack.Screen().(type) {
	case nil:
		return app.framedInText()
	case *dialog.Picture:
		return s.Framed()
	default:
		return nil
	}
}

func (app *App) framedInText() (list []draw.Placed) {
	c := app.columns()
	if c[articlePane] <= 0 {
		return nil
	}
	return app.article.Framed(leftOf(c, articlePane), ArticleRow, app.ground())
}

// drawPixels encodes the pictures that are wanted.
func (app *App) drawPixels() tea.Cmd {
	library, list, g, cell := app.Library, app.pixels.wanted, app.graphics(), app.cellSize
	return app.Jobs.Run(app.pixels.token, func(ctx context.Context) tea.Msg {
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
func (app *App) sendPixels(msg pixelsReady) tea.Cmd {
	if msg.sequence == "" {
		return nil
	}
	app.pixels.by = app.graphics()
	return tea.Raw(pictureDrawing{app.pixels.token, msg.sequence})
}

// sentPixels takes off what was sent too late: it may have reached the terminal
// behind what was to take it off.
func (app *App) sentPixels(msg tea.RawMsg) {
	if d, ok := msg.Msg.(pictureDrawing); ok && !app.Jobs.Awaits(d.token) {
		app.pixels.by = app.graphics()
		app.takeOff()
	}
}

// cellMeasured answers measureCell.
type cellMeasured struct{ size image.Point }

// measureCell asks for the size of a cell, which changes with the terminal's.
func (app *App) measureCell() tea.Cmd {
	measure := app.cell
	if measure == nil {
		return nil
	}
	return app.Jobs.Ask(cellJob, func(context.Context) tea.Msg { return cellMeasured{measure()} })
}
