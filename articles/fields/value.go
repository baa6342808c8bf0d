package fields

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/pattern"
)

// Field is a value of front matter and the line of the file that it stands on.
// The value is a string, a time.Time, a []Field, a map[string]Field or nil.
type Field struct {
	Value any
	Line  int
}

// FromJSON takes over a value of JSON. Numbers under a date's name are seconds
// or milliseconds since 1970.
func FromJSON(v any) (Field, bool) {
	switch v := v.(type) {
	case string:
		return Field{Value: v}, true
	case json.Number:
		return Field{Value: Epoch(v)}, true
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

// Epoch returns a number as it stands, or as a time where it is of a size that
// no year is.
func Epoch(n json.Number) any {
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

// SinceEpoch is a number of seconds or of milliseconds.
var SinceEpoch = pattern.New(`^\d{10}(?:\d{3})?$`)
