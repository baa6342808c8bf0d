package dates

import (
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// monthNames are the names of the months of the Gregorian year as newspapers write
// them: Egyptian and Gulf, Levantine and Iraqi, Maghrebi, Kurdish, Persian, Urdu,
// Hebrew, English, French and Turkish.
var monthNames = foldKeys(map[string]time.Month{
	"يناير": 1, "فبراير": 2, "مارس": 3, "ابريل": 4, "مايو": 5, "يونيو": 6,
	"يوليو": 7, "اغسطس": 8, "سبتمبر": 9, "اكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
	"كانون الثاني": 1, "شباط": 2, "اذار": 3, "نيسان": 4, "ايار": 5, "حزيران": 6,
	"تموز": 7, "اب": 8, "ايلول": 9, "تشرين الاول": 10, "تشرين الثاني": 11, "كانون الاول": 12,
	"جانفي": 1, "فيفري": 2, "افريل": 4, "ماي": 5, "جوان": 6, "جويليه": 7, "اوت": 8,
	"غشت": 8, "شتنبر": 9, "نونبر": 11, "دجنبر": 12, "يوليوز": 7,
	"يونيه": 6, "يوليه": 7, "نوفمبير": 11, "اوكتوبر": 10, "مايس": 5,
	"كانون ثاني": 1, "تشرين اول": 10, "تشرين ثاني": 11, "كانون اول": 12,
	"کانوونی دووەم": 1, "شوبات": 2, "ئازار": 3, "نیسان": 4, "ئایار": 5, "حوزەیران": 6,
	"تەمموز": 7, "تەممووز": 7, "ئاب": 8, "ئەیلوول": 9, "تشرینی یەکەم": 10, "تشرینی دووەم": 11, "کانوونی یەکەم": 12,
	"ژانویه": 1, "فوریه": 2, "اوریل": 4, "مه": 5, "ژوین": 6, "ژوئن": 6, "ژوییه": 7, "ژوئیه": 7,
	"جولای": 7, "اگوست": 8, "سپتامبر": 9, "اکتبر": 10, "نوامبر": 11, "دسامبر": 12,
	"جنوری": 1, "فروری": 2, "مارچ": 3, "اپریل": 4, "مئی": 5, "مئ": 5, "جون": 6,
	"جولائی": 7, "اگست": 8, "ستمبر": 9, "اکتوبر": 10, "نومبر": 11, "دسمبر": 12,
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
	"july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
	"juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
	"ocak": 1, "subat": 2, "mart": 3, "nisan": 4, "mayıs": 5, "haziran": 6,
	"temmuz": 7, "agustos": 8, "eylul": 9, "ekim": 10, "kasım": 11, "aralık": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"ינואר": 1, "פברואר": 2, "מרץ": 3, "אפריל": 4, "מאי": 5, "יוני": 6,
	"יולי": 7, "אוגוסט": 8, "ספטמבר": 9, "אוקטובר": 10, "נובמבר": 11, "דצמבר": 12,
})

// solarMonths are the months of the Persian solar year, as they are called in Iran
// and in Afghanistan.
var solarMonths = foldKeys(map[string]int{
	"فروردین": 1, "حمل": 1, "اردیبهشت": 2, "ثور": 2, "خرداد": 3, "جوزا": 3, "تیر": 4, "سرطان": 4,
	"مرداد": 5, "اسد": 5, "شهریور": 6, "سنبله": 6, "مهر": 7, "میزان": 7, "ابان": 8, "عقرب": 8,
	"اذر": 9, "قوس": 9, "دی": 10, "جدی": 10, "بهمن": 11, "دلو": 11, "اسفند": 12, "حوت": 12,
})

// monthWord is Persian for month, which may stand behind the name of one, in one word.
const monthWord = "ماه"

// maxMonth is how many words may stand between the day and the year: two names
// of the month, one of them of two words.
const maxMonth = 3

// writtenDay finds a day that is written out as newspapers do, anywhere in a
// line of European digits: "29 ديسمبر 2024", "29 كانون الأول/ديسمبر 2024",
// "ديسمبر 29، 2024", "10 دی 1403". It tells whether it is of the Hijri calendar;
// of a line with such a day and another one the other one is taken, which says
// the same without depending on a sighting of the moon.
func writtenDay(s string) (t time.Time, lunar, ok bool) {
	s = letterThenNumber.ReplaceAllString(numberThenLetter.ReplaceAllString(s, "$1 $2"), "$1 $2")
	tokens := strings.FieldsFunc(s, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) })
	for i, token := range tokens {
		if len(token) > 2 || !isNumber(token) {
			continue
		}
		found, hijri, is := dayBefore(tokens, i)
		if !is {
			found, hijri, is = dayBehind(tokens, i)
		}
		if !is {
			found, hijri, is = dayLast(tokens, i)
		}
		switch {
		case is && !hijri:
			return found, false, true
		case is && !ok:
			t, lunar, ok = found, true, true
		}
	}
	return t, lunar, ok
}

