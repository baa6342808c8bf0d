package linear_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/linear"
	"github.com/warraq/warraq/ui/words"
)

// The reader prints and waits for a line: here the one that leaves it.
func ExampleRun() {
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
	if _, err = library.Add(ctx, []articles.Article{{Title: "سوق النحاس", Source: "دفتر", Body: "نص.", Full: true}}); err != nil {
		fmt.Println(err)
		return
	}
	var out strings.Builder
	err = linear.Run(ctx, linear.Config{
		Library: library, Words: words.English(), In: strings.NewReader("q\n"), Out: &out, Sentence: error.Error,
	})
	for _, line := range strings.Split(out.String(), "\n")[:2] {
		fmt.Println(line)
	}
	fmt.Println(err)
	// Output:
	// Articles: 1 article
	// 1. سوق النحاس, دفتر, unread
	// <nil>
}
