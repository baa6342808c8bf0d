package saved_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/format/saved"
)

func Example() {
	l := saved.Link{URL: "https://souq.example/1", Title: "سوق النحاس", Tags: saved.Tags("تراث, أسواق"), Saved: saved.Time("1700000000"), Starred: true}
	a := l.Article()
	fmt.Println(a.Title, a.Tags, a.Kept.Bookmarked, a.Kept.Added.Year())
	// Output: سوق النحاس [تراث أسواق] true 2023
}
