package markup_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/markup"
)

func Example() {
	src := articles.NewSource("a.org", []byte("#+TITLE: سوق النحاس\n\nعاد *السوق*.\n"))
	list, mine, err := markup.Org.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | عاد **السوق**.
}
