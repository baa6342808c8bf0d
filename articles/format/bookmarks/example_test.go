package bookmarks_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/bookmarks"
)

func Example() {
	src := articles.NewSource("a.html", []byte(`<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF="https://souq.example/1">سوق النحاس</A></DL>`))
	list, mine, err := bookmarks.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس |
}
