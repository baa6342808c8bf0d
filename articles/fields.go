package articles

import (
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"warraq/articles/dates"
	"warraq/articles/text"
)

// fromFields makes an article of front matter. Names that it does not know are
// left alone, and so is, but for the title, what is not of the kind that it looks
// for: there are programs that mean something else by the same name.
func fromFields(in *source, fields map[string]field) (Article, error) {
	var a Article
	texts := map[string]*string{
		"title": &a.Title, "section": &a.Section, "source": &a.Source, "place": &a.Place, "author": &a.Author,
		"lang": &a.Lang, "url": &a.URL, "summary": &a.Summary, "direction": (*string)(&a.Direction),
	}
	fields = plainNames(fields)
	a.Kept = keptIn(fields)
	for _, name := range names {
		for _, n := range name.usual {
			f, ok := fields[n]
			if !ok || f.value == nil {
				continue
			}
			if name.field == "published" {
				if a.Published, ok = f.date(); ok {
					break
				}
				continue
			}
			s, err := f.text(name.field)
			switch {
			case err != nil && name.field == "title":
				return a, in.fail(f.line, ErrFrontMatter, fmt.Errorf("%s: %w", n, err))
			case err != nil || name.field == "url" && !webAddress(text.CleanLine(s)):
				continue
			}
			*texts[name.field] = s
			break
		}
	}
	var err error
	if f := fields["captions"]; f.value != nil {
		if a.Captions, err = f.captions(); err != nil {
			return a, in.fail(f.line, ErrFrontMatter, fmt.Errorf("captions: %w", err))
		}
	}
	for _, name := range []string{"related", "seealso", "relatednotes", "relatedarticles"} {
		a.Related = append(a.Related, fields[name].related(in.near)...)
	}
	return a, nil
}

var (
	errNotText = errors.New("a text is expected here")
	errNotList = errors.New("a list is expected here")
)

// textNames are the names under which a table gives what it stands for.
var textNames = []string{"name", "rendered", "title", "text", "value", "label", "displayname", "#text", "$t", "_"}

// text is a field's value as one text. Of a list of sections the first counts;
// authors and paragraphs are joined; a table stands for its name.
func (f field) text(name string) (string, error) {
	switch v := f.value.(type) {
	case string:
		return v, nil
	case time.Time:
		return v.Format(time.DateOnly), nil
	case map[string]field:
		for _, n := range textNames {
			if inner, ok := v[n]; ok {
				return inner.text(name)
			}
		}
	case []field:
		var all []string
		for _, item := range v {
			if s, err := item.text(name); err == nil && s != "" {
				all = append(all, s)
			}
		}
		switch {
		case len(all) == 0 && len(v) > 0:
			return "", errNotText
		case len(all) == 0:
			return "", nil
		case name == "author":
			return joinNames(all), nil
		case name == "body":
			return strings.Join(all, "\n\n"), nil
		case name != "title" && (name == "section" || len(all) == 1):
			return all[0], nil
		case name == "source":
			return joinNames(all), nil
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

// date is a field's value as a time; what cannot be read is not known. Databases
// write times as tables, programs as the seconds since 1970.
func (f field) date() (time.Time, bool) {
	switch v := f.value.(type) {
	case time.Time:
		return v, true
	case string:
		if sinceEpoch.MatchString(v) {
			t, ok := epoch(json.Number(v)).(time.Time)
			return t, ok
		}
		return dates.Parse(v)
	case map[string]field:
		for _, name := range []string{"$date", "$numberlong", "date", "iso", "value"} {
			if inner, ok := v[name]; ok {
				return inner.date()
			}
		}
	}
	return time.Time{}, false
}

// sinceEpoch is a number of seconds or of milliseconds.
var sinceEpoch = regexp.MustCompile(`^\d{10}(?:\d{3})?$`)

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
func (f field) related(near *neighbours) []Related {
	list, ok := f.value.([]field)
	if !ok {
		list = []field{f}
		if text, _ := f.value.(string); text == "true" || text == "false" {
			return nil // whether other articles are to be shown
		}
	}
	var all []Related
	for _, item := range list {
		r := Related{Kind: ByAuthor}
		switch v := item.value.(type) {
		case string:
			r.Title = near.pointed(v)
			if webAddress(v) {
				r.URL, r.Title = v, ""
			}
		case []field: // [[…]] without quotation marks is a list of lists in YAML
			for _, inner := range v {
				if deeper, ok := inner.value.([]field); ok && len(deeper) == 1 {
					inner = deeper[0]
				}
				if name, ok := inner.value.(string); ok {
					all = append(all, Related{Kind: ByAuthor, Title: near.pointed(name)})
				}
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
		if r.Title != "" || r.URL != "" || r.Key != "" {
			all = append(all, r)
		}
	}
	return all
}

// pointed is the title of the note that a link of Obsidian leads to, or what the
// link says; of any other text it is the text.
func (n *neighbours) pointed(s string) string {
	inner, ok := strings.CutPrefix(strings.TrimSpace(s), "[[")
	if !ok {
		return s
	}
	inner, _, _ = strings.Cut(inner, "]]")
	name, alias, _ := strings.Cut(inner, "|")
	name, _, _ = strings.Cut(name, "#")
	if n != nil {
		if file, ok := n.named(name); ok {
			return n.title(file)
		}
	}
	if alias != "" {
		return alias
	}
	return strings.TrimSuffix(path.Base(name), ".md")
}

// webAddress tells an address on the web from a title, a path and what a program
// would have to open.
func webAddress(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && (strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http"))
}
