package main

import (
	"context"
	"errors"
	"fmt"
	"html"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/reader"
)

// studio takes pictures of the reader in terminals and reads them.
type studio struct {
	tools, out string // the folders of the programs and of the pictures
	font       string
	size       int // in points
	bar        float64

	warraq, library string // the program, and the library that each terminal gets a copy of
	libraries       string // the folder of those: a new one, since a log that a killed reader left belongs to the file it stood beside
	first           string // the file of the article that is opened
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

func (s *studio) picture(setting, name string) string {
	return filepath.Join(s.out, strings.ReplaceAll(setting, " ", "-")+"-"+name+".png")
}

// finding is what came of one setting.
type finding struct {
	rates  rates
	differ int // pixels, between partial redraws and a full one
}

// rates are the character error rates of the samples that are read.
type rates []float64

func (r rates) String() string {
	var all []string
	for _, rate := range r {
		all = append(all, fmt.Sprintf("%.3f", rate))
	}
	return strings.Join(all, " | ")
}

// restBeforeShot is for how many seconds the reader rests after scrolling, before the screen is
// compared with one drawn anew: the list shows what was read by then, which comes behind the text.
const restBeforeShot = "3"

// setting takes the pictures of one setting and reads them.
func (s *studio) setting(ctx context.Context, setting string) (f finding, err error) {
	library := s.libraryOf(setting)
	if copyFileErr := copyFile(library, s.library); copyFileErr != nil {
		return f, copyFileErr
	}
	terminal, command := setting, []string{s.warraq, "--welcome=false", "--library", library, s.first}
	if multiplexer, outside, ok := strings.Cut(setting, insideSeparator); ok {
		terminal, command = outside, append([]string{multiplexer, "new-session"}, command...)
	}
	args := []string{
		"-g", fmt.Sprintf("%dx%d", screenColumns, screenRows), "-f", s.font, "-s", strconv.Itoa(s.size), "-w", "0.5",
		"-o", s.picture(setting, "redrawn"),
	}
	for _, sample := range read() {
		args = append(args, "-k", "shot:"+s.picture(setting, sample.name), "-k", "1")
	}
	args = append(args, "-k", "j j k j j", "-k", "wait:"+restBeforeShot, "-k", "shot:"+s.picture(setting, "scrolled"), "-k", "ctrl+l")
	if toolErr := s.shoot(ctx, terminal, args, command); toolErr != nil {
		return f, toolErr
	}
	if f.rates, err = s.rates(ctx, setting, true); err != nil {
		return f, err
	}
	f.differ, err = differentPixels(s.picture(setting, "scrolled"), s.picture(setting, "redrawn"))
	for i, sample := range read() {
		if sample.barred && f.rates[i] > s.bar {
			err = errors.Join(err, fmt.Errorf("%s, %s: a rate of %.3f is above %.3f", setting, sample.name, f.rates[i], s.bar))
		}
	}
	return f, err
}

// libraryOf is the file of a setting's own library.
func (s *studio) libraryOf(setting string) string {
	return filepath.Join(s.libraries, filepath.Base(s.picture(setting, "library"))+".db")
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

// rates reads the pictures of the samples: the reading pane, or all of them.
func (s *studio) rates(ctx context.Context, setting string, pane bool) (found rates, err error) {
	for _, sample := range read() {
		picture := s.picture(setting, sample.name)
		expect := filepath.Join(s.out, sample.name+".txt")
		if err := os.WriteFile(expect, []byte(sample.expected()), 0o600); err != nil {
			return nil, fmt.Errorf("writing the text that is expected: %w", err)
		}
		args := []string{"--expect", expect, "--lang", sample.languages}
		if pane {
			crop, err := articlePane(picture, len(sample.lines))
			if err != nil {
				return nil, err
			}
			args = append(args, "--crop", crop)
		}
		rate, err := s.rate(ctx, append(args, "--lines", picture))
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", picture, err)
		}
		found = append(found, rate)
	}
	return found, nil
}

// segmentationModes are the ways in which the recogniser looks for lines: each loses
// another one now and then, which no reader would.
var segmentationModes = []string{"6", "4", "11"}

// rate reads a picture in each of these ways and takes the best that came of
// each line. It is the mean over the characters.
func (s *studio) rate(ctx context.Context, args []string) (float64, error) {
	best := map[int]float64{}
	length := map[int]int{}
	for _, mode := range segmentationModes {
		said, err := s.tool(ctx, "ocr", append([]string{"--psm", mode}, args...)...)
		if err != nil {
			return 0, err
		}
		lines := strings.Split(said, "\n")
		for i, line := range lines[:len(lines)-1] { // the last is the mean
			value, text, _ := strings.Cut(line, " ")
			rate, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return 0, fmt.Errorf("%q is no rate: %w", line, err)
			}
			if before, ok := best[i]; !ok || rate < before {
				best[i] = rate
			}
			length[i] = utf8.RuneCountInString(text)
		}
	}
	sum, total := 0.0, 0
	for i, rate := range best {
		sum += rate * float64(length[i])
		total += length[i]
	}
	return sum / float64(max(total, 1)), nil
}

