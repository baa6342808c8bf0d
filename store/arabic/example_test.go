package arabic_test

import (
	"fmt"

	"warraq/store/arabic"
)

// Spellings of one word are folded into one.
func ExampleFold() {
	for _, word := range []string{"الأَسْوَاق", "ٱلاسواق", "الأســواق", "ﺍﻷﺳﻮﺍﻕ"} {
		fmt.Println(arabic.Fold(word) == arabic.Fold("الاسواق"))
	}
	// Output:
	// true
	// true
	// true
	// true
}
