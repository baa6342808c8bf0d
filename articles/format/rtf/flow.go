package rtf

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/warraq/warraq/articles/format/office"
	"github.com/warraq/warraq/articles/pattern"
)

// flow is where text goes: a document, or a note or a frame in it.
type flow struct {
	out   *office.Builder
	p     *office.Paragraph
	boxes []*office.Builder // frames that stand after the paragraph
	open  string            // where the link leads that the text is in
	depth int

	indents []int // where the items of the lists begin that are open

	table  *office.Table
	cells  []*office.Builder // of the row that is read
	cell   *office.Builder
	row    []merge // how the cells of the row are merged
	coming merge   // the next cell
	isHead bool    // the row is a head of its table
}

// merge is how a cell is merged with its neighbours.
type merge struct{ across, down bool }

// endParagraph adds the paragraph that was read to the text or to the cell.
func (r *reader) endParagraph() {
	p, label := r.p, strings.TrimSpace(r.label.String())
	r.p = &office.Paragraph{}
	r.label.Reset()
	out := r.out
	if r.inTable {
		if r.cell == nil {
			r.cell = &office.Builder{}
		}
		out = r.cell
	} else {
		r.endTable()
	}
	if label == "" && r.hanging {
		label = p.CutLabel()
	}
	r.place(out, p, label)
	boxes := r.boxes
	r.boxes = nil
	for _, box := range boxes {
		for body := box.Body(); body.FirstChild != nil; {
			child := body.FirstChild
			body.RemoveChild(child)
			out.Block(child)
		}
	}
}

// itemDepth is how deep the item of a list stands that is told by where it begins.
func (r *reader) itemDepth() int {
	if r.list > 0 {
		return r.indent
	}
	for len(r.indents) > 0 && r.indents[len(r.indents)-1] > r.inset {
		r.indents = r.indents[:len(r.indents)-1]
	}
	if len(r.indents) == 0 || r.indents[len(r.indents)-1] < r.inset {
		r.indents = append(r.indents, r.inset)
	}
	return len(r.indents) - 1
}

// headingsPattern are what the styles of headings are called.
var headingsPattern = pattern.New(`^heading ?([1-9])$`)

// place adds a paragraph as what its style and its list make of it.
func (r *reader) place(out *office.Builder, p *office.Paragraph, label string) {
	name := r.styles[r.named]
	level := r.level
	if m := headingsPattern.FindStringSubmatch(name); m != nil {
		level = int(m[1][0] - '0')
	}
	goesOn := len(r.indents) > 0 && r.inset > 0 && r.inset >= r.indents[0]
	if label == "" && !goesOn && !p.IsEmpty() {
		r.indents = nil
	}
	switch {
	case name == "title" && r.named >= 0:
		out.Titled(p)
	case level > 0:
		if label != "" && !p.IsEmpty() {
			p.Lead(label + " ")
		}
		out.Heading(level, p)
	case label != "" || r.list > 0:
		addItem(out, p, r.itemDepth(), label)
	case goesOn:
		out.Continue(p)
	case strings.Contains(name, "quot"):
		out.Quote(p)
	case strings.Contains(name, "caption"):
		out.Caption(p)
	case strings.Contains(name, "preformatted"):
		out.Code(p)
	default:
		out.Paragraph(p)
	}
}

// numberedPattern is the label of an item that Markdown can write itself.
var numberedPattern = pattern.New(`^\(?(\p{Nd}{1,6})[.)\-]{0,2}$`)

// addItem adds an item of a list with its label.
func addItem(out *office.Builder, p *office.Paragraph, level int, label string) {
	if p.IsEmpty() {
		return
	}
	if m := numberedPattern.FindStringSubmatch(label); m != nil {
		out.Item(level, true, digitsValue(m[1]), p)
		return
	}
	if strings.IndexFunc(label, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) >= 0 && label != "o" {
		p.Lead(label + " ")
	}
	out.Item(level, false, 0, p)
}

// digitsValue is a number in the digits of any script.
func digitsValue(digits string) int {
	n, _ := strconv.Atoi(strings.Map(func(c rune) rune {
		for zero := c; ; zero-- {
			if !unicode.Is(unicode.Nd, zero-1) || (c-zero) == 9 {
				return '0' + (c - zero)
			}
		}
	}, digits))
	return n
}

// endCell ends a cell of a row.
func (r *reader) endCell() {
	r.inTable = true
	r.endParagraph()
	if len(r.cells) < mostCells {
		r.cells = append(r.cells, r.cell)
	}
	r.cell = nil
}

// mostCells is how many cells a row may have.
const mostCells = 1000

// describeRow takes in how the cells of a row are merged.
func (r *reader) describeRow(t token) {
	switch t.word {
	case "trowd":
		r.row, r.coming, r.isHead = nil, merge{}, false
	case "trhdr":
		r.isHead = true
	case "clmrg":
		r.coming.across = true
	case "clvmrg":
		r.coming.down = true
	case "cellx":
		if len(r.row) < mostCells {
			r.row = append(r.row, r.coming)
		}
		r.coming = merge{}
	}
}

// endRow adds a row to the table.
func (r *reader) endRow() {
	if !r.p.IsEmpty() {
		r.endCell()
	}
	if r.table == nil {
		r.table = &office.Table{}
	}
	r.table.Row(r.isHead)
	for i := 0; i < len(r.cells); {
		columns := 1
		for i+columns < len(r.cells) && i+columns < len(r.row) && r.row[i+columns].across {
			columns++
		}
		if i < len(r.row) && r.row[i].down {
			r.table.Down(columns)
		} else {
			r.table.Cell(r.cells[i], columns, 1)
		}
		i += columns
	}
	r.cells, r.cell = nil, nil
}

// endTable adds the table that was read to the text.
func (r *reader) endTable() {
	if len(r.cells) > 0 || r.cell != nil {
		r.endRow()
	}
	if r.table != nil {
		r.table.AddTo(r.out)
		r.table = nil
	}
}

// picture is a picture that is read: its bytes in hexadecimal.
type picture struct {
	data  []byte
	half  byte
	odd   bool
	known bool // it is of a kind that is read
}

// digit takes in one digit.
func (p *picture) digit(c byte) {
	if !p.known {
		return
	}
	var one [1]byte
	if _, err := hex.Decode(one[:], []byte{'0', c}); err != nil {
		return
	}
	if p.odd {
		p.data = append(p.data, p.half<<4|one[0])
	}
	p.half, p.odd = one[0], !p.odd
}

// binary passes over bytes that stand in the file as they are, or takes a picture of
// them.
func (r *reader) binary(n int) {
	start := r.at
	r.skip(n)
	if r.target == toPicture && r.blip.known {
		r.blip.data = append(r.blip.data, r.data[start:r.at]...)
	}
}

// pictureScheme begins the addresses of the pictures of a file.
const pictureScheme = "rtf-picture-"

// endPicture puts the picture that was read in the paragraph.
func (r *reader) endPicture() {
	if len(r.blip.data) == 0 {
		return
	}
	r.pictures = append(r.pictures, r.blip.data)
	r.p.Picture(fmt.Sprintf("%s%d", pictureScheme, len(r.pictures)-1), "")
	r.blip = picture{}
}

// picture returns at most so many bytes of a picture by its address, nil for none.
func (r *reader) picture(address string, most int64) ([]byte, error) {
	number, ok := strings.CutPrefix(address, pictureScheme)
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 0 || n >= len(r.pictures) {
		return nil, nil //nolint:nilerr // it is none of them
	}
	return r.pictures[n][:min(int64(len(r.pictures[n])), most)], nil
}
