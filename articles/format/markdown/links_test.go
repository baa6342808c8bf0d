package markdown

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// Whatever a note holds, following its links takes no text but links away.
func FuzzLinks(f *testing.F) {
	f.Add("[[a|b]] [c](d.md) ![[e.png]] ``` [[x]]")
	f.Add("[a](<b c.md>) [[#x]] [[]] [](..)")
	f.Fuzz(func(t *testing.T, body string) {
		after, related := followLinks(&articles.Files{}, body, &articles.Album{Limits: articles.DefaultLimits()})
		if len(related) != 0 || len(after) > len(body) && !strings.Contains(body, "data:") {
			t.Fatalf("%q became %q, related %v", body, after, related)
		}
		if !strings.ContainsAny(body, "[]") && after != body {
			t.Fatalf("%q became %q", body, after)
		}
	})
}
