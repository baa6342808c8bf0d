package page

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// withPictures is an article with pictures that came along, by their names.
func withPictures(body string, captions ...articles.Caption) store.Item {
	item := store.Item{Body: body, Captions: captions, Pictures: []articles.Picture{
		{Name: strings.Repeat("a", 16), Type: "image/png", Width: 1600, Height: 1200},
		{Name: strings.Repeat("b", 16), Type: "image/png", Width: 64, Height: 48},
	}}
	item.Full, item.Direction = true, articles.RightToLeft
	return item
}

func TestPicturePlaces(t *testing.T) {
	a, b := "(picture:"+strings.Repeat("a", 16)+")", "(picture:"+strings.Repeat("b", 16)+")"
	for _, test := range []struct {
		name string
		item store.Item
		want []string
	}{
		{"what describes it stands below", withPictures("قبل\n\n![قارب]" + a + "\n\nبعد"),
			[]string{"قبل", "", "▣ صورة 1600×1200 · p", "▣ قارب", "", "بعد"}},
		{"its caption goes before that", withPictures("![alt]"+a+"\n\nبعد", articles.Caption{Text: "قارب عند المرسى", After: 1}),
			[]string{"▣ صورة 1600×1200 · p", "▣ قارب عند المرسى", "", "بعد"}},
		{"nothing is said of it", withPictures("![]" + b), []string{"▣ صورة 64×48 · p"}},
		{"in a text", withPictures("قبل ![]" + b + " بعد\n\nثم"), []string{"قبل ▣ صورة بعد", "", "▣ صورة 64×48 · p", "", "ثم"}},
		{"in a list", withPictures("- أول ![قارب]" + a + "\n- ثان"), []string{"• أول ▣ قارب", "▣ صورة 1600×1200 · p", "• ثان"}},
		{"in a quote", withPictures("> ![قارب]" + a), []string{"▎ ▣ صورة 1600×1200 · p", "▎ ▣ قارب"}},
		{"one that did not come along", withPictures("![قارب](picture:0123456789abcdef)"), []string{"▣ قارب"}},
		{"one that did not, without a word", withPictures("![](picture:0123456789abcdef)"), []string{"▣ صورة"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := New(test.item, theme.Night(), words.Arabic())
			d.Show(Pictures{Hint: "p"})
			got := inOrderOfReading(d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 30}))
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

// Showing pictures moves no position in the text, and no row is wider than others.
func TestDrawnPictures(t *testing.T) {
	item := withPictures("قبل\n\n![قارب](picture:" + strings.Repeat("a", 16) + ")\n\nبعد [رابط](https://example.org) ثم ![](picture:" + strings.Repeat("b", 16) + ") نهاية")
	d := New(item, theme.Night(), words.Arabic())
	options := rtl.Options{Protocols: rtl.AllProtocols, Width: 30}
	hidden, text := d.AllLines(options), d.Text()
	d.Show(Pictures{Draw: func(p articles.Picture, columns int) [][]rtl.Cell {
		row := make([]rtl.Cell, columns/2)
		for i := range row {
			row[i] = rtl.Cell{Glyph: '▀', At: rtl.NoOffset, Width: 1}
		}
		return [][]rtl.Cell{row, row, row}
	}})
	drawn := d.AllLines(options)
	if len(drawn) != len(hidden)+2*3 || d.Text() != text {
		t.Fatalf("%d lines became %d", len(hidden), len(drawn))
	}
	i := 0
	for _, l := range drawn {
		if w := rtl.Width(l.Cells); int(w) != options.Width {
			t.Errorf("a line of %d columns", w)
		}
		if strings.ContainsRune(showLines([]Line{l}, false), '▀') {
			if l.Picture == "" || l.Position != l.End {
				t.Errorf("%+v", l)
			}
			continue
		}
		if l.Position != hidden[i].Position || l.End != hidden[i].End {
			t.Errorf("%d–%d, was %d–%d", l.Position, l.End, hidden[i].Position, hidden[i].End)
		}
		i++
	}
	list := d.Shown()
	if len(list) != 2 || list[0].Caption != "قارب" || list[1].Position <= list[0].Position {
		t.Errorf("%+v", list)
	}
}
