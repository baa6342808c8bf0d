package keyboard_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/keyboard"
)

// The key that types ت on the Arabic layout is j on a Latin one, and ח on the
// Hebrew one.
func ExampleBoard_Key() {
	for _, typed := range []string{"ت", "ח", "لا", "٣"} {
		key, _, _ := keyboard.Board{}.Key(typed)
		fmt.Print(string(key), " ")
	}
	// Output: j j b 3
}
