package opml_test

import (
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/opml"
)

func Example() {
	list := `<opml version="2.0"><body><outline text="صحف"><outline text="دفتر" xmlUrl="https://d.example/rss"/></outline></body></opml>`
	feeds, err := opml.Read(articles.NewSource("list.opml", []byte(list)))
	fmt.Println(feeds[0].Folder, feeds[0].Name, feeds[0].Address, err)
	// Output: [صحف] دفتر https://d.example/rss <nil>
}
