package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// Of the forms of a word those are looked for that the library has, and none that
// was there only once.
func TestPresent(t *testing.T) {
	t.Parallel()
	l := open(t)
	texts := []string{
		"كتاب الكتاب وكتابها كتابين وللكتاب كتب مكتبة كاتب كتابات", "وزير الوزير زير وزيران والوزارة زيارة", "قال وقالت قالوا قالب مقال",
		"مستوى مستواها مستويات المستوى", "لبنان لبن لبناني اللبن", "کتاب‌های شہروں شہر", "ספר ספרים הספר מלך מלכים", "report reports",
	}
	words := text.Words(strings.Join(texts, " "))
	for _, text := range texts {
		addArticles(t, l, articles.Article{Title: text, Body: text})
	}
	gone := addArticles(t, l, articles.Article{Title: "فبالكتاب", Body: "فبالكتاب"})[0].ID
	if _, err := l.Remove(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	for _, word := range append(words, "غيرها", "", "و", "ال") {
		forms := text.FormsOf(word)
		want := slices.DeleteFunc(slices.Clone(words), func(other string) bool { return other == word || !forms.Has(other) })
		slices.Sort(want)
		got, err := l.present(t.Context(), word)
		if err != nil || !slices.Equal(got, slices.Compact(want)) {
			t.Errorf("of %s there are %q, %v, want %q", word, got, err, want)
		}
	}
}

// Among what is found alike stands first what speaks the most of the words, and of
// equals the newest.
func TestRanked(t *testing.T) {
	t.Parallel()
	l := open(t)
	filler := strings.Repeat(" كلام عن غيره", 30)
	addArticles(t, l,
		articles.Article{Title: "ألف", Body: "البحر" + filler},
		articles.Article{Title: "باء", Body: "البحر والبحر ثم البحر والبحر" + filler},
		articles.Article{Title: "جيم", Body: "البحر" + filler},
		articles.Article{Title: "دال", Body: "بحر بحر بحر بحر بحر بحر"},
		articles.Article{Title: "حديث البحر", Body: filler},
		articles.Article{Title: "حديث بحر", Body: strings.Repeat("بحر ", 50)},
		articles.Article{Title: "هاء", Body: "السفن والبحر" + filler},
		articles.Article{Title: "واو", Body: "البحر البحر البحر والسفن" + filler},
	)
	for query, want := range map[string]string{
		"البحر":       "حديث البحر | حديث بحر | واو | باء | ألف | جيم | دال | هاء",
		"البحر السفن": "هاء | واو",
		"البح*":       "حديث البحر | ألف | باء | جيم | واو",
	} {
		hits, err := search(t.Context(), l, query, 0)
		if got := titles(hits); err != nil || got != want {
			t.Errorf("%s finds\n%s, %v, want\n%s", query, got, err, want)
		}
	}
}

// All of a great many articles are found, each once, whatever the limit.
func TestRankedMany(t *testing.T) {
	t.Parallel()
	l := open(t)
	many := make([]articles.Article, mostRanked+50)
	for i := range many {
		many[i] = articles.Article{Title: fmt.Sprint("رقم ", i), Body: strings.Repeat("قمح ", 1+i%7)}
	}
	addArticles(t, l, many...)
	all, err := search(t.Context(), l, "قمح", 0)
	if err != nil || len(all) != len(many) {
		t.Fatalf("%d are found, %v", len(all), err)
	}
	seen := map[string]bool{}
	for _, e := range all {
		seen[e.ID] = true
	}
	if len(seen) != len(many) {
		t.Errorf("%d of them are different ones", len(seen))
	}
	for _, limit := range []int{1, mostRanked - 1, mostRanked, mostRanked + 1, len(many), 2 * len(many)} {
		some, err := search(t.Context(), l, "قمح", limit)
		if err != nil || !equalEntries(some, all[:min(limit, len(all))]) {
			t.Errorf("with limit %d are %d, %v", limit, len(some), err)
		}
	}
}
