package page

import (
	"strings"

	"github.com/warraq/warraq/store"
)

// beginningSize is how much of a long article is styled first: several screens.
const beginningSize = 8 << 10

// Beginning is an article cut off after its first screens, at the end of a
// paragraph, or the whole of one that is not long. It is styled as quickly for
// a book as for a news item.
func Beginning(item store.Item) store.Item {
	if len(item.Body) <= 2*beginningSize {
		return item
	}
	end := strings.LastIndex(item.Body[:beginningSize], "\n\n")
	if end <= 0 {
		return item
	}
	item.Body = item.Body[:end]
	return item
}
