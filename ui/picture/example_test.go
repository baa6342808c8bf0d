package picture_test

import (
	"fmt"
	"image"
	"image/color"

	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/rtl"
)

// Where there are no colours, shades stand for brightness.
func ExampleBlocks() {
	lamp := image.NewGray(image.Rect(0, 0, 64, 32))
	for y := range 32 {
		for x := range 64 {
			lamp.SetGray(x, y, color.Gray{uint8(255 - x*4)})
		}
	}
	for _, line := range picture.Blocks(lamp, lamp.Bounds().Size(), 10, 2, picture.OnDark) {
		fmt.Printf("|%s|\n", rtl.AppendVisual(nil, line))
	}
	// Output:
	// |██▓▒▒░  |
	// |██▓▒▒░  |
}
