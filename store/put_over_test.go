package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// addAndLeave adds an article and ends without closing the library, as one that is killed.
func addAndLeave(ctx context.Context, path string) error {
	l, err := Open(ctx, path)
	if errors.Is(err, ErrReplaced) {
		fmt.Println("refused")
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := l.Add(ctx, []articles.Article{{Title: "مقالة البرنامج الآخر", Body: "نصها"}}); err != nil {
		return err
	}
	fmt.Println("added")
	return nil
}

// copyInto writes a file's bytes into one that is there, as cp does.
func copyInto(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// journals are what the journal of a library that is open may hold.
var journals = map[string]func(context.Context, *Library) error{
	"never written": func(context.Context, *Library) error { return nil },
	"written":       addMore,
	"emptied":       func(ctx context.Context, l *Library) error { return checkpointed(ctx, l, "truncate") },
	"copied back":   func(ctx context.Context, l *Library) error { return checkpointed(ctx, l, "full") },
}

func addMore(ctx context.Context, l *Library) error {
	_, err := l.Add(ctx, []articles.Article{{Title: "زيادة أولى", Body: "نصها الأول"}, {Title: "زيادة ثانية", Body: "نصها الثاني"}})
	return err
}

func checkpointed(ctx context.Context, l *Library, how string) error {
	if err := addMore(ctx, l); err != nil {
		return err
	}
	_, err := l.db.ExecContext(ctx, "PRAGMA wal_checkpoint("+how+")")
	l.lookAtFiles()
	return err
}

// holdWhilePutOver opens a library, says so, waits for a file that says that another was
// put in its place, then adds an article, says what became of it, and closes the library.
func holdWhilePutOver(ctx context.Context, work string) error {
	state, path, _ := strings.Cut(work, "=")
	l, err := Open(ctx, path)
	if err != nil {
		return err
	}
	if err := journals[state](ctx, l); err != nil {
		return err
	}
	if _, err := l.List(ctx, Filter{}); err != nil {
		return err
	}
	fmt.Println("open")
	for {
		if _, err := os.Stat(path + ".put"); err == nil {
			break
		}
		time.Sleep(time.Millisecond)
	}
	switch _, err := l.Add(ctx, []articles.Article{{Title: "بعدها", Body: "نص"}}); {
	case err == nil:
		fmt.Println("added")
	case errors.Is(err, ErrGone) || errors.Is(err, ErrReplaced):
		fmt.Println("refused")
	default:
		fmt.Println(err)
	}
	return l.Close()
}

// A library that takes the place of one that is open, by a move or by a copy into the same
// file, is not written into by the one that was there, and keeps what another program
// adds to it meanwhile, whatever the journal holds and however that program ends.
func TestPutOver(t *testing.T) {
	t.Parallel()
	for state := range journals {
		for way, put := range map[string]func(from, to string) error{"moved": os.Rename, "copied": copyInto} {
			for _, meanwhile := range []string{"nothing", "leave"} {
				t.Run(state+", "+way+", "+meanwhile, func(t *testing.T) {
					t.Parallel()
					putOver(t, state, put, meanwhile)
				})
			}
		}
	}
}

func putOver(t *testing.T, state string, put func(from, to string) error, meanwhile string) {
	t.Helper()
	path, _ := wellKept(t, 12)
	other, items := wellKept(t, 9)
	old, said := startProcess(t, "hold", state+"="+path)
	if said.Scan(); said.Text() != "open" {
		t.Fatalf("the program that has it open says %q", said.Text())
	}
	if err := put(other, path); err != nil {
		t.Fatal(err)
	}
	want := len(items)
	if meanwhile != "nothing" {
		another, what := startProcess(t, meanwhile, path)
		want += addedBy(t, another, what)
	}
	if err := os.WriteFile(path+".put", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	want += addedBy(t, old, said)
	again, err := Open(t.Context(), path)
	if errors.Is(err, ErrReplaced) {
		if _, err = Restore(t.Context(), path, path); err != nil {
			t.Fatal(err)
		}
		again, err = Open(t.Context(), path)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	health, err := again.Check(t.Context())
	if err != nil || !health.Whole() || health.Articles != want || sameAs(t, again, items) != len(items) {
		t.Errorf("%+v, %v; %d articles were wanted", health, err, want)
	}
}

// addedBy waits for another program and returns how many articles it says it added.
func addedBy(t *testing.T, cmd *exec.Cmd, said *bufio.Scanner) (count int) {
	t.Helper()
	switch said.Scan(); said.Text() {
	case "added":
		count = 1
	case "refused":
	default:
		t.Errorf("another program says %q", said.Text())
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("another program: %v", err)
	}
	return count
}
