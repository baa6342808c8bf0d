// Package picture shows pictures in a terminal: as half blocks among the other
// cells, in any terminal, or with its pixels where the terminal has a protocol for
// them.
//
// What a picture holds is its author's, not to be trusted. Only pixels come out of
// it, and what is sent is made anew of those: none of its bytes is passed on.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"sync"

	"github.com/warraq/warraq/articles"
)

// ErrTooLarge is a picture of more pixels than [articles.DefaultLimits] let in.
var ErrTooLarge = errors.New("the picture has too many pixels")

// decodeMutex is held while a picture is decoded, so that the memory of one is the most
// that all of them take.
var decodeMutex sync.Mutex

// Decode makes an image of a picture's bytes, over a ground where it lets that
// through, no wider and no higher than given in pixels. Of one that moves it is the
// first frame.
func Decode(data []byte, width, height int, ground color.Color) (image.Image, error) {
	head, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading the picture: %w", err)
	}
	if head.Width <= 0 || head.Height <= 0 || int64(head.Width) > articles.DefaultLimits().Pixels/int64(head.Height) {
		return nil, ErrTooLarge
	}
	decodeMutex.Lock()
	defer decodeMutex.Unlock()
	full, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading the picture: %w", err)
	}
	w, h := Fit(full.Bounds().Dx(), full.Bounds().Dy(), width, height)
	return scaleImage(full, w, h, ground), nil
}

// Fit gives the size of something within a room, its shape kept; it does not grow.
func Fit(width, height, roomWidth, roomHeight int) (w, h int) {
	w, h = max(width, 1), max(height, 1)
	if w > roomWidth {
		w, h = roomWidth, h*roomWidth/w
	}
	if h > roomHeight {
		w, h = w*roomHeight/h, roomHeight
	}
	return max(w, 1), max(h, 1)
}
