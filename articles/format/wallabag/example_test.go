package wallabag_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/wallabag"
)

func Example() {
	src := articles.NewSource("a.json", []byte(`[{"is_archived":0,"is_starred":1,"title":"سوق النحاس","url":"https://souq.example/1","domain_name":"souq.example","content":"<p>عاد السوق.</p>"}]`))
	list, mine, err := wallabag.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | عاد السوق.
}
