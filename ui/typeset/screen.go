package typeset

import (
	"image"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/typeset/faces"
)

// Screen sets an article for a terminal that shows pixels: it gives its rows as lines of
// cells (see viewport.Source), each as high as some rows of the terminal, so that scrolling,
// finding and choosing go on as in the grid. The cells show nothing; they say which letters
// stand over which columns. What is seen are the rows that [Screen.Draw] draws over them.
// It is not for concurrent use, but for drawing rows that were set.
type Screen struct {
	*page.Document
	// Marks tells whether tashkeel is left out, and whether its shadda stays; nil is that
	// nothing is: that a terminal drops marks from its cells is no reason.
	Marks func() (hide, keepShadda bool)

	faces    *faces.Set
	cell     image.Point
	language string
	spacing  float32

	setter  *Setter
	version string
	options rtl.Options
	blocks  map[int][]screenRow
	kept    int // rows
}

// screenRow is a row and how it stands on rows of the terminal.
type screenRow struct {
	Row
	rows int     // of the terminal
	top  float32 // where it begins in them
}

// NewScreen sets a document for a terminal whose cells have some size in pixels. Spacing is
// how many free lines stand between paragraphs.
func NewScreen(d *page.Document, set *faces.Set, cell image.Point, language string, spacing int) *Screen {
	return &Screen{Document: d, faces: set, cell: cell, language: language, spacing: float32(spacing)}
}

// The sizes on a screen, in heights of a cell: of letters, and of the highest picture.
const (
	screenSize    = 1.02
	nastaliqSize  = 1.2 // of letters of Nastaliq, which has three rows to a line anyway
	tallestOnRows = 18
)

// maxScreenRows is how many rows are kept.
const maxScreenRows = 2000

// block sets a block, unless it is.
func (s *Screen) block(i int, o rtl.Options) []screenRow {
	o.HideMarks, o.KeepShadda = false, false
	if s.Marks != nil {
		o.HideMarks, o.KeepShadda = s.Marks()
	}
	if s.setter == nil || o.Width != s.options.Width || o.Justify != s.options.Justify || o.Digits != s.options.Digits ||
		o.HideMarks != s.options.HideMarks || o.KeepShadda != s.options.KeepShadda || o.Direction != s.options.Direction || o.Align != s.options.Align {
		s.options, s.blocks = o, nil
		s.version = strconv.FormatInt(settingCount.Add(1), 10)
		size := screenSize * float32(s.cell.Y)
		if base, _, _ := strings.Cut(s.language, "-"); base == "ur" {
			size *= nastaliqSize
		}
		s.setter = NewSetter(s.faces, Options{
			Width: float32(o.Width * s.cell.X), Size: size, Spacing: s.spacing, Justify: o.Justify,
			Side: s.Side(), Direction: o.Direction, Language: s.language, Digits: o.Digits, HideMarks: o.HideMarks, KeepShadda: o.KeepShadda,
			Tallest: tallestOnRows * float32(s.cell.Y), Pictures: true,
		})
	}
	if rows, ok := s.blocks[i]; ok {
		return rows
	}
	if s.blocks == nil || s.kept > maxScreenRows {
		s.blocks, s.kept = map[int][]screenRow{}, 0
	}
	rows := s.set(i)
	s.blocks[i] = rows
	s.kept += len(rows)
	return rows
}

// set sets a block in rows of whole cells.
func (s *Screen) set(i int) (rows []screenRow) {
	p, ok := s.Part(i)
	if !ok {
		return nil
	}
	var before *page.Part
	if i > 0 {
		if b, ok := s.Part(i - 1); ok {
			before = &b
		}
	}
	height := float32(s.cell.Y)
	for _, r := range s.setter.Part(p, before) {
		n := max(1, round(r.Height/height+0.32))
		if r.Gap {
			n = max(1, round(r.Height/height))
		}
		rows = append(rows, screenRow{r, n, (float32(n)*height - r.Height) / 2})
	}
	return rows
}

// settingCount counts how often articles were set in some way.
var settingCount atomic.Int64

// Version is another whenever the article is set otherwise.
func (s *Screen) Version() string { return s.version }

