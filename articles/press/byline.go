package press

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// Byline is the line that ends a card: who wrote it and from where.
type Byline struct{ Author, Source, Place string }

// Guillemets are what papers put a paper's name between.
const Guillemets = "«»“”\"„‹›"

// MaxName is the most words of a name in a byline, maxPlace of a place.
const MaxName, maxPlace = 6, 7

// placeFirst is a byline such as "place: «paper»".
var placeFirst = pattern.New(`^([^:«»]{2,60}):\s*(«[^«»]{2,60}»)$`)

// ReadByline reads "«paper» (place)", "writer (place)", "place: «paper»" or a
// paper's name alone. Other names than papers' are writers'. Brackets that hold
// a picture's credit make no byline.
func ReadByline(s string, credits map[string]bool) (Byline, bool) {
	name, place := CutBrackets(s)
	if m := placeFirst.FindStringSubmatch(s); m != nil {
		name, place = m[2], m[1]
	}
	quoted, paper := ReadPaper(name)
	switch {
	case name == "", text.CountWords(name) > MaxName, text.CountWords(place) > maxPlace, IsCredit(place, credits),
		strings.ContainsFunc(s, unicode.IsDigit), text.EndsSentence(name),
		place == "" && !paper:
		return Byline{}, false
	case paper:
		return Byline{Source: quoted, Place: place}, true
	}
	return Byline{Author: name, Place: place}, true
}

// ReadPaper tells whether a name is a paper's or an agency's, and gives it
// without its guillemets: it stands between them, is known, or begins with a
// word such as agency.
func ReadPaper(name string) (string, bool) {
	quoted := strings.Trim(name, Guillemets)
	first, _, _ := strings.Cut(text.Key(name), " ")
	whole := quoted != name && strings.IndexAny(name, Guillemets) == 0 && !strings.ContainsAny(quoted, Guillemets)
	return quoted, whole || slices.Contains(paperWords(), first) || IsCredit(name, nil)
}

// CutBrackets splits a line that ends in brackets into what stands before them and
// what is in them, which is "" for any other line.
func CutBrackets(text string) (before, in string) {
	inner, ok := strings.CutSuffix(strings.TrimSpace(text), ")")
	open := strings.LastIndexByte(inner, '(')
	if !ok || open < 0 || strings.Contains(inner[open:], ")") {
		return text, ""
	}
	return strings.TrimSpace(inner[:open]), strings.TrimSpace(inner[open+1:])
}

// WriterName is a writer's, of a text that may say "by" before it and a date behind it;
// "" for one that is none, or that is the paper's.
func WriterName(s string, a *articles.Article) string {
	const longest = 10 // words, of several writers
	if s = withoutBy(s); text.Same(s, a.Source) {
		return ""
	}
	s = withoutBy(withoutTail(beforeDate(s)))
	switch {
	case strings.HasSuffix(s, ":"), text.CountWords(s) > longest, articles.IsWebAddress(s), text.Same(s, a.Source), slices.Contains(genericAuthors(), text.Key(s)), strings.Contains(s, "@"),
		IsFurniture(Line{Text: s, Key: text.Key(s)}), StartsWith(text.Key(s), SkipStarts()):
		return ""
	}
	if before, in := CutBrackets(s); before != "" && (IsCredit(in, nil) || IsTown(in)) {
		if s = before; IsTown(in) {
			text.Fill(&a.Place, in)
		} else {
			text.Fill(&a.Source, strings.Trim(in, Guillemets))
		}
		if IsTown(s) {
			text.Fill(&a.Place, s)
			return ""
		}
	}
	if name, role, ok := strings.Cut(s, "،"); ok {
		if key := text.Key(strings.TrimSpace(role)); StartsWithWords(key, roleStarts()) || StartsWithWords(key, professionStarts()) {
			s = strings.TrimSpace(name)
		}
	}
	if at := strings.LastIndex(s, "»:"); at >= 0 {
		if place, ok := beforePaper(s[:at+len("»")], a.Source); ok {
			text.Fill(&a.Place, place)
			s = strings.TrimSpace(s[at+len("»:"):])
		}
	}
	if place, ok := cutSource(s, a.Source); ok {
		text.Fill(&a.Place, place)
		return ""
	}
	if place, agency, ok := readAgency(s); ok {
		text.Fill(&a.Place, place)
		text.Fill(&a.Source, agency)
		return ""
	}
	if place, ok := beforePaper(s, a.Source); ok {
		text.Fill(&a.Place, place)
		return ""
	}
	if IsCredit(s, nil) {
		text.Fill(&a.Source, strings.Trim(s, Guillemets))
		return ""
	}
	if c, credit := ReadCaption(s); credit && c.Text != s || slices.Contains(genericAuthors(), text.Key(withoutOthers(s, a))) {
		return ""
	}
	return withoutOthers(s, a)
}

