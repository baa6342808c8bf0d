package attention_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/attention"
	"github.com/warraq/warraq/ui/reader/dialog"
)

// What is shorter than a second is not kept.
func ExampleSpan() {
	var s attention.Span
	opened := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	s.Turn(opened, "7k2m9qxp", nil)
	s.Touch(opened.Add(300*time.Millisecond), "7k2m9qxp")
	fmt.Println(s.Save(nil) == nil)
	s.Touch(opened.Add(20*time.Second), "7k2m9qxp")
	fmt.Println(s.Save(nil) == nil)
	// Output:
	// true
	// false
}

// touches are keys: how long after the one before, and in which article.
type touches []struct {
	after time.Duration
	id    string
}

// An article is read from key to key while it has the keys, of a long absence two minutes
// count, and of another article nothing.
func TestSpan(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		touched touches
		want    time.Duration
	}{
		"nothing":           {nil, 0},
		"two keys":          {touches{{4 * time.Second, "a"}, {5 * time.Second, "a"}}, 9 * time.Second},
		"absent":            {touches{{time.Hour, "a"}, {5 * time.Second, "a"}}, 2*time.Minute + 5*time.Second},
		"in the list":       {touches{{9 * time.Second, ""}, {5 * time.Second, "a"}}, 5 * time.Second},
		"a clock set back":  {touches{{-time.Hour, "a"}, {5 * time.Second, "a"}}, 5 * time.Second},
		"only in the other": {touches{{9 * time.Second, "b"}}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = l.Close() })
			added, err := l.Add(t.Context(), []articles.Article{{Title: "سوق الكتب", Body: "نص"}})
			if err != nil {
				t.Fatal(err)
			}
			ids := map[string]string{"a": added[0].ID, "b": "another", "": ""}
			now := time.Date(2026, 3, 1, 8, 0, 0, 0, time.Local)
			var s attention.Span
			s.Turn(now, ids["a"], l)
			for _, touch := range tt.touched {
				now = now.Add(touch.after)
				s.Touch(now, ids[touch.id])
			}
			save, kept := s.Turn(now, "b", l).(dialog.Save)
			if kept != (tt.want > 0) {
				t.Fatalf("it is kept: %t", kept)
			}
			if !kept {
				return
			}
			if _, err = save.Do(t.Context()); err != nil {
				t.Fatal(err)
			}
			found, err := l.Statistics(t.Context(), now.AddDate(0, 0, -3), now.AddDate(0, 0, 3))
			if err != nil {
				t.Fatal(err)
			}
			if got := found.Time; got != tt.want {
				t.Errorf("read for %v, want %v", got, tt.want)
			}
		})
	}
}
