package importer_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/ui/importer"
)

// What an input holds is said without adding any of it.
func ExampleRead() {
	inputs := intake.Open(context.Background(), []string{"-"}, strings.NewReader("---\ntitle: سوق النحاس\n---\n\nنص المقالة.\n"))
	for results := range importer.Read(context.Background(), inputs) {
		for _, r := range results {
			fmt.Println(r.Input, r.Title, r.Err)
		}
	}
	// Output: - سوق النحاس <nil>
}
