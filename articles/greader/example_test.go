package greader_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/warraq/warraq/articles/greader"
	"github.com/warraq/warraq/articles/web"
)

// A server is asked for what is unread in it.
func Example() {
	answers := map[string]string{
		"/accounts/ClientLogin":          "SID=x\nLSID=null\nAuth=sami/8e68\n",
		"/reader/api/0/stream/items/ids": `{"itemRefs":[{"id":"12"},{"id":"9"}]}`,
	}
	ask := func(_ context.Context, r web.Request) (*web.Answer, error) {
		path, _, _ := strings.Cut(strings.TrimPrefix(r.Address, "https://rss.example"), "?")
		return &web.Answer{Status: 200, Body: []byte(answers[path])}, nil
	}
	secret := func(context.Context) (user, password string, err error) { return "sami", "secret", nil }
	server := greader.New("https://rss.example/", secret, ask)
	fmt.Println(server.IDs(context.Background(), greader.All, greader.Read))
	// Output: [12 9] <nil>
}
