package viewport_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/viewport"
	"github.com/warraq/warraq/ui/words"
)

// histories is how many random histories are tried.
var histories = flag.Int("histories", 16, "how many random histories of a viewport are tried")

// markdown is an article of random blocks of every kind.
func markdown(r *rand.Rand, blocks int) string {
	word := func() string {
		list := []string{"سوق", "الأَسْوَاق", "كتب", "في", "12", "market", "قديمة", "[رابط](https://x.example)", "`code`", "**عبارة طويلة**", "ـ", "\u2060"}
		return list[r.IntN(len(list))]
	}
	text := func(most int) string {
		var words []string
		for range 1 + r.IntN(most) {
			words = append(words, word())
		}
		return strings.Join(words, " ")
	}
	var b strings.Builder
	for range blocks {
		switch r.IntN(12) {
		case 0:
			b.WriteString("## " + text(4))
		case 1:
			b.WriteString("---")
		case 2:
			b.WriteString("| " + text(2) + " | " + text(2) + " |\n|---|---|\n| " + text(9) + " | " + text(3) + " |\n| |" + text(2) + "|")
		case 3:
			b.WriteString("~~~go\nx := \"" + text(3) + "\"\n\n\ty // " + text(30) + "\n~~~")
		case 4:
			b.WriteString("- " + text(5) + "\n- " + text(20) + "\n\n  " + text(3))
		case 5:
			b.WriteString("> " + text(30))
		case 6:
			b.WriteString("<div>" + text(9) + "</div>")
		default:
			b.WriteString(text(80))
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func document(body string) *page.Document {
	item := store.Item{Body: body}
	item.Title, item.Full, item.Direction = "عنوان", true, articles.RightToLeft
	d := page.New(item, theme.Night(), words.Arabic())
	d.Build()
	return d
}

// plain is the reference: it lays out everything, and counts in rows of the whole.
type plain struct {
	t      *testing.T
	source *page.Document
	o      rtl.Options
	height int
	rows   []plainRow
	top    int
	anchor plainRow // the row that was scrolled to
}

type plainRow struct {
	page.Line
	block int
	alike int // which of the rows of the block with that position; of a gap how many follow, negative
}

func (p *plain) lay() {
	p.rows = nil
	for b := range p.source.Len() {
		first := len(p.rows)
		for line := range p.source.BlockLines(b, p.o) {
			line.Cells = slices.Clone(line.Cells)
			p.rows = append(p.rows, plainRow{Line: line, block: b})
		}
		rows := p.rows[first:]
		for i := range rows {
			switch {
			case rows[i].Gap:
				for j := i; rows[j].Gap; j++ {
					rows[i].alike--
				}
			case i > 0 && !rows[i-1].Gap && rows[i-1].Position == rows[i].Position:
				rows[i].alike = rows[i-1].alike + 1
			}
		}
	}
}

// clamp keeps the screen full.
func (p *plain) clamp(top int) int { return max(0, min(top, len(p.rows)-max(p.height, 1))) }

func (p *plain) scrollTo(row int) {
	p.top = p.clamp(row)
	p.anchor = p.rows[p.top]
}

// find brings the row that was scrolled to the top again.
func (p *plain) find() {
	best := -1
	for i, r := range p.rows {
		if r.block != p.anchor.block {
			continue
		}
		if p.anchor.alike < 0 {
			if r.Gap && r.alike >= p.anchor.alike || !r.Gap {
				best = i
				break
			}
			continue
		}
		if r.Gap || r.Position > p.anchor.Position {
			continue
		}
		if best < 0 || r.Position > p.rows[best].Position || r.alike <= p.anchor.alike {
			best = i
		}
	}
	p.top = p.clamp(best)
}

func (p *plain) check(v *viewport.Model, after string) {
	p.t.Helper()
	want := p.rows[p.top:min(p.top+p.height, len(p.rows))]
	got := v.Rows()
	same := slices.EqualFunc(got, want, func(a viewport.Row, b plainRow) bool {
		return a.Block == b.block && a.Position == b.Position && slices.Equal(a.Cells, b.Cells)
	})
	if !same {
		p.t.Fatalf("%s: the screen is\n%s\nwant\n%s", after, shown(got, func(r viewport.Row) page.Line { return r.Line }), shown(want, func(r plainRow) page.Line { return r.Line }))
	}
}

func shown[R any](rows []R, line func(R) page.Line) string {
	var out []byte
	for _, r := range rows {
		l := line(r)
		out = fmt.Appendf(out, "%6d ", l.Position)
		out = append(rtl.AppendLogical(out, l.Cells), '\n')
	}
	return string(out)
}

// Whatever one does, the screen is the one that a viewport shows that lays out the
// whole text each time; the row that was scrolled to stays at the top whatever the
// layout.
func TestAgainstThePlainReference(t *testing.T) {
	for seed := range uint64(*histories) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 14))
			history(t, r)
		})
	}
}