// articlePane is the part of a picture in which the reading pane shows so many
// lines, as ocr takes it.
func articlePane(picture string, lines int) (string, error) {
	i, err := decode(picture)
	if err != nil {
		return "", err
	}
	cell, row := float64(i.Bounds().Dx())/screenColumns, float64(i.Bounds().Dy())/screenRows
	column, width := reader.ArticleText(screenColumns)
	return fmt.Sprintf("%.0fx%.0f+%.0f+%.0f",
		float64(width+1)*cell, float64(lines)*row, (float64(column)-0.5)*cell, reader.ArticleRow*row), nil
}

// browser draws the texts in a browser, which is as well as they can be read,
// and reads them.
func (s *studio) browser(ctx context.Context) (rates, error) {
	_, width := reader.ArticleText(screenColumns)
	for _, sample := range read() {
		page := filepath.Join(s.out, sample.name+".html")
		var text strings.Builder
		for line := range strings.SplitSeq(sample.expected(), "\n") {
			fmt.Fprintf(&text, "<div>%s</div>", html.EscapeString(line))
		}
		content := fmt.Sprintf("<!doctype html><meta charset=utf-8><body dir=rtl style=\"margin:1ch 2ch;width:%dch;white-space:nowrap;font:%dpt '%s';background:#000;color:#ddd\">%s",
			width, s.size, s.font, text.String())
		if err := os.WriteFile(page, []byte(content), 0o600); err != nil {
			return nil, fmt.Errorf("writing the page for the browser: %w", err)
		}
		_, err := commandOutput(ctx, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
			fmt.Sprintf("--window-size=%d,%d", (width+4)*s.size, (screenRows+2)*s.size),
			"--screenshot="+s.picture("browser", sample.name), "file://"+page)
		if err != nil {
			return nil, err
		}
	}
	return s.rates(ctx, "browser", false)
}

func decode(picture string) (image.Image, error) {
	f, err := os.Open(picture)
	if err != nil {
		return nil, fmt.Errorf("opening a picture: %w", err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	i, err := png.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", picture, err)
	}
	return i, nil
}

// differentPixels counts the pixels in which two pictures differ.
func differentPixels(a, b string) (pixels int, err error) {
	one, err := decode(a)
	if err != nil {
		return 0, err
	}
	other, err := decode(b)
	if err != nil {
		return 0, err
	}
	if one.Bounds() != other.Bounds() {
		return 0, fmt.Errorf("%s and %s have not the same size", a, b)
	}
	for y := one.Bounds().Min.Y; y < one.Bounds().Max.Y; y++ {
		for x := one.Bounds().Min.X; x < one.Bounds().Max.X; x++ {
			if one.At(x, y) != other.At(x, y) {
				pixels++
			}
		}
	}
	return pixels, nil
}
