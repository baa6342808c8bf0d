package typeset_test

import (
	"fmt"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/typeset"
	"github.com/warraq/warraq/ui/typeset/faces"
	"github.com/warraq/warraq/ui/words"
)

// An article's rows, each with its height and the letters on it.
func ExampleSetter() {
	item := store.Item{Body: "# فصل\n\nنص\n"}
	item.Full = true
	set, err := faces.NewSet("")
	if err != nil {
		panic(err)
	}
	d := page.New(item, theme.Day(), words.Arabic())
	for _, row := range typeset.NewSetter(set, typeset.Options{Width: 300, Size: 20, Spacing: 1, Side: d.Side()}).Rows(d) {
		for _, text := range row.Texts {
			fmt.Printf("%s: %d glyphs in a row %.0f high\n", text.Face.Name, len(text.Glyphs), row.Height)
		}
	}
	// Output:
	// NotoNaskhArabic-Bold: 3 glyphs in a row 52 high
	// NotoNaskhArabic-Regular: 2 glyphs in a row 37 high
}
