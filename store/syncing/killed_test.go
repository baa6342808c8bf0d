package syncing_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/syncing"
)

var kills = flag.Int("sync-kills", 6, "at how many instants a program is killed")

// killedVariable names the library and the folder for the program that is killed.
const killedVariable = "WARRAQ_TEST_KILLED_SYNC"

func TestMain(m *testing.M) {
	syncing.MakePassphrasesCheap()
	if path := os.Getenv(killedVariable); path != "" {
		if err := meetForever(path, os.Getenv(killedVariable+"_FOLDER")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// meetForever changes a library and lets it meet others, again and again, until it is
// killed. It says each article of which it was told that it is in.
func meetForever(path, folder string) error {
	ctx := context.Background()
	l, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	began := int(time.Now().UnixMilli() % 1_000_000_000)
	for n := began; ; n++ {
		a := article(n % 50)
		a.Title, a.URL = fmt.Sprint("مقال ", n), fmt.Sprint("https://paper.example/", n)
		added, err := l.Add(ctx, []articles.Article{a})
		if err != nil {
			return err
		}
		if _, err := l.Tag(ctx, added[0].ID, "وسم"); err != nil {
			return err
		}
		fmt.Println(a.Title)
		if _, err := syncing.Sync(ctx, l, syncing.Options{Folder: folder, Name: "killed"}); err != nil {
			return err
		}
	}
}

// A program that is killed while libraries meet leaves whole segments: nothing is lost, or
// taken for a copy's.
func TestKilled(t *testing.T) {
	t.Parallel()
	folder, path := t.TempDir(), filepath.Join(t.TempDir(), "library.db")
	other := library(t)
	for n := range *kills {
		ctx, stop := context.WithTimeout(t.Context(), 400*time.Millisecond+time.Duration(n*37%300)*time.Millisecond)
		c := exec.CommandContext(ctx, os.Args[0], "-test.run", "^$")
		c.Env = append(os.Environ(), killedVariable+"="+path, killedVariable+"_FOLDER="+folder)
		c.Stderr = os.Stderr
		err := c.Run()
		stop()
		if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() >= 0 {
			t.Fatalf("it ended by itself: %v", err)
		}
		meet(t, other, folder)
	}
	l, err := store.Open(t.Context(), path)
	check(t, err)
	t.Cleanup(func() { _ = l.Close() })
	if r := meet(t, l, folder); len(r.Notices) > 0 && r.Notices[0].Kind != syncing.SameName {
		t.Errorf("noticed %+v", r.Notices)
	}
	meetAll(t, folder, l, other)
	equal(t, l, other)
	late := library(t)
	meet(t, late, folder)
	equal(t, l, late)
	if dirs, _ := filepath.Glob(filepath.Join(folder, "machines", "killed-*")); len(dirs) != 1 {
		t.Errorf("the machine has %d folders", len(dirs))
	}
}
