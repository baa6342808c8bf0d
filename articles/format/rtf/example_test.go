package rtf_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/format/rtf"
)

func ExampleRead() {
	d, err := rtf.Read([]byte(`{\rtf1\ansi{\info{\title Pier}}\pard\rtlpar \u1606?\u1589?\par}`))
	fmt.Println(d.Title, d.Body.FirstChild.FirstChild.Data, err)
	// Output: Pier نص <nil>
}
