package printed_test

import (
	"fmt"
	"image"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/printed"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// A terminal that shows pixels shows an article as in print, and any other one in cells,
// whatever was chosen.
func ExampleView() {
	canvas := &draw.Canvas{Words: words.Arabic()}
	d := &display.Display{Canvas: canvas, CellSize: image.Pt(10, 20)}
	settings := looks.New(d, looks.Looks{View: looks.PrintView}, nil, "", nil)
	p := article.New(&pane.Context{Canvas: canvas, Display: d})
	p.Open(store.Item{}, page.New(store.Item{}, canvas.Theme, canvas.Words), article.Place{})
	v := printed.New(settings, nil, "")
	for _, can := range []terminal.Graphics{terminal.NoGraphics, terminal.KittyGraphics, terminal.NoGraphics} {
		d.Terminal.Graphics = can
		left, err := v.Fit(p)
		fmt.Println(p.SetPrint != nil, left, err)
	}
	// Output:
	// false false <nil>
	// true false <nil>
	// false true <nil>
}
