package odt_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/format/odt"
)

func ExampleReadFlat() {
	d, err := odt.ReadFlat(`<office:document xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>نص</text:p></office:text></office:body></office:document>`)
	fmt.Println(d.Body.FirstChild.FirstChild.Data, err)
	// Output: نص <nil>
}
