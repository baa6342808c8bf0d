package feed_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/feed"
)

func Example() {
	src := articles.NewSource("a.rss", []byte("<rss version='2.0'><channel><item><title>سوق النحاس</title><author>ليلى حدّاد</author><description>&lt;p&gt;عاد السوق.&lt;/p&gt;</description></item></channel></rss>"))
	list, mine, err := feed.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s | %s\n", a.Title, a.Author, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | ليلى حدّاد | عاد السوق.
}
