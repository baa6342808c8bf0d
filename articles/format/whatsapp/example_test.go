package whatsapp_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/whatsapp"
)

func Example() {
	src := articles.NewSource("a.txt", []byte(`9/3/2024, 08:05 - هيفاء: عاد السوق`))
	list, mine, err := whatsapp.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// هيفاء | **هيفاء** (08:05): عاد السوق
}
