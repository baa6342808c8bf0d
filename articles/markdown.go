package articles

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// names are the names under which front matter, JSON and the like give a
// field, the one that decides first. Hugo, Jekyll, Obsidian and flat dumps
// differ in them.
var names = []struct {
	field string
	usual []string
}{
	{"title", []string{"title", "headline"}},
	{"section", []string{"section", "category", "categories", "tags"}},
	{"source", []string{"source", "publisher", "site", "site_name"}},
	{"place", []string{"place", "location", "dateline"}},
	{"author", []string{"author", "authors", "by", "byline", "creator"}},
	{"published", []string{"published", "date", "publishdate", "pubdate", "published_at", "date_published", "created", "time"}},
	{"lang", []string{"lang", "language", "locale"}},
	{"direction", []string{"direction", "dir"}},
	{"url", []string{"url", "link", "canonical", "canonicalurl", "canonical_url", "permalink"}},
	{"summary", []string{"summary", "description", "excerpt", "abstract", "subtitle"}},
}

// markdownEndings are those of files that hold Markdown.
var markdownEndings = []string{".md", ".markdown", ".mdown", ".mkd"}

// heading is a line that is one in Markdown and hardly in plain text.
var heading = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$`)

// isMarkdown tells Markdown by a heading that opens it, else by its name.
func isMarkdown(in *source) bool {
	if slices.Contains(markdownEndings, in.ending()) {
		return true
	}
	first, _, _ := strings.Cut(strings.TrimLeft(in.text, "\n"), "\n")
	return heading.MatchString(first)
}

// readMarkdown reads a Markdown file, with or without front matter. Its title
// is the front matter's, else the heading that opens it, else the file's name.
func readMarkdown(in *source) ([]Article, error) {
	matter, body, isTOML, ok := frontMatter(in.text)
	var a Article
	if ok {
		fields, err := parseFrontMatter(in, matter, isTOML)
		if err != nil {
			return nil, err
		}
		if a, err = fromFields(in, fields); err != nil {
			return nil, err
		}
	}
	body = withoutLinks(body)
	if in.near != nil {
		var pointed []Related
		al := in.newAlbum()
		body, pointed = in.near.follow(body, al)
		al.give(&a)
		a.Related = append(a.Related, pointed...)
	}
	title, rest := openingHeading(body)
	stem, day := fileTitle(in.name)
	switch {
	case a.Title == "" && title != "":
		a.Title, body = title, rest
	case a.Title == "" && slices.Contains(markdownEndings, in.ending()):
		a.Title = stem
	case title != "" && CleanLine(a.Title) == CleanLine(title):
		body = rest
	}
	if a.Published.IsZero() {
		a.Published = day
	}
	a.Body = strings.Trim(body, "\n")
	a.Full = strings.TrimSpace(a.Body) != ""
	return []Article{a}, nil
}

// underline is what makes the line before it a heading of the first level.
var underline = regexp.MustCompile(`^ {0,3}=+[ \t]*$`)

// openingHeading takes the heading of the first level that opens a Markdown
// text off it.
func openingHeading(body string) (title, rest string) {
	trimmed := strings.TrimLeft(body, "\n")
	first, after, _ := strings.Cut(trimmed, "\n")
	if m := heading.FindStringSubmatch(first); m != nil && len(m[1]) == 1 {
		return inlineText(m[2]), after
	}
	second, after, _ := strings.Cut(after, "\n")
	if strings.TrimSpace(first) != "" && underline.MatchString(second) {
		return inlineText(strings.TrimSpace(first)), after
	}
	return "", body
}

// inlineMarkup is what of Markdown stands in headings.
var inlineMarkup = regexp.MustCompile("!?\\[([^\\]]*)\\]\\([^)]*\\)|(?:\\*\\*|__|`)(\\S(?:[^*_`]*\\S)?)(?:\\*\\*|__|`)|\\*(\\S(?:[^*]*\\S)?)\\*")

// inlineText is the text of a line of Markdown.
func inlineText(s string) string {
	return unescape(inlineMarkup.ReplaceAllString(s, "$1$2$3"))
}

// dated is a file's name as Jekyll has it.
var dated = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)-(.+)$`)

// fileTitle makes a title of a file's name, and a day where it begins with one.
func fileTitle(name string) (string, time.Time) {
	stem := path.Base(strings.ReplaceAll(name, `\`, "/"))
	stem = strings.TrimSuffix(stem, path.Ext(stem))
	var day time.Time
	if m := dated.FindStringSubmatch(stem); m != nil {
		if t, err := time.Parse(time.DateOnly, m[1]); err == nil {
			day, stem = t, m[2]
		}
	}
	if !strings.Contains(stem, " ") {
		stem = strings.NewReplacer("-", " ", "_", " ").Replace(stem)
	}
	return stem, day
}

// fromFields makes an article of front matter. Names that it does not know are
// left alone.
func fromFields(in *source, fields map[string]field) (Article, error) {
	var a Article
	texts := map[string]*string{
		"title": &a.Title, "section": &a.Section, "source": &a.Source, "place": &a.Place, "author": &a.Author,
		"lang": &a.Lang, "url": &a.URL, "summary": &a.Summary, "direction": (*string)(&a.Direction),
	}
	for _, name := range names {
		for _, n := range name.usual {
			f, ok := fields[n]
			if !ok || f.value == nil {
				continue
			}
			if name.field == "published" {
				a.Published, ok = f.date()
			} else {
				var err error
				if *texts[name.field], err = f.text(name.field); err != nil {
					return a, in.fail(f.line, ErrFrontMatter, fmt.Errorf("%s: %w", n, err))
				}
			}
			if ok {
				break
			}
		}
	}
	var err error
	if f := fields["captions"]; f.value != nil {
		if a.Captions, err = f.captions(); err != nil {
			return a, in.fail(f.line, ErrFrontMatter, fmt.Errorf("captions: %w", err))
		}
	}
	if id, ok := fields["warraq"].value.(string); ok {
		a.Kept = &Kept{ID: id}
	}
	if f := fields["related"]; f.value != nil {
		if a.Related, err = f.related(); err != nil {
			return a, in.fail(f.line, ErrFrontMatter, fmt.Errorf("related: %w", err))
		}
	}
	return a, nil
}

var (
	errNotText = errors.New("a text is expected here")
	errNotList = errors.New("a list is expected here")
)

// text is a field's value as one text. Of a list of sections the first counts;
// authors are joined; a table stands for its name.
func (f field) text(name string) (string, error) {
	switch v := f.value.(type) {
	case string:
		return v, nil
	case time.Time:
		return v.Format(time.DateOnly), nil
	case map[string]field:
		if n, ok := v["name"]; ok {
			return n.text(name)
		}
	case []field:
		var all []string
		for _, item := range v {
			s, err := item.text(name)
			if err != nil {
				return "", err
			}
			all = append(all, s)
		}
		switch {
		case name == "author":
			return joinNames(all), nil
		case name == "section" && len(all) > 0:
			return all[0], nil
		case len(all) == 0:
			return "", nil
		}
	}
	return "", errNotText
}

// joinNames makes one text of several names, with the comma of their script.
func joinNames(all []string) string {
	comma := ", "
	if joined := strings.Join(all, ""); strings.ContainsFunc(joined, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		comma = "، "
	}
	return strings.Join(all, comma)
}

// date is a field's value as a time; what cannot be read is not known.
func (f field) date() (time.Time, bool) {
	switch v := f.value.(type) {
	case time.Time:
		return v, true
	case string:
		return date(v)
	}
	return time.Time{}, false
}

// captions are given as texts or as tables of text and after.
func (f field) captions() ([]Caption, error) {
	list, ok := f.value.([]field)
	if !ok {
		return nil, errNotList
	}
	var captions []Caption
	for _, item := range list {
		var c Caption
		switch v := item.value.(type) {
		case string:
			c.Text = v
		case map[string]field:
			c.Text, _ = v["text"].value.(string)
			if s, ok := v["after"].value.(string); ok {
				n, err := strconv.Atoi(s)
				if err != nil || n < 0 {
					return nil, fmt.Errorf("after: %q is not a number of paragraphs", s)
				}
				c.After = n
			}
		}
		if c.Text == "" {
			return nil, errNotText
		}
		captions = append(captions, c)
	}
	return captions, nil
}

// related are given as titles, addresses or tables of the fields of a card.
func (f field) related() ([]Related, error) {
	list, ok := f.value.([]field)
	if !ok {
		return nil, errNotList
	}
	var all []Related
	for _, item := range list {
		r := Related{Kind: ByAuthor}
		switch v := item.value.(type) {
		case string:
			if webAddress(v) {
				r.URL = v
			} else {
				r.Title = v
			}
		case map[string]field:
			for name, to := range map[string]*string{
				"key": &r.Key, "id": &r.ID, "url": &r.URL, "title": &r.Title, "section": &r.Section, "source": &r.Source,
				"author": &r.Author, "place": &r.Place, "summary": &r.Summary, "caption": &r.Caption,
			} {
				*to, _ = v[name].value.(string)
			}
			if kind, _ := v["kind"].value.(string); kind != "" {
				r.Kind = Kind(kind)
			}
		}
		if r.Title == "" && r.URL == "" && r.Key == "" {
			return nil, errNotText
		}
		all = append(all, r)
	}
	return all, nil
}

// webAddress tells an address on the web from a title, a path and what a program
// would have to open.
func webAddress(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && (strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http"))
}
