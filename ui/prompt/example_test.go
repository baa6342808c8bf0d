package prompt_test

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/prompt"
	"github.com/warraq/warraq/ui/rtl"
)

// What is typed stands at the right in a field, the cursor where the next letter
// goes.
func ExampleLine() {
	var line prompt.Line
	for _, letter := range "سوقق" {
		line.Edit(tea.KeyPressMsg{Text: string(letter), Code: letter})
	}
	line.Edit(tea.KeyPressMsg{Code: tea.KeyBackspace})
	cells, cursor := line.Field(10, rtl.Style{}, rtl.Style{})
	fmt.Printf("%q |%s| %d\n", line.Text, rtl.AppendLogical(nil, cells), cursor)
	// Output: "سوق" |      سوق | 6
}
