package delimited_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/delimited"
)

func Example() {
	src := articles.NewSource("a.csv", []byte(`title,text
سوق النحاس,عاد السوق.`))
	list, mine, err := delimited.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | عاد السوق.
}
