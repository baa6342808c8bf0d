package run

import (
	"bytes"
	"fmt"
	"io"

	"github.com/warraq/warraq/ui/rtl"
)

// painter draws frames on a terminal, and of each only the rows that changed.
type painter struct {
	out io.Writer
	// row appends a row in the form that the terminal needs.
	row func(dst []byte, cells []rtl.Cell) []byte

	drawn [][]byte // what each row was sent as
	frame []byte
	next  []byte
}

// cursor is where the cursor of a program is seen.
type cursor struct {
	x, y   int
	hidden bool
}

// The sequences of a frame: it is shown at once where the terminal can do that (mode
// 2026), and the cursor does not run about in it.
const (
	beginFrame = "\x1b[?2026h\x1b[?25l"
	endFrame   = "\x1b[?2026l"
	showCursor = "\x1b[?25h"
	clearAll   = "\x1b[m\x1b[2J"
)

// clear lets the next frame be drawn whole.
func (p *painter) clear() { p.drawn = nil }

// paint draws rows and the cursor.
func (p *painter) paint(rows []Row, at cursor) error {
	p.frame = append(p.frame[:0], beginFrame...)
	if len(p.drawn) != len(rows) {
		p.drawn = make([][]byte, len(rows))
		p.frame = append(p.frame, clearAll...)
	}
	for y := range rows {
		p.next = p.row(p.next[:0], rows[y].Cells)
		if p.drawn[y] != nil && bytes.Equal(p.next, p.drawn[y]) {
			continue
		}
		p.drawn[y] = append(p.drawn[y][:0], p.next...)
		p.frame = fmt.Appendf(p.frame, "\x1b[%d;1H", y+1)
		p.frame = append(p.frame, p.next...)
	}
	p.frame = fmt.Appendf(p.frame, "\x1b[%d;%dH", at.y+1, at.x+1)
	if !at.hidden {
		p.frame = append(p.frame, showCursor...)
	}
	p.frame = append(p.frame, endFrame...)
	if _, err := p.out.Write(p.frame); err != nil {
		return fmt.Errorf("drawing: %w", err)
	}
	return nil
}
