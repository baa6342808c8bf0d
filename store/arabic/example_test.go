package arabic_test

import (
	"bytes"
	"fmt"
	"slices"

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

// A dictionary has all forms of alef in one place, and pe behind ba.
func ExampleOrderKey() {
	words := []string{"تاريخ", "zebra", "پنجره", "آخر", "باب", "1001", "أدب"}
	slices.SortFunc(words, func(a, b string) int {
		return bytes.Compare(arabic.OrderKey(arabic.Fold(a)), arabic.OrderKey(arabic.Fold(b)))
	})
	for _, word := range words {
		fmt.Println(word)
	}
	// Output:
	// 1001
	// آخر
	// أدب
	// باب
	// پنجره
	// تاريخ
	// zebra
}
