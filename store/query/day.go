package query

import (
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/text"
)

// daysBack are days by their names, folded, and how long ago they were.
var daysBack = map[string]int{"today": 0, "اليوم": 0, "yesterday": 1, "امس": 1}

// ParseDay reads a year, a month or a day as its first instant, in digits of any
// kind: 2024, 2024-12, 2024-12-31; with the year last too, then 31/12/2024; with -, /
// or . between them; today and yesterday by name. It is false of what no calendar
// has.
func ParseDay(s string, now time.Time) (time.Time, bool) {
	s = text.Fold(s)
	if back, ok := daysBack[s]; ok {
		y, m, d := now.Date()
		return time.Date(y, m, d-back, 0, 0, 0, 0, now.Location()), true
	}
	const yearDigits = 4
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) == 0 || len(parts) > 3 || strings.Trim(s, "0123456789-/.") != "" {
		return time.Time{}, false
	}
	if last := len(parts) - 1; len(parts[0]) != yearDigits && len(parts[last]) == yearDigits {
		parts[0], parts[last] = parts[last], parts[0]
	}
	date := [3]int{1, 1, 1}
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil {
			return time.Time{}, false
		}
		date[i] = n
	}
	t := time.Date(date[0], time.Month(date[1]), date[2], 0, 0, 0, 0, now.Location())
	y, m, d := t.Date()
	return t, len(parts[0]) == yearDigits && [3]int{y, int(m), d} == date
}
