package repair_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// fullLibrary makes a library with rows in each table that a reader fills, and returns
// its path.
func fullLibrary(t *testing.T, count int) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "library.db")
	l, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	var list []store.Fetched
	for f := range 3 {
		in := store.Fetched{Feed: store.Feed{Address: fmt.Sprintf("https://feed%d.example/rss", f), Title: fmt.Sprintf("خلاصة %d", f)}, Pages: store.AllPages}
		for i := range count / 3 {
			var body strings.Builder
			for range 20 + random.IntN(1500) {
				fmt.Fprintf(&body, "كلمة%d ", random.IntN(5000))
			}
			in.Articles = append(in.Articles, articles.Article{
				Title: fmt.Sprintf("عنوان المقالة %d من %d", i, f), Source: fmt.Sprintf("صحيفة %d", i%4), Section: "ثقافة", Summary: "ملخص",
				URL: fmt.Sprintf("https://paper%d.example/%d", f, i), Lang: "ar", Direction: articles.RightToLeft, Body: body.String(), Full: true,
				Published: time.Date(2025, 1, 1+f, i, 0, 0, 0, time.UTC), Tags: []string{"سفر", fmt.Sprint("موضوع ", i%5)},
				Pictures: pictureOf(t, i), Related: []articles.Related{{Title: fmt.Sprintf("عنوان المقالة %d من %d", i/2, f)}},
			})
		}
		list = append(list, in)
	}
	kept, _, err := l.AddFeeds(t.Context(), []store.Feed{list[0].Feed, list[1].Feed, list[2].Feed})
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		list[i].Feed = kept[i]
	}
	added, err := l.AddFetched(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)
	for f := range added {
		for i, a := range added[f] {
			_, tagErr := l.Tag(t.Context(), a.ID, fmt.Sprint("وسم ", i%7))
			err = errors.Join(err, tagErr, l.AddReadingTime(t.Context(), a.ID, day.AddDate(0, 0, i), time.Duration(i+2)*time.Second),
				l.SetRead(t.Context(), a.ID, i%2 == 0), l.SetBookmarked(t.Context(), a.ID, i%3 == 0), l.SetProgress(t.Context(), a.ID, i, float64(i%100)/100))
			if i%2 == 0 {
				_, _, highlightErr := l.AddHighlight(t.Context(), a.ID, articles.Highlight{Start: i, End: i + 5, Quote: "كلمة", Note: fmt.Sprint("ملاحظة ", i)})
				err = errors.Join(err, highlightErr)
			}
			if i%5 == 0 {
				_, archiveErr := l.SetArchived(t.Context(), []string{a.ID}, true)
				_, keepErr := l.KeepSearch(t.Context(), fmt.Sprintf("كلمة%d", i), true)
				err = errors.Join(err, archiveErr, keepErr)
			}
			if i%9 == 8 {
				_, removeErr := l.Remove(t.Context(), a.ID)
				err = errors.Join(err, removeErr)
			}
		}
	}
	for i, a := range list[0].Articles { // another text of the same article
		if i%4 == 0 {
			a.Body = strings.ReplaceAll(a.Body, "كلمة1", "لفظ1") + " مزيد من الكلام في آخر النص الجديد"
			_, addErr := l.Add(t.Context(), []articles.Article{a})
			err = errors.Join(err, addErr)
		}
	}
	_, machineErr := l.SyncMachine(t.Context())
	folder, folderErr := l.AddSyncFolder(t.Context(), "token")
	_, compareErr := l.CompareSync(t.Context(), day)
	err = errors.Join(err, machineErr, folderErr, compareErr, l.SetCleaningTold(t.Context()), l.LookAtFront(t.Context(), day), l.Relate(t.Context(), nil),
		l.NoteSyncSegments(t.Context(), folder, store.SyncSegment{Name: "machine/1-a.segment"}, store.SyncSegment{Name: "machine/2-b.segment"}))
	if err = errors.Join(err, l.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// pictureOf gives some articles a picture.
func pictureOf(t *testing.T, n int) []articles.Picture {
	t.Helper()
	if n%6 != 0 {
		return nil
	}
	m := image.NewGray(image.Rect(0, 0, 64, 48))
	m.Set(3, 3, color.Gray{uint8(n)})
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	p, err := articles.DefaultLimits().NewPicture(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return []articles.Picture{p}
}
