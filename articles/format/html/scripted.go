package html

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// Programs such as Next.js send a page with what it shows as JSON in a script, from which another
// script makes the page. Saved before that, it has its text there alone.

// scriptedData is the name under which what is known of a page has that JSON.
const scriptedData = "scripted"

// isPageData tells a script that holds what a page is made of.
func isPageData(n *html.Node) bool {
	return strings.EqualFold(Attribute(n, "type"), "application/json") && n.FirstChild != nil && (Attribute(n, "id") == "__NEXT_DATA__" || hasAttribute(n, "data-page"))
}

// scriptedNames are the names under which such an object has the text of an article.
var scriptedNames = []string{"body", "content", "html", "text", "articlebody", "bodyhtml", "contenthtml", "fulltext"}

// fromPageData fills in an article of which a page shows no text what the page's JSON says of the
// object that has its title and a text.
func fromPageData(a *articles.Article, script string) error {
	var data any
	if json.Unmarshal([]byte(script), &data) != nil {
		return nil //nolint:nilerr // what cannot be read is passed over, as browsers do
	}
	object, body := pageObject(data, a.Title, 0)
	if body == "" {
		return nil
	}
	meta := map[string]fields.Field{}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if f, ok := fields.FromJSON(object[name]); ok && strings.ToLower(name) != "related" {
			meta[strings.ToLower(name)] = f
		}
	}
	if said, err := fields.ToArticle(&articles.Source{}, meta, nil); err == nil {
		text.Fill(&a.Author, press.WriterName(said.Author, a))
		text.Fill(&a.Section, PlainText(said.Section))
		if a.Published.IsZero() {
			a.Published = said.Published
		}
	}
	return SetText(a, body)
}

// pageObject finds the object of a title among data, and returns it with its text: of several the
// one with the longest.
func pageObject(data any, title string, depth int) (object map[string]any, body string) {
	const deepest = 12
	if depth > deepest {
		return nil, ""
	}
	better := func(value any) {
		if o, b := pageObject(value, title, depth+1); len(b) > len(body) {
			object, body = o, b
		}
	}
	switch v := data.(type) {
	case []any:
		for _, item := range v {
			better(item)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) { // of two that are as long always the same
			better(v[name])
		}
		if b := objectText(v); len(b) > len(body) && isTitled(v, title) {
			object, body = v, b
		}
	}
	return object, body
}

// isTitled reports whether an object has a title.
func isTitled(object map[string]any, title string) bool {
	for name, value := range object {
		switch strings.ToLower(name) {
		case "title", "headline", "name":
			if s, ok := value.(string); ok && text.Same(PlainText(s), title) {
				return true
			}
		}
	}
	return false
}

// objectText returns the text of an object, "" for none: as it is, or that of each of its blocks.
func objectText(object map[string]any) (longest string) {
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if !slices.Contains(scriptedNames, strings.ReplaceAll(strings.ToLower(name), "_", "")) {
			continue
		}
		if s := blocksText(object[name]); len(s) > len(longest) {
			longest = s
		}
	}
	if text.CountWords(longest) < press.SentenceLong {
		return ""
	}
	return longest
}

// blocksText returns a text, or the paragraphs of a list of blocks that say theirs under a name of
// a text.
func blocksText(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case []any:
		var all []string
		for _, item := range v {
			block, _ := item.(map[string]any)
			for _, name := range []string{"html", "text", "content", "value"} {
				if s, ok := block[name].(string); ok && s != "" {
					all = append(all, "<p>"+s+"</p>")
					break
				}
			}
		}
		return strings.Join(all, "\n")
	}
	return ""
}

// isWaiting tells a page that shows nothing but a few words in the element that a script fills.
func isWaiting(document *html.Node) bool {
	const longest = 5 // words
	body := Find(document, atom.Body)
	if body == nil {
		return false
	}
	for n := range body.ChildNodes() {
		if n.DataAtom != atom.Div {
			continue
		}
		switch Attribute(n, "id") {
		case "__next", "__nuxt", "app", "root":
			s := shortText(n)
			return text.CountWords(s) <= longest && (s != "" || !hasText(n)) && !text.EndsSentence(strings.TrimRight(s, ".…")) && Find(n, atom.Img) == nil && Find(n, atom.A) == nil
		}
	}
	return false
}
