package office_test

import (
	"fmt"
	"os"

	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles/format/office"
)

func ExampleBuilder() {
	var b office.Builder
	var head, first office.Paragraph
	head.Text("المرسى", office.Style{})
	first.Text("سفينة ", office.Style{})
	first.Text("كبيرة", office.Style{Bold: true})
	b.Heading(2, &head)
	b.Item(0, true, 3, &first)
	if err := html.Render(os.Stdout, b.Body()); err != nil {
		fmt.Println(err)
	}
	// Output: <body><h2>المرسى</h2><ol start="3"><li>سفينة <strong>كبيرة</strong></li></ol></body>
}
