package json

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

func TestOneBrokenOfSeveral(t *testing.T) {
	const good = `{"title": "ريح", "text": "هبّت الريح, [ليلًا,] // من البحر."}`
	for _, c := range []struct {
		name, in string
		titles   int
		line     string // what the error says, "" for none
	}{
		{"comma behind the last", "[\n " + good + ",\n]", 1, ""},
		{"commas alone", "[,\n " + good + ",,\n , " + good + "\n]", 2, ""},
		{"comma missing", "[\n " + good + "\n " + good + "\n]", 2, ""},
		{"comments", "[ // ريح\n " + good + ", /* موج, */\n]", 1, ""},
		{"lines with commas", good + ",\n" + good + ",\n", 2, ""},
		{"lines of which one is a comma", good + "\n,\n" + good + "\n", 2, ""},
		{"lines and comments", "// ريح\n" + good + "\n// موج\n" + good + "\n", 2, ""},
		{"an object with a comma", `{"title": "ريح", "text": "هبّت.",}`, 1, ""},
		{"broken in the middle", "[\n " + good + ",\n {\"title\": ريح},\n " + good + "\n]", 2, "line 3"},
		{"broken first, with a comma behind the last", "[\n {'title': 1},\n " + good + ",\n]", 1, "line 2"},
		{"a quotation mark in a text", "[\n  {\"title\": \"قال \"نعم\"\", \"text\": \"x\"},\n  " + good + "\n]", 1, "line 2"},
		{"what is no number", `[{"title": "ريح", "n": NaN}, {"title": "ريح", "n": [-Infinity]}]`, 2, "line 1"},
		{"broken on one line", `[` + good + `, {"title": "موج", "n": undefined}, ` + good + `]`, 2, "line 1"},
		{"the last broken on one line", `[` + good + `, ` + good + `, {"title": "موج", "n": undefined}]`, 2, "line 1"},
		{"two broken on one line", `[` + good + `, {"n": undefined}, {"n": ISODate("2020")}, ` + good + `]`, 2, "line 1"},
		{"a quotation mark on one line", `[{"title": "قال "نعم""}, ` + good + `]`, 1, "line 1"},
		{"cut off", "[\n " + good + ",\n {\"title\": \"ري", 1, "line 3"},
		{"no title and no text", "[\n {\"a\": 1},\n " + good + "\n]", 1, "line 2"},
	} {
		name := "x.json"
		if strings.HasPrefix(c.name, "lines") {
			name = "x.jsonl"
		}
		list, mine, err := read(t.Context(), articles.NewSource(name, []byte(c.in)))
		if !mine || len(list) != c.titles {
			t.Errorf("%s: %d articles, want %d", c.name, len(list), c.titles)
		}
		if (err != nil) != (c.line != "") || err != nil && !strings.Contains(err.Error(), c.line) {
			t.Errorf("%s: the error is %v, want %q", c.name, err, c.line)
		}
		for _, a := range list {
			if !slices.Contains([]string{"ريح"}, a.Title) || strings.Contains(c.in, "ليلًا") && !strings.Contains(a.Body, "// من البحر.") {
				t.Errorf("%s: got %q: %q", c.name, a.Title, a.Body)
			}
		}
	}
}
