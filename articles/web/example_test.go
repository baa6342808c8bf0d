package web_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"

	"github.com/warraq/warraq/articles/web"
)

// A server is asked once, and then whether anything has changed.
func Example() {
	paper := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", `"v1"`)
		_, _ = io.WriteString(w, "<rss version='2.0'></rss>")
	}))
	defer paper.Close()
	client, err := web.New(web.Options{Version: "1.0"})
	if err != nil {
		panic(err)
	}
	defer client.Close()
	r := web.Request{Address: paper.URL, Private: true}
	for range 2 {
		answer, err := client.Get(context.Background(), r)
		if err != nil {
			panic(err)
		}
		fmt.Println(answer.NotModified, len(answer.Body))
		r.ETag, r.LastModified = answer.ETag, answer.LastModified
	}
	// Output:
	// false 25
	// true 0
}

// What was wrong is a kind, with the address and what lay behind it.
func ExampleError() {
	err := error(&web.Error{Address: "https://paper.example/feed", Kind: web.ErrGone, Status: 410})
	fmt.Println(errors.Is(err, web.ErrGone))
	fmt.Println(err)
	// Output:
	// true
	// https://paper.example/feed: it is gone for good
}
