package articles

import (
	"strings"
	"time"
)

// layouts are the forms of dates that machines write.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -07:00",
	"2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly, "2006/01/02", "2006-1-2",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
	"2 Jan 2006", "2 January 2006", "January 2, 2006", "Jan 2, 2006", time.ANSIC, time.UnixDate,
}

// firstPrinted is the year before which no article has a date of the Gregorian
// calendar: a number below it is a year of another one.
const firstPrinted = 1600

// date reads a date, with its time of day where it says one. A date without a
// zone is taken as UTC. What cannot be read, as "yesterday", is none.
func date(s string) (time.Time, bool) {
	s = europeanDigits(CleanLine(s))
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= firstPrinted {
			return t, true
		}
	}
	return writtenDate(s)
}

// europeanDigits gives Arabic-Indic and Persian digits as 0 to 9.
func europeanDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		}
		return r
	}, s)
}
