package pixels_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/pixels"
)

// Where no picture is wanted and none is drawn there is nothing to do; to draw the screen
// again clears it.
func ExampleDrawer() {
	d := pixels.New(jobs.New(context.Background(), nil), nil)
	fmt.Println(d.Fit(nil) == nil)
	d.Repaint()
	fmt.Println(d.Fit(nil) == nil)
	// Output:
	// true
	// false
}
