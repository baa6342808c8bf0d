package store

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/query"
)

// A root finds the articles that have any of its words, broken plurals and verbs too,
// and no others.
func TestSearchRoot(t *testing.T) {
	t.Parallel()
	l := open(t)
	addArticles(t, l,
		articles.Article{Title: "أولى", Body: "افتتحت المكتبتان أمس."},
		articles.Article{Title: "ثانية", Body: "سيكتبون عن الحصاد."},
		articles.Article{Title: "ثالثة", Body: "في المدارس مقاعد جديدة."},
		articles.Article{Title: "رابعة", Body: "ركب المسافرون السفينة."},
	)
	for asked, want := range map[string]string{"جذر:كتب": "أولى | ثانية", "root:درس": "ثالثة", "جذر:كتب الحصاد": "ثانية", "جذر:ركب": "رابعة"} {
		found, err := l.List(t.Context(), Filter{Query: query.Parse(asked)})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range found {
			got = append(got, e.Title)
		}
		slices.Sort(got)
		if text := strings.Join(got, " | "); text != want {
			t.Errorf("%s finds %s, want %s", asked, text, want)
		}
	}
}
