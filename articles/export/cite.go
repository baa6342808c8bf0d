package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"warraq/articles"
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

// bibEntry is an article's entry. One that names its paper or agency is an
// article of it.
func bibEntry(a articles.JSON) string {
	kind := "misc"
	if a.Source != "" {
		kind = "article"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "@%s{warraq-%s,\n", kind, a.ID)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
		}
	}
	field("title", "{"+texText(a.Title)+"}") // braces keep it as it is written
	if a.Author != "" {
		field("author", "{"+texText(a.Author)+"}") // a name as one, not to be turned around
	}
	field("journal", texText(a.Source))
	field("address", texText(a.Place))
	if day, ok := published(a); ok {
		field("year", day.Format("2006"))
		field("month", day.Format("1"))
		field("date", day.Format(time.DateOnly))
	}
	field("url", strings.NewReplacer("{", "%7B", "}", "%7D", "\\", "%5C").Replace(a.URL))
	field("langid", langID(a.Lang))
	field("keywords", texText(a.Section))
	field("abstract", texText(a.Summary))
	b.WriteString("}\n")
	return b.String()
}

// texText writes text so that TeX sets it as it is.
func texText(s string) string {
	return strings.NewReplacer(
		`\`, `{\textbackslash}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "#", `\#`, "$", `\$`, "_", `\_`,
		"~", `{\textasciitilde}`, "^", `{\textasciicircum}`,
	).Replace(s)
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
	default:
		return tag
	}
}

// published is the day on which an article was, as far as it is known.
func published(a articles.JSON) (time.Time, bool) {
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
			ID: "warraq-" + a.ID, Type: "article-newspaper", Title: a.Title, ContainerTitle: a.Source,
			Section: a.Section, Place: a.Place, URL: a.URL, Language: a.Lang, Abstract: a.Summary,
		}
		if a.Source == "" {
			item.Type = "article"
		}
		if a.Author != "" {
			item.Author = []cslName{{a.Author}}
		}
		if day, ok := published(a); ok {
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
