package articles

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
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
		a, err := fromJSON(raw)
		if err != nil {
			return list, in.fail(lineAt(d.InputOffset()-int64(len(raw))), ErrJSON, err)
		}
		list = append(list, a)
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
		a, err := fromJSON([]byte(text))
		if err != nil {
			wrong = append(wrong, in.fail(n, ErrJSON, err))
			continue
		}
		list = append(list, a)
	}
	return list, errors.Join(wrong...)
}

// fromJSON makes an article of one object.
func fromJSON(raw []byte) (Article, error) {
	var own struct {
		JSON
		Full *bool `json:"full"`
	}
	err := json.Unmarshal(raw, &own)
	if own.Full == nil {
		return fromFlat(raw)
	}
	own.JSON.Full = *own.Full
	return own.Article(), err
}

// bodies are the names under which flat objects give a text.
var bodies = []string{"body", "content", "text", "articlebody", "article"}

// fromFlat makes an article of an object with the usual names. Its text is
// plain or HTML, but under "markdown".
func fromFlat(raw []byte) (Article, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var object map[string]any
	if err := d.Decode(&object); err != nil {
		return Article{}, err //nolint:wrapcheck // readJSON says where
	}
	fields := map[string]field{}
	for name, v := range object {
		if f, ok := fromValue(v); ok {
			fields[strings.ToLower(name)] = f
		}
	}
	a, err := fromFields(&source{}, fields)
	if err != nil {
		if wrong, ok := errors.AsType[*InputError](err); ok {
			err = wrong.Why
		}
		return Article{}, err
	}
	if text, ok := fields["markdown"].value.(string); ok {
		a.Body = text
	}
	for _, name := range bodies {
		if text, ok := fields[name].value.(string); ok && a.Body == "" {
			if err := a.setText(text); err != nil {
				return a, err
			}
		}
	}
	if a.Title == "" && a.Body == "" {
		return Article{}, fmt.Errorf("it has neither a title nor one of %s", strings.Join(bodies, ", "))
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
