package articles

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// isJSON tells JSON Lines, one JSON object or an array of them.
func isJSON(in *source) bool {
	text := strings.TrimSpace(in.text)
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
// own (see [JSON]), told by their "full", or flat ones with the usual names. A
// line of JSON Lines that is wrong does not stop the others.
func readJSON(in *source) ([]Article, error) {
	text := strings.TrimSpace(in.text)
	first, _, _ := strings.Cut(text, "\n")
	if text[0] == '{' && json.Valid([]byte(first)) {
		return readLines(in)
	}
	d := json.NewDecoder(strings.NewReader(in.text))
	lineAt := func(offset int64) int { return 1 + strings.Count(in.text[:min(int(offset), len(in.text))], "\n") }
	if text[0] == '[' {
		_, _ = d.Token()
	}
	var list []Article
	for d.More() {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			offset := d.InputOffset()
			if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
				offset = syntax.Offset
			}
			return list, in.fail(lineAt(offset), ErrJSON, err)
		}
		found, err := fromJSON(raw)
		list = append(list, found...)
		if err != nil {
			return list, in.fail(lineAt(d.InputOffset()-int64(len(raw))), ErrJSON, err)
		}
	}
	if text[0] == '[' {
		if _, err := d.Token(); err != nil {
			return list, in.fail(lineAt(d.InputOffset()), ErrJSON, err)
		}
	}
	return list, nil
}

func readLines(in *source) ([]Article, error) {
	var list []Article
	var wrong []error
	n := 0
	for text := range strings.SplitSeq(in.text, "\n") {
		n++
		if strings.TrimSpace(text) == "" {
			continue
		}
		found, err := fromJSON([]byte(text))
		list = append(list, found...)
		if err != nil {
			wrong = append(wrong, in.fail(n, ErrJSON, err))
		}
	}
	return list, errors.Join(wrong...)
}

// fromJSON makes an article of one object, or articles of one that holds a list of
// them.
func fromJSON(raw []byte) ([]Article, error) {
	var own struct {
		JSON
		Full *bool `json:"full"`
	}
	err := json.Unmarshal(raw, &own)
	if own.Full == nil {
		return fromFlat(raw)
	}
	own.JSON.Full = *own.Full
	return []Article{own.Article()}, err //nolint:wrapcheck // readJSON says where
}

// bodies are the names under which flat objects give a text.
var bodies = inPlain([]fieldNames{{"body", []string{
	"body", "content", "text", "articlebody", "article", "bodytext", "bodyhtml", "contenthtml", "fulltext", "maintext", "story", "html",
	"النص", "نص", "المحتوى", "المقال", "متن", "מתן", "טקסט",
}}})[0].usual

// fromFlat makes an article of an object with the usual names, or of each of those
// that stand in it.
func fromFlat(raw []byte) ([]Article, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var object map[string]any
	if err := d.Decode(&object); err != nil {
		return nil, err //nolint:wrapcheck // readJSON says where
	}
	fields := plainNames(fieldsOf(object))
	if !hasText(fields) {
		if list, source := listIn(object, 0); list != nil {
			return fromList(list, source)
		}
	}
	a, err := fromPlain(fields)
	if err != nil {
		return nil, err
	}
	return []Article{a}, nil
}

// fromList makes articles of objects; those that are none are left out, if any is
// one.
func fromList(list []any, source string) (all []Article, err error) {
	for _, item := range list {
		object, ok := item.(map[string]any)
		if !ok {
			continue
		}
		a, wrong := fromObject(object)
		if wrong != nil {
			err = wrong
			continue
		}
		fill(&a.Source, source)
		all = append(all, a)
	}
	if len(all) > 0 {
		return all, nil
	}
	return nil, err
}

// lists are the names under which an object with a title of its own has a list of
// articles, as a feed has.
var lists = []string{"articles", "items", "entries", "posts", "stories", "news", "results", "data", "docs", "hits", "records", "rows", "channel", "feed", "response", "المقالات", "الأخبار", "مقالات", "أخبار"}

// listIn finds the list of articles in an object that is none itself, and whose
// they are.
func listIn(object map[string]any, depth int) (list []any, source string) {
	fields := plainNames(fieldsOf(object))
	title, _ := fields["title"].value.(string)
	if depth > deepest || hasText(fields) {
		return nil, ""
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if title != "" && !slices.Contains(lists, plainName(name)) {
			continue
		}
		var found []any
		switch v := object[name].(type) {
		case []any:
			found = v
		case map[string]any:
			if inner, of := listIn(v, depth+1); inner != nil {
				fill(&of, title)
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
	_, err := fromObject(object)
	return err == nil
}

// hasText tells whether fields hold an article's text.
func hasText(fields map[string]field) bool {
	return slices.ContainsFunc(bodies, func(name string) bool {
		text, err := fields[name].text("body")
		return err == nil && text != ""
	})
}

// fieldsOf takes over the values of an object.
func fieldsOf(object map[string]any) map[string]field {
	fields := map[string]field{}
	for name, v := range object {
		if f, ok := fromValue(v); ok {
			fields[strings.ToLower(name)] = f
		}
	}
	return fields
}

// fromObject makes an article of an object with the usual names. Its text is
// plain or HTML, but under "markdown".
func fromObject(object map[string]any) (Article, error) {
	return fromPlain(plainNames(fieldsOf(object)))
}

// fromPlain makes an article of an object's fields by their plain names.
func fromPlain(fields map[string]field) (Article, error) {
	if _, ok := fields["captions"].value.([]field); !ok {
		delete(fields, "captions")
	}
	a, err := fromFields(&source{}, fields)
	if err != nil {
		if wrong, ok := errors.AsType[*InputError](err); ok {
			err = wrong.Why
		}
		return Article{}, err
	}
	a.Title, a.Summary = plainText(a.Title), plainText(a.Summary)
	if text, ok := fields["markdown"].value.(string); ok {
		a.Body = text
	}
	for _, name := range bodies {
		if text, err := fields[name].text("body"); err == nil && a.Body == "" && text != "" {
			if err := a.setText(text); err != nil {
				return a, err
			}
		}
	}
	if a.Title == "" && a.Body == "" {
		return Article{}, fmt.Errorf("it has neither a title nor one of %s", strings.Join(bodies[:5], ", "))
	}
	a.Full = a.Body != ""
	return a, nil
}

// fromValue takes over a value of JSON. Numbers under a date's name are seconds
// or milliseconds since 1970.
func fromValue(v any) (field, bool) {
	switch v := v.(type) {
	case string:
		return field{value: v}, true
	case json.Number:
		return field{value: epoch(v)}, true
	case []any:
		var list []field
		for _, item := range v {
			if f, ok := fromValue(item); ok {
				list = append(list, f)
			}
		}
		return field{value: list}, true
	case map[string]any:
		m := map[string]field{}
		for name, item := range v {
			if f, ok := fromValue(item); ok {
				m[strings.ToLower(name)] = f
			}
		}
		return field{value: m}, true
	}
	return field{}, false
}

// epoch gives a number as it stands, and as a time where it is of a size that
// no year is.
func epoch(n json.Number) any {
	seconds, err := n.Float64()
	const from, to = 1e8, 1e11 // 1973 to 5138, in seconds
	switch {
	case err != nil || seconds < from:
		return n.String()
	case seconds < to:
		return time.Unix(int64(seconds), 0).UTC()
	}
	return time.UnixMilli(int64(seconds)).UTC()
}
