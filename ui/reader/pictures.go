package reader

import (
	"context"
	"fmt"
	"image"
	"image/color"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
)

// The size in pixels that pictures in the text are kept in: more than there are
// cells for on most screens, so that they are decoded once.
const keptWidth, keptHeight = 400, 400

// picturesLoaded answers togglePictures.
type picturesLoaded struct {
	images map[string]image.Image
	err    error
}

// togglePictures shows the pictures of the article in its text, or hides them.
func (app *App) togglePictures() tea.Cmd {
	id := app.article.Item.ID
	switch {
	case len(app.article.Item.Pictures) == 0:
		app.notice = app.Words.Pictures.None
		return nil
	case app.article.Gallery.Shown:
		app.article.Gallery = article.Gallery{}
		return app.relook()
	}
	library, ground := app.Library, app.ground()
	return app.Jobs.Ask(picturesJob, func(ctx context.Context) tea.Msg {
		list, err := library.Pictures(ctx, id)
		answer := picturesLoaded{images: map[string]image.Image{}, err: err}
		for _, p := range list {
			// What is damaged has no image, and its place says so.
			answer.images[p.Name], _ = picture.Decode(p.Data, keptWidth, keptHeight, ground)
		}
		return answer
	})
}

func (app *App) showPictures(msg picturesLoaded) tea.Cmd {
	if msg.err != nil {
		app.notice = app.Sentence(msg.err)
		return nil
	}
	app.article.Gallery = article.Gallery{Shown: true, Images: msg.images}
	return app.relook()
}

// pictures says how the text shows its pictures.
func (app *App) pictures() page.Pictures {
	g := app.article.Gallery
	var shown page.Pictures
	if keys := app.Labels(*app.KeyMap.Of(keymap.Pictures)); len(keys) > 0 {
		hint := app.Words.Pictures.Show
		if g.Shown {
			hint = app.Words.Pictures.Hide
		}
		shown.Hint = fmt.Sprintf(hint, "\u2066"+keys[0]+"\u2069")
	}
	if !g.Shown {
		return shown
	}
	palette, rows, damaged, style := app.palette(), max(bodyRows(app.Height)-2, 3), app.Words.Pictures.Unreadable, app.Styles.Text
	line := app.Line(0)
	shown.Draw = func(p articles.Picture, columns int) [][]rtl.Cell {
		from := g.Images[p.Name]
		if from == nil {
			o := line
			o.Width = columns
			return [][]rtl.Cell{rtl.TruncateSpans([]rtl.Span{{Text: damaged, Style: style}}, o)}
		}
		return picture.Blocks(from, image.Pt(p.Width, p.Height), columns, rows, palette)
	}
	return shown
}

// palette is what pictures are drawn in as cells.
func (app *App) palette() picture.Palette {
	switch {
	case app.profile >= colorprofile.ANSI256:
		return picture.Colors
	case app.background == theme.Light:
		return picture.OnLight
	default:
		return picture.OnDark
	}
}

// ground is the colour of the page, over which pictures lie that let it through.
func (app *App) ground() color.Color {
	c := app.Styles.Page.Background
	if c == 0 {
		c = app.term.Background
	}
	if c == 0 && app.background == theme.Light {
		return color.White
	}
	return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 255}
}
