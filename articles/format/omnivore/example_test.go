package omnivore_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/omnivore"
)

func Example() {
	src := articles.NewSource("metadata_0_to_20.json", []byte(`[{"slug":"souq","title":"سوق النحاس","url":"https://souq.example/1","state":"Active","savedAt":"2024-01-01T10:00:00Z"}]`))
	list, mine, err := omnivore.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// سوق النحاس |
}
