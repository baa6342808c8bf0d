package openiti_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/openiti"
)

func Example() {
	src := articles.NewSource("a.mARkdown", []byte(`######OpenITI#
#META# 020.BookTITLE :: سوق النحاس
#META#Header#End#
# عاد السوق. PageV01P001`))
	list, mine, err := openiti.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | عاد السوق.
}
