package plaintext_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/rtl"
)

func ExamplePlanner() {
	lines := []string{"name,city", "سمير,دمشق"}
	var p plaintext.Planner
	for i, layout := range p.Plan(lines) {
		options := rtl.Options{Width: 20}
		layout.Apply(&options)
		for _, line := range rtl.WrapSpans(rtl.ParseANSI(lines[i]), options) {
			fmt.Printf("%s|\n", rtl.AppendVisual(nil, line.Cells))
		}
	}
	// Output:
	// name,city           |
	// ﺮﻴﻤﺳ,ﻖﺸﻣﺩ           |
}
