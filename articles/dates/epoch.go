package dates

import (
	"strconv"
	"time"

	"github.com/warraq/warraq/articles/pattern"
)

// sinceEpoch is a count since 1970: of seconds from 2001 on, of milliseconds, microseconds
// or nanoseconds; jsonDate is such a count as .NET writes it into JSON.
var (
	sinceEpoch = pattern.New(`^[1-9](?:\d{9}|\d{12}|\d{15}|\d{18})(?:\.\d+)?$`)
	jsonDate   = pattern.New(`^\\?/Date\((\d+)([+-]\d{4})?\)\\?/$`)
)

// Stamp reads a date that a program wrote, as [Parse] does, or as a count since 1970, and
// returns it; a year alone is its first day. In a text of people such a count would be the number of a telephone.
func Stamp(s string) (time.Time, bool) {
	if t, err := time.Parse(time.RFC1123Z, s); err == nil && t.Year() >= firstPrinted {
		return inNamedZone(t), true // as most feeds have it
	}
	if m := jsonDate.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	if sinceEpoch.MatchString(s) {
		if n, err := strconv.ParseFloat(s, 64); err == nil {
			return Epoch(n)
		}
	}
	for _, layout := range []string{"2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= firstPrinted && t.Year() < lastPrinted {
			return t, true
		}
	}
	return Parse(s)
}

// lastPrinted is the year from which on a number of four digits is none.
const lastPrinted = 2200

// Epoch returns the time that a number of seconds since 1970 stands for, or of thousandths,
// millionths or billionths of them where it is too large for seconds; ok is false for one
// that is too small for a time: a year, or the number of something else.
func Epoch(n float64) (t time.Time, ok bool) {
	const from, to = 1e8, 1e11 // 1973 to 5138, in seconds
	if n < from || n >= to*1e9 {
		return time.Time{}, false
	}
	const thousand = 1000
	if n < to {
		return time.Unix(int64(n), 0).UTC(), true
	}
	for n >= to {
		n /= thousand
	}
	return time.UnixMilli(int64(n * thousand)).UTC(), true
}
