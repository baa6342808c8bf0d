package watching_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/watching"
)

// What came into the library since one last looked is counted, and counted once.
func ExampleWatcher() {
	folder, err := os.MkdirTemp("", "warraq")
	if err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	ctx := context.Background()
	library, err := store.Open(ctx, filepath.Join(folder, "library.db"))
	if err != nil {
		panic(err)
	}
	defer func() { _ = library.Close() }()
	runner := jobs.New(ctx, library.Undo)
	w, err := watching.New(ctx, runner, library)
	if err != nil {
		panic(err)
	}
	if _, err := library.Add(ctx, []articles.Article{{Title: "سوق الكتب", Body: "نص"}}); err != nil {
		panic(err)
	}
	for range 2 {
		msg, _ := runner.Receive(w.Look()())
		fmt.Println(w.Take(msg.(watching.Looked)))
	}
	// Output:
	// false 0
	// false 0
}

// openTwice opens a library and opens it once more, as another program does.
func openTwice(t *testing.T) (ours, other *store.Library) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	for _, l := range []**store.Library{&ours, &other} {
		var err error
		if *l, err = store.Open(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = (*l).Close() })
	}
	return ours, other
}

// looked returns what a command of a watcher brings.
func looked(t *testing.T, runner *jobs.Runner, cmd tea.Cmd) watching.Looked {
	t.Helper()
	msg, _ := runner.Receive(cmd())
	found, ok := msg.(watching.Looked)
	if !ok {
		t.Fatalf("it brings %T", msg)
	}
	return found
}

// What another program does is seen, and what this one does itself is not news.
func TestLook(t *testing.T) {
	t.Parallel()
	ours, other := openTwice(t)
	runner := jobs.New(t.Context(), ours.Undo)
	w, err := watching.New(t.Context(), runner, ours)
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		by      *store.Library
		changed bool
		arrived int
	}{"another": {other, true, 2}, "oneself": {ours, false, 0}, "nobody": {}} {
		if tt.by != nil {
			list := []articles.Article{{Title: name + " 1", Body: "نص"}, {Title: name + " 2", Body: "نص آخر"}}
			if _, err := tt.by.Add(t.Context(), list); err != nil {
				t.Fatal(err)
			}
		}
		if changed, arrived := w.Take(looked(t, runner, w.Look())); changed != tt.changed || arrived != tt.arrived {
			t.Errorf("%s: changed %t, %d arrived, want %t and %d", name, changed, arrived, tt.changed, tt.arrived)
		}
	}
}

// It waits for a change of the library's files, and where it is not to look it does not.
func TestWait(t *testing.T) {
	t.Parallel()
	ours, other := openTwice(t)
	runner := jobs.New(t.Context(), ours.Undo)
	w, err := watching.New(t.Context(), runner, ours)
	if err != nil {
		t.Fatal(err)
	}
	if w.Wait() != nil {
		t.Error("it looks though it is not to")
	}
	w.Every = time.Millisecond
	w.Take(looked(t, runner, w.Look()))
	if _, err := other.Add(t.Context(), []articles.Article{{Title: "خبر", Body: "نص"}}); err != nil {
		t.Fatal(err)
	}
	if changed, arrived := w.Take(looked(t, runner, w.Wait())); !changed || arrived != 1 {
		t.Errorf("changed %t, %d arrived", changed, arrived)
	}
}
