package links_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/links"
)

func Example() {
	src := articles.NewSource("a.json", []byte(`[{"url":"https://souq.example/1","title":"سوق النحاس","tag_names":["تراث"],"is_archived":false,"date_added":"2024-12-02T09:13:02Z"}]`))
	list, mine, err := links.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Println(a.Title, a.Tags, a.Kept.Added.Year())
	}
	// Output:
	// true <nil>
	// سوق النحاس [تراث] 2024
}