func history(t *testing.T, r *rand.Rand) {
	d := document(markdown(r, r.IntN(30)))
	v := viewport.New(d)
	p := &plain{t: t, source: d}
	p.o.Width, p.height = 40, 10
	v.SetSize(40, 10)
	p.lay()
	p.anchor = p.rows[0]
	for range 60 {
		var did string
		switch r.IntN(12) {
		case 0, 1, 2, 3:
			n := r.IntN(41) - 20
			did = fmt.Sprint("scrolling by ", n)
			v.Scroll(n)
			p.scrollTo(p.top + n)
		case 4:
			did = "to the end"
			v.ScrollToEnd()
			p.scrollTo(len(p.rows))
		case 5:
			position := r.IntN(d.Position(d.Len()) + 1)
			did = fmt.Sprint("to position ", position)
			v.ScrollTo(position)
			p.scrollToPosition(position)
		case 6:
			p.height = r.IntN(30)
			did = fmt.Sprint("height ", p.height)
			v.SetSize(p.o.Width, p.height)
			p.find()
		case 7, 8:
			p.o.Width = 1 + r.IntN(100)
			did = fmt.Sprint("width ", p.o.Width)
			v.SetSize(p.o.Width, p.height)
			p.relayout()
		case 9:
			p.o.HideMarks = !p.o.HideMarks
			did = "marks"
			v.SetOptions(p.o)
			p.relayout()
		case 10:
			n := r.IntN(3)
			did = fmt.Sprint("spacing ", n)
			d.Space(n)
			v.Relayout()
			p.relayout()
		case 11:
			did = "a theme"
			d.SetTheme(theme.All()[r.IntN(len(theme.All()))])
			v.Relayout()
			p.relayout()
		}
		p.check(v, did)
		if v.AtEnd() != (p.top+p.height >= len(p.rows)) || v.AtStart() != (p.top == 0) {
			t.Fatalf("%s: at the start %v, at the end %v", did, v.AtStart(), v.AtEnd())
		}
		first, last := v.Progress()
		if first < 0 || first > last || last > 1 || v.AtEnd() != (last == 1) {
			t.Fatalf("%s: the screen stands from %v to %v", did, first, last)
		}
	}
}

func (p *plain) relayout() {
	p.lay()
	p.find()
}

// scrollToPosition brings the row of a position to the top, and what stands before it
// at the same one.
func (p *plain) scrollToPosition(position int) {
	block := 0
	for b := range p.source.Len() {
		if p.source.Position(b) <= position {
			block = b
		}
	}
	for b := block; b >= 0 && position == p.source.Position(block) && p.source.Position(b) == position; b-- {
		block = b
	}
	p.anchor = plainRow{block: block}
	if p.anchor.Position = position; position == p.source.Position(block) {
		p.anchor.alike = -1 << 30
	}
	p.find()
}

// A width and back again shows the very screen that was there.
func TestResizingComesBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	d := document(markdown(r, 60))
	v := viewport.New(d)
	v.SetSize(50, 12)
	for range 80 {
		v.Scroll(r.IntN(60) - 25)
		before := shown(v.Rows(), func(r viewport.Row) page.Line { return r.Line })
		for range 3 {
			v.SetSize(10+r.IntN(90), 1+r.IntN(30))
			v.Rows()
		}
		v.SetSize(50, 12)
		if after := shown(v.Rows(), func(r viewport.Row) page.Line { return r.Line }); after != before {
			t.Fatalf("the screen was\n%s\nand is\n%s", before, after)
		}
	}
}

// The end is followed where the text grows.
func TestFollow(t *testing.T) {
	short, long := document("أ\n\nب\n\nج"), document("أ\n\nب\n\nج\n\nد\n\nه")
	v := viewport.New(short)
	v.SetSize(20, 2)
	v.Follow()
	v.SetSource(long)
	rows := v.Rows()
	if got := long.Between(rows[len(rows)-1].Position, rows[len(rows)-1].End); got != "ه" {
		t.Errorf("the last row is %q", got)
	}
	if v.Scroll(-1); v.Following() {
		t.Error("it follows the end after one has scrolled")
	}
}

// A text without blocks is a screen without rows.
func TestNothing(t *testing.T) {
	v := viewport.New(empty{document("")})
	v.SetSize(20, 5)
	v.Find(func(said string) []text.Range { return text.Find(said, "x") })
	v.Scroll(3)
	v.ScrollTo(7)
	v.ScrollToEnd()
	v.SelectLine(1)
	v.SetSize(3, 0)
	if v.StartSelection(0) || v.Seek(true) != viewport.Absent || !v.Count() || len(v.Rows()) > 0 || !v.AtEnd() || !v.AtStart() || v.Position() != 0 {
		t.Error("there is something in nothing")
	}
}

type empty struct{ *page.Document }

func (empty) Len() int         { return 0 }
func (empty) Position(int) int { return 0 }
