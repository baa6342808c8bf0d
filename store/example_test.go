package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
)

// A library takes articles in, finds them however they are spelt, and keeps what
// the reader did with them.
func Example() {
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

	added, err := library.Add(ctx, []articles.Article{
		{Title: "أسواق المدينة", Body: "كُتب عن الأسواق.", Full: true},
		{Title: "ميناء جديد", Body: "افتُتح الميناء.", Full: true},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err = library.SetBookmarked(ctx, added[0].ID, true); err != nil {
		fmt.Println(err)
		return
	}
	found, err := library.List(ctx, store.Filter{Query: query.Parse("اسواق"), Limit: 10})
	for _, entry := range found {
		fmt.Println(entry.Title, entry.Bookmarked)
	}
	fmt.Println(err)
	// Output:
	// أسواق المدينة true
	// <nil>
}
