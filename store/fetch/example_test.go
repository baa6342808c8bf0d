package fetch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
)

// still is a client that answers without a network.
type still struct{ body string }

func (s still) Get(_ context.Context, r web.Request) (*web.Answer, error) {
	return &web.Answer{Address: r.Address, Permanent: r.Address, Status: 200, Body: []byte(s.body)}, nil
}

func Example() {
	folder, err := os.MkdirTemp("", "warraq")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	ctx := context.Background()
	library, err := store.Open(ctx, filepath.Join(folder, "library.db"))
	if err != nil {
		panic(err)
	}
	defer library.Close()
	if _, _, err = library.AddFeeds(ctx, []store.Feed{{Address: "https://paper.example/feed"}}); err != nil {
		panic(err)
	}
	client := still{"<rss><channel><title>صدى</title><item><title>سوق الكتب</title><description>يفتح كل صباح.</description></item></channel></rss>"}
	summary, err := fetch.Run(ctx, library, client, fetch.Options{}, nil)
	fmt.Println(summary.Results[0].Feed.Label(), summary.Results[0].Status, len(summary.New()), err)
	// Output: صدى fetched 1 <nil>
}
