package typeset

import (
	"image"
	"strings"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/typeset/faces"
)

// Paper is a size of paper and how it is printed on, in points.
type Paper struct {
	Width, Height, Margin float32
	Size                  float32 // of letters
}

// A4 and A5 are papers of ISO 216.
func A4() Paper { return Paper{595.28, 841.89, 68, 12.5} }

// A5 is half of [A4].
func A5() Paper { return Paper{419.53, 595.28, 46, 10.8} }

// Work is an article that is to be set on paper.
type Work struct {
	Document                *page.Document
	Title, Author, Language string
	// Source stands in the foot of each page, and Number writes a page's number.
	Source string
	Number func(n int) string
	// Picture gives a picture by its name in some size in pixels, nil where there is none.
	Picture func(name string, width, height int) image.Image
}

// NewBook sets an article on paper; the options' lengths are those of the paper.
func NewBook(set *faces.Set, w Work, p Paper, o Options) Book {
	o.Width, o.Size, o.Tallest = p.Width-2*p.Margin, p.Size, (p.Height-2*p.Margin)*0.7
	o.Side, o.Language, o.Pictures, o.Density = w.Document.Side(), w.Language, true, 4
	s := NewSetter(set, o)
	pages := Paginate(s.Rows(w.Document), p.Height-2*p.Margin)
	return Book{
		Title: w.Title, Author: w.Author, Language: w.Language, Side: o.Side,
		Width: p.Width, Height: p.Height, Margin: p.Margin, Pages: pages, Ink: OnPaper(), Picture: w.Picture,
		Foot: func(n int) Row { return s.foot(w.Source, w.Number(n)) },
	}
}

// foot is what stands in the foot of a page: the source where the article starts, the
// number at the other side.
func (s *Setter) foot(source, number string) Row {
	size := 0.75 * s.options.Size
	o := lineOptions{width: s.options.Width, size: size, direction: s.options.Side}
	numbered := s.lines(spansOf(number, rtl.Style{}), o)[0]
	named := o
	named.width -= numbered.width + 2*size
	first := s.lines(spansOf(strings.TrimSpace(source), rtl.Style{}), named)[0]
	x, at := float32(0), s.options.Width-numbered.width
	if s.options.Side == rtl.RTL {
		x, at = s.options.Width-named.width, 0
		numbered.shift(at-(s.options.Width-numbered.width), 0)
	} else {
		numbered.shift(at, 0)
	}
	first.shift(x, 0)
	row := first.Row
	row.Base = first.ascent
	row.put(numbered.Row)
	return row
}
