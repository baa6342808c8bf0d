package syncing_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/syncing"
)

// Two libraries meet in a folder: what one has, the other has then.
func Example() {
	ctx := context.Background()
	shared, err := os.MkdirTemp("", "warraq")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(shared)
	var libraries []*store.Library
	for _, name := range []string{"laptop", "server"} {
		l, failure := store.Open(ctx, filepath.Join(shared, name+".db"))
		if failure != nil {
			panic(failure)
		}
		defer l.Close()
		libraries = append(libraries, l)
	}
	paper := []articles.Article{{Title: "سوق الكتب", Body: "يفتح كل صباح."}}
	if _, err = libraries[0].Add(ctx, paper); err != nil {
		panic(err)
	}
	for i, name := range []string{"laptop", "server"} {
		result, err := syncing.Sync(ctx, libraries[i], syncing.Options{Folder: filepath.Join(shared, "folder"), Name: name})
		fmt.Println(name, "read", result.Read, "and has", result.Articles, "new", err)
	}
	// Output:
	// laptop read 0 and has 0 new <nil>
	// server read 1 and has 1 new <nil>
}
