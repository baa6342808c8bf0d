package reader

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/words"
)

// scenes are the screens that need more than keys.
var scenes = []struct {
	name string
	open func(t *testing.T, width, height int, w *words.Words) *session
}{
	{"empty-library", func(t *testing.T, width, height int, w *words.Words) *session {
		l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = l.Close() })
		return openReader(t, l, width, height, w)
	}},
	{"not-written", func(t *testing.T, width, height int, w *words.Words) *session {
		s := openReader(t, sampleLibrary(t), width, height, w)
		s.run(s.perform(dialog.Save{Do: func(context.Context) (store.Undo, error) { return store.Undo{}, errors.New("no space left on device") }}))
		return s
	}},
	{"not-found", func(t *testing.T, width, height int, w *words.Words) *session {
		s := openReader(t, sampleLibrary(t), width, height, w)
		s.run(s.perform(s.visitor.Open(dialog.Open{ID: "nowhere"})))
		return s
	}},
	{"feeds", func(t *testing.T, width, height int, w *words.Words) *session {
		s := openReader(t, feedLibrary(t), width, height, w)
		return s.press("ctrl+n", "down")
	}},
	{"feed-removal", func(t *testing.T, width, height int, w *words.Words) *session {
		s := openReader(t, feedLibrary(t), width, height, w)
		return s.press("ctrl+n", "x")
	}},
}

func TestScenes(t *testing.T) {
	t.Parallel()
	for i, sc := range scenes {
		size, w := sizes[i%len(sizes)], []*words.Words{words.Arabic(), words.English()}[i%2]
		name := fmt.Sprintf("%s-%dx%d-%s", sc.name, size[0], size[1], w.Lang)
		t.Run(name, func(t *testing.T) { golden(t, name, sc.open(t, size[0], size[1], w).text()) })
	}
}
