package compare_test

import (
	"fmt"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/compare"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// Each text knows how much it has alone.
func ExampleTexts() {
	report := func(body string) (item store.Item) {
		item.Title, item.Body = "وصول السفينة", body
		return item
	}
	texts := compare.Texts(
		report("بلغت السفينة ميناء طرشيحا صباح اليوم وعلى متنها 14 بحارًا."),
		report("وصلت السفينة إلى ميناء طرشيحا صباح اليوم وعلى متنها 17 بحارًا. وافتتحت البلدية متحف الصيد القديم."),
		theme.Palette(), words.English())
	for _, t := range texts {
		fmt.Println(t.Sentences, "sentences,", t.Facts, "names and numbers")
	}
	// Output:
	// 0 sentences, 1 names and numbers
	// 1 sentences, 1 names and numbers
}
