// Package fields makes articles of fields: of front matter, of objects of JSON, of what
// a web page says of itself. It knows the names that programs and languages give them.
package fields

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/text"
)

// ToArticle makes an article of named values, such as front matter, and returns it. Names that it does not know are
// left alone, and so is, but for the title, what is not of the kind that it looks
// for: there are programs that mean something else by the same name.
func ToArticle(in *articles.Source, fields map[string]Field, titles Titles) (articles.Article, error) {
	var a articles.Article
	texts := map[string]*string{
		"title": &a.Title, "section": &a.Section, "source": &a.Source, "place": &a.Place, "author": &a.Author,
		"lang": &a.Lang, "url": &a.URL, "summary": &a.Summary, "direction": (*string)(&a.Direction), "guid": &a.GUID,
	}
	from := ""
	fields = Plain(fields)
	a.Kept = keptIn(fields)
	for _, name := range knownNames() {
		for _, n := range name.usual {
			f, ok := fields[n]
			if !ok || f.Value == nil {
				continue
			}
			if _, table := f.Value.(map[string]Field); (n == "feed" || n == "origin") && !table {
				continue // the address of a feed, and not what it is called
			}
			if name.field == "published" {
				if a.Published, ok = f.date(); ok {
					break
				}
				continue
			}
			s, err := f.Text(name.field)
			switch {
			case err != nil && name.field == "title":
				return a, in.Fail(f.Line, articles.ErrFrontMatter, fmt.Errorf("%s: %w", n, err))
			case err != nil || name.field == "url" && !articles.IsWebAddress(text.CleanLine(s)):
				continue
			case name.field == "source" && articles.IsWebAddress(text.CleanLine(s)):
				from = s // the page that it was taken from
				continue
			}
			*texts[name.field] = s
			break
		}
	}
	if _, own := fields["warraq"]; !own { // an export of our own says them as they are
		a.Author = splitNames(a.Author)
	}
	text.Fill(&a.URL, from)
	a.Section, a.Tags = sectionAndTags(fields, a.Section)
	var err error
	if f := fields["captions"]; f.Value != nil {
		if a.Captions, err = f.captions(); err != nil {
			return a, in.Fail(f.Line, articles.ErrFrontMatter, fmt.Errorf("captions: %w", err))
		}
	}
	for _, name := range []string{"related", "seealso", "relatednotes", "relatedarticles"} {
		a.Related = append(a.Related, fields[name].related(titles)...)
	}
	return a, nil
}

var (
	errNotText = errors.New("a text is expected here")
	errNotList = errors.New("a list is expected here")
)

// textNames are the names under which a table gives what it stands for.
var textNames = []string{"name", "rendered", "title", "text", "value", "label", "displayname", "original", "main", "term", "#text", "$t", "_"}

// bodyParts are the names under which a table that is a text gives it, besides those.
var bodyParts = map[string][]string{"body": {"content", "html", "body", "plaintext"}}

// Text is a field's value as one text. Of a list of sections the first counts;
// authors and paragraphs are joined; a table stands for its name.
func (f Field) Text(name string) (string, error) {
	switch v := f.Value.(type) {
	case string:
		if name == "body" || name == "title" {
			return v, nil
		}
		if name == "section" {
			return readerLabel(linkText(v)), nil
		}
		return linkText(v), nil
	case time.Time:
		return v.Format(time.DateOnly), nil
	case map[string]Field:
		if name == "url" {
			for _, n := range []string{"@id", "url", "href"} {
				if s, ok := v[n].Value.(string); ok {
					return s, nil
				}
			}
		}
		for _, n := range append(bodyParts[name], textNames...) {
			if inner, ok := v[n]; ok {
				return inner.Text(name)
			}
		}
	case []Field:
		var all []string
		for _, item := range v {
			if s, err := item.Text(name); err == nil && s != "" {
				all = append(all, s)
			}
		}
		switch {
		case len(all) == 0 && len(v) > 0:
			return "", errNotText
		case len(all) == 0:
			return "", nil
		case name == "author":
			return JoinNames(all), nil
		case name == "body":
			return strings.Join(all, "\n\n"), nil
		case name == "section" || len(all) == 1 && (name != "title" || len(v) == 1):
			return all[0], nil
		case name == "source":
			return JoinNames(all), nil
		}
	}
	return "", errNotText
}

// JoinNames makes one text of several names, with the comma of their script, or a semicolon where
// one has a comma in it, and returns it.
func JoinNames(all []string) string {
	comma := ", "
	if joined := strings.Join(all, ""); strings.Contains(joined, ",") {
		comma = "; "
	} else if strings.ContainsFunc(joined, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		comma = "، "
	}
	return strings.Join(all, comma)
}

// nameEnds part the names of several people.
var nameEnds = strings.NewReplacer("،", "\n", "؛", "\n", ";", "\n")

