package page

import (
	"slices"
	"strings"
	"testing"

	"warraq/articles"
	"warraq/articles/text"
	"warraq/store"
	"warraq/ui/rtl"
	"warraq/ui/theme"
	"warraq/ui/words"
)

// What is found is marked in the cells that show it, wherever it stands.
func TestFind(t *testing.T) {
	const body = `سوق الكتب القديمة في المدينة، وفيها سوق أخرى للنُّحاس (the old market) يعرفها الناس.

| اسم | معنى |
|---|---|
| سوق | مكان للبيع |

- بند فيه سُوقٌ

~~~go
x := "سوق" // market
~~~
`
	for _, tt := range []struct {
		name, what string
		options    rtl.Options
		want       []string // what each hit's cells show, in the order of the lines
	}{
		{"in every kind of block", "سوق", rtl.Options{Width: 60}, []string{"سوق سوق", "سوق", "سُوقٌ", "سوق"}},
		{"however it is spelt", "النحاس", rtl.Options{Width: 60}, nil},
		{"without its marks", "للنحاس", rtl.Options{Width: 60}, []string{"للنُّحاس"}},
		{"left to right within", "old market", rtl.Options{Width: 60}, []string{"old", "market"}},
		{"over the end of a line", "القديمة في المدينة", rtl.Options{Width: 18}, []string{"القديمة", "في المدينة"}},
		{"in lengthened words", "المدينة", rtl.Options{Width: 30, Justify: true}, []string{"المدينة"}},
		{"nowhere", "بحر", rtl.Options{Width: 60}, nil},
		{"nothing", "", rtl.Options{Width: 60}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			item := store.Item{Body: body, Captions: []articles.Caption{}}
			item.Lang, item.Full = "ar", true
			var lines [][]rtl.Cell
			for _, line := range New(item, theme.Night(), words.Arabic()).AllLines(tt.options) {
				lines = append(lines, line.Cells)
			}
			hits := Find(lines, func(s string) []text.Range { return text.Find(s, tt.what) })
			var got []string
			for i, cells := range lines {
				if at := slices.Clone(hits.Cells[i]); len(at) > 0 {
					slices.SortFunc(at, func(a, b int) int { return int(cells[a].At - cells[b].At) })
					var shown strings.Builder
					before := -1
					for _, c := range at {
						if before >= 0 && c-before != 1 && before-c != 1 {
							shown.WriteByte(' ')
						}
						shown.WriteString(strings.Trim(cells[c].Text, "\u2068\u2069"))
						before = c
					}
					got = append(got, shown.String())
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if len(tt.want) > 0 && len(hits.Lines) == 0 {
				t.Error("no hit has a line")
			}
		})
	}
}
