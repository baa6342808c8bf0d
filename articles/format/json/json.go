// Package json reads articles in JSON: Warraq's own, and objects with the usual names,
// one a line, in an array, or in an object that holds a list of them.
package json

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// isJSON tells JSON Lines, one JSON object or an array of them.
func isJSON(in *articles.Source) bool {
	text := strings.TrimSpace(in.Text())
	if text != "" && strings.ContainsRune("[{", rune(text[0])) && slices.Contains([]string{".json", ".jsonl", ".ndjson"}, in.Extension()) {
		return true // what its name says counts where it holds no articles
	}
	if inner, ok := strings.CutPrefix(text, "["); ok {
		text = strings.TrimSpace(inner)
		if strings.HasPrefix(text, "]") {
			return text == "]"
		}
	}
	inner, ok := strings.CutPrefix(text, "{")
	return ok && strings.HasPrefix(strings.TrimSpace(inner), `"`)
}

// readJSON reads JSON Lines, an array, or one object. The objects are Warraq's
// own (see [articles.JSON]), told by their "full", or flat ones with the usual names. A
// line of JSON Lines that is wrong does not stop the others.
func readJSON(in *articles.Source) ([]articles.Article, error) {
	text := strings.TrimSpace(in.Text())
	first, _, _ := strings.Cut(text, "\n")
	if text[0] == '{' && (json.Valid([]byte(first)) || isBrokenLines(text, first)) {
		return readLines(in)
	}
	d := json.NewDecoder(strings.NewReader(in.Text()))
	lineAt := func(offset int64) int { return 1 + strings.Count(in.Text()[:min(int(offset), len(in.Text()))], "\n") }
	if text[0] == '[' {
		_, _ = d.Token()
	}
	var list []articles.Article
	for d.More() {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			offset := d.InputOffset()
			if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
				offset = syntax.Offset
			}
			return list, in.Fail(lineAt(offset), articles.ErrJSON, err)
		}
		if int64(len(list)) >= in.Limits.Entries {
			return list, in.Fail(0, articles.ErrLimit, in.Limits.Over(articles.EntriesLimit))
		}
		found, err := fromJSON(raw)
		list = append(list, found...)
		if err != nil {
			return list, in.Fail(lineAt(d.InputOffset()-int64(len(raw))), articles.ErrJSON, err)
		}
	}
	if text[0] == '[' {
		if _, err := d.Token(); err != nil {
			return list, in.Fail(lineAt(d.InputOffset()), articles.ErrJSON, err)
		}
	}
	return list, nil
}

// isBrokenLines reports whether a text whose first line is broken is JSON Lines: each of
// those that follow begins an object of its own, and one of them at least ends it.
func isBrokenLines(text, first string) bool {
	if len(first) == len(text) || json.Valid([]byte(text)) {
		return false
	}
	whole := false
	for line := range strings.Lines(text[len(first):]) {
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" {
			continue
		}
		if line[0] != '{' {
			return false
		}
		whole = whole || json.Valid([]byte(line))
	}
	return whole
}

// isAction reports whether an object is a line of Elasticsearch's bulk format that says
// what to do with the next one.
func isAction(object map[string]any) bool {
	for _, name := range []string{"index", "create", "update", "delete"} {
		if inner, ok := object[name].(map[string]any); ok && len(object) == 1 {
			_, named := inner["_index"]
			_, numbered := inner["_id"]
			return named || numbered || len(inner) == 0
		}
	}
	return false
}

// unpackObject returns what an object of a database holds, which Elasticsearch keeps under a
// name of its own.
func unpackObject(object map[string]any) map[string]any {
	if inner, ok := object["_source"].(map[string]any); ok {
		return inner
	}
	return object
}

func readLines(in *articles.Source) ([]articles.Article, error) {
	var list []articles.Article
	var wrong []error
	n := 0
	for text := range strings.SplitSeq(in.Text(), "\n") {
		n++
		if strings.TrimSpace(text) == "" {
			continue
		}
		found, err := fromJSON([]byte(text))
		list = append(list, found...)
		if err != nil {
			wrong = append(wrong, in.Fail(n, articles.ErrJSON, err))
		}
	}
	return list, errors.Join(wrong...)
}

// fromJSON makes an article of one object, or articles of one that holds a list of
// them.
func fromJSON(raw []byte) ([]articles.Article, error) {
	var own struct {
		articles.JSON
		Full *bool `json:"full"`
	}
	err := json.Unmarshal(raw, &own)
	if own.Full == nil {
		return fromFlat(raw)
	}
	own.JSON.Full = *own.Full
	return []articles.Article{own.Article()}, err //nolint:wrapcheck // readJSON says where
}

// bodyNames are the names under which flat objects give a text.
var bodyNames = fields.PlainNames(
	"body", "content", "text", "articlebody", "article", "bodytext", "bodyhtml", "contenthtml", "fulltext", "maintext", "story", "html",
	"النص", "نص", "المحتوى", "المقال", "متن", "מתן", "טקסט",
)

// IsBody reports whether a name, as [fields.PlainName] writes it, is one under which flat
// objects give a text.
func IsBody(name string) bool { return slices.Contains(bodyNames, name) || name == "markdown" }

