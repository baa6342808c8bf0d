package dates

import (
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/pattern"
)

// Dates in numbers, the year first or the day, and the time of day beside them.
var (
	yearFirst = pattern.New(`(?:^|[^\d./-])(\d{4})([/.-])(\d{1,2})([/.-])(\d{1,2})(?:$|[^\d./-]|[.-](?:\D|$))`)
	dayFirst  = pattern.New(`(?:^|[^\d./-]|:\d\d-)(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4}|\d{2})(?:$|[^\d./-]|[.-](?:\D|$))`)
)

// numericDay finds a day in numbers in a line of European digits: the year first,
// or the day, or the month where the second number can be none. Of a calendar
// that is not named the size of the year tells which it is.
func numericDay(s string) (time.Time, bool) {
	s = strings.ReplaceAll(s, " / ", "/")
	for _, order := range []*pattern.Pattern{yearFirst, dayFirst} {
		m := order.FindStringSubmatch(s)
		if m == nil || m[2] != m[4] {
			continue
		}
		n := [3]int{}
		for i, at := range []int{1, 3, 5} {
			n[i], _ = strconv.Atoi(m[at]) // digits alone
		}
		year, month, day := n[0], n[1], n[2]
		if order == dayFirst {
			year, day = n[2], n[0]
			if len(m[5]) == 2 {
				year = fullYear(year)
			}
		}
		if month > 12 && day <= 12 {
			month, day = day, month
		}
		if t, ok := anyCalendar(year, month, day); ok {
			return t, true
		}
	}
	return time.Time{}, false
}

// apartDay is a day in numbers whose signs stand apart from them, or lean the other way; before it
// stands no number that may be of it.
var apartDay = pattern.New(`(^|[^\d./\\\s-]\s*)(\d{4}|\d{1,2}) ?([/.\\-]) ?(\d{1,2}) ?([/.\\-]) ?(\d{4}|\d{1,2})(?:[.]?(\s|[^\d./\\\s-]|$))`)

// drawnTogether writes the days in numbers in a line as most do, and returns the line.
func drawnTogether(s string) string {
	return strings.ReplaceAll(apartDay.ReplaceAllString(s, "$1$2$3$4$5$6 $7"), `\`, "/")
}

// isoWeek is a week of a year, with the day in it where one is said (ISO 8601).
var isoWeek = pattern.New(`^(\d{4})-?W(\d{2})(?:-?([1-7]))?$`)

// weekDay reads a day by its week: the first week of a year is the one with 4 January.
func weekDay(s string) (time.Time, bool) {
	m := isoWeek.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}, false
	}
	year, _ := strconv.Atoi(m[1])  // digits alone
	week, _ := strconv.Atoi(m[2])  // the same
	day, err := strconv.Atoi(m[3]) // none is a Monday
	if err != nil {
		day = 1
	}
	fourth := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)
	monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7)
	t := monday.AddDate(0, 0, 7*(week-1)+day-1)
	said, in := t.ISOWeek()
	return t, year >= firstPrinted && said == year && in == week
}

// fullYear gives the year that two digits stand for: of the hundred years up to
// 2069, as POSIX has it.
func fullYear(year int) int {
	const turn = 69
	if year >= turn {
		return 1900 + year
	}
	return 2000 + year
}

// anyCalendar is a day of the calendar that a year's size tells: Gregorian,
// Persian, or Hijri where a Persian one were far from being printed yet.
func anyCalendar(year, month, day int) (time.Time, bool) {
	const solar, lunar = 1300, 1421 // of the first printed dates; 2042, and 2000
	switch {
	case year >= firstPrinted:
		return calendarDay(year, time.Month(month), day)
	case year >= lunar:
		return hijriDay(year, month, day)
	case year >= solar:
		return solarDay(year, month, day)
	}
	return time.Time{}, false
}

// clockPattern is a time of day, with what may stand behind it: which half of the day
// it is in, and its distance from Greenwich.
var clockPattern = pattern.New(`(?i)(?:^|[^\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:[^\d:]|$)`)

// Behind a time of day: the half of the day, and its zone.
var (
	dayHalfPattern = pattern.New(`(?i)^\s*(?:(صباح\p{L}*|ص|قبل الظهر|قبل از ظهر|a\.?m\.?)|(مساء\p{L}*|م|بعد الظهر|بعد از ظهر|بعدازظهر|عصر|شام|p\.?m\.?))(?:\PL|$)`)
	zonePattern    = pattern.New(`(?i)^[^\d+-]{0,40}(?:(?:gmt|utc)\s*([+-]\d{1,2})(?::?(\d{2}))?|([+-]\d{2}):?(\d{2})|([+-]\d{2})\s*$)(?:[^\d/.-]|$)`)
	namedZone      = pattern.New(`^[^\d+-]{0,12}?\b([A-Z]{3,4})\b`)
)

// atTime gives a day the time of day and the zone that stand in the line too.
func atTime(day time.Time, s string) time.Time {
	m := clockPattern.FindStringSubmatchIndex(s)
	if m == nil {
		return day
	}
	number := func(group int) int {
		if m[2*group] < 0 {
			return 0
		}
		n, _ := strconv.Atoi(s[m[2*group]:m[2*group+1]]) // digits alone
		return n
	}
	hour, minute, second := number(1), number(2), number(3)
	end := m[5]
	if m[7] > 0 {
		end = m[7]
	}
	behind := s[end:]
	if h := dayHalfPattern.FindStringSubmatch(behind); h != nil && hour <= 12 {
		hour %= 12
		if h[2] != "" {
			hour += 12
		}
	}
	if hour == 24 && minute == 0 && second == 0 { // the end of a day (ISO 8601)
		day, hour = day.AddDate(0, 0, 1), 0
	}
	if hour > 23 || minute > 59 || second > 59 {
		return day
	}
	return time.Date(day.Year(), day.Month(), day.Day(), hour, minute, second, 0, zoneIn(behind))
}

// zoneIn reads how far from Greenwich a time is, of what stands behind it; UTC
// where nothing is said.
func zoneIn(behind string) *time.Location {
	z := zonePattern.FindStringSubmatch(behind)
	if z == nil {
		if name := namedZone.FindStringSubmatch(behind); name != nil {
			return zoneOf(int(zoneOffsets[name[1]] * 60))
		}
		return time.UTC
	}
	hours, err := strconv.Atoi(z[1] + z[3] + z[5])
	minutes, wrong := strconv.Atoi(z[2] + z[4])
	if wrong != nil {
		minutes = 0
	}
	const farthest = 14 // hours
	if err != nil || hours < -farthest || hours > farthest || minutes > 59 {
		return time.UTC
	}
	if strings.HasPrefix(z[1]+z[3]+z[5], "-") {
		minutes = -minutes
	}
	return time.FixedZone("", (hours*60+minutes)*60)
}
