package query_test

import (
	"fmt"

	"github.com/warraq/warraq/store/query"
)

// A query is parsed once, says what in it was probably meant otherwise, and finds its
// words in a text in all their forms.
func Example() {
	q := query.Parse(`كتاب is:unread after:2024-13`)
	for _, err := range q.Errors() {
		fmt.Println(err)
	}
	text := "اشترى الكتاب من السوق"
	for _, hit := range q.Find(text) {
		fmt.Println(text[hit.Start:hit.End])
	}
	// Output:
	// "2024-13" at 19 is no day, month or year
	// الكتاب
}
