package store

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

var (
	killRounds = flag.Int("kill-rounds", 4, "how often to kill a program that writes to a library")
	writeFor   = flag.Duration("write-for", 800*time.Millisecond, "how long four programs write to one library at once")
)

// child names what this test program does when it is started by a test as
// another Warraq.
const child = "WARRAQ_TEST_CHILD"

// children are what it can do.
var children = map[string]func(ctx context.Context, path string) error{
	"import": importForever, "mark": markForAWhile, "relate": relateForever, "copy": copyForever, "migrate": openLater, "open": openOnce, "leave": addAndLeave, "hold": holdWhilePutOver,
}

func TestMain(m *testing.M) {
	work := os.Getenv(child)
	if work == "" {
		// The race detector has each program wait for a second before it ends.
		_ = os.Setenv("GORACE", "atexit_sleep_ms=0 "+os.Getenv("GORACE"))
		os.Exit(m.Run())
	}
	flag.Parse()
	kind, path, _ := strings.Cut(work, ":")
	if err := children[kind](context.Background(), path); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// startProcess starts this program again for some work on a library.
func startProcess(t *testing.T, work, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], os.Args[1:]...)
	cmd.Env = append(os.Environ(), child+"="+work+":"+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// importForever adds numbered batches until it is killed, bookmarks the first of
// each, and says each thing on standard output once it is done.
func importForever(ctx context.Context, path string) error {
	l, err := Open(ctx, path)
	if err != nil {
		return err
	}
	for n := time.Now().UnixNano(); ; n++ {
		added, err := l.Add(ctx, numbered(n))
		if err != nil {
			return err
		}
		fmt.Println("batch", n)
		if err := l.SetBookmarked(ctx, added[0].ID, true); err != nil {
			return err
		}
		fmt.Println("mark", added[0].ID)
	}
}

// inBatch is how many articles a numbered batch has; each names all others and
// a card.
const inBatch = 6

var wholeBody = strings.TrimSpace(strings.Repeat(long("الراوي")+"\n\n", 5))

func numbered(n int64) []articles.Article {
	batch := make([]articles.Article, inBatch)
	for i := range batch {
		batch[i] = articles.Article{Title: fmt.Sprintf("دفعة %d مقالة %d", n, i), Source: fmt.Sprint(n), Body: fmt.Sprintf("%s\n\nتمت %d %d", wholeBody, n, i)}
		for k := range batch {
			batch[i].Related = append(batch[i].Related, articles.Related{Title: fmt.Sprintf("دفعة %d مقالة %d", n, k)})
		}
		batch[i].Related = append(batch[i].Related, articles.Related{Title: fmt.Sprintf("دفعة %d بطاقة", n), Source: fmt.Sprint(n)})
	}
	return batch
}

// Whenever a program is killed, the library is sound, every batch is in it whole
// or not at all, and all is there that was said to be done.
func TestKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	r := rand.New(rand.NewPCG(1, 2))
	var batches, marks []string
	looked := map[string]bool{} // at the links of articles, once: there are many rounds
	for range *killRounds {
		cmd, said := startProcess(t, "import", path)
		timer := time.AfterFunc(time.Duration(r.IntN(150))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		for said.Scan() {
			switch what, which, _ := strings.Cut(said.Text(), " "); what {
			case "batch":
				batches = append(batches, which)
			case "mark":
				marks = append(marks, which)
			}
		}
		if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() > 0 {
			t.Fatalf("the other program was not killed but ended: %v", err)
		}
		timer.Stop()

		l, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		checkSound(t, l)
		perBatch := map[string]int{}
		bookmarked := map[string]bool{}
		for _, e := range listEntries(t, l, Filter{}) {
			perBatch[e.Source]++
			bookmarked[e.ID] = e.Bookmarked
			if !e.Full || looked[e.ID] {
				continue
			}
			looked[e.ID] = true
			if n := len(relatedEntries(t, l, e.ID)); n != inBatch {
				t.Errorf("%s has %d related, want %d", e.Title, n, inBatch)
			}
			if item := article(t, l, e.ID); !strings.HasPrefix(item.Body, wholeBody+"\n\nتمت ") {
				t.Errorf("%s has not its whole text", e.Title)
			}
		}
		for batch, n := range perBatch {
			if n != inBatch+1 {
				t.Errorf("batch %s has %d articles, want %d and a card", batch, n, inBatch)
			}
		}
		for _, batch := range batches {
			if perBatch[batch] == 0 {
				t.Errorf("batch %s was added and is not here", batch)
			}
		}
		for _, id := range marks {
			if !bookmarked[id] {
				t.Errorf("%s was bookmarked and is not", id)
			}
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d batches, %d marks", len(batches), len(marks))
}

// markForAWhile opens a library, waits for a line on standard input, and writes
// to it as fast as it can: each article is its own, so that all must be there in
// the end.
func markForAWhile(ctx context.Context, path string) error {
	l, err := Open(ctx, path)
	if err != nil {
		return err
	}
	deadline := time.Now().Add(*writeFor)
	for n := 0; time.Now().Before(deadline); n++ {
		added, err := l.Add(ctx, []articles.Article{{Title: fmt.Sprintf("كاتب %d رقم %d", os.Getpid(), n), Body: long("الراوي")}})
		if err != nil {
			return err
		}
		if err := l.SetRead(ctx, added[0].ID, true); err != nil {
			return err
		}
		if err := l.SetPosition(ctx, added[0].ID, n+1); err != nil {
			return err
		}
		fmt.Println(added[0].ID, n+1)
	}
	return l.Close()
}

// Four programs write at once, the first of them having to make the library; none
// is told that it is locked, and nothing is lost.
func TestFourPrograms(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	var lock sync.Mutex
	var wait sync.WaitGroup
	done := map[string]int{}
	for range 4 {
		cmd, said := startProcess(t, "mark", path)
		wait.Go(func() {
			for said.Scan() {
				var id string
				var position int
				if _, err := fmt.Sscan(said.Text(), &id, &position); err != nil {
					t.Error(said.Text(), err)
				}
				lock.Lock()
				done[id] = position
				lock.Unlock()
			}
			if err := cmd.Wait(); err != nil {
				t.Errorf("one of four programs: %v", err)
			}
		})
	}
	wait.Wait()
	l := openAt(t, path)
	checkSound(t, l)
	if len(done) < 8 {
		t.Errorf("only %d articles were written", len(done))
	}
	for id, position := range done {
		if item := article(t, l, id); !item.Read || item.Position != position {
			t.Errorf("%s is %+v, want it read and at %d", id, item.Entry, position)
		}
	}
	t.Logf("%d articles", len(done))
}

// A reader sees what another program adds.
func TestTwoHandles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	one, two := openAt(t, path), openAt(t, path)
	seen := revisionOf(t, two)
	id := addArticles(t, one, pageArticles()...)[0].ID
	for _, test := range []struct {
		name string
		do   func() error
		more bool // whether lists show something new
	}{
		{"articles", func() error { return nil }, true},
		{"the same articles", func() error { _, err := one.Add(t.Context(), pageArticles()); return err }, false},
		{"a bookmark", func() error { return one.SetBookmarked(t.Context(), id, true) }, true},
		{"the same bookmark", func() error { return one.SetBookmarked(t.Context(), id, true) }, false},
		{"the mark of having read", func() error { return two.SetRead(t.Context(), id, true) }, true},
		{"a position", func() error { return one.SetPosition(t.Context(), id, 3) }, false},
	} {
		if err := test.do(); err != nil {
			t.Fatal(err)
		}
		now := revisionOf(t, two)
		if (now > seen) != test.more {
			t.Errorf("%s: revision %d after %d", test.name, now, seen)
		}
		seen = now
		if a, b := listEntries(t, one, Filter{}), listEntries(t, two, Filter{}); !equalEntries(a, b) {
			t.Errorf("%s: one lists %+v, the other %+v", test.name, a, b)
		}
	}
	if e := listEntries(t, two, Filter{})[0]; !e.Read || !e.Bookmarked || e.Position != 3 {
		t.Errorf("marks of both: %+v", e)
	}
}

// What is given up half-way leaves nothing behind, and the library goes on.
func TestCanceled(t *testing.T) {
	l := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	_, err := l.Add(ctx, newGenerator().batch(2000))
	if err == nil {
		t.Skip("it was quicker than the cancelling")
	}
	if n := len(listEntries(t, l, Filter{})); n != 0 {
		t.Errorf("%d articles of a cancelled batch", n)
	}
	addArticles(t, l, pageArticles()...)
	checkSound(t, l)
}

// A library is closed while something is written in the background: whichever comes
// first, the other is refused or waits, and nothing is read while it changes.
func TestCloseWhileWriting(t *testing.T) {
	t.Parallel()
	for range 20 {
		path := filepath.Join(t.TempDir(), "library.db")
		l, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		written := make(chan error)
		go func() {
			for {
				if err := addMore(context.Background(), l); err != nil {
					written <- err
					return
				}
			}
		}()
		if err := l.Close(); err != nil {
			t.Error(err)
		}
		if err := <-written; err == nil || errors.Is(err, ErrReplaced) {
			t.Errorf("what is written behind a library's end: %v", err)
		}
	}
}