// Forget has all set anew: the document has other looks.
func (s *Screen) Forget() { s.blocks, s.setter = nil, nil }

// Space says how many free lines stand between paragraphs from now on.
func (s *Screen) Space(lines int) { s.spacing = float32(lines); s.Forget() }

// BlockLines gives a block as lines of cells.
func (s *Screen) BlockLines(i int, o rtl.Options) iter.Seq[page.Line] {
	return func(yield func(page.Line) bool) {
		p, _ := s.Part(i)
		for _, r := range s.block(i, o) {
			cells := s.cells(&r, max(o.Width, 1))
			for range r.rows {
				line := page.NewLine(cells, r.Position, r.End, p.Text, p.Position)
				line.Gap = r.Gap
				if r.Picture != nil {
					line.Picture = r.Picture.Name
				}
				if !yield(line) {
					return
				}
			}
		}
	}
}

// cells says which letters stand over which columns.
func (s *Screen) cells(r *screenRow, width int) []rtl.Cell {
	cells := make([]rtl.Cell, width)
	for i := range cells {
		cells[i] = rtl.Cell{Text: " ", Glyph: ' ', At: rtl.NoOffset, Width: 1, Kind: rtl.Space}
	}
	column := float32(s.cell.X)
	for t := range r.Texts {
		text := &r.Texts[t]
		for _, g := range text.Glyphs {
			if g.At < 0 || g.Shows == "" {
				continue
			}
			first, last := int((g.X+0.5*min(column, g.Advance))/column), int((g.X+g.Advance-0.5*min(column, g.Advance))/column)
			for c := max(first, 0); c <= last && c < width; c++ {
				cells[c].Text, cells[c].At, cells[c].Style.Link = letterOf(g.Shows), rtl.Offset(g.At), text.Link
				cells[c].Kind = rtl.Neutral
			}
		}
	}
	return cells
}

// letterOf returns the letter of a cluster, without the marks that a cell would show.
func letterOf(shows string) string {
	for _, r := range shows {
		return string(r)
	}
	return " "
}

// ScreenLine is a line of the terminal: of a block, by its number among the block's.
type ScreenLine struct{ Block, Number int }

// Mark is columns of a line whose ground has a colour.
type Mark struct {
	Line, From, To int
	Color          rtl.Color
}

// Sheet is what is drawn over lines of the terminal. It may be drawn by another goroutine:
// nothing changes in it.
type Sheet struct {
	size  image.Point
	rows  []*Row
	tops  []float32
	marks []Mark
	cell  image.Point
}

// Sheet returns what is drawn over lines that have been laid out, which begin with the line
// at the top.
func (s *Screen) Sheet(lines []ScreenLine, columns, height int, marks []Mark) *Sheet {
	sheet := &Sheet{size: image.Pt(columns*s.cell.X, height*s.cell.Y), marks: marks, cell: s.cell}
	for y := 0; y < len(lines); {
		l := lines[y]
		first := 0
		advanced := false
		for _, r := range s.blocks[l.Block] {
			if l.Number < first+r.rows {
				row := r.Row
				sheet.rows = append(sheet.rows, &row)
				sheet.tops = append(sheet.tops, float32((y-(l.Number-first))*s.cell.Y)+r.top)
				y += first + r.rows - l.Number
				advanced = true
				break
			}
			first += r.rows
		}
		if !advanced {
			y++
		}
	}
	return sheet
}

// HasPictures tells whether there is more on the sheet than letters and rules.
func (s *Sheet) HasPictures() bool {
	return slices.ContainsFunc(s.rows, func(r *Row) bool { return r.Picture != nil })
}

// Image draws the sheet.
func (s *Sheet) Image(c *Canvas) *image.RGBA {
	dst := image.NewRGBA(image.Rectangle{Max: s.size})
	c.Clear(dst)
	for _, m := range s.marks {
		c.rect(dst, Rect{X: float32(m.From * s.cell.X), Y: float32(m.Line * s.cell.Y), Width: float32((m.To - m.From) * s.cell.X), Height: float32(s.cell.Y), Color: m.Color}, 0, 0)
	}
	for i, r := range s.rows {
		c.Draw(dst, r, 0, s.tops[i])
	}
	return dst
}
