package fb2_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/format/fb2"
)

func ExampleRead() {
	b, err := fb2.Read(`<FictionBook><description><title-info><book-title>دفتر</book-title></title-info></description><body><section><title><p>الأول</p></title><p>نص</p></section></body></FictionBook>`)
	fmt.Println(b.Title, len(b.Chapters), b.Chapters[0].Title, err)
	// Output: دفتر 1 الأول <nil>
}
