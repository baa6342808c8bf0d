package page

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/rtl"
)

// Pictures say how the pictures of a document are shown.
type Pictures struct {
	// Hint follows what is said of each picture: how to see it.
	Hint string
	// Draw gives a picture as rows of cells, none of more columns than given; nil
	// draws none, and no rows are none.
	Draw func(p articles.Picture, columns int) [][]rtl.Cell
}

// Shown is a picture of a document.
type Shown struct {
	articles.Picture
	Caption  string // what stands below it, or in its place
	Position int    // where it stands in the text
}

// Show says how pictures are shown from now on.
func (d *Document) Show(p Pictures) { *d.pictures = p }

// Shown are the pictures of the document in their order.
func (d *Document) Shown() (list []Shown) {
	for i := 0; d.has(i); i++ {
		if p, ok := d.blocks[i].content.(*pictured); ok {
			list = append(list, Shown{p.Picture, p.caption, d.blocks[i].position})
		}
	}
	return list
}

// pictured is the place of a picture that came with the article: a line that says
// that it is there, and, where it is to be shown, the picture.
type pictured struct {
	articles.Picture
	caption string
	says    string
	style   rtl.Style
	how     *Pictures
}

// text is empty: what is said of a picture is none of the article's text, which has
// the same positions whether pictures are shown or not.
func (p *pictured) text() string { return "" }

func (p *pictured) lay(s *sheet, emit func(Line) bool) bool {
	options := s.options
	options.Align, options.Justify = alignToEdge(s.side), false
	said := captionSign + " " + p.says
	if p.how.Hint != "" {
		said += " · " + p.how.Hint
	}
	for line := range s.layout.Lines([]rtl.Span{{Text: said, Style: p.style}}, options) {
		for i := range line.Cells {
			line.Cells[i].At = rtl.NoOffset
		}
		if !emit(Line{Cells: line.Cells, Picture: p.Name}) {
			return false
		}
	}
	if p.how.Draw == nil {
		return true
	}
	for _, row := range p.how.Draw(p.Picture, options.Width) {
		free := max(0, options.Width-len(row))
		cells := slices.Concat(s.blanks(free/2), row, s.blanks(free-free/2))
		if !emit(Line{Cells: cells, Picture: p.Name, Drawn: Stretch{free / 2, len(row)}}) {
			return false
		}
	}
	return true
}

// picture finds what an image in the Markdown shows, if that came along.
func (b *builder) picture(n *ast.Image) (articles.Picture, bool) {
	name, ok := strings.CutPrefix(string(n.Destination), articles.PictureScheme)
	i := slices.IndexFunc(b.pictures, func(p articles.Picture) bool { return p.Name == name })
	if !ok || i < 0 {
		return articles.Picture{}, false
	}
	return b.pictures[i], true
}

// show adds the place of a picture, with what stands below it.
func (b *builder) show(p articles.Picture, caption string, l leadingSigns, apart bool) {
	b.add(l, apart, &pictured{
		Picture: p, caption: text.CleanLine(caption), says: b.words.Pictures.Size(p.Width, p.Height),
		style: b.look(b.styles.ImageText), how: b.how,
	})
	b.below = true
}

// showMet adds the places of the pictures that were met within a text.
func (b *builder) showMet(l leadingSigns) {
	met := b.met
	b.met = nil
	for _, p := range met {
		b.show(p, "", l, b.follows)
	}
}
