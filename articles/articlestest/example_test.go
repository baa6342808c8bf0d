package articlestest_test

import (
	"fmt"
	"strings"

	"github.com/warraq/warraq/articles/articlestest"
)

func Example() {
	var feed strings.Builder
	if err := articlestest.NewNewspaper().WriteFeed(&feed, 100); err != nil {
		fmt.Println(err)
	}
	fmt.Println(strings.Count(feed.String(), "<item>"), "articles")
	fmt.Println("each as long as news are:", feed.Len()/100 > 3200 && feed.Len()/100 < 6000)
	// Output:
	// 100 articles
	// each as long as news are: true
}
