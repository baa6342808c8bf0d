package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// relateForever adds articles, changes some that it added before, and relates
// them, until it is killed. After each round it says so.
func relateForever(ctx context.Context, path string) error {
	l, err := Open(ctx, path)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	for round := 0; ; round++ {
		var batch []articles.Article
		for range 40 {
			n := r.IntN(200)
			batch = append(batch, articles.Article{
				Title: fmt.Sprintf("خبر رقم %d", n), URL: fmt.Sprintf("https://paper.example/%d", n), Source: fmt.Sprintf("صحيفة %d", n%3),
				Body: long(fmt.Sprintf("صاحب القصة %d", n)) + fmt.Sprintf(" [سابقًا](https://paper.example/%d)", r.IntN(200)) + strings.Repeat(" زيادة", r.IntN(3)),
			})
		}
		if _, err := l.Add(ctx, batch); err != nil {
			return err
		}
		if err := l.Relate(ctx, nil); err != nil {
			return err
		}
		fmt.Println("round", round)
	}
}

// Whenever a program is killed that relates articles, what is known is whole, and
// the next to relate catches up.
func TestRelateKilled(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	r := rand.New(rand.NewPCG(1, 3))
	rounds := 0
	for range *killRounds {
		cmd, said := startProcess(t, "relate", path)
		timer := time.AfterFunc(time.Duration(30+r.IntN(200))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		for said.Scan() {
			rounds++
		}
		if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() > 0 {
			t.Fatalf("the other program was not killed but ended: %v", err)
		}
		timer.Stop()
		l, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		relate(t, l)
		checkFound(t, l)
		checkSound(t, l)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d rounds were whole", rounds)
}
