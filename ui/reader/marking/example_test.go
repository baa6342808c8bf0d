package marking_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/marking"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/words"
)

// A bookmark is on its way until it is in the library; then it is said.
func ExampleToggleBookmark() {
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
	if _, err = library.Add(ctx, []articles.Article{{Title: "سوق الكتب", Body: "نص"}}); err != nil {
		panic(err)
	}
	list, err := library.List(ctx, store.Filter{})
	if err != nil {
		panic(err)
	}
	c := &pane.Context{Canvas: &draw.Canvas{Words: words.English()}, Library: library, Jobs: jobs.New(ctx, library.Undo), Sentence: error.Error}

	save := marking.ToggleBookmark(c, list).(dialog.Save)
	fmt.Println(c.Pending.Apply(list[0]).Bookmarked, c.Pending.IsEmpty())

	msg, _ := c.Jobs.Receive(marking.Save(c, save)())
	for _, action := range marking.Written(c, msg.(jobs.Written)).(dialog.Many) {
		if say, ok := action.(dialog.Say); ok {
			fmt.Println(say.Text, c.Pending.IsEmpty())
		}
	}
	// Output:
	// true false
	// Bookmarked. true
}
