package command

import (
	"bufio"
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/export"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/picture"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/typeset"
	"github.com/warraq/warraq/ui/typeset/faces"
)

// printing holds the flags that say how articles are set on paper.
type printing struct {
	paper  string
	page   int
	ragged bool
}

// paperSizes are the sizes of paper.
var paperSizes = map[string]typeset.Paper{"a4": typeset.A4(), "a5": typeset.A5()}

// paperFlag declares the flag that says on which paper.
func (p *printing) paperFlag(c *cobra.Command) { c.Flags().StringVar(&p.paper, "paper", "a4", "a4|a5") }

// flags declares all of them on a command.
func (p *printing) flags(c *cobra.Command) {
	p.paperFlag(c)
	c.Flags().IntVar(&p.page, "page", 1, "")
}

// sheet is the paper that the flags ask for.
func (p *printing) sheet() (typeset.Paper, error) {
	return pick("paper", strings.ToLower(p.paper), paperSizes)
}

// errNeedsFile is a file of pages that would go to a terminal.
var errNeedsFile = errors.New("a terminal cannot show it")

// printed returns what writes an article as it is set on paper.
func (e *env) printed(ctx context.Context, format string, on *printing, how layoutFlags) func(*store.Library, store.Item) error {
	return func(l *store.Library, item store.Item) error {
		paper, err := on.sheet()
		if err != nil {
			return err
		}
		options, err := how.options()
		if err != nil {
			return err
		}
		if isTerminal(e.Out) && format != "svg" {
			return usageError{errNeedsFile}
		}
		options.Justify = !on.ragged
		set := e.faces()
		book := e.book(ctx, l, item, set, paper, options, 0)
		if err := inRange("page", on.page, 1, len(book.Pages)); err != nil {
			return err
		}
		e.sayMissing(set)
		return e.writePages(format, book, on.page)
	}
}

// pixelsPerInch is how fine a page is as a picture.
const pixelsPerInch = 150

// pointsPerInch is how many points of print an inch has.
const pointsPerInch = 72

// writePages writes a book: all of it, or as a picture one page.
func (e *env) writePages(format string, book typeset.Book, number int) error {
	if format == "svg" { // text, which may go to a terminal
		return e.writeText(func(to io.Writer) error {
			out := bufio.NewWriterSize(to, 64<<10)
			return errors.Join(typeset.WriteSVG(out, book, number), out.Flush())
		})
	}
	out := bufio.NewWriterSize(e.Out, 64<<10)
	var err error
	switch format {
	case "pdf":
		err = typeset.WritePDF(out, book)
	case "png":
		err = png.Encode(out, typeset.PageImage(book, number, pixelsPerInch/float32(pointsPerInch)))
	}
	return errors.Join(err, out.Flush())
}

// faces returns the fonts that pages are set in; a font of the user's that cannot be used is
// named, and the others hold.
func (e *env) faces() *faces.Set {
	set, err := faces.NewSet(e.printFont)
	if err != nil {
		e.say(err)
	}
	return set
}

// mostMissing is how many letters are named that no font has.
const mostMissing = 12

// sayMissing names the letters that no font has: a box stands for each.
func (e *env) sayMissing(set *faces.Set) {
	missing := set.Missing()
	if len(missing) == 0 {
		return
	}
	names := make([]string, 0, mostMissing)
	for _, r := range missing[:min(len(missing), mostMissing)] {
		names = append(names, string(r)+" (U+"+strings.ToUpper(strconv.FormatInt(int64(r), 16))+")")
	}
	e.notice("warraq: " + strings.ReplaceAll(e.words.Errors.NoGlyph, "%s", isolate(strings.Join(names, e.words.Comma))))
}

// book sets an article on paper, its pages numbered behind those before it.
func (e *env) book(ctx context.Context, l *store.Library, item store.Item, set *faces.Set, paper typeset.Paper, o rtl.Options, before int) typeset.Book {
	d := page.New(item, theme.Day(), e.words)
	return typeset.NewBook(set, typeset.Work{
		Document: d, Title: item.Title, Author: item.Author, Language: item.Lang, Source: e.sourceOf(item),
		Number:  func(n int) string { return strconv.Itoa(before + n) },
		Picture: e.pictureOf(ctx, l),
	}, paper, typeset.Options{
		Spacing: 1, Justify: o.Justify, Direction: o.Direction, Digits: o.Digits, HideMarks: o.HideMarks,
	})
}

// sourceOf is what stands in the foot of an article's pages: where it comes from and its
// address.
func (e *env) sourceOf(item store.Item) string {
	source := e.words.Paper(item.Entry)
	if address := page.Address(item.URL); address != "" {
		source = isolate(source) + " · " + isolate(strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://"))
	}
	return source
}

// pictureOf returns what gives the pictures of articles in a size in pixels. One that cannot
// be shown is none.
func (e *env) pictureOf(ctx context.Context, l *store.Library) func(string, int, int) image.Image {
	return func(name string, width, height int) image.Image {
		p, err := l.Picture(ctx, name)
		if err != nil {
			return nil
		}
		img, err := picture.Decode(p.Data, width, height, color.White)
		if err != nil {
			return nil
		}
		return img
	}
}

// printShelf writes articles as one PDF file with numbered pages and a table of contents.
func (e *env) printShelf(ctx context.Context, out io.Writer, l *store.Library, cards []export.Card, how printing) error {
	paper, err := how.sheet()
	if err != nil {
		return err
	}
	side := rtl.LTR
	if e.words.Direction == "rtl" {
		side = rtl.RTL
	}
	file := typeset.NewPDF(out, typeset.Book{Title: e.words.Name, Language: e.words.Lang, Side: side})
	set := e.faces()
	for _, card := range cards {
		item, err := l.Article(ctx, card.ID)
		if errors.Is(err, store.ErrNotFound) {
			continue // removed meanwhile
		}
		if err != nil {
			return err
		}
		options := rtl.Options{Protocols: rtl.AllProtocols, Direction: rtl.AutoRTL, Justify: true}
		if err := file.Add(e.book(ctx, l, item, set, paper, options, file.Pages())); err != nil {
			return err
		}
	}
	if len(cards) == 0 {
		if err := file.Add(typeset.Book{Width: paper.Width, Height: paper.Height, Pages: make([]typeset.Page, 1)}); err != nil {
			return err
		}
	}
	e.sayMissing(set)
	return file.Close()
}
