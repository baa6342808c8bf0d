package plain_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/plain"
)

func Example() {
	src := articles.NewSource("a.txt", []byte("سوق النحاس\n\nبقلم: ليلى حدّاد\n\nعاد السوق إلى العمل."))
	list, mine, err := plain.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s | %s\n", a.Title, a.Author, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | ليلى حدّاد | عاد السوق إلى العمل.
}
