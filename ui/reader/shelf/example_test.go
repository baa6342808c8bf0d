package shelf_test

import (
	"fmt"

	"warraq/store"
	"warraq/ui/reader/shelf"
	"warraq/ui/words"
)

// The shelf of a filter is that part of the library which it shows.
func ExampleOf() {
	filter := shelf.Shelf{Kind: shelf.Section, Name: "ثقافة"}.In(store.Filter{Unread: true})
	fmt.Println(filter.Unread, filter.Section, shelf.Of(filter).Title(words.English()))
	// Output: false ثقافة ثقافة
}
