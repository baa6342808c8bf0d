package terminal

import (
	"slices"

	"github.com/warraq/warraq/ui/rtl"
)

// withRoom parts a European number from the right-to-left stretch at its left
// by one more blank, since nothing but a strong cell keeps it there. The blank
// comes from where two stand side by side, in the same pane: what is between
// moves by a column. Where there are none the number is left to the terminal,
// which shows it on the stretch's other side.
func withRoom(row []rtl.Cell) []rtl.Cell {
	shared := true
	for i := 0; i < len(row); {
		n := stretchLength(row[i:])
		i += max(n, 1)
		if n == 0 || !numberFollows(row[i:]) {
			continue
		}
		from := spareCells(row, i)
		if from < 0 {
			continue
		}
		if shared {
			row, shared = slices.Clone(row), false
		}
		space := row[from]
		if from < i {
			copy(row[from:], row[from+1:i])
			row[i-1] = space
		} else {
			copy(row[i+1:from+1], row[i:from])
			row[i] = space
		}
	}
	return row
}

// numberFollows is true of a row that comes to a European number before any
// blank or letter.
func numberFollows(row []rtl.Cell) bool {
	for i := range row {
		switch kindOf(&row[i]) {
		case rtl.EuropeanNumber:
			return true
		case rtl.Neutral:
		default:
			return false
		}
	}
	return false
}

// spareCells finds the nearest of two blanks side by side, first to the left of a
// place and then to its right, without passing a border; -1 if there are none.
func spareCells(row []rtl.Cell, at int) int {
	for i := at - 1; i > 0 && !isBorder(&row[i]); i-- {
		if isSpare(row[i-1 : i+1]) {
			return i
		}
	}
	for i := at; i < len(row)-1 && !isBorder(&row[i]); i++ {
		if isSpare(row[i : i+2]) {
			return i
		}
	}
	return -1
}

func isSpare(pair []rtl.Cell) bool {
	return pair[0].Kind == rtl.Space && pair[1].Kind == rtl.Space && pair[0].Width == 1 && pair[1].Width == 1 && pair[0].Style == pair[1].Style
}

// isBorder is true of a cell that is seen and stands for no text.
func isBorder(c *rtl.Cell) bool {
	return c.At == rtl.NoOffset && c.Text == "" && c.Kind == rtl.Neutral
}
