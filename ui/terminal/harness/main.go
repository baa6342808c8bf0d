// Command harness shows the reader in real terminals, on displays of their own,
// and reads the pictures back.
//
//	go run ./ui/terminal/harness [flags] [TERMINAL…]
//
// It builds Warraq, puts a few articles in a library, and starts the reader in
// each terminal with no flag and no setting: it opens an article, jumps to one
// related to it and on from there, and takes a picture of each; then it scrolls
// a long one and takes a picture of the same screen after partial redraws and
// after a full one. For each terminal it prints the character error rates of the
// reading pane against the logical text, beside those of a browser with the same
// font, and the pixels in which the two redraws differ. (A few dozen are letters whose ends
// reach into the next cell, and in mlterm some hundred are marks that reach into the next row:
// what the terminal leaves of these depends on what it draws afterwards.) It fails if a rate is
// above the bar (-bar; the marks of tashkeel are the terminal's own affair, so
// that page has none).
//
// With -before FILE it measures another Warraq beside the one that is here, by turns, and prints
// both rates of each page, the pixels in which their pictures of it differ, and how often it
// measured: five times where a rate differed by more than 0.005. It fails if one is higher by
// more than 0.01.
//
// With -readme .github it takes the pictures that the README shows; with -tour
// FOLDER it goes through the reader step by step, as its user would, takes a picture
// of each, and puts them together to one that moves.
//
// The pictures stay in the folder that it names, to be looked at: the rate does
// not see letters that are not joined, nor a border out of place.
//
// A terminal in a multiplexer is named “tmux in xterm”. The programs shoot and
// ocr are needed, in the folder that -tools or WARRAQ_SHOOT names.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
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
	s := studio{tools: os.Getenv("WARRAQ_SHOOT")}
	if s.tools == "" {
		s.tools = filepath.Join("..", "shared", "terminals")
	}
	flag.StringVar(&s.tools, "tools", s.tools, "the folder with shoot and ocr")
	flag.StringVar(&s.out, "out", filepath.Join(os.TempDir(), "warraq-terminals"), "the folder for the pictures")
	flag.StringVar(&s.font, "font", "DejaVu Sans Mono", "the font")
	flag.IntVar(&s.size, "size", 16, "its size in points")
	flag.Float64Var(&s.bar, "bar", 0.12, "the highest character error rate of the first two pages")
	columns := flag.String("columns", strconv.Itoa(screenColumns), "how wide the screens are that each page is shown on, as 100,120,140: the rates are the mean, since OCR misreads now this, now that, where lines end elsewhere")
	readme := flag.String("readme", "", "take the README's pictures, into this folder, and nothing else")
	tourTo := flag.String("tour", "", "take pictures of a tour through the reader, into this folder, and nothing else")
	before := flag.String("before", "", "a Warraq of another commit, to measure beside the one that is here")
	flag.Parse()
	for of := range strings.SplitSeq(*columns, ",") {
		number, err := strconv.Atoi(of)
		if err != nil {
			return fmt.Errorf("-columns %s: %w", *columns, err)
		}
		s.screens = append(s.screens, number)
	}
	if err := os.MkdirAll(s.out, 0o750); err != nil {
		return fmt.Errorf("making the folder for the pictures: %w", err)
	}
	var err error
	if s.libraries, err = os.MkdirTemp("", "warraq-libraries-"); err != nil {
		return fmt.Errorf("making the folder for the libraries: %w", err)
	}
	defer func() { _ = os.RemoveAll(s.libraries) }()
	s.readings = map[reading]float64{}
	if s.warraq, err = s.build(ctx); err != nil {
		return err
	}
	if *readme != "" {
		return s.readme(ctx, *readme)
	}
	settings := flag.Args()
	if *tourTo != "" {
		return s.tour(ctx, *tourTo, settings)
	}
	if len(settings) == 0 {
		if settings, err = s.settings(ctx); err != nil {
			return err
		}
	}
	if *before == "" {
		return s.table(ctx, settings)
	}
	if s.before, err = s.beside(ctx, *before); err != nil {
		return err
	}
	return s.pairs(ctx, settings)
}
