package entries_test

import (
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
)

func Example() {
	list, err := entries.Articles(articles.NewSource("a.xml", nil), []entries.Entry{
		{Article: articles.Article{Title: "سوق النحاس"}, HTML: "<div>عاد <b>السوق</b>.</div>"},
	}, entries.Note)
	fmt.Println(list[0].Title, "|", list[0].Body, err)
	// Output: سوق النحاس | عاد **السوق**. <nil>
}
