package run_test

import (
	"fmt"

	"github.com/charmbracelet/x/vt"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/run"
)

// The screen of a program is laid out row by row.
func ExampleLayouter_Layout() {
	screen := vt.NewEmulator(20, 2)
	_, _ = screen.WriteString("سلام 12\r\nhello")
	l := run.Layouter{Options: rtl.Options{Protocols: rtl.AllProtocols, Shaping: rtl.ShapeNone}}
	for _, row := range l.Layout(screen) {
		fmt.Printf("%s|\n", rtl.AppendVisual(nil, row.Cells))
	}
	// Output:
	//              12 مالس|
	// hello               |
}
