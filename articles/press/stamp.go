package press

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// TimeOfDay is a line with nothing but a time.
var TimeOfDay = pattern.New(`^[0-9٠-٩۰-۹]{1,2}[:.][0-9٠-٩۰-۹]{2}\s*(\p{L}{1,4})?$`)

// StampLong is the most words of a line that says when an article was written.
const StampLong = 12

// ReadStamp reads a line that says when an article was written, or only how long
// ago: that gives no time.
func ReadStamp(s string) (time.Time, bool) {
	const twoTimes = 2 // as many words, in a line that says when it was published and when changed
	switch n := text.CountWords(s); {
	case n > twoTimes*StampLong:
		return time.Time{}, false
	case n > StampLong:
		published := PublishedPart(s)
		if text.CountWords(published) > StampLong || text.Key(published) == text.Key(s) {
			return time.Time{}, false
		}
		t, ok := dates.Parse(published)
		return t, ok
	}
	key := text.Key(s)
	if StartsWith(key, agoStarts()) && text.CountWords(s) <= 5 {
		return time.Time{}, true
	}
	if slices.Contains(relativeDays(), strings.Trim(key, " |-–—:،,.")) {
		return time.Time{}, true
	}
	if t, ok := dates.Parse(PublishedPart(s)); ok {
		return t, true
	}
	for _, label := range stampLabels() {
		rest, ok := strings.CutPrefix(key, label)
		if !ok {
			continue
		}
		t, ok := dates.Parse(strings.TrimSpace(strings.TrimLeft(rest, ":- ،,")))
		return t, ok || strings.ContainsAny(dates.EuropeanDigits(rest), "0123456789")
	}
	return time.Time{}, false
}

// StampIn reads the day that a part of a short line is, and nothing but that, and returns it:
// "ليلى حدّاد | 6 ديسمبر 2024". A line that says something of a day has none.
func StampIn(line string) (time.Time, bool) {
	for part := range strings.FieldsFuncSeq(stripMarks.Replace(line), func(r rune) bool { return strings.ContainsRune("|·•—–", r) }) {
		if day, ok := ReadStamp(part); ok && !day.IsZero() && saysStampAlone(part) {
			return day, true
		}
	}
	return time.Time{}, false
}

// saysStampAlone tells whether all words of a line are of a date.
func saysStampAlone(line string) bool {
	for word := range strings.FieldsSeq(text.Key(line)) {
		if !strings.ContainsFunc(word, unicode.IsNumber) && !dates.IsMonth(word) && !slices.Contains(stampWords(), word) {
			return false
		}
	}
	return true
}

// PublishedPart is the part of a line that says when an article was published, where the
// line says when it was changed too; else the line.
func PublishedPart(s string) string {
	at := publishedMark.FindStringIndex(s)
	if at == nil || !changedMark.MatchString(s) {
		return s
	}
	behind := s[at[1]:]
	if changed := changedMark.FindStringIndex(behind); changed != nil {
		behind = behind[:changed[0]]
	}
	return behind
}

// IsChanged tells a line that says when an article was changed, and not when it was
// published.
func IsChanged(s string) bool { return changedMark.MatchString(s) && !publishedMark.MatchString(s) }

// What stands before the time at which an article was published, or changed.
var (
	publishedMark = pattern.New(`(?i)تاريخ النشر|ن[ُ]?شرت?(?:\s+في)?\s*:?|تاریخ انتشار|منتشر شده|شائع|פורסם|published|posted`)
	changedMark   = pattern.New(`(?i)تحديث|تعديل|به‌?\s?روز|بروزرسانی|آخرین ویرایش|اپ ڈیٹ|עודכן|updated|modified`)
)

// ReadWriter reads a line that says who wrote an article, or for whom.
func ReadWriter(s string) (Byline, bool) {
	if text.CountWords(s) > MaxName+maxPlace || strings.HasSuffix(s, ".") {
		return Byline{}, false
	}
	if label, name, ok := strings.Cut(s, ":"); ok && !strings.HasPrefix(name, "//") {
		s = label + ": " + strings.TrimSpace(name) // where the two stood in elements of their own
	}
	key := text.Key(s)
	for _, label := range writerLabels() {
		name, ok := CutLabel(s, key, label)
		if other, rest, more := strings.Cut(name, ":"); more && strings.HasPrefix(other, "و") && text.CountWords(other) == 1 {
			name = strings.TrimSpace(rest) // who did that and more: "حوار وتصوير: …"
		}
		if !ok || name == "" || text.CountWords(name) > MaxName || strings.HasPrefix(s, "أعداد") {
			continue // numbers, which folding makes the same word as "prepared by"
		}
		if paper, is := ReadPaper(name); is || slices.Contains(sourceLabels(), label) {
			return Byline{Source: paper}, true
		}
		return Byline{Author: name}, true
	}
	if place, agency, ok := strings.Cut(s, "-"); ok && text.CountWords(place) <= maxPlace && IsCredit(strings.TrimSpace(agency), nil) {
		if StartsWithWords(text.Key(strings.TrimSpace(agency)), roleStarts()) {
			return Byline{Author: strings.TrimSpace(place)}, true
		}
		return Byline{Source: strings.TrimSpace(agency), Place: strings.TrimSpace(place)}, true
	}
	return Byline{}, false
}

// ReadNameAbove reads a line that names who wrote an article, with nothing that says so, by the
// line below it: that says when.
func ReadNameAbove(line, below string) (name string, ok bool) {
	const fewest = 2 // words
	day, isStamp := ReadStamp(below)
	if !isStamp || day.IsZero() || text.CountWords(line) < fewest || !isName(line) {
		return "", false
	}
	if t, isStamp := ReadStamp(line); isStamp || !t.IsZero() || IsCredit(line, nil) {
		return "", false
	}
	name = WriterName(line, &articles.Article{})
	return name, name == line
}

// CutLabel takes a folded label off the start of a line, whose folded form is key, and
// returns the rest and whether the label stood there.
func CutLabel(s, key, label string) (string, bool) {
	if !strings.HasPrefix(key, label) {
		return "", false
	}
	fields, n := strings.Fields(s), text.CountWords(label)
	if len(fields) <= n || text.Key(strings.Trim(strings.Join(fields[:n], " "), ":،,/-–—|")) != label {
		return "", false
	}
	return strings.Trim(strings.Join(fields[n:], " "), " :-–—،,/|"), true
}

// minutesPattern is a line that says nothing but how many minutes reading takes.
var minutesPattern = pattern.New(`(?i)^(?:(?:قراءة|مدة القراءة|وقت القراءة|زمن القراءة|زمان مطالعه|زمن القراءه)\s*:?\s*)?[0-9٠-٩۰-۹]{1,3}\s*(?:mins?|minutes?|د|دقيقة|دقائق|دقیقه|منٹ|דק['׳]|דקות)\.?(?:\s+(?:read|قراءة|للقراءة|مطالعه|קריאה))?$`)

// IsMinutes tells a line that says how many minutes reading takes, and nothing else.
func IsMinutes(s string) bool { return minutesPattern.MatchString(s) }

// IsReadingTime tells how long reading takes, or how often it was done.
func IsReadingTime(s string) bool {
	key := text.Key(s)
	return minutesPattern.MatchString(s) || text.CountWords(s) <= MaxSection+1 && slices.ContainsFunc(readingWords(), func(w string) bool {
		return strings.Contains(" "+strings.Trim(key, "()")+" ", " "+w+" ")
	}) && (strings.ContainsFunc(s, unicode.IsDigit) || text.CountWords(s) <= 2)
}