// SplitNames returns the names that [JoinNames] or a person made one text of. A comma of Latin
// script parts only names of several words: it stands within names, too ("Nasser, Salma").
func SplitNames(line string) (names []string) {
	for part := range strings.SplitSeq(nameEnds.Replace(line), "\n") {
		parted := strings.Split(part, ",")
		if slices.ContainsFunc(parted, func(name string) bool { return len(strings.Fields(name)) == 1 }) {
			parted = []string{part}
		}
		for _, name := range parted {
			if name = strings.TrimSpace(name); name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}

// date is a field's value as a time; what cannot be read is not known. Databases
// write times as tables, programs as the seconds since 1970.
func (f Field) date() (time.Time, bool) {
	switch v := f.Value.(type) {
	case time.Time:
		return v, true
	case string:
		return dates.Stamp(v)
	case map[string]Field:
		for _, name := range timeNames {
			if inner, ok := v[name]; ok {
				return inner.date()
			}
		}
	case []Field:
		return dateInList(v)
	}
	return time.Time{}, false
}

// timeNames are the names under which a table that is a time gives it: MongoDB's, Firestore's.
var timeNames = []string{"$date", "$numberlong", "date", "iso", "value", "_seconds", "seconds", "time", "datetime", "timestamp", "utc", "gmt", "published", "rendered"}

// dateInList reads a list that is one date, or the year, the month, the day and the time of
// day in numbers, as programs in Java and Python write it.
func dateInList(list []Field) (time.Time, bool) {
	if len(list) == 1 {
		return list[0].date()
	}
	const parts = 6
	n := [parts]int{}
	for i, f := range list[:min(len(list), parts)] {
		s, _ := f.Value.(string)
		var err error
		if n[i], err = strconv.Atoi(s); err != nil {
			return time.Time{}, false
		}
	}
	t := time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], 0, time.UTC)
	return t, n[0] > 1000 && n[1] == int(t.Month()) && n[2] == t.Day()
}

// captions are given as texts or as tables of text and after.
func (f Field) captions() ([]articles.Caption, error) {
	list, ok := f.Value.([]Field)
	if !ok {
		return nil, errNotList
	}
	var captions []articles.Caption
	for _, item := range list {
		var c articles.Caption
		switch v := item.Value.(type) {
		case string:
			c.Text = v
		case map[string]Field:
			c.Text, _ = v["text"].Value.(string)
			if s, ok := v["after"].Value.(string); ok {
				n, err := strconv.Atoi(s)
				if err != nil || n < 0 {
					return nil, fmt.Errorf("after: %q is not a number of paragraphs", s)
				}
				c.After = n
			}
		default:
			return nil, errNotText
		}
		if text.CleanLine(c.Text) != "" {
			captions = append(captions, c)
		}
	}
	return captions, nil
}

// related are given as titles, addresses, links of Obsidian or tables of the
// fields of a card, or as one of them.
func (f Field) related(titles Titles) []articles.Related {
	list, ok := f.Value.([]Field)
	if !ok {
		list = []Field{f}
		if text, _ := f.Value.(string); text == "true" || text == "false" {
			return nil // whether other articles are to be shown
		}
	}
	var all []articles.Related
	for _, item := range list {
		r := articles.Related{Kind: articles.ByAuthor}
		switch v := item.Value.(type) {
		case string:
			r.Title = titles.pointed(v)
			if articles.IsWebAddress(v) {
				r.URL, r.Title = v, ""
			}
		case []Field: // [[…]] without quotation marks is a list of lists in YAML
			for _, inner := range v {
				if deeper, ok := inner.Value.([]Field); ok && len(deeper) == 1 {
					inner = deeper[0]
				}
				if name, ok := inner.Value.(string); ok {
					all = append(all, articles.Related{Kind: articles.ByAuthor, Title: titles.pointed(name)})
				}
			}
		case map[string]Field:
			for name, to := range map[string]*string{
				"key": &r.Key, "id": &r.ID, "url": &r.URL, "title": &r.Title, "section": &r.Section, "source": &r.Source,
				"author": &r.Author, "place": &r.Place, "summary": &r.Summary, "caption": &r.Caption,
			} {
				*to, _ = v[name].Value.(string)
			}
			if kind, _ := v["kind"].Value.(string); kind != "" {
				r.Kind = articles.Kind(kind)
			}
		}
		if r.Title != "" || r.URL != "" || r.Key != "" {
			all = append(all, r)
		}
	}
	return all
}

// Titles gives the title of the note that a name in a link of Obsidian leads to, and
// whether there is one; a nil one knows none.
type Titles func(name string) (title string, ok bool)

// pointed is the title of the note that a link of Obsidian leads to, or what the
// link says; of any other text it is the text.
func (titles Titles) pointed(s string) string {
	inner, ok := strings.CutPrefix(strings.TrimSpace(s), "[[")
	if !ok {
		return s
	}
	inner, _, _ = strings.Cut(inner, "]]")
	name, alias, _ := strings.Cut(inner, "|")
	name, _, _ = strings.Cut(name, "#")
	if titles != nil {
		if title, ok := titles(name); ok {
			return title
		}
	}
	if alias != "" {
		return alias
	}
	return strings.TrimSuffix(path.Base(name), ".md")
}
