package fields

import (
	"encoding/json"
	"strings"

	"github.com/warraq/warraq/articles/dates"
)

// Field is a value of front matter and the line of the file that it stands on.
// The value is a string, a time.Time, a []Field, a map[string]Field or nil.
type Field struct {
	Value any
	Line  int
}

// FromJSON takes over a value of JSON. A number of the size that a count
// since 1970 has is a time.
func FromJSON(v any) (Field, bool) {
	switch v := v.(type) {
	case string:
		return Field{Value: v}, true
	case json.Number:
		return Field{Value: numberOrTime(v)}, true
	case []any:
		var list []Field
		for _, item := range v {
			if f, ok := FromJSON(item); ok {
				list = append(list, f)
			}
		}
		return Field{Value: list}, true
	case map[string]any:
		m := map[string]Field{}
		for name, item := range v {
			if f, ok := FromJSON(item); ok {
				m[strings.ToLower(name)] = f
			}
		}
		return Field{Value: m}, true
	}
	return Field{}, false
}

// numberOrTime returns a number as it stands, or as a time where it is of a size that no
// year is.
func numberOrTime(n json.Number) any {
	if f, err := n.Float64(); err == nil {
		if t, ok := dates.Epoch(f); ok {
			return t
		}
	}
	return n.String()
}
