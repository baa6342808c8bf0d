// Package dates reads dates as newspapers and programs write them: in words and in
// numbers, in the Gregorian, the Hijri and the Persian calendar.
package dates

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// timeLayouts are the forms of dates that machines write.
var timeLayouts = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02T15:04",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -07:00", "2006-01-02 15:04:05 MST", "2006-01-02 15:04:05 -0700 MST",
	"2006-01-02 15:04:05", "2006-01-02 15:04 -0700", "2006-01-02 15:04 -07:00", "2006-01-02 15:04",
	time.DateOnly, "2006/01/02", "2006-1-2", "20060102", "20060102T150405Z0700", "20060102T150405", "20060102150405",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST",
	"Mon, 2 Jan 06 15:04:05 -0700", "Mon, 2 Jan 06 15:04:05 MST",
	"Mon, 2 Jan 2006 15:04:05 -07", "2006-01-02T15:04:05Z07", "2006-01-02 15:04:05 -07", "2006-01-02 15:04:05 -0700 -07",
	"2 Jan 2006", "2 January 2006", "January 2, 2006", "Jan 2, 2006", time.ANSIC, time.UnixDate, time.RubyDate, "Mon Jan 2 15:04:05 -0700 2006",
}

// firstPrinted is the year before which no article has a date of the Gregorian
// calendar: a number below it is a year of another one.
const firstPrinted = 1600

// Parse reads a date, with its time of day where it says one. A date without a
// zone is taken as UTC. What cannot be read, as "yesterday", is none.
func Parse(s string) (time.Time, bool) {
	if s == "" {
		return time.Time{}, false
	}
	s = EuropeanDigits(text.CleanLine(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)))
	if !strings.ContainsAny(s, "0123456789") {
		return time.Time{}, false // every date has some
	}
	s = twinMonths.ReplaceAllStringFunc(s, func(m string) string { return twinNames.Replace(m) + " " })
	for _, layout := range timeLayouts {
		if t, err := time.ParseInLocation(layout, s, time.UTC); err == nil && t.Year() >= firstPrinted {
			return inNamedZone(t), true
		}
	}
	if t, ok := weekDay(s); ok {
		return t, true
	}
	t, ok := dayIn(s)
	if !ok {
		return time.Time{}, false
	}
	return atTime(t, s), true
}

// twinMonths are the months of the Levant of which there are two, told apart by a number.
var twinMonths = pattern.New(`(?:كانون|تشرين)\s?[12](?:\s|/|-|،|,|$)`)

// twinNames writes their numbers as words.
var twinNames = strings.NewReplacer("كانون 1", "كانون الأول", "كانون1", "كانون الأول", "كانون 2", "كانون الثاني", "كانون2", "كانون الثاني",
	"تشرين 1", "تشرين الأول", "تشرين1", "تشرين الأول", "تشرين 2", "تشرين الثاني", "تشرين2", "تشرين الثاني")

// dayIn finds the day that a line of European digits names, in words or in
// numbers.
func dayIn(s string) (time.Time, bool) {
	written, lunar, ok := writtenDay(s)
	if ok && !lunar {
		return written, true
	}
	hijri, inNumbers := hijriInNumbers(s)
	rest := numericHijri.ReplaceAllString(s, " ")
	for _, line := range []string{rest, drawnTogether(rest)} {
		if day, inDigits := numericDay(line); inDigits {
			return day, true
		}
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

// zoneOffsets are the zones that have names in dates of mail and feeds (RFC 822, section
// 5.1) and of programs in Europe and Asia, by how many hours they are ahead of Greenwich.
// Of the zones that one name is given to, it is that of the countries whose papers are
// written from the right: AST is Arabia's and not the Atlantic's, IST Israel's.
var zoneOffsets = map[string]float64{
	"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
	"WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
	"AST": 3, "IST": 2, "CAT": 2, "WAT": 1, "AZT": 4, "PKST": 6,
	"IDT": 3, "TRT": 3, "EAT": 3, "IRST": 3.5, "IRDT": 4.5, "GST": 4, "AFT": 4.5, "PKT": 5,
}

// inNamedZone gives a time the zone whose name was read with it: [time.Parse] knows
// the names of the machine's own zone alone. A name that is not known is UTC's.
func inNamedZone(t time.Time) time.Time {
	name, offset := t.Zone()
	hours, ok := zoneOffsets[name]
	if n, err := strconv.Atoi(name); err == nil && !ok {
		hours, ok = float64(n), true // "+03", which is no name
	}
	if !ok && offset != 0 || t.Location() == time.UTC {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), zoneOf(int(hours*60)))
}

// zoneOf gives the zone that is so many minutes ahead of Greenwich.
func zoneOf(minutes int) *time.Location {
	if minutes == 0 {
		return time.UTC
	}
	return time.FixedZone("", minutes*60)
}
