package xmltext_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/format/xmltext"
)

func Example() {
	var title string
	err := xmltext.NewDecoder("<title>خبز &amp;\x0b ملح&nbsp;</title>").Decode(&title)
	fmt.Printf("%q %v\n", title, err)
	// Output: "خبز & ملح\u00a0" <nil>
}
