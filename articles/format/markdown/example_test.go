package markdown_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/markdown"
)

func Example() {
	src := articles.NewSource("a.md", []byte("---\ntitle: سوق النحاس\nauthor: ليلى حدّاد\n---\n\nعاد **السوق** إلى العمل.\n"))
	list, mine, err := markdown.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s | %s\n", a.Title, a.Author, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | ليلى حدّاد | عاد **السوق** إلى العمل.
}