// PartedWriter returns the writer that several texts beside each other name, of which the others say
// what the writer does, in which town or for which paper: "" for any other texts.
func PartedWriter(parts []string, a *articles.Article) string {
	const fewest = 2
	if len(parts) < fewest {
		return ""
	}
	town := ""
	for _, part := range parts[1:] {
		switch part = strings.Trim(part, " ،,|-–—()"); {
		case IsTown(part):
			text.Fill(&town, part)
		case text.Same(part, a.Source):
		case !StartsWithWords(text.Key(part), roleStarts()):
			return ""
		}
	}
	name := WriterName(parts[0], a)
	if name != "" {
		text.Fill(&a.Place, town)
	}
	return name
}

// beforePaper returns the town before a paper's name, as in "رام الله – «الشاطئ»", which names no
// writer; ok is false for any other line.
func beforePaper(s, source string) (place string, ok bool) {
	at := separatorIn(s)
	if at < 0 {
		return "", false
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	place, rest := strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+size:])
	_, paper := ReadPaper(rest)
	return place, IsTown(place) && (paper || rest != "" && isPaperName(rest, source))
}

// readAgency reads a place and an agency or paper in brackets, "(place - agency)",
// which name no writer.
func readAgency(s string) (place, agency string, ok bool) {
	before, in := CutBrackets(s)
	if before != "" || in == "" {
		return "", "", false
	}
	for _, mark := range bylineSeparators {
		if place, agency, ok := strings.Cut(in, mark); ok {
			return strings.TrimSpace(place), strings.Trim(agency, " "+Guillemets), true
		}
	}
	return "", strings.Trim(in, Guillemets), true
}

// bylineSeparators stand between the parts of a byline.
var bylineSeparators = []string{" | ", " – ", " — ", " - ", " • ", " · ", " / ", "|", "–"}

// withoutOthers gives the writer of a byline that also names who took the pictures, the
// paper or a place: "writer – photos: …", "writer | place".
func withoutOthers(s string, a *articles.Article) string {
	for _, mark := range bylineSeparators {
		name, rest, ok := strings.Cut(s, mark)
		if !ok {
			continue
		}
		name, rest = strings.TrimSpace(name), strings.TrimSpace(rest)
		_, credit := ReadCaption(rest)
		switch {
		case name == "" || rest == "":
			continue
		case credit:
		case isPaperName(rest, a.Source), StartsWithWords(text.Key(rest), roleStarts()), slices.Contains(genericAuthors(), text.Key(rest)):
		case text.Same(name, a.Source), isWordOf(name, a.Source) && text.CountWords(rest) > 1 && isName(rest), slices.Contains(genericAuthors(), text.Key(name)), isPaperName(name, a.Source) && slices.Contains(genericAuthors(), text.Key(rest)):
			return withoutOthers(rest, a)
		case IsTown(rest):
			text.Fill(&a.Place, rest)
		case IsTown(name):
			text.Fill(&a.Place, name)
			return withoutOthers(rest, a)
		case mark == " | " || mark == "|":
			if _, paper := ReadPaper(rest); paper {
				text.Fill(&a.Source, strings.Trim(rest, Guillemets))
			} else if text.CountWords(rest) <= 2 {
				text.Fill(&a.Place, rest)
			}
		default:
			continue // a name of two parts
		}
		return withoutOthers(name, a)
	}
	return s
}

// isPaperName tells a paper's name, with or without a word such as newspaper before it.
func isPaperName(name, source string) bool {
	name = strings.Trim(name, Guillemets)
	return text.Same(name, source) || source != "" && strings.HasSuffix(" "+text.Key(source), " "+text.Key(name)) && text.CountWords(source) <= text.CountWords(name)+1
}

// isWordOf tells one of the words in the name of a paper that has several.
func isWordOf(word, source string) bool {
	return text.CountWords(word) == 1 && strings.Contains(" "+text.Key(source)+" ", " "+text.Key(word)+" ")
}

// withoutTail is a name without the word that stands between it and a date.
func withoutTail(name string) string {
	fields := strings.Fields(name)
	if n := len(fields); n > 1 && slices.Contains(beforeDates(), text.Key(fields[n-1])) {
		return strings.Join(fields[:n-1], " ")
	}
	return name
}

// withoutBy is what stands behind a word such as "by".
func withoutBy(text string) string {
	if w, ok := ReadWriter(text); ok {
		return w.Author + w.Source
	}
	return text
}

// beforeDate is a text up to where a date begins in it.
func beforeDate(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		month := dates.IsMonth(strings.Trim(f, ".,،"))
		if strings.ContainsFunc(f, unicode.IsDigit) || month && i > 1 && i+1 < len(fields) || slices.Contains(stampLabels(), text.Key(strings.Trim(f, ",،:"))) {
			return strings.Trim(strings.Join(fields[:i], " "), " |-–—,،:·•")
		}
	}
	return s
}

// cutSource parts a place from the name of the paper before it, as in "paper -
// place".
func cutSource(s, source string) (place string, ok bool) {
	rest, ok := strings.CutPrefix(s, source)
	place = strings.Trim(rest, " -–—،,:")
	return place, ok && source != "" && place != "" && place != rest && text.CountWords(place) <= 3 && unicode.IsLetter([]rune(place)[0])
}