// fromFlat makes an article of an object with the usual names, or of each of those
// that stand in it.
func fromFlat(raw []byte) ([]articles.Article, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var object map[string]any
	if err := d.Decode(&object); err != nil {
		return nil, err //nolint:wrapcheck // readJSON says where
	}
	if isAction(object) {
		return nil, nil
	}
	object = unpackObject(object)
	fields := fields.Plain(fieldsOf(object))
	if !hasText(fields) {
		if list, source := listIn(object, 0); list != nil {
			return fromList(list, source)
		}
	}
	if isRemoved(object) {
		return nil, nil
	}
	a, err := fromPlain(fields)
	if err != nil {
		return nil, err
	}
	return []articles.Article{a}, nil
}

// fromList makes articles of objects; those that are none are left out, if any is
// one.
func fromList(list []any, source string) (all []articles.Article, err error) {
	for _, item := range list {
		object, ok := item.(map[string]any)
		if !ok || isRemoved(object) {
			continue
		}
		a, wrong := FromObject(object)
		if wrong != nil {
			err = wrong
			continue
		}
		text.Fill(&a.Source, source)
		all = append(all, a)
	}
	if len(all) > 0 {
		return all, nil
	}
	return nil, err
}

// listNames are the names under which an object with a title of its own has a list of
// articles, as a feed has.
var listNames = []string{"articles", "items", "entries", "posts", "stories", "news", "results", "data", "docs", "hits", "records", "rows", "channel", "feed", "response", "المقالات", "الأخبار", "مقالات", "أخبار"}

// listIn finds the list of articles in an object that is none itself, and whose
// they are.
func listIn(object map[string]any, depth int) (list []any, source string) {
	meta := fields.Plain(fieldsOf(object))
	title, _ := meta["title"].Value.(string)
	if depth > html.Deepest || hasText(meta) {
		return nil, ""
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if title != "" && !slices.Contains(listNames, fields.PlainName(name)) {
			continue
		}
		var found []any
		switch v := object[name].(type) {
		case []any:
			found = v
		case map[string]any:
			if inner, of := listIn(v, depth+1); inner != nil {
				text.Fill(&of, title)
				return inner, of
			}
		}
		if areArticles(found) {
			return found, title
		}
	}
	if values := inOrder(object); title == "" && areArticles(values) {
		return values, ""
	}
	return nil, ""
}

// inOrder gives the values of an object by their names.
func inOrder(object map[string]any) (values []any) {
	for _, name := range slices.Sorted(maps.Keys(object)) {
		values = append(values, object[name])
	}
	return values
}

// areArticles tells a list that begins with an object that has a title or a text.
func areArticles(list []any) bool {
	if len(list) == 0 {
		return false
	}
	object, ok := list[0].(map[string]any)
	if !ok {
		return false
	}
	_, err := FromObject(object)
	return err == nil
}

// hasText tells whether fields hold an article's text.
func hasText(fields map[string]fields.Field) bool {
	return slices.ContainsFunc(bodyNames, func(name string) bool {
		text, err := fields[name].Text("body")
		return err == nil && text != ""
	})
}

// fieldsOf takes over the values of an object.
func fieldsOf(object map[string]any) map[string]fields.Field {
	meta := map[string]fields.Field{}
	for name, v := range object {
		if f, ok := fields.FromJSON(v); ok {
			meta[strings.ToLower(name)] = f
		}
	}
	return meta
}

// FromObject makes an article of an object with the usual names. Its text is plain or
// HTML, but under "markdown". The values are as [json.Decoder] gives them.
func FromObject(object map[string]any) (articles.Article, error) {
	return fromPlain(fields.Plain(fieldsOf(unpackObject(object))))
}

// removedTitle is what stands in place of an article that NewsAPI no longer gives.
const removedTitle = "[Removed]"

func isRemoved(object map[string]any) bool { return object["title"] == removedTitle }

// cutShort is what NewsAPI puts behind a text of which it gives the beginning alone.
var cutShort = pattern.New(`\s*\[\+\d+ chars\]\s*$`)

// fromPlain makes an article of an object's fields by their plain names.
func fromPlain(meta map[string]fields.Field) (articles.Article, error) {
	if _, ok := meta["captions"].Value.([]fields.Field); !ok {
		delete(meta, "captions")
	}
	a, err := fields.ToArticle(&articles.Source{}, meta, nil)
	if err != nil {
		if wrong, ok := errors.AsType[*articles.InputError](err); ok {
			err = wrong.Why
		}
		return articles.Article{}, err
	}
	a.Title, a.Summary = html.PlainText(a.Title), html.PlainText(a.Summary)
	if text, ok := meta["markdown"].Value.(string); ok {
		a.Body = text
	}
	for _, name := range bodyNames {
		if text, err := meta[name].Text("body"); err == nil && a.Body == "" && text != "" {
			if err := html.SetText(&a, cutShort.ReplaceAllString(text, "")); err != nil {
				return a, err
			}
		}
	}
	if a.Title == "" && a.Body == "" {
		return articles.Article{}, fmt.Errorf("it has neither a title nor one of %s", strings.Join(bodyNames[:5], ", "))
	}
	if a.Published.Unix() == 0 {
		a.Published = time.Time{} // what programs write where they know none
	}
	a.Full = a.Body != ""
	return a, nil
}

// Format is JSON Lines, arrays and objects of articles.
var Format = articles.Format{Name: "JSON", Extensions: []string{".json", ".jsonl", ".ndjson"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !isJSON(src) {
		return nil, false, nil
	}
	list, err := readJSON(src)
	return list, true, err
}
