package syncing_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/syncing"
)

// library opens a library of its own.
func library(t testing.TB) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// meet lets a library meet others in a folder, and fails the test where that fails.
func meet(t testing.TB, l *store.Library, folder string) syncing.Result {
	t.Helper()
	r, err := syncing.Sync(context.WithoutCancel(t.Context()), l, syncing.Options{Folder: folder, Name: "machine"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// meetAll lets libraries meet until nothing is new to any.
func meetAll(t testing.TB, folder string, libraries ...*store.Library) {
	t.Helper()
	for range 10 {
		quiet := true
		for _, l := range libraries {
			r := meet(t, l, folder)
			quiet = quiet && r.Written == 0 && r.Read == 0
		}
		if quiet {
			return
		}
	}
	t.Fatal("they do not come to rest")
}

// article makes an article of a number.
func article(n int) articles.Article {
	return articles.Article{
		Title: fmt.Sprintf("المقال رقم %d", n), URL: fmt.Sprintf("https://paper.example/%d", n), Source: "صدى المدينة",
		Published: time.Date(2026, 11, 1, 12, n, 0, 0, time.UTC), Full: true, Lang: "ar",
		Body: fmt.Sprintf("في السوق القديم رقم %d يطرق الصنّاع النحاس كل صباح حتى المساء، ثم يعودون إلى بيوتهم.", n),
	}
}

// add adds articles and gives the ID of the first.
func add(t testing.TB, l *store.Library, list ...articles.Article) string {
	t.Helper()
	added, err := l.Add(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	return added[0].ID
}

// idOf finds an article by its title, "" where it is not here.
func idOf(t testing.TB, l *store.Library, title string) string {
	t.Helper()
	list, err := l.List(t.Context(), store.Filter{Archive: store.AnyArchived})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if e.Title == title {
			return e.ID
		}
	}
	return ""
}

// dump says all that is kept alike of a library, in an order of its own.
func dump(t testing.TB, l *store.Library) string {
	t.Helper()
	ctx := t.Context()
	list, err := l.List(ctx, store.Filter{Archive: store.AnyArchived})
	if err != nil {
		t.Fatal(err)
	}
	var ids, lines []string
	for _, e := range list {
		ids = append(ids, e.ID)
	}
	for w, err := range l.Wholes(ctx, ids) {
		if err != nil {
			t.Fatal(err)
		}
		var highlights []string
		for _, h := range w.Marks.Highlights {
			highlights = append(highlights, fmt.Sprintf("%d-%d %q %q", h.Start, h.End, h.Quote, h.Note))
		}
		slices.Sort(highlights)
		var pictures []string
		for _, p := range w.Pictures {
			pictures = append(pictures, p.Name)
		}
		lines = append(lines, fmt.Sprintf("article %q %q full=%t read=%t bookmarked=%t archived=%t position=%d tags=%q highlights=%q pictures=%q reading=%v",
			w.Title, w.Body, w.Full, w.Read, w.Bookmarked, w.Archived, w.Position, w.Marks.Tags, highlights, pictures, w.Marks.Reading))
	}
	read, err := l.Statistics(ctx, time.Time{}, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range read.Days {
		lines = append(lines, fmt.Sprintf("day %s %v", d.Day.Format(time.DateOnly), d.Time))
	}
	feeds, err := l.Feeds(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range feeds {
		lines = append(lines, fmt.Sprintf("feed %q name=%q folder=%q keep=%d", f.Address, f.Name, f.Folder, f.Keep))
	}
	own, others, err := l.SyncRules(ctx)
	if err != nil {
		t.Fatal(err)
	}
	rules := slices.Concat(own, others)
	slices.Sort(rules)
	for _, r := range slices.Compact(rules) {
		lines = append(lines, "rule "+r)
	}
	searches, err := l.Searches(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range searches {
		lines = append(lines, "search "+s)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// equal fails the test unless libraries say the same.
func equal(t testing.TB, libraries ...*store.Library) {
	t.Helper()
	want := dump(t, libraries[0])
	for i, l := range libraries[1:] {
		if got := dump(t, l); got != want {
			t.Fatalf("library %d says\n%s\nthe first\n%s", i+2, got, want)
		}
	}
}

// check fails the test for an error.
func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// segments gives the paths of all segments of a folder.
func segments(t testing.TB, folder string) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(folder, "machines", "*", "*.segment"))
	check(t, err)
	return list
}

// bytesOf gives how many bytes the files of a folder have.
func bytesOf(t testing.TB, folder string) (n int64) {
	t.Helper()
	check(t, filepath.WalkDir(folder, func(_ string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			info, failure := d.Info()
			if failure != nil {
				return failure
			}
			n += info.Size()
		}
		return err
	}))
	return n
}
