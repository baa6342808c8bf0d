package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// Links have numbers on the screen, one for each address, and none in the text.
func TestLinksAreNumbered(t *testing.T) {
	const body = "انظر [ما كتبنا](https://a.example/1) و[أول ما كتبنا](https://a.example/1#top)، ثم <https://b.example>.\n\n" +
		"و[هذا](../2) كذلك، و[ذاك][r]، لا [شيئًا](javascript:x) ولا [موضعًا](#here).\n\n[r]: mailto:x@c.example\n\n" +
		"| أ |\n|---|\n| [خلية](https://a.example/1) |\n"
	item := store.Item{Body: body}
	item.Full, item.URL = true, "https://paper.example/news/today"
	document := func(numbered bool) *Document {
		d := New(item, theme.Palette(), words.Arabic())
		if numbered {
			d.NumberLinks()
		}
		return d
	}
	shown := func(d *Document) string {
		var s strings.Builder
		for line := range d.Lines(rtl.Options{Protocols: rtl.AllProtocols, Width: 70, Shaping: rtl.ShapeNone}) {
			width := 0
			for _, c := range line.Cells {
				width += int(c.Width)
			}
			if width != 70 {
				t.Errorf("a line has %d columns", width)
			}
			for i := range line.Cells {
				line.Cells[i].Style = rtl.Style{}
			}
			s.Write(rtl.AppendLogical(nil, line.Cells))
			s.WriteByte('\n')
		}
		return s.String()
	}
	d := document(true)
	on := shown(d)
	for _, want := range []string{"ما كتبنا[1]", "أول ما كتبنا[2]", "https://b.example[3]", "هذا[4]", "ذاك[5]", "خلية[1]", "شيئًا ", "موضعًا."} {
		if !strings.Contains(strings.NewReplacer("\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "", "\u2063", "", "\u200f", "", "\u200e", "").Replace(on), want) {
			t.Errorf("%q is not in\n%q", want, on)
		}
	}
	want := []string{"https://a.example/1", "https://a.example/1#top", "https://b.example", "https://paper.example/2", "mailto:x@c.example"}
	if got := d.Links(); !slices.Equal(got, want) {
		t.Errorf("the links are %q", got)
	}
	plain := document(false)
	if d.Text() != plain.Text() || strings.Contains(d.Text(), "[") {
		t.Errorf("the text is %q, want %q", d.Text(), plain.Text())
	}
	if shown(plain); len(plain.Links()) != 0 {
		t.Errorf("without numbers there are %q", plain.Links())
	}
}

// A card shows where its text might be.
func TestCardShowsItsAddress(t *testing.T) {
	for url, want := range map[string]string{"https://a.example/long?x=y": "https://a.example/long?x=y", "javascript:x": "", "": ""} {
		item := store.Item{}
		item.Title, item.URL = "بطاقة", url
		text := New(item, theme.Palette(), words.Arabic()).Text()
		if want != "" && !strings.Contains(text, want) || want == "" && strings.Contains(text, "javascript") {
			t.Errorf("the card of %q says %q", url, text)
		}
	}
}
