package bundled_test

import (
	"fmt"

	"github.com/warraq/warraq/articles/bundled"
)

func ExampleArticles() {
	list, err := bundled.Articles()
	fmt.Println(len(list) > 3, list[0].Key[:len(bundled.Key)], err)
	// Output: true warraq: <nil>
}
