package related_test

import (
	"fmt"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/reader/related"
	"github.com/warraq/warraq/ui/words"
)

// A pane that has nothing to show of an article says why.
func ExamplePane_Refuses() {
	p := related.New(&pane.Context{
		Canvas:  &draw.Canvas{Words: words.Arabic()},
		Opened:  func() store.Entry { return store.Entry{ID: "7k2m9qxp"} },
		Visited: func(string) []string { return nil },
	})
	p.Update(pane.Resized{Width: 30, Height: 20})
	fmt.Println(p.Refuses())
	// Output: لا مقالات ذات صلة: لا تسمّي هذه المقالة غيرها، وليس في المكتبة ما يشاركها ما يكفي من الأسماء والكلمات.
}
