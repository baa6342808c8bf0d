package web

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"
)

// A page is fetched by another program where there is one for it, within the limits that
// hold for a server; a feed never is.
func TestProgram(t *testing.T) {
	t.Parallel()
	asked := &atomic.Int64{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		_, _ = io.WriteString(w, "by the server")
	}))
	t.Cleanup(s.Close)
	const page = "<p>by the program</p>"
	writes := func(data string, mine bool, err error) func(context.Context, string, int64) ([]byte, bool, error) {
		return func(context.Context, string, int64) ([]byte, bool, error) { return []byte(data), mine, err }
	}
	private := Request{Address: s.URL, Page: true, Private: true}
	for name, tt := range map[string]struct {
		request Request
		program func(context.Context, string, int64) ([]byte, bool, error)
		want    string
		kind    error
	}{
		"a page":             {private, writes(page, true, nil), page, nil},
		"a feed":             {Request{Address: s.URL, Private: true}, writes(page, true, nil), "by the server", nil},
		"not its page":       {private, writes("", false, nil), "by the server", nil},
		"it fails":           {private, writes("", true, io.ErrClosedPipe), "", ErrProgram},
		"it writes nothing":  {private, writes(" \n", true, nil), "", ErrProgram},
		"it writes too much": {Request{Address: s.URL, Page: true, Private: true, MaxBytes: 4}, writes("12345", true, nil), "", ErrTooLarge},
		"a private network":  {Request{Address: s.URL, Page: true}, writes(page, true, nil), "", ErrPrivate},
		"the cloud's keys":   {Request{Address: "http://169.254.169.254/latest/", Page: true}, writes(page, true, nil), "", ErrPrivate},
		"it takes too long": {private, func(ctx context.Context, _ string, _ int64) ([]byte, bool, error) {
			<-ctx.Done()
			return nil, true, ctx.Err()
		}, "", ErrTimeout},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := client(t, Options{Program: tt.program, Timeouts: Timeouts{Whole: time.Second}})
			a, err := c.Get(t.Context(), tt.request)
			if !errors.Is(err, tt.kind) || tt.kind == nil && (err != nil || string(a.Body) != tt.want) {
				t.Fatalf("%v, %+v", err, a)
			}
			if a != nil && !bytes.HasPrefix([]byte(a.Address), []byte(s.URL)) {
				t.Errorf("it is from %s", a.Address)
			}
		})
	}
}

// A program that is stopped is no failure of the page.
func TestProgramIsStopped(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	c := client(t, Options{Program: func(ctx context.Context, _ string, _ int64) ([]byte, bool, error) {
		stop()
		<-ctx.Done()
		return nil, true, errors.New("killed")
	}})
	if _, err := c.Get(ctx, Request{Address: "https://paper.example/", Page: true}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
