package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// dumpTables is everything in a library but for what is known by counting and by
// relating, a line a row.
func dumpTables(t testing.TB, l *Library) []string {
	t.Helper()
	var all []string
	err := l.change(t.Context(), func(c *transaction) error {
		for _, table := range []string{"article", "text", "link", "origin", "tag", "highlight", "reading", "picture", "article_picture"} {
			rows, err := c.readRows(t.Context(), table, "SELECT * FROM "+table)
			if err != nil {
				return err
			}
			for _, r := range rows {
				line := table
				for i, v := range r.values {
					line += fmt.Sprintf("|%s=%v", r.columns[i], v)
				}
				all = append(all, line)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

func TestRemoveAndBringBack(t *testing.T) {
	t.Parallel()
	l := searchable(t)
	added := addArticles(t, l, pageArticles()...)
	addArticles(t, l, articles.Article{Title: pageArticles()[0].Title, Body: pageArticles()[0].Body, Source: "أخرى"})
	for i, a := range added {
		if _, err := l.Tag(t.Context(), a.ID, "سفر", fmt.Sprintf("وسم %d", i)); err != nil {
			t.Fatal(err)
		}
		if _, _, err := l.AddHighlight(t.Context(), a.ID, articles.Highlight{Start: 1, End: 5, Quote: "كلمة", Note: "م"}); err != nil {
			t.Fatal(err)
		}
		for day := 1; day < 4; day++ {
			if err := l.AddReadingTime(t.Context(), a.ID, time.Date(2026, 11, day, 0, 0, 0, 0, time.UTC), time.Minute); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := l.Relate(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	entries := listEntries(t, l, Filter{})
	for name, remove := range map[string][]Entry{"one": entries[:1], "the last that came": entries[len(entries)-1:], "some": entries[1:4], "all": entries} {
		for _, related := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, related meanwhile: %v", name, related), func(t *testing.T) {
				before := dumpTables(t, l)
				var ids []string
				for _, e := range remove {
					ids = append(ids, e.ID)
				}
				u, err := l.Remove(t.Context(), ids...)
				if err != nil || u.Count != len(remove) {
					t.Fatalf("%d removed, %v", u.Count, err)
				}
				if got := len(listEntries(t, l, Filter{})); got != len(entries)-len(remove) {
					t.Errorf("%d are left", got)
				}
				if s, err := l.Statistics(t.Context(), time.Time{}, time.Now()); err != nil || s.Time != time.Duration(3*len(added))*time.Minute {
					t.Errorf("the time read is %v, %v", s.Time, err)
				}
				checkSound(t, l)
				if related {
					if err := l.Relate(t.Context(), nil); err != nil {
						t.Fatal(err)
					}
				}
				for range 2 {
					undoChange(t, l, u)
					checkSound(t, l)
					if err := l.Relate(t.Context(), nil); err != nil {
						t.Fatal(err)
					}
					if after := dumpTables(t, l); !slices.Equal(withoutNumbers(after), withoutNumbers(before)) {
						t.Errorf("what came back is\n%s\nwant\n%s", strings.Join(after, "\n"), strings.Join(before, "\n"))
					}
				}
				if got := listEntries(t, l, Filter{}); !equalEntries(got, entries) {
					t.Errorf("the list is %s, want %s", titles(got), titles(entries))
				}
			})
		}
	}
}

// withoutNumbers leaves out the numbers of articles, which others may have taken.
func withoutNumbers(dump []string) []string {
	out := make([]string, len(dump))
	for i, line := range dump {
		var fields []string
		for f := range strings.SplitSeq(line, "|") {
			name, _, _ := strings.Cut(f, "=")
			if name != "num" && name != "source" && name != "target" || strings.HasPrefix(line, "article|") && name == "source" {
				fields = append(fields, f)
			}
		}
		out[i] = strings.Join(fields, "|")
	}
	slices.Sort(out)
	return out
}

// An article that has come again meanwhile, and others in the places of those that
// are gone, keep what they have.
func TestBringBackToOthers(t *testing.T) {
	t.Parallel()
	l := open(t)
	first := addArticles(t, l, articles.Article{Title: "أولى", Body: long("أولى"), Related: []articles.Related{{Title: "ثانية"}}})[0].ID
	second := listEntries(t, l, Filter{Title: "ثانية"})[0].ID
	if _, err := l.Tag(t.Context(), second, "قديم"); err != nil {
		t.Fatal(err)
	}
	u, err := l.Remove(t.Context(), first, second)
	if err != nil {
		t.Fatal(err)
	}
	addArticles(t, l, articles.Article{Title: "ثالثة", Body: long("ثالثة")}) // takes a number
	again := addArticles(t, l, articles.Article{Title: "ثانية", Body: long("ثانية")})[0].ID
	if _, err := l.Tag(t.Context(), again, "جديد"); err != nil {
		t.Fatal(err)
	}
	undoChange(t, l, u)
	if again != second {
		t.Fatalf("it is %s and was %s", again, second)
	}
	if got := marksOf(t, l, second); got != "bookmarked, #جديد, #قديم" {
		t.Errorf("its marks are %s", got)
	}
	if got := titles(entriesByID(t, l, first)); got != "ثانية" {
		t.Errorf("it names %s", got)
	}
	if got := marksOf(t, l, listEntries(t, l, Filter{Title: "ثالثة"})[0].ID); got != "" {
		t.Errorf("another has %s", got)
	}
	if got := len(listEntries(t, l, Filter{})); got != 3 {
		t.Errorf("there are %d", got)
	}
	checkSound(t, l)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Remove(ctx, first); err == nil || len(listEntries(t, l, Filter{})) != 3 {
		t.Error("what was cancelled is done")
	}
}
