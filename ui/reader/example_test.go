package reader_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader"
	"github.com/warraq/warraq/ui/words"
)

// A reader can be made without a terminal: its window's title says what is open.
func ExampleNew() {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "warraq-*")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(folder) }()
	library, err := store.Open(ctx, filepath.Join(folder, "library.db"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = library.Close() }()
	if _, err = library.Add(ctx, []articles.Article{{Title: "سوق النحاس", Body: "نص.", Full: true}}); err != nil {
		fmt.Println(err)
		return
	}
	model, err := reader.New(ctx, reader.Config{Library: library, Words: words.English(), Width: 80, Height: 24})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(model.View().WindowTitle)
	// Output: Warraq
}
