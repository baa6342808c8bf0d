package dialog

import (
	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/draw"
)

// Drag is what a pressed button of the mouse does until it is let go. It leaves the keys
// to what lies beneath.
type Drag struct {
	// To follows the pointer over the screen; Clicked is done where it went nowhere.
	// Either may be nil.
	To      func(draw.Point) Action
	Clicked func() Action
	moved   bool
}

// Update follows the pointer.
func (d *Drag) Update(msg tea.Msg) Action {
	switch msg := msg.(type) {
	case Motion:
		if d.To == nil {
			return nil
		}
		d.moved = true
		return d.To(msg.Point)
	case Release:
		if d.moved || d.Clicked == nil {
			return Close{}
		}
		return Close{d.Clicked()}
	default:
		return Pass{}
	}
}
