package mhtml_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/mhtml"
)

func Example() {
	src := articles.NewSource("a.mhtml", []byte("Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<title>سوق النحاس</title><h1>سوق النحاس</h1><p>عاد السوق إلى العمل.</p>\n--b--\n"))
	list, mine, err := mhtml.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s | %s\n", a.Title, a.Author, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس |  | عاد السوق إلى العمل.
}
