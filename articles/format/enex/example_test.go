package enex_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/enex"
)

func Example() {
	src := articles.NewSource("a.enex", []byte(`<en-export><note><title>سوق النحاس</title><content><![CDATA[<en-note><div>عاد السوق.</div></en-note>]]></content></note></en-export>`))
	list, mine, err := enex.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس | عاد السوق.
}
