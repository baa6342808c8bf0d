package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/rtl"
)

// The words of the lines are those of the article, at any width: each is what
// stands between its positions, and its cells are those that cover them.
func TestWords(t *testing.T) {
	item := sampleItem(t)
	whole := strings.Fields(newDocument(t, item).Between(0, 1<<30))
	for _, width := range []int{12, 40, 66, 120} {
		for _, numbered := range []bool{false, true} {
			d := newDocument(t, item)
			if numbered {
				d.NumberLinks()
			}
			var read []string
			last := 0
			for _, line := range d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: width}) {
				for _, w := range line.Words() {
					text := d.Between(w.First, w.Last)
					if w.First > last || w.First == 0 { // a row of a table has several lines
						last = w.First
						read = append(read, strings.Fields(text)...)
					}
					covered := line.Cover(w.First, w.Last)
					for _, c := range w.Cells {
						if !slices.Contains(covered, c) {
							t.Errorf("width %d: the cell %d of %q is not covered: %v", width, c, text, covered)
						}
					}
				}
			}
			stacked := width < 66 // tables are, the heads of their columns before each cell
			if !stacked && !slices.Equal(read, whole) {
				t.Errorf("width %d: the words are\n%q\nwant\n%q", width, read, whole)
			}
		}
	}
}

// A highlight is found where it was, and where the same words stand in a text that
// has changed.
func TestLocate(t *testing.T) {
	const text = "قال [الوزير](https://x.example) في `عمان` كلمة.\n\nوقال الوزير شيئًا آخر."
	d := newDocument(t, bodyItem(articles.RightToLeft, text))
	d.NumberLinks()
	for _, tt := range []struct{ quote, changed, want string }{
		{"الوزير في عمان", text, "الوزير في عمان"},
		{"الوزير في عمان", "مقدمة.\n\n" + text, "الوزير في عمان"},
		{"كلمة.\nوقال", "مقدمة.\n\n" + text, "كلمة.\nوقال"},
		{"كلمة.\nوقال", strings.ReplaceAll(text, "\n\n", "\n"), "كلمة. وقال"},
		{"شيئًا آخر", "> " + strings.ReplaceAll(text, "شيئًا", "شيئا"), "شيئا آخر"},
		{"شيئًا آخر", "لا شيء.", ""},
	} {
		before, _, found := strings.Cut(d.Between(0, 1<<30), tt.quote)
		if !found {
			t.Fatalf("%q is not in %q", tt.quote, before)
		}
		at := len([]rune(before))
		w := d.wording()
		h := d.Highlight(w.at[at], w.at[at+len([]rune(tt.quote))-1]+1)
		if h.Quote != tt.quote {
			t.Fatalf("%q is highlighted, want %q", h.Quote, tt.quote)
		}
		now := newDocument(t, bodyItem(articles.RightToLeft, tt.changed))
		first, last, ok := now.Locate(h)
		if got := now.Between(first, last); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q in %q is found at %q", tt.quote, tt.changed, got)
		}
	}
}

// A passage with pictures from the web is found when they have come: those of which nothing is
// said were shown by the names of their files.
func TestLocateOncePicturesCame(t *testing.T) {
	web := "قال ![قارب](https://x.example/a.png) الوزير.\n\n![](https://x.example/c.png)\n\nوقال ![](https://x.example/b.JPG?w=3) شيئًا."
	pictures := strings.NewReplacer("https://x.example/a.png", "picture:"+strings.Repeat("a", 16), "https://x.example/c.png", "picture:"+strings.Repeat("b", 16),
		"https://x.example/b.JPG?w=3", "picture:"+strings.Repeat("b", 16)).Replace(web)
	d, now := newDocument(t, bodyItem(articles.RightToLeft, web)), newDocument(t, withPictures(pictures))
	for _, tt := range []struct{ quote, want string }{
		{"▣ قارب الوزير", "▣ قارب الوزير"}, {"الوزير.\nc.png\nوقال", "الوزير.\nوقال"}, {"وقال ▣ b.JPG?w=3 شيئًا", "وقال ▣ صورة شيئًا"},
	} {
		before, _, found := strings.Cut(d.Between(0, 1<<30), tt.quote)
		if !found {
			t.Fatalf("%q is not in %q", tt.quote, before)
		}
		at, w := len([]rune(before)), d.wording()
		first, last, ok := now.Locate(d.Highlight(w.at[at], w.at[at+len([]rune(tt.quote))-1]+1))
		if got := now.Between(first, last); !ok || got != tt.want {
			t.Errorf("%q is found at %q", tt.quote, got)
		}
	}
}
