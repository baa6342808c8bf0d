package main

import (
	"context"
	"fmt"
	"os"
)

func main() {
	if err := show(context.Background(), nil, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
