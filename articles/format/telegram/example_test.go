package telegram_test

import (
	"context"
	"fmt"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/telegram"
)

func Example() {
	src := articles.NewSource("result.json", []byte(`{"name":"أخبار السوق","type":"public_channel","id":1,"messages":[{"id":2,"type":"message","date":"2024-01-01T10:00:00","text":["عاد ",{"type":"bold","text":"السوق"}]}]}`))
	list, mine, err := telegram.Format.Read(context.Background(), src)
	fmt.Println(mine, err)
	for _, a := range list {
		fmt.Printf("%s | %s\n", a.Title, a.Body)
	}
	// Output:
	// true <nil>
	// عاد السوق | عاد **السوق**
}
