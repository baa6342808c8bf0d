package terminal

import (
	"slices"
	"strings"
)

// Graphics is the way in which a terminal shows pictures with their pixels.
type Graphics uint8

// The ways.
const (
	NoGraphics    Graphics = iota // it does not: they are drawn as cells
	KittyGraphics                 // kitty's graphics protocol
	ITerm2Images                  // iTerm2's inline images, OSC 1337
	Sixel                         // DEC's sixels, DCS q
)

var graphicsNames = []string{NoGraphics: "cells", KittyGraphics: "kitty", ITerm2Images: "iterm2", Sixel: "sixel"}

// String is the name in the settings.
func (g Graphics) String() string { return graphicsNames[g] }

// GraphicsNames are the names of all the ways.
func GraphicsNames() []string { return slices.Clone(graphicsNames) }

// ParseGraphics finds a way by its name.
func ParseGraphics(name string) (g Graphics, ok bool) {
	i := slices.Index(graphicsNames, name)
	return Graphics(max(0, i)), i >= 0
}

// sixelAttribute is what a terminal that shows sixels has among its primary
// attributes (DA1, of the VT340).
const sixelAttribute = "4"

// graphics is what the terminal says that it can do.
func (a *answers) graphics() Graphics {
	// The first parameter is its level, the others are what it can.
	if all := strings.Split(a.primary, ";"); slices.Contains(all[1:], sixelAttribute) {
		return Sixel
	}
	return NoGraphics
}
