package store

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// The article that was left is known until another is, or until it is gone.
func TestLeftAt(t *testing.T) {
	t.Parallel()
	l := open(t)
	added, err := l.Add(t.Context(), []articles.Article{{Title: "الأولى", Body: "نص", Full: true}, {Title: "الثانية", Body: "نص آخر", Full: true}})
	if err != nil {
		t.Fatal(err)
	}
	expect := func(want string) {
		t.Helper()
		e, ok, err := l.LeftAt(t.Context())
		if err != nil || ok != (want != "") || e.ID != want {
			t.Errorf("left at %q, %v, %v; want %q", e.ID, ok, err, want)
		}
	}
	expect("")
	for _, a := range added {
		if err := l.SetLeftAt(t.Context(), a.ID); err != nil {
			t.Fatal(err)
		}
		expect(a.ID)
	}
	if _, err := l.Remove(t.Context(), added[1].ID); err != nil {
		t.Fatal(err)
	}
	expect("")
	if err := l.SetLeftAt(t.Context(), "nowhere"); err == nil {
		t.Error("an article that is none was left")
	}
}
