package terminal

import (
	"slices"
	"unicode/utf8"

	"warraq/ui/rtl"
	"warraq/ui/rtl/bidi"
)

// blankRune is the braille pattern without dots: a blank that is strong and
// left to right (class L).
const blankRune = '\u2800'

// blank appends a row in the form [Blank]. The blanks keep the chunks between
// them where they are, by UAX #9 with a left-to-right base, which the first
// blank gives to the row. Within a chunk, a stretch from a right-to-left cell
// to the last one before a Latin letter goes out in logical order.
func (w *writer) blank(row []rtl.Cell) {
	row = makeRoom(row)
	for len(row) > 0 {
		n := chunk(row)
		if n == 0 {
			w.turn(row[0].Style)
			for range row[0].Width {
				w.rune(blankRune)
			}
			row = row[1:]
			continue
		}
		w.blankChunk(row[:n])
		row = row[n:]
	}
}

func (w *writer) blankChunk(cells []rtl.Cell) {
	for len(cells) > 0 {
		n := stretch(cells)
		if n == 0 {
			w.cell(&cells[0])
			cells = cells[1:]
			continue
		}
		w.restored(cells[:n])
		cells = cells[n:]
	}
}

// stretch is the length of the stretch of right-to-left text that a chunk
// starts with: up to the last letter or Arabic-Indic digit before a Latin
// letter.
func stretch(cells []rtl.Cell) int {
	n := 0
	for i := range cells {
		if cells[i].Kind == rtl.Left {
			break
		}
		if scriptOf(&cells[i]) != other {
			n = i + 1
		} else if n == 0 {
			break
		}
	}
	return n
}

// restored appends a stretch in logical order: from its right edge, but each
// number from its left; brackets as the terminal mirrors them back.
func (w *writer) restored(cells []rtl.Cell) {
	for end := len(cells); end > 0; {
		start := end - 1
		if isNumber(&cells[start]) {
			for start > 0 && isNumber(&cells[start-1]) {
				start--
			}
			for i := start; i < end; i++ {
				w.cell(&cells[i])
			}
		} else {
			w.mirrored(&cells[start])
		}
		end = start
	}
}

// isNumber is true of a cell that is left to right within right-to-left text: a
// digit, or a separator that the layout took for a part of a number.
func isNumber(c *rtl.Cell) bool {
	return c.Kind == rtl.EuropeanNumber || c.Kind == rtl.ArabicNumber || c.Kind == rtl.Neutral && c.Level >= 2 && c.Level&1 == 0
}

// mirrored appends a cell whose character the terminal will mirror.
func (w *writer) mirrored(c *rtl.Cell) {
	shown := c.Glyph
	if shown == 0 {
		shown, _ = utf8.DecodeRuneInString(c.Text)
	}
	m, ok := bidi.Mirror(shown)
	if !ok {
		w.cell(c)
		return
	}
	w.turn(c.Style)
	w.rune(m)
	w.dst = c.AppendMarks(w.dst)
}

// makeRoom parts a European number from the right-to-left stretch at its left
// by one more blank, since nothing but a strong cell keeps it there. The blank
// comes from where two stand side by side, in the same pane: what is between
// moves by a column. Where there are none the number is left to the terminal,
// which shows it on the stretch's other side.
func makeRoom(row []rtl.Cell) []rtl.Cell {
	copied := false
	for i := 0; i < len(row); {
		n := chunk(row[i:])
		if n == 0 {
			i++
			continue
		}
		end := i + n
		for i < end {
			s := stretch(row[i:end])
			i += max(s, 1)
			if s == 0 || !numberFollows(row[i:end]) {
				continue
			}
			from := spare(row, i)
			if from < 0 {
				continue
			}
			if !copied {
				row, copied = slices.Clone(row), true
			}
			space := row[from]
			if from < i {
				copy(row[from:i-1], row[from+1:i])
				row[i-1] = space
			} else {
				copy(row[i+1:from+1], row[i:from])
				row[i] = space
			}
			break
		}
		i = max(i, 1)
	}
	return row
}

// numberFollows is true where a chunk goes on with a European number before any
// Latin letter.
func numberFollows(cells []rtl.Cell) bool {
	for i := range cells {
		switch cells[i].Kind {
		case rtl.EuropeanNumber:
			return true
		case rtl.Left, rtl.Right, rtl.ArabicNumber:
			return false
		}
	}
	return false
}

// spare finds the nearest of two blanks side by side, first to the left of a
// place and then to its right, without passing a border. It is -1 if there are
// none.
func spare(row []rtl.Cell, at int) int {
	for i := at - 1; i > 0 && !isBorder(&row[i]); i-- {
		if row[i].Kind == rtl.Space && row[i-1].Kind == rtl.Space && row[i].Style == row[i-1].Style {
			return i
		}
	}
	for i := at; i < len(row)-1 && !isBorder(&row[i]); i++ {
		if row[i].Kind == rtl.Space && row[i+1].Kind == rtl.Space && row[i].Style == row[i+1].Style {
			return i
		}
	}
	return -1
}

// isBorder is true of a cell that stands for nothing in any text and is seen.
func isBorder(c *rtl.Cell) bool {
	return c.At == rtl.NoOffset && c.Kind != rtl.Space
}
