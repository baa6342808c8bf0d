package keymap_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/reader/keymap"
)

// A key that does something else already cannot be chosen for an action.
func ExampleChoose() {
	_, errs := keymap.Choose([]keymap.Chosen{{Action: "bookmark", Keys: []string{"?"}}})
	fmt.Println(errs[0])
	// Output: the key ? of bookmark is that of help
}
