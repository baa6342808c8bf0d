package identity_test

import (
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// The teaser of an article whose text is here says nothing new but its summary.
func Example() {
	here := identity.NewIncoming(&articles.Article{Title: "سوق النحاس", Body: "في السوق القديم يطرق الصنّاع النحاس كل صباح حتى المساء."})
	teaser := identity.NewIncoming(&articles.Article{Title: "سوق النحاس", Body: "في السوق القديم يطرق الصنّاع النحاس", Section: "مدن"})
	if teaser.SameByTitle(&here.Record) {
		merged := identity.Merge(here.Record, teaser)
		fmt.Println(merged.Section, merged.Body == here.Body)
	}
	// Output:
	// مدن true
}
