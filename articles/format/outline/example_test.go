package outline_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/outline"
)

func Example() {
	src := articles.NewSource("a.opml", []byte(`<opml version="2.0"><head><title>سوق النحاس</title></head><body><outline text="الصنّاع"/><outline text="الطرق"/></body></opml>`))
	list, mine, err := outline.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s\n%s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس
	// - الصنّاع
	// - الطرق
}
