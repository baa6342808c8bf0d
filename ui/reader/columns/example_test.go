package columns_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/reader/columns"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
)

// Of three panes two are seen on a screen of 80 columns: the main one, and that at the side
// which has the keys or had them last.
func ExampleColumns_Widths() {
	chosen := 0
	c := &columns.Columns{
		Context: &pane.Context{Canvas: &draw.Canvas{Width: 80}},
		Table:   []columns.Column{{Usual: 34, Chosen: &chosen}, {}, {Usual: 28}},
		Measure: func() int { return 66 },
	}
	fmt.Println(c.Widths())
	c.Focus = 2
	fmt.Println(c.Widths())
	c.Focus, chosen = 0, 20
	fmt.Println(c.Widths(), c.Left(0))
	// Output:
	// [29 49 0]
	// [0 49 29]
	// [20 58 0] 60
}
