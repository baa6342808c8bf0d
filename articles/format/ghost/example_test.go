package ghost_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/ghost"
)

func Example() {
	src := articles.NewSource("a.json", []byte(`{"data":{"posts":[{"id":"1","title":"سوق النحاس","html":"<p>عاد السوق.</p>","status":"published"}],
"posts_tags":[{"post_id":"1","tag_id":"2"}],"tags":[{"id":"2","name":"تراث"}],"users":[]}}`))
	list, mine, err := ghost.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s | %s\n", a.Title, a.Section, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | تراث | عاد السوق.
}
