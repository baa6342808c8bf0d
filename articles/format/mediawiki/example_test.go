package mediawiki_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/mediawiki"
)

func Example() {
	src := articles.NewSource("a.xml", []byte(`<mediawiki><page><title>سوق النحاس</title><ns>0</ns><revision><text>عاد '''السوق'''.{{بذرة}}</text></revision></page></mediawiki>`))
	list, mine, err := mediawiki.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | عاد **السوق**.
}
