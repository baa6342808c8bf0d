package list_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/list"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/words"
)

// The list shows what its tab holds: at first all articles, the newest first.
func ExamplePane() {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "warraq")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	l, err := store.Open(ctx, filepath.Join(folder, "library.db"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer l.Close()
	if _, err := l.Add(ctx, []articles.Article{{Title: "سوق الكتب", Body: "نص"}, {Title: "سوق السمك", Body: "نص آخر"}}); err != nil {
		fmt.Println(err)
		return
	}
	p := list.New(&pane.Context{
		Canvas: &draw.Canvas{Words: words.Arabic(), KeyMap: keymap.Keys{Bindings: keymap.Defaults}}, Library: l, Jobs: jobs.New(ctx, l.Undo),
		Opened: func() store.Entry { return store.Entry{} },
	})
	if err := p.Start(ctx); err != nil {
		fmt.Println(err)
	}
	fmt.Println(p.Total(), p.Tab().Title(words.Arabic()))
	// Output: 2 المقالات
}
