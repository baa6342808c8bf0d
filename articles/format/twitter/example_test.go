package twitter_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/twitter"
)

func Example() {
	src := articles.NewSource("tweets.js", []byte(`window.YTD.tweets.part0 = [{"tweet":{"id_str":"7","full_text":"عاد السوق"}}]`))
	list, mine, err := twitter.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Println(a.URL, a.Body)
	}
	// Output:
	// true <nil>
	// https://twitter.com/i/web/status/7 عاد السوق
}