// isNumber tells a token of digits from a word.
func isNumber(token string) bool { return token != "" && token[0] >= '0' && token[0] <= '9' }

// dayBefore reads a day that stands at i, before the names of its month and the
// year.
func dayBefore(tokens []string, i int) (t time.Time, lunar, ok bool) {
	k := i + 1
	for k < len(tokens) && k <= i+maxMonth && !isNumber(tokens[k]) {
		k++
	}
	if k == i+1 || k >= len(tokens) {
		return time.Time{}, false, false
	}
	return namedDay(tokens[k], tokens[i+1:k], tokens[i])
}

// dayBehind reads a day that stands at i, behind the name of its month, and
// before the year.
func dayBehind(tokens []string, i int) (t time.Time, lunar, ok bool) {
	k := i
	for k > 0 && k > i-maxMonth && !isNumber(tokens[k-1]) {
		k--
	}
	if k == i || i+1 >= len(tokens) {
		return time.Time{}, false, false
	}
	return namedDay(tokens[i+1], tokens[k:i], tokens[i])
}

// dayLast reads a day that stands at i, behind the year and the names of its month.
func dayLast(tokens []string, i int) (t time.Time, lunar, ok bool) {
	k := i
	for k > 0 && k > i-maxMonth && !isNumber(tokens[k-1]) {
		k--
	}
	const yearLong = 4 // digits
	if k == i || k == 0 || len(tokens[k-1]) != yearLong || !isNumber(tokens[k-1]) {
		return time.Time{}, false, false
	}
	return namedDay(tokens[k-1], tokens[k:i], tokens[i])
}

// Where a number touches a word: as a year the sign of its calendar, or as on a page
// of which two pieces were copied as one.
var (
	numberThenLetter = pattern.New(`(\d)(\pL)`)
	letterThenNumber = pattern.New(`(\pL)(\d)`)
)

// namedDay is a day of a month that is called by one or several names, and
// whether it is of the Hijri calendar, whose years alone may have fewer than four
// digits.
func namedDay(inYear string, names []string, ofMonth string) (t time.Time, lunar, ok bool) {
	year, err := strconv.Atoi(inYear)
	day, wrong := strconv.Atoi(ofMonth)
	if err != nil || wrong != nil || len(inYear) > 4 {
		return time.Time{}, false, false
	}
	for start := range names {
		for end := start + 1; end <= len(names); end++ {
			name := foldMonth(strings.Join(names[start:end], " "))
			if month, ok := monthNames()[name]; ok && len(inYear) == 4 {
				t, ok := calendarDay(year, month, day)
				return t, false, ok
			}
			if month, ok := solarMonths()[strings.TrimSuffix(name, monthWord)]; ok && len(inYear) == 4 {
				t, ok := solarDay(year, month, day)
				return t, false, ok
			}
			if month, ok := hijriMonths()[name]; ok {
				t, ok := hijriDay(year, month, day)
				return t, true, ok
			}
		}
	}
	return time.Time{}, false, false
}

// calendarDay is a day of the Gregorian calendar, if there is such a day.
func calendarDay(year int, month time.Month, day int) (time.Time, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == day && t.Month() == month
}

// foldMonth folds a month's name and takes the Hebrew "in" before it away.
func foldMonth(s string) string { return text.Fold(strings.TrimPrefix(s, "ב")) }

// foldKeys returns a function that gives a table of names with each name folded; they are
// when it is first called.
func foldKeys[V any](table map[string]V) func() map[string]V {
	return sync.OnceValue(func() map[string]V {
		folded := make(map[string]V, len(table))
		for name, v := range table {
			folded[text.Fold(name)] = v
		}
		return folded
	})
}

// IsMonth tells whether a word is the name of a month of the Gregorian year.
func IsMonth(word string) bool {
	_, ok := monthNames()[foldMonth(word)]
	return ok
}

// leapYears are the years of 33 in which the Persian solar year has 366 days. The
// cycle agrees with the observed calendar from 1206 to 1498 (1827 to 2119).
var leapYears = [33]bool{1: true, 5: true, 9: true, 13: true, 17: true, 22: true, 26: true, 30: true}

// solarDay is a day of the Persian solar calendar, of the years in which the
// cycle of 33 years agrees with the observed one.
func solarDay(year, month, day int) (time.Time, bool) {
	const from, to = 1206, 1498
	length := 31
	switch {
	case month == 12 && !leapYears[year%33]:
		length = 29
	case month > 6:
		length = 30
	}
	if year < from || year > to || day < 1 || day > length {
		return time.Time{}, false
	}
	days := day - 1
	days += min(month-1, 6)*31 + max(month-7, 0)*30
	for y := 1403; y < year; y++ {
		days += 365
		if leapYears[y%33] {
			days++
		}
	}
	for y := year; y < 1403; y++ {
		days -= 365
		if leapYears[y%33] {
			days--
		}
	}
	return time.Date(2024, time.March, 20+days, 0, 0, 0, 0, time.UTC), true // 1 Farvardin 1403
}
