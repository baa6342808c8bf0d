package draw_test

import (
	"fmt"
	"strings"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
)

// A label stands at the right, and is cut where it does not fit.
func ExampleCanvas_Label() {
	var c draw.Canvas
	for _, text := range []string{"abc", "a long label"} {
		line := rtl.AppendVisual(nil, c.Label(8, rtl.Span{Text: text}))
		fmt.Println(strings.ReplaceAll(string(line), " ", "·"))
	}
	// Output:
	// ·····abc
	// ·a·long…
}
