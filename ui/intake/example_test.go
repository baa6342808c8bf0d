package intake_test

import (
	"context"
	"fmt"
	"strings"

	"warraq/articles"
	"warraq/ui/intake"
)

// What an input holds is said without adding any of it.
func ExampleRead() {
	inputs := articles.Open([]string{"-"}, strings.NewReader("---\ntitle: سوق النحاس\n---\n\nنص المقالة.\n"))
	for results := range intake.Read(context.Background(), inputs) {
		for _, r := range results {
			fmt.Println(r.Input, r.Title, r.Err)
		}
	}
	// Output: - سوق النحاس <nil>
}
