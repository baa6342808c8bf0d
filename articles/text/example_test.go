package text_test

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/warraq/warraq/articles/text"
)

// Spellings of one word are folded into one.
func ExampleFold() {
	for _, word := range []string{"الأَسْوَاق", "ٱلاسواق", "الأســواق", "ﺍﻷﺳﻮﺍﻕ"} {
		fmt.Println(text.Fold(word) == text.Fold("الاسواق"))
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
		return bytes.Compare(text.OrderKey(text.Fold(a)), text.OrderKey(text.Fold(b)))
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
