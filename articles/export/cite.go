package export

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/text"
)

// BibTeX writes an entry for each article, as BibTeX and BibLaTeX take it.
func BibTeX(w io.Writer, s Shelf) error {
	p := printer{w: w}
	err := s.each(func(a articles.JSON) error {
		p.print(bibEntry(a), "\n")
		return p.failed()
	})
	return err
}

// bibEntry returns an article's entry. A chapter of a book is a part of that, an
// article that names its paper or agency is one of it.
func bibEntry(a articles.JSON) string {
	kind := "misc"
	switch {
	case isChapter(a):
		kind = "incollection"
	case a.Source != "":
		kind = "article"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "@%s{%s,\n", kind, citeKey(a))
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
		}
	}
	field("title", "{"+texText(a.Title)+"}") // braces keep it as it is written
	field("author", bibNames(fields.SplitNames(a.Author)))
	if kind == "incollection" {
		field("booktitle", texText(a.Section))
		if a.Source != a.Section {
			field("publisher", texText(a.Source))
		}
	} else {
		field("journal", texText(a.Source))
	}
	field("address", texText(a.Place))
	if day, ok := publicationDay(a); ok {
		field("year", day.Format("2006"))
		field("month", day.Format("1"))
		field("date", day.Format(time.DateOnly))
	}
	if safeAddress(a.URL) != "" {
		field("url", texAddress(a.URL))
	}
	field("langid", langID(a.Lang))
	if kind != "incollection" {
		field("keywords", texText(a.Section))
	}
	field("abstract", texText(a.Summary))
	b.WriteString("}\n")
	return b.String()
}

// isChapter tells whether an article is a chapter of a book, whose title is then its
// section: it has others beside it, or, where it is the only one, its source is the book
// itself or a house that prints books.
func isChapter(a articles.JSON) bool {
	if a.Section == "" {
		return false
	}
	return slices.ContainsFunc(a.Related, func(r articles.RelatedJSON) bool { return r.Kind == articles.InBook }) ||
		a.URL == "" && (a.Source == a.Section || printsBooks(a.Source))
}

// printsBooks tells a publisher of books by what such houses are called.
func printsBooks(source string) bool {
	words := strings.Fields(text.Fold(source))
	return len(words) > 1 && slices.ContainsFunc(words, func(word string) bool { return slices.Contains(publisherWords, word) })
}

// publisherWords are in the names of houses that print books, folded.
var publisherWords = strings.Fields(text.Fold("دار منشورات المنشورات ناشرون للنشر والنشر انتشارات نشر ناشران پبلشرز پبلیکیشنز הוצאת ספרים press books publishing publishers publications verlag éditions editions"))

// citeKey returns what an article is cited by: letters and digits, since a library may
// come from elsewhere.
func citeKey(a articles.JSON) string {
	return "warraq-" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, a.ID)
}

// bibNames returns names as BibTeX takes them. The name of one author, and one that
// BibTeX would take apart at the wrong place, stands in braces as one.
func bibNames(names []string) string {
	written := make([]string, len(names))
	for i, name := range names {
		written[i] = texText(name)
		if len(names) == 1 || strings.ContainsAny(name, ",{}") || strings.Contains(strings.ToLower(name), " and ") {
			written[i] = "{" + written[i] + "}"
		}
	}
	return strings.Join(written, " and ")
}

// texText writes text so that TeX sets it as it is. Braces become commands: BibTeX
// counts them even behind a backslash, so that a lone one would end a field early or
// not at all.
func texText(s string) string { return texSigns.Replace(s) }

var texSigns = strings.NewReplacer(
	`\`, `{\textbackslash}`, "{", `{\textbraceleft}`, "}", `{\textbraceright}`,
	"%", `\%`, "&", `\&`, "#", `\#`, "$", `\$`, "_", `\_`,
	"~", `{\textasciitilde}`, "^", `{\textasciicircum}`,
)

// texAddress writes an address so that it neither ends a field nor is a command.
func texAddress(address string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(address)
}

// langID is a language as babel and BibLaTeX name it, else its tag.
func langID(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	switch base {
	case "ar":
		return "arabic"
	case "fa":
		return "persian"
	case "ur":
		return "urdu"
	case "he":
		return "hebrew"
	case "en":
		return "english"
	}
	if isTag(tag) {
		return tag
	}
	return ""
}

// publicationDay is the day on which an article was, as far as it is known.
func publicationDay(a articles.JSON) (time.Time, bool) {
	day, err := time.Parse(time.RFC3339Nano, a.Published)
	return day, err == nil
}

// cslItem is an entry of CSL-JSON, by the schema of Citation Style Language 1.0.2.
type cslItem struct {
	ID             string    `json:"id"`
	Type           string    `json:"type"`
	Title          string    `json:"title"`
	Author         []cslName `json:"author,omitempty"`
	ContainerTitle string    `json:"container-title,omitempty"`
	Publisher      string    `json:"publisher,omitempty"`
	Section        string    `json:"section,omitempty"`
	Place          string    `json:"publisher-place,omitempty"`
	Issued         *cslDate  `json:"issued,omitempty"`
	URL            string    `json:"URL,omitempty"`
	Language       string    `json:"language,omitempty"`
	Abstract       string    `json:"abstract,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// CSL writes the articles as one array of CSL-JSON, which Zotero and pandoc take.
func CSL(w io.Writer, s Shelf) error {
	items := []cslItem{}
	err := s.each(func(a articles.JSON) error {
		item := cslItem{
			ID: citeKey(a), Type: "article-newspaper", Title: a.Title, ContainerTitle: a.Source,
			Section: a.Section, Place: a.Place, URL: a.URL, Language: a.Lang, Abstract: a.Summary,
		}
		switch {
		case isChapter(a):
			item.Type, item.ContainerTitle, item.Section = "chapter", a.Section, ""
			if a.Source != a.Section {
				item.Publisher = a.Source
			}
		case a.Source == "":
			item.Type = "article"
		}
		for _, name := range fields.SplitNames(a.Author) {
			item.Author = append(item.Author, cslName{name})
		}
		if day, ok := publicationDay(a); ok {
			item.Issued = &cslDate{[][]int{{day.Year(), int(day.Month()), day.Day()}}}
		}
		items = append(items, item)
		return nil
	})
	if err != nil {
		return err
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(items); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}
