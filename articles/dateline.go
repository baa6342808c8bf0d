package articles

import (
	"regexp"
	"slices"
	"strings"

	"warraq/articles/text"
)

// A dateline opens a text: the place that it was reported from, and for whom, as
// in "دمشق - سانا", "القاهرة (رويترز) - …", "بيروت: «النهار»". It stays in the
// text, where it belongs.

// datelines are the shapes: a place, a mark, who reports. With the agency between
// marks, or in brackets.
var datelines = []*regexp.Regexp{
	regexp.MustCompile(`^([^-–—:()«».،]{2,40}?)\s*[-–—:،]\s*(«[^«»]{2,40}»|[^-–—:.،()]{2,30}?)\s*(?:[-–—:،]|$)`),
	regexp.MustCompile(`^([^-–—:()«».،]{2,40}?)\s*[-–—]?\s*\(([^()]{2,40})\)\s*(?:[-–—:،]|$|)`),
}

// datelineLong is how much of a text is looked at, in bytes.
const datelineLong = 200

// unmarked takes the marks of Markdown off a line.
var unmarked = strings.NewReplacer("**", "", "*", "", "_", "", "\\", "")

// findPlace fills in the place of an article, or its author, of its dateline.
func (a *Article) findPlace() {
	if a.Place != "" || a.Kept != nil {
		return
	}
	first := ""
	for line := range strings.SplitSeq(a.Body, "\n") {
		if first = line; line != "" && !strings.HasPrefix(line, "![") {
			break
		}
	}
	first = strings.Trim(unmarked.Replace(first[:min(len(first), datelineLong)]), " ")
	if !strings.ContainsAny(first, "-–—:،(«") {
		return
	}
	for _, shape := range datelines {
		m := shape.FindStringSubmatch(first)
		if m == nil {
			continue
		}
		place, who := strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
		switch {
		case words(place) > 3 || words(who) > maxName || slices.Contains(writerLabels, text.Key(place)) || slices.Contains(creditLabels, text.Key(place)) || slices.Contains(captionLabels, text.Key(place)):
		case same(place, a.Source) && m[0] == first && len(first) < datelineLong/2 && words(who) <= 3:
			fill(&a.Author, who)
			return
		case a.reports(who) && !a.reports(place):
			a.Place = place
			return
		}
	}
}

// reports tells an agency, the article's own paper, or a reporter without a name.
func (a *Article) reports(who string) bool {
	quoted, paper := readPaper(who)
	key := text.Key(quoted)
	first, _, _ := strings.Cut(key, " ")
	source := " " + text.Key(a.Source) + " "
	return paper || slices.Contains(reporters, first) || slices.Contains(reporters, key) || key != "" && strings.Contains(source, " "+key+" ")
}

// reporters stand in the place of an agency's name.
var reporters = folded("وكالات", "الوكالات", "مراسل", "مراسلنا", "مراسلون", "مكتب", "خاص", "نمائندہ", "نامہ نگار", "اسٹاف", "ویب", "ایجنسیاں", "ایجنسیز", "بیورو", "سوشل", "خبرنگار", "סוכנויות", "agencies")
