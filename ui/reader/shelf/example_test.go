package shelf_test

import (
	"fmt"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/words"
)

// A shelf narrows what is searched for to that part of the library which it is.
func ExampleShelf_In() {
	section := shelf.Shelf{Kind: shelf.Section, Name: "ثقافة"}
	filter := section.In(store.Filter{Title: "سوق"})
	fmt.Println(filter.Title, filter.Section, section.Title(words.English()))
	fmt.Println(shelf.Shelf{Kind: shelf.Unread}.Title(words.English()))
	// Output:
	// سوق ثقافة ثقافة
	// Unread
}
