// Command harness shows Warraq's rows in real terminals, on displays of their
// own, and reads the pictures back.
//
//	go run ./ui/terminal/harness [flags] [TERMINAL…]
//
// It runs itself in each terminal, with no flag and no setting, as a page in
// three panes; takes pictures of three texts, of a page after partial redraws,
// and of the same page after a full one; and prints, for each terminal, the
// character error rates against the logical texts, beside those of a browser
// with the same font, and the pixels in which the two redraws differ. The
// pictures stay in the folder that it names, to be looked at: the rate does not
// see letters that are not joined, nor a border out of place.
//
// It needs the programs shoot and ocr, in the folder that -tools or WARRAQ_SHOOT
// names.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "harness:", err)
		os.Exit(1)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if len(os.Args) == 2 && os.Args[1] == pageArgument {
		return show(ctx)
	}
	return compare(ctx)
}

// pageArgument makes the program the page itself.
const pageArgument = "page"

// compare takes the pictures and prints the table.
func compare(ctx context.Context) error {
	tools := os.Getenv("WARRAQ_SHOOT")
	if tools == "" {
		tools = filepath.Join("..", "shared", "terminals")
	}
	flag.StringVar(&tools, "tools", tools, "the folder with shoot and ocr")
	out := flag.String("out", filepath.Join(os.TempDir(), "warraq-terminals"), "the folder for the pictures")
	font := flag.String("font", "DejaVu Sans Mono", "the font")
	size := flag.Int("size", 16, "its size in points")
	flag.Parse()
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("finding the program itself: %w", err)
	}
	if err := os.MkdirAll(*out, 0o750); err != nil {
		return fmt.Errorf("making the folder for the pictures: %w", err)
	}
	s := studio{tools: tools, out: *out, font: *font, size: *size, self: self}
	settings := flag.Args()
	if len(settings) == 0 {
		if settings, err = s.settings(ctx); err != nil {
			return err
		}
	}
	return s.table(ctx, settings)
}
