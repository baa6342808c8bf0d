package page_test

import (
	"fmt"
	"strings"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// An article in twenty columns, from the right, as its text is read.
func ExampleDocument() {
	item := store.Item{Body: "- بند **أول**\n- بند ثان في سطرين طويلين\n"}
	item.Full = true
	for line := range page.New(item, theme.Palette(), words.Arabic()).Lines(rtl.Options{Protocols: rtl.AllProtocols, Width: 20, Shaping: rtl.ShapeNone}) {
		for i := range line.Cells {
			line.Cells[i].Style = rtl.Style{}
		}
		fmt.Printf("|%s|\n", strings.TrimRight(string(rtl.AppendVisual(nil, line.Cells)), " "))
	}
	// Output:
	// |           لوأ دنب •|
	// |  نيرطس يف ناث دنب •|
	// |            نيليوط|
}
