package joining_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/rtl/joining"
)

// The letters of a word take the forms in which they join; the alef goes into
// the lam before it.
func ExampleShape() {
	for _, form := range joining.Shape(nil, []rune("سلام")) {
		if form == joining.Ligated {
			fmt.Println("ligated")
			continue
		}
		fmt.Printf("%U %c\n", form, form)
	}
	// Output:
	// U+FEB3 ﺳ
	// U+FEFC ﻼ
	// ligated
	// U+FEE1 ﻡ
}

func ExampleUnshape() {
	letters, ok := joining.Unshape('ﻼ')
	fmt.Println(len([]rune(letters)), letters, ok)
	// Output: 2 لا true
}
