package foreign_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/format/foreign"
)

func ExampleBytes() {
	kind, name := foreign.Bytes([]byte("%PDF-1.7\n"), func() bool { return true })
	fmt.Println(kind == foreign.PDF, name)
	// Output: true PDF
}
