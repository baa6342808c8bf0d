package press

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// A dateline opens a text: the place that it was reported from, and for whom, as
// in "دمشق - سانا", "القاهرة (رويترز) - …", "بيروت: «النهار»". It stays in the
// text, where it belongs.

// datelinePatterns are the shapes: a place, a mark, who reports. With the agency between
// marks, or in brackets.
var datelinePatterns = []*pattern.Pattern{
	pattern.New(`^([^-–—:()«».،]{2,40}?)\s*[-–—:،]\s*(«[^«»]{2,40}»|[^-–—:.،()]{2,30}?)\s*(?:[-–—:،]|$)`),
	pattern.New(`^([^-–—:()«».،]{2,40}?)\s*[-–—]?\s*\(([^()]{2,40})\)\s*(?:[-–—:،]|$|)`),
}

// datelineLong is how much of a text is looked at, in bytes.
const datelineLong = 200

// stripMarks takes the marks of Markdown off a line.
var stripMarks = strings.NewReplacer("**", "", "*", "", "_", "", "\\", "")

// FindPlace reads the dateline that opens an article's text and fills in the place, or
// the author, where the article has none.
func FindPlace(a *articles.Article) {
	if a.Place != "" || a.Kept != nil {
		return
	}
	first := ""
	for line := range strings.SplitSeq(a.Body, "\n") {
		if first = line; line != "" && !strings.HasPrefix(line, "![") {
			break
		}
	}
	first = strings.Trim(stripMarks.Replace(first[:min(len(first), datelineLong)]), " ")
	if !strings.ContainsAny(first, "-–—:،(«") {
		return
	}
	if town, _, ok := strings.Cut(first, ":"); ok && IsTown(town) && strings.HasPrefix(a.Lang, "ur") {
		a.Place = town // as papers in Urdu have it
		return
	}
	for _, shape := range datelinePatterns {
		m := shape.FindStringSubmatch(first)
		if m == nil {
			continue
		}
		place, who := strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
		switch {
		case text.CountWords(place) > 3 || text.CountWords(who) > MaxName || slices.Contains(writerLabels(), text.Key(place)) || slices.Contains(creditLabels(), text.Key(place)) || slices.Contains(CaptionLabels(), text.Key(place)):
		case text.Same(place, a.Source) && m[0] == first && len(first) < datelineLong/2 && text.CountWords(who) <= 3:
			text.Fill(&a.Author, who)
			return
		case isAgency(a, who) && !isAgency(a, place):
			a.Place = place
			return
		}
	}
}

// isAgency tells an agency, the article's own paper, or a reporter without a name.
func isAgency(a *articles.Article, who string) bool {
	quoted, paper := ReadPaper(who)
	key := text.Key(quoted)
	first, _, _ := strings.Cut(key, " ")
	source := " " + text.Key(a.Source) + " "
	return paper || slices.Contains(reporterWords(), first) || slices.Contains(reporterWords(), key) || key != "" && strings.Contains(source, " "+key+" ")
}

// reporterWords stand in the place of an agency's name.
var reporterWords = foldWords("وكالات", "الوكالات", "مراسل", "مراسلنا", "مراسلون", "مكتب", "خاص", "نمائندہ", "نامہ نگار", "اسٹاف", "ویب", "ایجنسیاں", "ایجنسیز", "بیورو", "سوشل", "خبرنگار", "סוכנויות", "agencies")
