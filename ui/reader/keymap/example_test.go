package keymap_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/reader/keymap"
)

// A key that is chosen for two actions is that of the first one.
func ExampleChoose() {
	_, errs := keymap.Choose([]keymap.Chosen{{Action: "bookmark", Keys: []string{"?"}}, {Action: "read", Keys: []string{"?"}}})
	fmt.Println(errs[1])
	// Output: the key ? of read is that of bookmark
}
