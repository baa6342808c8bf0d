package json_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/json"
)

func Example() {
	src := articles.NewSource("a.jsonl", []byte(`{"headline": "سوق النحاس", "byline": "ليلى حدّاد", "text": "عاد السوق."}`))
	list, mine, err := json.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s | %s\n", a.Title, a.Author, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | ليلى حدّاد | عاد السوق.
}
