package history_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/reader/history"
)

// One goes from an article to another, and back to where one was in it.
func ExampleHistory() {
	var h history.History
	h.Leave(history.Place{ID: "first", Title: "سوق الكتب"})
	back, ok := h.Back(history.Place{ID: "second"})
	fmt.Println(back.Title, ok)
	forward, ok := h.Forward(back)
	fmt.Println(forward.ID, ok)
	// Output:
	// سوق الكتب true
	// second true
}
