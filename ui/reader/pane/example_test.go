package pane_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/reader/pane"
)

// A pane that is not shown has no columns, whatever the screen is said to have.
func ExampleSize() {
	var size pane.Size
	size.Resize(pane.Resized{Width: 34, Height: 20})
	fmt.Println(size.Width, size.Height)
	size.Resize(pane.Resized{Width: -1, Height: 20})
	fmt.Println(size.Width, size.Height)
	// Output:
	// 34 20
	// 0 20
}
