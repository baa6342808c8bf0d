package fetch

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

var killRounds = flag.Int("kill-rounds", 2, "at how many instants a fetch is killed")

// What a process that is to be killed is told in its environment.
const killedLibrary = "WARRAQ_TEST_FETCH_LIBRARY"

// TestFetchUntilKilled is what the other process does; it is no test by itself.
func TestFetchUntilKilled(t *testing.T) {
	path := os.Getenv(killedLibrary)
	if path == "" {
		t.Skip("it is run by TestKilled")
	}
	l, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := web.New(web.Options{})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("begun")
	_, err = Run(context.Background(), l, c, Options{Login: knowsPassword, Pictures: func(string) int { return 9 }}, nil)
	if err != nil {
		t.Fatal(err)
	}
}

// A fetch that is killed at any instant, and another after it, leave the library that one
// fetch leaves: nothing is lost, and nothing is there twice.
func TestKilled(t *testing.T) {
	p := newPaper(t)
	var paths []string
	for i := range 12 {
		path := fmt.Sprint("/feed-", i)
		paths = append(paths, path)
		p.feeds[path] = news(path[1:], 25, 2)
		for _, e := range p.feeds[path] {
			p.pages[e.link] = pageOf(e.title, told(e.guid, 8))
		}
	}
	once := openLibrary(t)
	p.follow(t, once, paths...)
	until := func(l *store.Library) string {
		for range 6 {
			s := fetchAll(t, l, newClient(t), Options{Now: func() time.Time { return time.Now().Add(24 * time.Hour) }})
			if s.Pages+s.PagesFailed+len(s.New()) == 0 {
				break
			}
		}
		return libraryContents(t, l)
	}
	want := until(once)
	r := rand.New(rand.NewPCG(5, 6))
	for round := range *killRounds {
		path := filepath.Join(t.TempDir(), "library.db")
		l, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		p.follow(t, l, paths...)
		if err = l.Close(); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			killAfter(t, path, time.Duration(20+r.IntN(700))*time.Millisecond)
		}
		l, err = store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if got := until(l); got != want {
			t.Errorf("round %d: it is\n%.2000s\nwant\n%.2000s", round, got, want)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killAfter fetches in another process and kills it after some time from when it began.
func killAfter(t *testing.T, library string, after time.Duration) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^TestFetchUntilKilled$")
	c.Env = append(os.Environ(), killedLibrary+"="+library)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	_, _ = out.Read(make([]byte, 1)) // it has begun
	time.Sleep(after)
	_ = c.Process.Kill() // it may have ended
	_ = c.Wait()
}
