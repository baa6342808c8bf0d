package marks_test

import (
	"fmt"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/marks"
)

// A mark that is on its way to the library is shown as it will be, until it is there or
// could not be saved.
func ExamplePending() {
	var pending marks.Pending
	star := marks.Mark{ID: "7k2m9qxp", Kind: marks.BookmarkMark}
	e := store.Entry{ID: "7k2m9qxp"}
	pending.Add(star, true)
	fmt.Println(pending.Apply(e).Bookmarked)
	pending.Done(star)
	fmt.Println(pending.Apply(e).Bookmarked, pending.IsEmpty())
	// Output:
	// true
	// false true
}
