package packed_test

import (
	"fmt"
	"strings"

	"github.com/warraq/warraq/store/packed"
)

// A long Arabic text takes about a third of its bytes, and comes back whole.
func Example() {
	text := strings.Repeat("عاد القطار إلى المحطة بعد عشرين سنة. ", 100)
	b, ok := packed.Pack(text)
	fmt.Println(ok, len(b)*5 < len(text)*2, packed.Unpack(b) == text)
	// Output: true true true
}
