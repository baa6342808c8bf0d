// Package json reads articles in JSON: Warraq's own, and objects with the usual names,
// one a line, in an array, or in an object that holds a list of them.
package json

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/jsontext"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
)

// isJSON tells JSON Lines, one JSON object or an array of them.
func isJSON(in *articles.Source) bool {
	text := jsontext.SkipBlank(in.Text())
	if text != "" && slices.Contains(lineExtensions, in.Extension()) && holdsLine(text) {
		return true
	}
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

// lineExtensions are those of JSON Lines.
var lineExtensions = []string{".jsonl", ".ndjson"}

// holdsLine reports whether one of the first lines of a text is an object or a string of JSON, whatever
// stands before it.
func holdsLine(text string) bool {
	const looked = 4 // lines
	n := 0
	for line := range strings.Lines(text) {
		if n++; n > looked {
			return false
		}
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "{") && json.Valid([]byte(line)) || strings.HasPrefix(line, `"`) && json.Valid([]byte(line)) {
			return true
		}
	}
	return false
}

// readJSON reads JSON Lines, an array, or one object. The objects are Warraq's
// own (see [articles.JSON]), told by their "full", or flat ones with the usual names. A
// line of JSON Lines that is wrong does not stop the others.
func readJSON(in *articles.Source) ([]articles.Article, error) {
	text := strings.TrimSpace(in.Text())
	first, _, _ := strings.Cut(text, "\n")
	if begin := jsontext.SkipBlank(text); begin == "" || begin[0] != '[' && (isValid(first) || begin[0] != '{' || isBrokenLines(text, first)) {
		return readLines(in)
	}
	return readValues(in)
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
		whole = whole || isValid(line)
	}
	return whole
}

// isValid reports whether a line is JSON, or is JSON but for what is mended.
func isValid(line string) bool {
	return json.Valid([]byte(line)) || json.Valid([]byte(jsontext.Tidy(line)))
}

func readLines(in *articles.Source) ([]articles.Article, error) {
	var list []articles.Article
	var wrong []error
	n, numbers := 0, true // what stands where numbers are is one, so far
	for text := range strings.SplitSeq(in.Text(), "\n") {
		n++
		if !json.Valid([]byte(text)) {
			if tidied, noNumber := jsontext.TidyNumbers(text); json.Valid([]byte(tidied)) || strings.TrimSpace(tidied) == "" {
				if text = tidied; noNumber >= 0 && numbers {
					numbers, wrong = false, append(wrong, in.Fail(n, articles.ErrNoNumber, nil))
				}
			}
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		found, err := fromJSON(in, []byte(text))
		list = append(list, found...)
		if err != nil {
			wrong = append(wrong, in.Fail(n, articles.ErrJSON, err))
		}
	}
	return list, errors.Join(wrong...)
}

// fromJSON makes an article of one object, or articles of one that holds a list of
// them or a feed.
func fromJSON(in *articles.Source, raw []byte) ([]articles.Article, error) {
	var own struct {
		articles.JSON
		Full *bool `json:"full"`
	}
	err := json.Unmarshal(raw, &own)
	if own.Full == nil {
		return fromFlat(in, raw)
	}
	own.JSON.Full = *own.Full
	return []articles.Article{own.Article()}, err //nolint:wrapcheck // readJSON says where
}

// bodyNames are the names under which flat objects give a text.
var bodyNames = fields.PlainNames(
	"body", "content", "text", "articlebody", "article", "contenttext", "bodytext", "plaintext", "bodyhtml", "contenthtml", "fulltext", "maintext", "story", "html",
	"النص", "نص", "المحتوى", "المقال", "متن", "מתן", "טקסט",
)

// IsBody reports whether a name, as [fields.PlainName] writes it, is one under which flat
// objects give a text.
func IsBody(name string) bool { return slices.Contains(bodyNames, name) || name == "markdown" }

// fromFlat makes an article of an object with the usual names, or of each of those
// that stand in it.
func fromFlat(in *articles.Source, raw []byte) ([]articles.Article, error) {
	if raw = bytes.TrimSpace(raw); len(raw) > 0 && raw[0] == '"' {
		var s string
		if err := json.Unmarshal(raw, &s); err != nil {
			return nil, err //nolint:wrapcheck // readJSON says where
		}
		list, ok, err := fromFeed(in, s, "")
		if !ok {
			err = errNoObject
		}
		return list, err
	}
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
	if list, ok, err := feedIn(in, object, raw); ok {
		return list, err
	}
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
	press.SetTitle(&a, "", "")
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
	if table, ok := meta["summary"].Value.(map[string]fields.Field); ok && a.Body == "" { // of Google Reader's interface
		if s, ok := table["content"].Value.(string); ok {
			if err := html.SetText(&a, s); err != nil {
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
