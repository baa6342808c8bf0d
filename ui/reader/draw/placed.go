package draw

import (
	"image/color"

	"github.com/warraq/warraq/ui/picture"
)

// Placed is a picture with its place on the screen, over the cells that stand for it.
type Placed struct {
	picture.Frame
	Name   string
	Ground color.Color // over which it lies
}
