package main

import (
	"context"
	"fmt"
	"html"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// studio takes pictures of the page in terminals and reads them.
type studio struct {
	tools, out string // the folders of the programs and of the pictures
	font       string
	size       int // in points
	self       string
}

// output runs a program, and gives what it says, in the error too.
func output(ctx context.Context, name string, args ...string) (string, error) {
	said, err := exec.CommandContext(ctx, name, args...).CombinedOutput() //nolint:gosec // its own tools
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, said)
	}
	return strings.TrimSpace(string(said)), nil
}

func (s studio) tool(ctx context.Context, name string, args ...string) (string, error) {
	return output(ctx, filepath.Join(s.tools, name), args...)
}

// inside parts a multiplexer from the terminal that it is in.
const inside = " in "

// settings are where the page is shown where none are named: in every terminal,
// and in tmux in one of each kind.
func (s studio) settings(ctx context.Context) ([]string, error) {
	list, err := s.tool(ctx, "shoot", "--list")
	if err != nil {
		return nil, err
	}
	settings := strings.Fields(list)
	for _, terminal := range []string{"xterm", "xfce4-terminal", "kitty", "konsole", "mlterm"} {
		settings = append(settings, "tmux"+inside+terminal)
	}
	return settings, nil
}

// table prints a row for each setting. One that cannot be had is an error of its
// own; the others are shown all the same.
func (s studio) table(ctx context.Context, settings []string) error {
	fmt.Printf("pictures: %s\n\n| terminal | %s | redraws differ |\n|---|%s---|\n", s.out,
		strings.Join(pageNames, " | "), strings.Repeat("---|", len(pageNames)))
	limit, err := s.browser(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("| a browser | %s | |\n", limit)
	failed := 0
	for _, setting := range settings {
		row, err := s.setting(ctx, setting)
		if ctx.Err() != nil {
			return fmt.Errorf("stopped at %s: %w", setting, ctx.Err())
		}
		if err != nil {
			failed++
			row = "failed | |"
			fmt.Fprintln(os.Stderr, err)
		}
		fmt.Printf("| %s | %s |\n", setting, row)
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d terminals could not be shown", failed, len(settings))
	}
	return nil
}

func (s studio) picture(setting, name string) string {
	return filepath.Join(s.out, strings.ReplaceAll(setting, " ", "-")+"-"+name+".png")
}

// setting takes the pictures of one setting and reads them.
func (s studio) setting(ctx context.Context, setting string) (string, error) {
	terminal, command := setting, []string{s.self, pageArgument}
	if multiplexer, outside, ok := strings.Cut(setting, inside); ok {
		terminal, command = outside, append([]string{multiplexer, "new-session"}, command...)
	}
	args := []string{
		"-g", fmt.Sprintf("%dx%d", totalColumns, totalRows+1), "-f", s.font, "-s", strconv.Itoa(s.size), "-w", "0.4",
		"-o", s.picture(setting, "redrawn"),
	}
	for i, name := range pageNames {
		args = append(args, "-k", strconv.Itoa(i+1), "-k", "shot:"+s.picture(setting, name))
	}
	args = append(args, "-k", "2 j j k j", "-k", "shot:"+s.picture(setting, "scrolled"), "-k", "r", terminal)
	if _, err := s.tool(ctx, "shoot", append(args, command...)...); err != nil {
		return "", err
	}
	rates, err := s.rates(ctx, setting, true)
	if err != nil {
		return "", err
	}
	pixels, err := different(s.picture(setting, "scrolled"), s.picture(setting, "redrawn"))
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s | %d", rates, pixels), nil
}

// rates reads the pictures of the texts: of their middle pane, or all of them.
func (s studio) rates(ctx context.Context, setting string, pane bool) (string, error) {
	var rates []string
	for _, name := range pageNames {
		picture := s.picture(setting, name)
		expect := filepath.Join(s.out, name+".txt")
		if err := os.WriteFile(expect, []byte(pageText(name)), 0o600); err != nil {
			return "", fmt.Errorf("writing the text that is expected: %w", err)
		}
		args := []string{"--expect", expect, "--lang", languages[name]}
		if pane {
			bounds, err := boundsOf(picture)
			if err != nil {
				return "", err
			}
			cell := float64(bounds.Dx()) / totalColumns
			height := bounds.Dy() / (totalRows + 1)
			args = append(args, "--crop", fmt.Sprintf("%dx%d+%d+%d",
				int(middleColumns*cell), height*(1+len(textRows(name, true))), int(middleColumn*cell), height))
		}
		rate, err := s.tool(ctx, "ocr", append(args, picture)...)
		if err != nil {
			return "", err
		}
		rates = append(rates, rate)
	}
	return strings.Join(rates, " | "), nil
}

// browser draws the texts in a browser, which is as well as they can be read,
// and reads them.
func (s studio) browser(ctx context.Context) (string, error) {
	for _, name := range pageNames {
		page := filepath.Join(s.out, name+".html")
		var text strings.Builder
		for paragraph := range strings.SplitSeq(pageText(name), "\n") {
			fmt.Fprintf(&text, "<div>%s</div>", html.EscapeString(paragraph))
		}
		content := fmt.Sprintf("<!doctype html><meta charset=utf-8><body dir=rtl style=\"margin:0;width:%dch;font:%dpt '%s';background:#000;color:#ddd\">%s",
			middleColumns, s.size, s.font, text.String())
		if err := os.WriteFile(page, []byte(content), 0o600); err != nil {
			return "", fmt.Errorf("writing the page for the browser: %w", err)
		}
		_, err := output(ctx, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
			fmt.Sprintf("--window-size=%d,%d", middleColumns*s.size, totalRows*2*s.size),
			"--screenshot="+s.picture("browser", name), "file://"+page)
		if err != nil {
			return "", err
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

func boundsOf(picture string) (image.Rectangle, error) {
	i, err := decode(picture)
	if err != nil {
		return image.Rectangle{}, err
	}
	return i.Bounds(), nil
}

// different counts the pixels in which two pictures differ.
func different(a, b string) (pixels int, err error) {
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
