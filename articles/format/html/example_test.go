package html_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/html"
)

func Example() {
	src := articles.NewSource("a.html", []byte("<html><head><title>سوق النحاس</title><meta name=author content='ليلى حدّاد'></head><body><h1>سوق النحاس</h1><p>عاد <b>السوق</b> إلى العمل.</p></body></html>"))
	list, mine, err := html.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s | %s\n", a.Title, a.Author, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | ليلى حدّاد | عاد **السوق** إلى العمل.
}
