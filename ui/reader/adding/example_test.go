package adding_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/adding"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/words"
)

// A text comes in as an article, and is then in the library.
func ExampleAdder() {
	folder, err := os.MkdirTemp("", "warraq")
	if err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	ctx := context.Background()
	library, err := store.Open(ctx, filepath.Join(folder, "library.db"))
	if err != nil {
		panic(err)
	}
	defer func() { _ = library.Close() }()
	runner := jobs.New(ctx, nil)
	a := adding.New(ctx, runner, library, nil)
	for cmd := a.AddText("pasted", "# عودة القطار\n\nعاد القطار إلى المدينة."); cmd != nil; {
		msg, _ := runner.Receive(cmd())
		cmd = a.Step(msg.(adding.Stepped))
	}
	fmt.Println(a.Progress(words.English(), error.Error), a.End() != "")
	// Output: 1 article added true
}
