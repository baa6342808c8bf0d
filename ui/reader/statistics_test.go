package reader

import (
	"testing"
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/words"
)

// readSome is a library in which articles were read on some days.
func readSome(t *testing.T, now time.Time) *store.Library {
	t.Helper()
	l := sampleLibrary(t)
	list, err := l.List(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for i, minutes := range []int{12, 3, 0, 25, 40, 0, 0, 7, 18, 1, 90} {
		if err := l.AddReadingTime(t.Context(), list[i].ID, now.AddDate(0, 0, -i), time.Duration(minutes)*time.Minute); err != nil {
			t.Fatal(err)
		}
	}
	return l
}

func TestStatistics(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 23, 20, 0, 0, 0, time.UTC)
	s := openReader(t, readSome(t, now), 80, 24, words.Arabic())
	s.now = func() time.Time { return now }
	golden(t, "statistics-80x24-ar", s.press("S").text())
	s = openReader(t, sampleLibrary(t), 80, 24, words.English()).press("S")
	golden(t, "statistics-none-80x24-en", s.text())
}

// Time counts while the article has the keys, up to a while after the last one, and
// for the article that was open then.
func TestReadingTime(t *testing.T) {
	t.Parallel()
	l := sampleLibrary(t)
	s := openReader(t, l, 120, 40, words.English())
	clock := time.Date(2026, 11, 23, 20, 0, 0, 0, time.UTC)
	s.now = func() time.Time { return clock }
	after := func(d time.Duration, key string) { clock = clock.Add(d); s.press(key) }
	after(0, "up")                 // in the list
	after(10*time.Minute, "enter") // which counts nothing
	first := s.article.Item.ID
	after(40*time.Second, "j")
	after(time.Hour, "j") // of which two minutes count
	after(20*time.Second, "[")
	after(0, "enter") // to the related pane
	after(5*time.Minute, "enter")
	if s.article.Item.ID == first {
		t.Fatal("no other article was opened")
	}
	after(30*time.Second, "j")
	if err := s.flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	marks, err := l.Marks(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	got := time.Duration(0)
	for _, r := range marks.Reading {
		got += time.Duration(r.Milliseconds) * time.Millisecond
	}
	if want := 3 * time.Minute; got != want {
		t.Errorf("%v were counted, want %v", got, want)
	}
	all, err := l.Statistics(t.Context(), time.Time{}, clock)
	if err != nil || all.Articles != 2 || all.Time != 3*time.Minute+30*time.Second {
		t.Errorf("%+v, %v", all, err)
	}
}
