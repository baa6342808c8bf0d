package article_test

import (
	"fmt"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// The place at which an article was opened stays at the top whatever its width is.
func ExamplePane_SetSize() {
	item := store.Item{Entry: store.Entry{ID: "x", Title: "سوق", Full: true}, Body: "أول الكلام هنا.\n\nوثانيه هناك.\n\nوثالثه بعده.\n\nورابعه.\n"}
	pane := article.New(&pane.Context{Canvas: &draw.Canvas{Words: words.English()}})
	document := article.Styled(item, theme.Night(), words.English())
	first, _ := document.Block(document.Begin() + 20)
	pane.Open(item, document, article.Place{Position: first})
	for _, width := range []int{40, 12} {
		pane.SetSize(width, 2)
		fmt.Println(document.Paragraph(pane.Position()))
	}
	// Output:
	// وثانيه هناك.
	// وثانيه هناك.
}
