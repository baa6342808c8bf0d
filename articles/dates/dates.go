// Package dates reads dates as newspapers and programs write them: in words and in
// numbers, in the Gregorian, the Hijri and the Persian calendar.
package dates

import (
	"strings"
	"time"
	"unicode"

	"warraq/articles/text"
)

// layouts are the forms of dates that machines write.
var layouts = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02T15:04",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -07:00", "2006-01-02 15:04:05 MST", "2006-01-02 15:04:05 -0700 MST",
	"2006-01-02 15:04:05", "2006-01-02 15:04 -0700", "2006-01-02 15:04 -07:00", "2006-01-02 15:04",
	time.DateOnly, "2006/01/02", "2006-1-2", "20060102", "20060102T150405Z0700", "20060102T150405", "20060102150405",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
	"Mon, 2 Jan 06 15:04:05 -0700", "Mon, 2 Jan 06 15:04:05 MST",
	"2 Jan 2006", "2 January 2006", "January 2, 2006", "Jan 2, 2006", time.ANSIC, time.UnixDate,
}

// firstPrinted is the year before which no article has a date of the Gregorian
// calendar: a number below it is a year of another one.
const firstPrinted = 1600

// Parse reads a date, with its time of day where it says one. A date without a
// zone is taken as UTC. What cannot be read, as "yesterday", is none.
func Parse(s string) (time.Time, bool) {
	s = EuropeanDigits(text.CleanLine(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)))
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= firstPrinted {
			return t, true
		}
	}
	t, ok := dayIn(s)
	if !ok {
		return time.Time{}, false
	}
	return atTime(t, s), true
}

// dayIn finds the day that a line of European digits names, in words or in
// numbers.
func dayIn(s string) (time.Time, bool) {
	written, lunar, ok := writtenDay(s)
	if ok && !lunar {
		return written, true
	}
	hijri, inNumbers := hijriInNumbers(s)
	if t, ok := numericDay(numericHijri.ReplaceAllString(s, " ")); ok {
		return t, true
	}
	if inNumbers {
		return hijri, true
	}
	return written, ok
}

// EuropeanDigits gives Arabic-Indic and Persian digits as 0 to 9.
func EuropeanDigits(s string) string {
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
