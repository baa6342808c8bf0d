package epub

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// person is who made a book or helped to, with the role that EPUB 2 says of him (OPF
// 2.0.1, 2.2.6).
type person struct {
	ID   string `xml:"id,attr"`
	Role string `xml:"role,attr"`
	Name string `xml:",chardata"`
}

// dated is a date of a book, with what happened then, which EPUB 2 says (OPF 2.0.1,
// 2.2.7).
type dated struct {
	Event string `xml:"event,attr"`
	Value string `xml:",chardata"`
}

// refinement says more of another element, as the role of a person (EPUB 3.3, 5.3.6).
type refinement struct {
	Of       string `xml:"refines,attr"`
	Property string `xml:"property,attr"`
	Value    string `xml:",chardata"`
}

// about gives what a book says of all its chapters.
func (p *publication) about() articles.Article {
	about := articles.Article{Lang: text.CleanLine(p.Language), Source: text.CleanLine(p.Publisher), Full: true}
	if len(p.Title) > 0 {
		about.Section = text.CleanLine(p.Title[0])
	}
	about.Author = fields.JoinNames(p.authors())
	if isProgram(about.Source) {
		about.Source = issueDay.ReplaceAllString(about.Section, "")
	}
	text.Fill(&about.Source, about.Section)
	about.Published = p.published()
	return about
}

// authors gives the names of those who wrote a book, without translators and others
// who have another role; where nobody is named as its writer, those who put it together.
func (p *publication) authors() []string {
	var writers, makers []string
	for _, c := range p.Creator {
		name, role := text.CleanLine(c.Name), p.role(c)
		switch {
		case name == "" || isProgram(name):
		case role == "" || role == "aut" || role == "cre":
			writers = append(writers, name)
		case slices.Contains([]string{"edt", "com", "cmp", "aui", "org"}, role):
			makers = append(makers, name)
		}
	}
	if len(writers) == 0 {
		return makers
	}
	return writers
}

// role is what a person did, as a code of MARC ("aut", "trl"); "" where it is not said.
func (p *publication) role(c person) string {
	for _, r := range p.Refinements {
		if r.Property == "role" && c.ID != "" && strings.TrimPrefix(r.Of, "#") == c.ID {
			return strings.ToLower(strings.TrimSpace(r.Value))
		}
	}
	return strings.ToLower(strings.TrimSpace(c.Role))
}

// published is when a book came out: the date that says so, else the first that does
// not say that it is of another event.
func (p *publication) published() time.Time {
	for _, events := range [][]string{{"publication", "original-publication", "issued"}, {""}, {"creation"}} {
		for _, d := range p.Date {
			if t, ok := parseDay(text.CleanLine(d.Value)); ok && slices.Contains(events, strings.ToLower(d.Event)) {
				return t
			}
		}
	}
	return time.Time{}
}

// wholeYear is a year alone or with its month (ISO 8601), as dates of books may be.
var wholeYear = pattern.New(`^(\d{4})(?:-(\d{2}))?$`)

// parseDay reads a date of a book; a year or a month is its first day.
func parseDay(s string) (time.Time, bool) {
	if m := wholeYear.FindStringSubmatch(dates.EuropeanDigits(s)); m != nil {
		year, _ := strconv.Atoi(m[1])
		month := 1
		if m[2] != "" {
			month, _ = strconv.Atoi(m[2])
		}
		return time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC), year > 0 && month >= 1 && month <= 12
	}
	return dates.Parse(s)
}
