package whatsapp

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/pattern"
)

// Places of the parts of a time in what line found: the bracketed ones, and as many after
// them for the others.
const (
	partsOfStamp = 7
	saidAt       = 2*partsOfStamp + 1
)

// newMessage makes a message of what line found and returns it with what it says.
func newMessage(m []string) (message, string) {
	parts := m[1 : 1+partsOfStamp]
	if parts[0] == "" {
		parts = m[1+partsOfStamp : 1+2*partsOfStamp]
	}
	var msg message
	for i := range msg.numbers {
		msg.numbers[i] = parseNumber(parts[i])
	}
	hour, half := parseNumber(parts[3]), strings.ToLower(parts[6])
	msg.half = half != ""
	switch {
	case half == "":
	case isAfternoon(half) && hour < 12:
		hour += 12
	case !isAfternoon(half) && hour == 12:
		hour = 0
	}
	msg.clock = time.Duration(hour)*time.Hour + time.Duration(parseNumber(parts[4]))*time.Minute + time.Duration(parseNumber(parts[5]))*time.Second
	return msg, m[saidAt]
}

func parseNumber(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// isAfternoon reports whether a sign of half a day stands for its second half.
func isAfternoon(half string) bool {
	for _, sign := range []string{"p", "م", "ب", "אחה"} {
		if strings.HasPrefix(half, sign) {
			return true
		}
	}
	return false
}

// dateOrder says which of a date's three numbers are year, month and day.
type dateOrder struct{ year, month, day int }

var (
	dayFirst   = dateOrder{2, 1, 0}
	monthFirst = dateOrder{2, 0, 1}
	yearFirst  = dateOrder{0, 1, 2}
)

// orderOf finds the order in which all dates of a chat make sense: no month is above 12,
// and time does not run backwards. Where two do, America's is taken for its habit of two
// digits of the year with half days, else the day comes first.
func orderOf(messages []message) dateOrder {
	if len(messages) == 0 {
		return dayFirst
	}
	if messages[0].numbers[0] > 31 {
		return yearFirst
	}
	days, months := dayFirst.faults(messages), monthFirst.faults(messages)
	isAmerican := messages[0].half && messages[0].numbers[2] < 100
	if months < days || months == days && isAmerican {
		return monthFirst
	}
	return dayFirst
}

// faults counts the dates that make no sense in an order.
func (o dateOrder) faults(messages []message) int {
	const impossible = 1000
	faults := 0
	var before time.Time
	for _, m := range messages {
		if m.numbers[o.month] > 12 || m.numbers[o.day] > 31 {
			faults += impossible
		}
		t := m.time(o)
		if t.Before(before.Add(-24 * time.Hour)) {
			faults++
		}
		before = t
	}
	return faults
}

// time returns when a message was written, by the clock of the telephone.
func (m *message) time(o dateOrder) time.Time {
	year := m.numbers[o.year]
	if year < 100 {
		year += 2000
	}
	day := time.Date(year, time.Month(m.numbers[o.month]), m.numbers[o.day], 0, 0, 0, 0, time.UTC)
	if year < firstYear { // telephones in Iran may write their own calendar
		if solar, ok := dates.Parse(fmt.Sprintf("%04d/%d/%d", year, m.numbers[o.month], m.numbers[o.day])); ok {
			day = solar
		}
	}
	return day.Add(m.clock)
}

// firstYear is the year before which a year is one of another calendar.
const firstYear = 1700

// notesPattern are what stands in a message's place where something other than words was sent, or
// what WhatsApp says of itself.
var notesPattern = pattern.New(`(?i)^(?:<[^<>]*(?:omitted|attached|excluded|الوسائط|مرفق|رسانه|میڈیا|מדיה|הושמטה)[^<>]*>` +
	`|(?:image|video|audio|sticker|gif|document|contact card|voice message|video note|صورة|الصورة|فيديو|مقطع فيديو|ملصق|صوت|مستند) (?:omitted|omis|غير مدرجة?|محذوفة?|مستبعدة?)` +
	`|(?:تم استبعاد|تم حذف|حُ?ذفت) (?:الوسائط|الصورة|الفيديو|الملصق|الصوت|هذه الرسالة|رسالة).*` +
	`|\S+\.\w{2,5} \((?:file attached|الملف مرفق|تم إرفاق الملف|ملف مرفق|פایل پیوست شد|فایل پیوست|קובץ מצורף)\)` +
	`|(?:this message was deleted|you deleted this message|null|waiting for this message.*)\.?` +
	`|(?:לחסרה|המדיה לא נכללה|این پیام حذف شد|لقد حذفت هذه الرسالة|حُذفت هذه الرسالة)\.?)$`)

// itselfPattern is what WhatsApp says in every chat.
var itselfPattern = pattern.New(`(?i)end-to-end encrypted|مشفرة? تمامًا|مشفّرة تمامًا|رمزگذاری سرتاسری|مُعمّاة|מוצפנות מקצה לקצה|اینڈ ٹو اینڈ انکرپٹڈ`)

// editedPattern is what stands behind a message that was changed.
var editedPattern = pattern.New(`(?i)\s*<(?:this message was edited|تم تعديل هذه الرسالة|تم تعديل الرسالة)>\s*$`)

// text returns what a message says, "" where it says nothing.
func (m *message) text() string {
	var kept []string
	for _, s := range m.lines {
		if s = editedPattern.ReplaceAllString(s, ""); !notesPattern.MatchString(s) {
			kept = append(kept, s)
		}
	}
	text := strings.TrimSpace(strings.Join(kept, "\n"))
	if itselfPattern.MatchString(text) && len(kept) == 1 {
		return ""
	}
	return text
}
