package terminal_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// One row of cells, for a terminal that draws what it is sent and for one that
// reads text.
func ExampleForm_Append() {
	row := rtl.WrapSpans([]rtl.Span{{Text: "سلام (abc)"}}, rtl.Options{Protocols: rtl.AllProtocols, Width: 9})[0].Cells
	fmt.Printf("%s\n%s\n", terminal.Visual.Append(nil, row), terminal.Logical.Append(nil, row))
	// Output:
	// (abc) ﻡﻼﺳ
	// ﺳﻼﻡ (abc)
}
