package viewport_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/viewport"
)

// longDocument is an article of some size, as a book's chapters are.
func longDocument(size int) *page.Document {
	paragraph := "قال المتحدث إن **الخطة** تشمل 12 مدينة، وإن تمويلها بلغ 3.5 ملايين دولار (USD) بحسب `budget.csv`؛ وأضاف: «لن نتأخر».\n\n"
	return document(strings.Repeat(paragraph, size/len(paragraph)+1))
}

// endless is an article that is one paragraph.
func endless(size int) *page.Document {
	return document(strings.Repeat("قال المتحدث إن **الخطة** تشمل 12 مدينة، وأضاف: ", size/80))
}

// BenchmarkResize is one change of the layout in the middle of an article, and the
// frame after it: what a key or a resize holds the reader.
func BenchmarkResize(b *testing.B) {
	for _, text := range []struct {
		name     string
		document *page.Document
	}{{"1MB", longDocument(1 << 20)}, {"5MB", longDocument(5 << 20)}, {"5MB in one paragraph", endless(5 << 20)}} {
		d := text.document
		v := viewport.New(d)
		v.SetSize(80, 50)
		v.ScrollTo(d.Position(d.Len()) / 2)
		n := 0
		for _, change := range []struct {
			name string
			do   func()
		}{
			{"width", func() { v.SetSize(70+n%20, 50) }},
			{"spacing", func() { d.Space(n % 3); v.Relayout() }},
			{"marks", func() { v.SetOptions(rtl.Options{Protocols: rtl.AllProtocols, HideMarks: n%2 == 0}) }},
			{"theme", func() { d.SetTheme(theme.All()[n%3]); v.Relayout() }},
			{"end", func() { v.ScrollToEnd() }},
			{"page", func() { v.Scroll(-49) }},
		} {
			b.Run(fmt.Sprint(text.name, "/", change.name), func(b *testing.B) {
				for b.Loop() {
					n++
					change.do()
					v.Rows()
				}
			})
		}
	}
}

// BenchmarkFind is one slice of a search: what holds the reader at once.
func BenchmarkFind(b *testing.B) {
	v := viewport.New(longDocument(5 << 20))
	v.SetSize(80, 50)
	for b.Loop() {
		v.Find(matching("بحر"))
		v.Seek(true)
	}
}
