package words

import (
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/dates"
)

// Months are the names that the months of the Gregorian year go by in a part of
// the Arab world.
type Months string

// The names there are.
const (
	EgyptianMonths  Months = "egyptian"  // of Egypt, Sudan, Libya, the Gulf and Yemen
	LevantineMonths Months = "levantine" // of Syria, Lebanon, Palestine, Jordan and Iraq
	MoroccanMonths  Months = "moroccan"  // of Morocco and Mauritania
	AlgerianMonths  Months = "algerian"  // of Algeria and Tunisia
)

// AllMonths are the names that one can choose.
func AllMonths() []Months {
	return []Months{EgyptianMonths, LevantineMonths, MoroccanMonths, AlgerianMonths}
}

// calendar is how dates are said.
type calendar struct {
	names  Months
	beside bool
	hijri  [12]string
	era    string // behind a Hijri year
}

// WithMonths gives the words with other names of months, in the languages that
// have several.
func (w *Words) WithMonths(m Months) *Words {
	changed := *w
	changed.names = m
	return &changed
}

// WithHijri gives the words with dates that have the Hijri day beside the
// Gregorian one, where there is room, or with ones that have not.
func (w *Words) WithHijri(beside bool) *Words {
	changed := *w
	changed.beside = beside
	return &changed
}

// Calendar says which names of months the words have, and whether the Hijri day
// stands beside the Gregorian one.
func (w *Words) Calendar() (Months, bool) { return w.names, w.beside }

// MonthsOf gives the names of months of a place, by a locale of POSIX such as
// "ar_SY.UTF-8"; those of Egypt where there is no place in it.
func MonthsOf(locale string) Months {
	_, place, _ := strings.Cut(locale, "_")
	place, _, _ = strings.Cut(place, ".")
	place, _, _ = strings.Cut(place, "@")
	switch place {
	case "SY", "LB", "PS", "JO", "IQ", "IL":
		return LevantineMonths
	case "MA", "MR", "EH":
		return MoroccanMonths
	case "DZ", "TN":
		return AlgerianMonths
	default:
		return EgyptianMonths
	}
}

// Date says on which day something was, or "" for a zero time.
func (w *Words) Date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return strconv.Itoa(t.Day()) + " " + w.monthName(t.Month()) + " " + strconv.Itoa(t.Year())
}

// monthName returns what a month is called.
func (w *Words) monthName(m time.Month) string {
	months, ok := w.months[w.names]
	if !ok {
		months = w.months[EgyptianMonths]
	}
	return months[m-1]
}

// FullDate is [Words.Date] with the day of the calendar of Umm al-Qura beside it,
// where the words have that.
func (w *Words) FullDate(t time.Time) string {
	date := w.Date(t)
	if date == "" || !w.beside {
		return date
	}
	year, month, day := dates.Hijri(t)
	if year < 1 {
		return date
	}
	return date + " (" + strconv.Itoa(day) + " " + w.hijri[month-1] + " " + strconv.Itoa(year) + w.era + ")"
}

var arabicMonths = map[Months][12]string{
	EgyptianMonths: {
		"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
		"يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
	},
	LevantineMonths: {
		"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
		"تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
	},
	MoroccanMonths: {
		"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو",
		"يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
	},
	AlgerianMonths: {
		"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان",
		"جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
	},
}

var arabicHijri = [12]string{
	"محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
	"رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
}

var englishHijri = [12]string{
	"Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II",
	"Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja",
}
