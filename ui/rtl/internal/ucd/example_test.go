package ucd_test

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/warraq/warraq/ui/rtl/internal/ucd"
)

// Of a thousand code points with one value, a table holds one block.
func ExampleWriteBlocks() {
	var b bytes.Buffer
	ucd.WriteBlocks(&b, "width", "uint8", slices.Repeat([]string{"1"}, 8*ucd.BlockSize))
	fmt.Println(bytes.Count(b.Bytes(), []byte("1,")))
	first, last := ucd.Range("0621..063F")
	fmt.Println(last-first+1, "letters")
	// Output:
	// 128
	// 31 letters
}
