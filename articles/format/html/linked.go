package html

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// What JSON-LD gives beside the fields of front matter: the whole text, that the page is
// written while things happen, and when its video was put there.
const linkedText, linkedLive, linkedUpload = "articlebody", "live", "uploaded"

// fromLinkedData takes over the article in a script of JSON-LD, of a page with that
// title. What cannot be
// read is passed over, as browsers do.
func fromLinkedData(script, title string, set func(string, any)) {
	data, ok := linkedData(script)
	if !ok {
		return
	}
	things := map[string]map[string]any{}
	gather(data, things, 0)
	object := linkedArticle(data, 0)
	if name, _ := object["name"].(string); name != "" && strings.HasPrefix(title, name) && !isPrefix(object["headline"], title) {
		object["headline"] = name // where the headline is something else, as Wikipedia has it
	}
	for _, names := range [][2]string{
		{"headline", "title"}, {"name", "title"}, {"articleSection", "section"}, {"publisher", "source"}, {"author", "author"},
		{"datePublished", "published"}, {"inLanguage", "lang"}, {"url", "url"}, {"mainEntityOfPage", "url"}, {"description", "summary"},
		{"dateline", "place"}, {"contentLocation", "place"}, {"locationCreated", "place"}, {"articleBody", linkedText},
	} {
		if f, ok := fields.FromJSON(resolveValue(object[names[0]], names[1], things)); ok {
			if s, err := f.Text(names[1]); err == nil {
				set(names[1], text.CleanText(html.UnescapeString(s)))
			}
		}
	}
	if isLive(object["@type"]) {
		set(linkedLive, "true")
	}
	if object == nil {
		if s, ok := linkedPage(data)["datePublished"].(string); ok {
			set("published", s)
		}
	}
	if day := uploadOf(data, 0); day != "" {
		set(linkedUpload, day)
	}
	if object != nil || isType(data, "BreadcrumbList") {
		set("section", breadcrumbSection(data, object, 0))
	}
}

// uploadOf gives when the first video that JSON-LD describes was put on its page, "" for none.
func uploadOf(data any, depth int) string {
	if depth > Deepest {
		return ""
	}
	switch v := data.(type) {
	case []any:
		for _, item := range v {
			if day := uploadOf(item, depth+1); day != "" {
				return day
			}
		}
	case map[string]any:
		if isType(v, "VideoObject") {
			day, _ := v["uploadDate"].(string)
			return day
		}
		for _, name := range []string{"@graph", "mainEntity", "video"} {
			if day := uploadOf(v[name], depth+1); day != "" {
				return day
			}
		}
	}
	return ""
}

// linkedPage finds the page among the things that JSON-LD describes.
func linkedPage(data any) map[string]any {
	v, _ := data.(map[string]any)
	if isType(data, "WebPage") {
		return v
	}
	things, _ := v["@graph"].([]any)
	if list, ok := data.([]any); ok {
		things = list
	}
	for _, thing := range things {
		if page, ok := thing.(map[string]any); ok && isType(page, "WebPage") {
			return page
		}
	}
	return nil
}

// isPrefix tells whether a title begins with a value.
func isPrefix(value any, title string) bool {
	text, ok := value.(string)
	return ok && strings.HasPrefix(title, text)
}

// linkedData reads a script of JSON-LD, also one that holds line ends in its
// strings, as many do.
func linkedData(script string) (data any, ok bool) {
	script = strings.TrimSpace(script)
	for _, around := range []string{"//<![CDATA[", "<![CDATA[", "//]]>", "]]>"} {
		script = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(script, around), around))
	}
	if json.Unmarshal([]byte(script), &data) == nil {
		return data, true
	}
	spaced := strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, script)
	return data, json.Unmarshal([]byte(spaced), &data) == nil
}

// Deepest is how deep things stand in one another: a page nests them a few levels.
const Deepest = 5

// gather finds the things that say more than their names, by these.
func gather(data any, things map[string]map[string]any, depth int) {
	switch v := data.(type) {
	case []any:
		for _, item := range v {
			if depth < Deepest {
				gather(item, things, depth+1)
			}
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && v["name"] != nil {
			if _, known := things[id]; !known {
				things[id] = v
			}
		}
		for _, item := range v {
			if depth < Deepest {
				gather(item, things, depth+1)
			}
		}
	}
}

// resolveValue gives what a value stands for, for a field: the thing that it names,
// a language's tag, a page's address.
func resolveValue(value any, to string, things map[string]map[string]any) any {
	switch v := value.(type) {
	case []any:
		all := make([]any, len(v))
		for i, item := range v {
			all[i] = resolveValue(item, to, things)
		}
		return all
	case map[string]any:
		id, _ := v["@id"].(string)
		switch {
		case to == "lang" && v["alternateName"] != nil:
			return v["alternateName"]
		case to == "url":
			return id
		case v["name"] == nil && things[id] != nil:
			return things[id]
		}
	}
	return value
}

// breadcrumbSection gives the last step of a path of sections that is neither the first page
// nor the article.
func breadcrumbSection(data any, article map[string]any, depth int) string {
	if depth > Deepest {
		return ""
	}
	switch v := data.(type) {
	case []any:
		for _, item := range v {
			if found := breadcrumbSection(item, article, depth+1); found != "" {
				return found
			}
		}
	case map[string]any:
		if isType(v, "BreadcrumbList") {
			steps, _ := v["itemListElement"].([]any)
			return lastStep(steps, article)
		}
		for _, name := range []string{"@graph", "breadcrumb"} {
			if found := breadcrumbSection(v[name], article, depth+1); found != "" {
				return found
			}
		}
	}
	return ""
}

// lastStep is that of a list of steps.
func lastStep(steps []any, article map[string]any) string {
	title, _ := article["headline"].(string)
	section := ""
	for i, step := range steps {
		s, _ := step.(map[string]any)
		name, _ := s["name"].(string)
		if item, ok := s["item"].(map[string]any); ok && name == "" {
			name, _ = item["name"].(string)
		}
		name = text.CleanLine(html.UnescapeString(name))
		if i > 0 && name != "" && text.CountWords(name) <= press.MaxSection+1 && !text.Same(name, title) && !slices.Contains(press.Homes(), text.Key(name)) {
			section = name
		}
	}
	return section
}

// isType tells whether JSON-LD describes a thing of a type.
func isType(data any, name string) bool {
	v, ok := data.(map[string]any)
	if !ok {
		return false
	}
	switch t := v["@type"].(type) {
	case string:
		return t == name
	case []any:
		return slices.Contains(t, any(name))
	}
	return false
}

// isLive tells a page that is written while things happen.
func isLive(t any) bool {
	switch v := t.(type) {
	case string:
		return v == "LiveBlogPosting"
	case []any:
		return slices.ContainsFunc(v, isLive)
	}
	return false
}

// linkedArticle finds the article among the things that JSON-LD describes. A
// page nests them a few levels deep at most.
func linkedArticle(data any, depth int) map[string]any {
	if depth > Deepest {
		return nil
	}
	switch v := data.(type) {
	case []any:
		for _, item := range v {
			if found := linkedArticle(item, depth+1); found != nil {
				return found
			}
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			return v
		}
		for _, name := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if found := linkedArticle(v[name], depth+1); found != nil {
				return found
			}
		}
	}
	return nil
}

// isArticleType tells the types of schema.org that are articles.
func isArticleType(t any) bool {
	switch v := t.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "BlogPosting") || v == "Report"
	case []any:
		return slices.ContainsFunc(v, isArticleType)
	}
	return false
}
