package command_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/warraq/warraq/ui/command"
)

// A command line is carried out on the streams that it is given, and gives the
// exit status.
func ExampleRun() {
	folder, err := os.MkdirTemp("", "warraq-*")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(folder) }()
	library := filepath.Join(folder, "library.db")
	status := command.Run(context.Background(), []string{"search", "كلمة-ليست-في-مقالة", "--json", "--library", library}, command.Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: func(string) string { return "" },
	})
	fmt.Println(status)
	// Output:
	// []
	// 1
}
