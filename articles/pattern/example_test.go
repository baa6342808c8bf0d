package pattern_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/pattern"
)

var year = pattern.New(`\b\d{4}\b`)

func Example() {
	fmt.Println(year.FindString("طُبع سنة 1935 في مصر"))
	// Output: 1935
}
