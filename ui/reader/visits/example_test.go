package visits_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/warraq/warraq/store"
)

// One opens an article, looks at another one beside the list, and goes back to the first.
func ExampleVisitor() {
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
	if _, err = library.Add(ctx, fourArticles()); err != nil {
		panic(err)
	}
	w, err := newWalk(ctx, library)
	if err != nil {
		panic(err)
	}
	w.choose(0)
	fmt.Println(w.shown(), w.article.Item.Read)
	w.selects(2)
	fmt.Println(w.shown(), w.article.Item.Read)
	w.choose(1)
	w.do(w.Earlier())
	fmt.Println(w.shown())
	// Output:
	// Harbour true
	// Rain false
	// Harbour
}
