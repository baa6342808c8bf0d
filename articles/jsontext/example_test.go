package jsontext_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/jsontext"
)

func Example() {
	text, mended := jsontext.Repair(`[{"title": "بحر, [ريح,] //", "tags": ["موج",],},]`)
	fmt.Println(text, mended)
	// Output: [{"title": "بحر, [ريح,] //", "tags": ["موج" ] } ] true
}
