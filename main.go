// Warraq (ورّاق) is a right-to-left news reader for the terminal.
package main

import (
	"context"
	"os"

	"github.com/warraq/warraq/ui/command"
)

func main() {
	os.Exit(command.Run(context.Background(), os.Args[1:], command.Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv,
	}))
}
