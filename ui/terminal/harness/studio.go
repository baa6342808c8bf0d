package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// studio takes pictures of the reader in terminals and reads them.
type studio struct {
	tools, out string // the folders of the programs and of the pictures
	font       string
	size       int   // in points
	screens    []int // the columns of those that each page is shown on
	bar        float64
	readings   map[reading]float64 // what was read before of the same picture

	warraq    *program // the program that is measured
	before    *program // the one that it is measured beside, or nil
	libraries string   // the folder of the libraries: a new one, since a log that a killed reader left belongs to the file it stood beside
}

// commandOutput runs a program, and gives what it says, in the error too.
func commandOutput(ctx context.Context, name string, args ...string) (string, error) {
	said, err := exec.CommandContext(ctx, name, args...).CombinedOutput() //nolint:gosec // its own tools
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, said)
	}
	return strings.TrimSpace(string(said)), nil
}

func (s *studio) tool(ctx context.Context, name string, args ...string) (string, error) {
	return commandOutput(ctx, filepath.Join(s.tools, name), args...)
}

// insideSeparator parts a multiplexer from the terminal that it is in.
const insideSeparator = " in "

// settings are where the page is shown where none are named: in every terminal,
// and in tmux in one of each kind.
func (s *studio) settings(ctx context.Context) ([]string, error) {
	list, err := s.tool(ctx, "shoot", "--list")
	if err != nil {
		return nil, err
	}
	settings := append(strings.Fields(list), installedFurther()...)
	for _, terminal := range []string{"xterm", "xfce4-terminal", "kitty", "konsole", "mlterm"} {
		settings = append(settings, "tmux"+insideSeparator+terminal)
	}
	return settings, nil
}

// table prints a row for each setting. One that cannot be had, or whose rates are
// above the bar, is an error in the end; the others are shown all the same.
func (s *studio) table(ctx context.Context, settings []string) error {
	fmt.Printf("pictures: %s\n\n| terminal |", s.out)
	for _, sample := range read() {
		fmt.Printf(" %s |", sample.name)
	}
	fmt.Printf(" redraws differ |\n|---|%s---|\n", strings.Repeat("---|", len(read())))
	limit, err := s.browser(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("| a browser | %s | |\n", limit)
	var failures []error
	for _, setting := range settings {
		found, err := s.setting(ctx, setting)
		if ctx.Err() != nil {
			return fmt.Errorf("stopped at %s: %w", setting, ctx.Err())
		}
		if err != nil {
			failures = append(failures, err)
		}
		fmt.Printf("| %s | %s | %d |\n", setting, found.rates, found.differ)
	}
	return errors.Join(failures...)
}

// finding is what came of one setting.
type finding struct {
	rates  rates
	differ int // pixels, between partial redraws and a full one
}

// restBeforeShot is for how many seconds the reader rests after scrolling, before the screen is
// compared with one drawn anew: the list shows what was read by then, which comes behind the text.
const restBeforeShot = "3"

// setting measures one setting, and whether its rates are under the bar.
func (s *studio) setting(ctx context.Context, setting string) (f finding, err error) {
	if f, err = s.measure(ctx, s.warraq, setting); err != nil {
		return f, err
	}
	for i, sample := range read() {
		if sample.barred && f.rates[i] > s.bar {
			err = errors.Join(err, fmt.Errorf("%s, %s: a rate of %.3f is above %.3f", setting, sample.name, f.rates[i], s.bar))
		}
	}
	return f, err
}

// measure takes the pictures of a program in one setting on each of the screens and reads them.
func (s *studio) measure(ctx context.Context, p *program, setting string) (f finding, err error) {
	var found []rates
	for _, columns := range s.screens {
		of, differ, wrong := s.onScreen(ctx, p, setting, columns)
		if wrong != nil {
			return f, wrong
		}
		found, f.differ = append(found, of), max(f.differ, differ)
	}
	f.rates = meanRates(found)
	return f, nil
}

// onScreen takes the pictures of a program in one setting on a screen of so many columns, and
// returns its rates and the pixels in which the two redraws differ.
func (s *studio) onScreen(ctx context.Context, p *program, setting string, columns int) (of rates, differ int, err error) {
	if err = s.photograph(ctx, p, setting, columns); err != nil {
		return nil, 0, err
	}
	if of, err = s.rates(ctx, p, setting, columns); err != nil {
		return nil, 0, err
	}
	differ, err = differentPixels(p.picture(setting, "scrolled"), p.picture(setting, "redrawn"))
	return of, differ, err
}

// photograph takes the pictures of a program in one setting on a screen of so many columns.
func (s *studio) photograph(ctx context.Context, p *program, setting string, columns int) error {
	library := p.libraryOf(setting + " " + strconv.Itoa(columns))
	if err := copyFile(library, p.library); err != nil {
		return err
	}
	terminal, command := setting, []string{p.file, "--welcome=false", "--library", library, p.first}
	if multiplexer, outside, ok := strings.Cut(setting, insideSeparator); ok {
		terminal, command = outside, append([]string{multiplexer, "new-session"}, command...)
	}
	args := []string{
		"-f", s.font, "-s", strconv.Itoa(s.size), "-w", "0.5",
		"-o", p.picture(setting, "redrawn"),
	}
	for _, sample := range read() {
		args = append(args, "-k", "shot:"+p.picture(setting, sample.onScreen(columns)), "-k", "1")
	}
	args = append(args, "-k", "j j k j j", "-k", "wait:"+restBeforeShot, "-k", "shot:"+p.picture(setting, "scrolled"), "-k", "ctrl+l")
	return s.shoot(ctx, terminal, columns, args, command)
}

func copyFile(to, from string) error {
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		return fmt.Errorf("copying the library: %w", err)
	}
	return nil
}
