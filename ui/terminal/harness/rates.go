package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"html"
	"image"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/reader"
)

// rates are the character error rates of the samples that are read.
type rates []float64

// meanRates returns the mean of each sample's rates.
func meanRates(all []rates) rates {
	means := make(rates, len(read()))
	for i := range means {
		for _, r := range all {
			means[i] += r[i] / float64(len(all))
		}
	}
	return means
}

// onScreen is the name of a sample's picture on a screen of so many columns.
func (p *pageSample) onScreen(columns int) string { return fmt.Sprintf("%s-%d", p.name, columns) }

func (r rates) String() string {
	var all []string
	for _, rate := range r {
		all = append(all, fmt.Sprintf("%.3f", rate))
	}
	return strings.Join(all, " | ")
}

// rates reads the pictures of the samples on a screen of so many columns: the reading pane, or
// all of a browser's.
func (s *studio) rates(ctx context.Context, p *program, setting string, columns int) (found rates, err error) {
	for _, sample := range read() {
		picture := p.picture(setting, sample.onScreen(columns))
		text := p.expected(sample, columns)
		expect := filepath.Join(p.folder, sample.onScreen(columns)+".txt")
		if err := os.WriteFile(expect, []byte(text), 0o600); err != nil {
			return nil, fmt.Errorf("writing the text that is expected: %w", err)
		}
		shown, err := decode(picture)
		if err != nil {
			return nil, err
		}
		args, part := []string{"--expect", expect, "--lang", sample.languages}, shown.Bounds()
		if setting != browserName {
			part = articlePane(part, columns, len(p.lines[sample.name][columns]))
			args = append(args, "--crop", fmt.Sprintf("%dx%d+%d+%d", part.Dx(), part.Dy(), part.Min.X, part.Min.Y))
		}
		same := reading{pixels: digest(shown, part), text: text, languages: sample.languages}
		rate, ok := s.readings[same]
		if !ok {
			if rate, err = s.rate(ctx, append(args, "--lines", picture)); err != nil {
				return nil, fmt.Errorf("reading %s: %w", picture, err)
			}
			s.readings[same] = rate
		}
		found = append(found, rate)
	}
	return found, nil
}

// reading is what a rate depends on: what is seen, what is expected, and the languages that it
// is read as.
type reading struct {
	pixels          [sha256.Size]byte
	text, languages string
}

// digest is the digest of a part of a picture.
func digest(i image.Image, part image.Rectangle) (sum [sha256.Size]byte) {
	part = part.Intersect(i.Bounds())
	pixels := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	draw.Draw(pixels, pixels.Bounds(), i, part.Min, draw.Src)
	return sha256.Sum256(pixels.Pix)
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

// articlePane is the part of a picture of a screen of so many columns in which the reading
// pane shows so many lines.
func articlePane(picture image.Rectangle, columns, lines int) image.Rectangle {
	cell, row := float64(picture.Dx())/float64(columns), float64(picture.Dy())/screenRows
	column, width := reader.ArticleText(columns)
	pixels := func(of float64) int { return int(math.RoundToEven(of)) }
	return image.Rect(0, 0, pixels(float64(width+1)*cell), pixels(float64(lines)*row)).
		Add(image.Pt(pixels((float64(column)-0.5)*cell), pixels(reader.ArticleRow*row)))
}

// browserName is the setting of the browser.
const browserName = "browser"

// browser draws the texts in a browser, which is as well as they can be read, as wide as each
// of the screens has them, and reads them.
func (s *studio) browser(ctx context.Context) (rates, error) {
	var found []rates
	for _, columns := range s.screens {
		for _, sample := range read() {
			if err := s.browse(ctx, sample, columns); err != nil {
				return nil, err
			}
		}
		of, err := s.rates(ctx, s.warraq, browserName, columns)
		if err != nil {
			return nil, err
		}
		found = append(found, of)
	}
	return meanRates(found), nil
}

// browse takes a picture of a text as wide as on a screen of so many columns in a browser.
func (s *studio) browse(ctx context.Context, sample *pageSample, columns int) error {
	_, width := reader.ArticleText(columns)
	page := filepath.Join(s.out, sample.onScreen(columns)+".html")
	var text strings.Builder
	for line := range strings.SplitSeq(s.warraq.expected(sample, columns), "\n") {
		fmt.Fprintf(&text, "<div>%s</div>", html.EscapeString(line))
	}
	content := fmt.Sprintf("<!doctype html><meta charset=utf-8><body dir=rtl style=\"margin:1ch 2ch;width:%dch;white-space:nowrap;font:%dpt '%s';background:#000;color:#ddd\">%s",
		width, s.size, s.font, text.String())
	if err := os.WriteFile(page, []byte(content), 0o600); err != nil {
		return fmt.Errorf("writing the page for the browser: %w", err)
	}
	_, err := commandOutput(ctx, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
		fmt.Sprintf("--window-size=%d,%d", (width+4)*s.size, (screenRows+2)*s.size),
		"--screenshot="+s.warraq.picture(browserName, sample.onScreen(columns)), "file://"+page)
	return err
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
