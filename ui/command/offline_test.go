package command

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/ui/words"
)

// No command makes what asks servers but those that are for it, and they only where they
// are given an address.
func TestNothingElseAsksServers(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	page := filepath.Join(folder, "page.md")
	text := "---\ntitle: عودة القطار\nurl: https://paper.example/train\n---\n\nنص فيه [رابط](https://paper.example/a) و![صورة](https://paper.example/a.png).\n"
	if err := os.WriteFile(page, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(folder, "out"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = out.Close() })
	asked, settingsFile := 0, filepath.Join(folder, "config.toml")
	if err := os.WriteFile(settingsFile, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	carryOut := func(args ...string) {
		e := &env{Streams: Streams{In: out, Out: out, Err: out, Getenv: func(name string) string { return map[string]string{"WARRAQ_CONFIG": settingsFile}[name] }}, logger: discardLog(), words: words.English()}
		e.newClient = func(web.Options) (*web.Client, error) {
			asked++
			return nil, errors.New("something asks a server")
		}
		root := e.root()
		e.explain(root)
		root.SetOut(out)
		root.SetErr(out)
		root.SetArgs(append(args, "--library", filepath.Join(folder, "library.db")))
		ctx := context.Background()
		if len(args) > 0 && args[0] == "serve" { // which listens and is ended
			ended, end := context.WithTimeout(ctx, time.Second)
			defer end()
			ctx = ended
		}
		_ = root.ExecuteContext(ctx) // what matters is who was asked
	}
	for _, p := range contract {
		name, _, _ := strings.Cut(p.use, " ")
		argument := map[string]string{"add": page, "search": "القطار", "cat": page, "export": filepath.Join(folder, "export"), "backup": filepath.Join(folder, "b.db"), "restore": page, "completion": "bash", "man": filepath.Join(folder, "man"), "warraq": page}[name]
		args := []string{name}
		if name == "warraq" {
			args = nil
		}
		if argument == "" && (p.right[0] > 0) {
			argument = "1"
		}
		if argument != "" {
			args = append(args, argument)
		}
		if name == "serve" {
			args = append(args, "--address", "127.0.0.1:0", "--guests")
		}
		carryOut(args...)
		if asked > 0 {
			t.Errorf("%q asks a server", args)
			asked = 0
		}
	}
	carryOut("add", "https://paper.example/")
	if asked != 1 {
		t.Errorf("an address is asked for %d times", asked)
	}
}
