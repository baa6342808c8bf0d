package press

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// The most words of the parts of a byline that opens a text.
const maxWriter, maxTown = 5, 3

// lineSeparators stand between who reports and from where, and before the text.
const lineSeparators = "-–—|/:،,•·"

// FindByline reads who reports and from where, as the first paragraph of a text says it, on a
// line of its own or before its first sentence: "من ليلى حدّاد - بيروت", "كتبت ليلى حدّاد – بيروت:
// …", "القاهرة - من محمد علي - …". It fills in the author and the place that an article lacks,
// where it is certain which they are, and leaves the text as it is.
func FindByline(a *articles.Article) {
	if a.Kept != nil {
		return
	}
	partAuthor(a)
	if a.Place != "" && a.Author != "" {
		return
	}
	line := firstLine(a.Body)
	if line == "" {
		return
	}
	if a.Author == "" {
		defer findBelowLead(a)
	}
	parts, own, labelled := lineParts(line)
	if own && len(parts) == 2 && nameAndTown(a, parts[0], parts[1]) {
		return
	}
	for i := range min(len(parts), 2) {
		name, sure, ok := afterBy(parts[i])
		if sure = sure || labelled && i == 0; !ok || !sure && !beginsWithGivenName(name) {
			continue
		}
		place := ""
		switch {
		case i == 1:
			place = parts[0] // before the name
		case len(parts) > 1:
			place = parts[1]
		}
		place, _ = CutBrackets(place)
		place = strings.TrimSpace(place)
		fits := place != "" && isPlain(place, maxTown) && !IsCredit(place, nil) && !text.Same(place, a.Source)
		switch {
		case !isName(name) || isReporter(a, name):
			continue
		case fits && IsTown(place), fits && sure && own && len(parts) == 2 && !isReporter(a, place):
			text.Fill(&a.Place, place)
			text.Fill(&a.Author, name)
		case sure && own && len(parts) == 1 && text.CountWords(name) > 1:
			text.Fill(&a.Author, name)
		default:
			continue
		}
		return
	}
}

// findBelowLead takes who reports of a second paragraph that says that and nothing else, with a word
// before a colon, where nothing else said it: the first is a lead.
func findBelowLead(a *articles.Article) {
	_, rest, _ := strings.Cut(a.Body, "\n\n")
	line, _, _ := strings.Cut(rest, "\n\n")
	if a.Author != "" || len(line) > datelineLong {
		return
	}
	line = strings.TrimSpace(stripMarks.Replace(line))
	w, ok := ReadWriter(line)
	if label, _, cut := strings.Cut(line, ":"); ok && cut && slices.Contains(writerLabels(), text.Key(label)) && isName(w.Author) && text.CountWords(w.Author) > 1 && !isReporter(a, w.Author) {
		a.Author = w.Author
	}
}

// nameAndTown takes the two parts of a line of its own as who reports and from where, in either
// order, and returns whether they are: the town is one that is known, and the name begins as names
// do and is of two words at least.
func nameAndTown(a *articles.Article, first, second string) bool {
	town, name := first, second
	if !IsTown(town) {
		town, name = second, first
	}
	if !IsTown(town) || text.CountWords(name) < 2 || !beginsWithGivenName(name) || !isName(name) || isReporter(a, name) {
		return false
	}
	text.Fill(&a.Place, town)
	text.Fill(&a.Author, name)
	return true
}

// partAuthor takes the town out of an author who came with one: "ليلى حدّاد - بيروت".
func partAuthor(a *articles.Article) {
	at := separatorIn(a.Author)
	if at < 0 {
		return
	}
	_, size := utf8.DecodeRuneInString(a.Author[at:])
	name, town := strings.TrimSpace(a.Author[:at]), strings.TrimSpace(a.Author[at+size:])
	if name != "" && IsTown(town) {
		text.Fill(&a.Place, town)
		a.Author = name
	}
}

// firstLine returns the first line of a text that is no picture and no heading, without marks, as
// far as it is looked at.
func firstLine(body string) string {
	for line := range strings.SplitSeq(body, "\n") {
		if line == "" || strings.HasPrefix(line, "![") {
			continue
		}
		if strings.HasPrefix(line, "#") {
			return ""
		}
		cut := line[:min(len(line), datelineLong)]
		return strings.Trim(stripMarks.Replace(strings.ToValidUTF8(cut, "")), " ")
	}
	return ""
}

// lineParts returns what stands between the separators of a line, whether the line is no more
// than that and not the beginning of a sentence, and whether its first part begins with a word
// for who reports that stands by itself: "by: …".
func lineParts(line string) (parts []string, own, labelled bool) {
	const longest = 14 // words of such a line
	own = text.CountWords(line) <= longest && !text.EndsSentence(strings.TrimRight(line, ": ")) && len(line) < datelineLong-4
	for line != "" && len(parts) < 3 {
		at := separatorIn(line)
		if at < 0 {
			parts = append(parts, strings.TrimSpace(line))
			break
		}
		_, size := utf8.DecodeRuneInString(line[at:])
		part := strings.TrimSpace(line[:at])
		line = strings.TrimSpace(line[at+size:])
		switch {
		case part == "":
		case len(parts) == 0 && (slices.Contains(surelyBy(), text.Key(part)) || slices.Contains(byWords(), text.Key(part))):
			line, labelled = part+" "+line, true
		default:
			parts = append(parts, part)
		}
	}
	return parts, own, labelled
}

// separatorIn returns where the first separator stands in a line, -1 for nowhere. A hyphen
// within a word is none.
func separatorIn(line string) int {
	before := ' '
	for i, r := range line {
		if strings.ContainsRune(lineSeparators, r) {
			next, size := utf8.DecodeRuneInString(line[i+utf8.RuneLen(r):])
			if r != '-' || unicode.IsSpace(before) || unicode.IsSpace(next) || size == 0 {
				return i
			}
		}
		before = r
	}
	return -1
}

// afterBy returns the name behind a word that says who reports, and whether that word says
// nothing else.
func afterBy(part string) (name string, sure, ok bool) {
	key := text.Key(part)
	for _, words := range []struct {
		list []string
		sure bool
	}{{surelyBy(), true}, {byWords(), false}} {
		for _, label := range words.list {
			if name, ok := CutLabel(part, key, label); ok && strings.HasPrefix(key, label+" ") {
				return name, words.sure, true
			}
		}
	}
	return "", false, false
}

// isPlain reports whether a name or a place is of so many words at most, with nothing but
// letters and no word that neither has.
func isPlain(s string, most int) bool {
	words := strings.Fields(s)
	return len(words) > 0 && len(words) <= most && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.M, unicode.Cf) && !strings.ContainsRune(" .'’׳״\"-", r)
	}) && !slices.ContainsFunc(words, func(w string) bool { return w == "على" || slices.Contains(noNames(), text.Key(w)) })
}

// isName reports whether a text is what a person is called: first names have no article, and
// no small letter at their beginning.
func isName(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return isPlain(s, maxWriter) && !unicode.IsLower(first) && (!strings.HasPrefix(s, "ال") || strings.HasPrefix(s, "الياس"))
}

// isReporter tells what stands in the place of a name: an agency, the paper, a reporter.
func isReporter(a *articles.Article, name string) bool {
	return isAgency(a, name) || slices.Contains(genericAuthors(), text.Key(name)) || StartsWithWords(text.Key(name), roleStarts())
}
