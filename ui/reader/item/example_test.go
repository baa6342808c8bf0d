package item_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/reader/item"
)

// An item takes fewer rows in a lower pane.
func ExampleRows() {
	for _, height := range []int{24, 10, 6} {
		fmt.Println(item.Rows(height, item.MaxRows))
	}
	// Output:
	// 5
	// 3
	// 2
}
