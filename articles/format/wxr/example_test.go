package wxr_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/wxr"
)

func Example() {
	src := articles.NewSource("a.xml", []byte(`<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>دفتر</title><item><title>سوق النحاس</title><content:encoded>عاد السوق.</content:encoded></item></channel></rss>`))
	list, mine, err := wxr.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | عاد السوق.
}
