package words

import (
	"strconv"
	"time"
)

// Days are the names of days as a list of what came has them.
type Days struct {
	Today, Yesterday string
	Week             [7]string // from Sunday on
}

// Heading returns what stands above the articles of a day in a list: today, yesterday, a
// day of the week that has just passed, or else the month; "" for a zero time. Exact is
// true where that names the day.
func (w *Words) Heading(t, now time.Time) (name string, exact bool) {
	if t.IsZero() {
		return "", false
	}
	switch ago := daysBetween(t, now); {
	case ago == 0:
		return w.Days.Today, true
	case ago == 1:
		return w.Days.Yesterday, true
	case ago > 1 && ago < 7:
		return w.Days.Week[localDay(t, now).Weekday()], true
	default:
		return w.monthName(t.Month()) + " " + strconv.Itoa(t.Year()), false
	}
}

// ShortDate says in a few characters when something was: the time of what came today, the
// day of the year that it is, or the month of another; "" for a zero time.
func (w *Words) ShortDate(t, now time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case daysBetween(t, now) == 0 && w.Clock(t, now) != "":
		return w.Clock(t, now)
	case daysBetween(t, now) == 0:
		return w.Days.Today
	case t.Year() == now.Year():
		return w.MonthDay(t)
	default:
		return w.monthName(t.Month()) + " " + strconv.Itoa(t.Year())
	}
}

// MonthDay says which day of its month something was, "" for a zero time.
func (w *Words) MonthDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return strconv.Itoa(t.Day()) + " " + w.monthName(t.Month())
}

// Clock returns the time of the day where one is, "" where but the day is known.
func (w *Words) Clock(t, now time.Time) string {
	if t.IsZero() || isDate(t) {
		return ""
	}
	return t.In(now.Location()).Format("15:04")
}

// isDate tells whether a time stands for a day alone.
func isDate(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 }

// localDay returns a time as the day where one is has it; of a day alone it is that day.
func localDay(t, now time.Time) time.Time {
	if isDate(t) {
		return t
	}
	return t.In(now.Location())
}

// daysBetween returns how many days lie between a time and now.
func daysBetween(t, now time.Time) int {
	date := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(date(now).Sub(date(localDay(t, now))) / (24 * time.Hour))
}

func englishDays() Days {
	return Days{Today: "Today", Yesterday: "Yesterday", Week: [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}}
}

func arabicDays() Days {
	return Days{Today: "اليوم", Yesterday: "أمس", Week: [7]string{"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"}}
}

func persianDays() Days {
	return Days{Today: "امروز", Yesterday: "دیروز", Week: [7]string{"یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه"}}
}

func urduDays() Days {
	return Days{Today: "آج", Yesterday: "گزشتہ کل", Week: [7]string{"اتوار", "پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ"}}
}

func hebrewDays() Days {
	return Days{Today: "היום", Yesterday: "אתמול", Week: [7]string{"יום ראשון", "יום שני", "יום שלישי", "יום רביעי", "יום חמישי", "יום שישי", "שבת"}}
}
