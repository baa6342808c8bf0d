package run

import (
	"fmt"
	"regexp"
	"strconv"
	"sync"
)

// mouseReport is what a terminal says of the mouse (mode 1006): the button, the column
// and the row, counted from 1.
var mouseReport = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\x1b\[<(\d{1,4});(\d{1,5});(\d{1,5})([Mm])`)
})

// turnMouse gives keys in which the mouse is where the program has what is seen there.
func turnMouse(keys []byte, rows []Row) []byte {
	return mouseReport().ReplaceAllFunc(keys, func(report []byte) []byte {
		m := mouseReport().FindSubmatch(report)
		column, _ := strconv.Atoi(string(m[2]))
		row, _ := strconv.Atoi(string(m[3]))
		if row < 1 || row > len(rows) || column < 1 {
			return report
		}
		return fmt.Appendf(nil, "\x1b[<%s;%d;%d%s", m[1], rows[row-1].Source(column-1)+1, row, m[4])
	})
}
