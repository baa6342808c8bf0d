package web_test

import (
	"errors"
	"fmt"

	"warraq/articles/web"
)

// What was wrong is a kind, with the address and what lay behind it.
func ExampleError() {
	err := error(&web.Error{Address: "https://paper.example/feed", Kind: web.ErrGone, Status: 410})
	fmt.Println(errors.Is(err, web.ErrGone))
	fmt.Println(err)
	// Output:
	// true
	// https://paper.example/feed: it is gone for good
}
