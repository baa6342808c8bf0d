package words_test

import (
	"fmt"

	"github.com/warraq/warraq/ui/words"
)

// Nouns are counted as their language counts.
func ExampleWords_Count() {
	for _, w := range []*words.Words{words.Arabic(), words.English()} {
		for _, n := range []int{1, 2, 3, 11} {
			fmt.Println(w.Count(n, w.ArticleNoun))
		}
	}
	// Output:
	// مقالة واحدة
	// مقالتان
	// 3 مقالات
	// 11 مقالة
	// 1 article
	// 2 articles
	// 3 articles
	// 11 articles
}
