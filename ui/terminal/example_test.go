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

// A text for the terminal that a program runs in, which is asked what it is, or guessed by its
// environment as here.
func ExampleTerminal_Apply() {
	found := terminal.Guess(func(name string) string { return map[string]string{"TERM": "foot"}[name] }, nil)
	options := rtl.Options{Width: 12}
	found.Apply(&options)
	for _, line := range rtl.WrapSpans([]rtl.Span{{Text: "كَتَبَ سطرا"}}, options) {
		fmt.Printf("%s|\n", found.Append(nil, line.Cells))
	}
	// Output:
	//     ﺍﺮﻄﺳ ﺐﺘﻛ|
}
