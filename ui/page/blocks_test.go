package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// bodyItem is an article of nothing but a text.
func bodyItem(direction articles.Direction, markdown string) store.Item {
	item := store.Item{Body: markdown}
	item.Full, item.Direction = true, direction
	return item
}

// inOrderOfReading are lines as they are read: logical order, letters as they
// came, without isolates and without space at either end. A free line is "".
func inOrderOfReading(lines []Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, strings.TrimSpace(withoutLayoutMarks(string(rtl.AppendLogical(nil, unstyled(l.Cells))))))
	}
	return out
}

func unstyled(cells []rtl.Cell) []rtl.Cell {
	out := make([]rtl.Cell, len(cells))
	for i, c := range cells {
		c.Style = rtl.Style{}
		out[i] = c
	}
	return out
}

// What each block looks like, as it is read; the golden pages show where it
// stands.
func TestBlocks(t *testing.T) {
	const code = "\x60\x60\x60"
	tests := []struct {
		name, markdown string
		width          int
		want           []string
	}{
		{"a paragraph is one line until the page ends", "أول\nثان", 40, []string{"أول ثان"}},
		{"two spaces break a line, and a backslash, and a tag", "أول  \nثان\\\nثالث<br>رابع <br/> خامس", 40,
			[]string{"أول", "ثان", "ثالث", "رابع", "خامس"}},
		{"a heading stands with what it heads", "نص\n\n## عنوان\n\nنص", 40, []string{"نص", "", "عنوان", "نص"}},
		{"lower headings have signs", "### ج\n#### د\n##### ه\n###### و", 40,
			[]string{"◆ ج", "", "◇ د", "", "◆ ه", "", "◇ و"}},
		{"backslashes", `\*نجمة\* C:\dir \\`, 40, []string{`*نجمة* C:\dir \`}},
		{"references, once", "&amp; &copy; &#x627; &amp;copy; &bogus; &copy", 40, []string{"& © ا &copy; &bogus; &copy"}},
		{"code keeps its backslashes and references", "`a\\*b &amp;`", 40, []string{`a\*b &amp;`}},

		{"bullets by depth", "- أ\n  - ب\n    - ج\n      - د\n- ه", 40, []string{"• أ", "◦ ب", "▪ ج", "▪ د", "• ه"}},
		{"a loose list", "- أ\n\n- ب", 40, []string{"• أ", "", "• ب"}},
		{"an item with nothing in it", "- أ\n-\n- ب", 40, []string{"• أ", "•", "• ب"}},
		{"numbers go on from the first and keep their sign", "3) أ\n7) ب", 40, []string{"3) أ", "4) ب"}},
		{"numbers do not count as bullets", "1. أ\n   - ب", 40, []string{"1. أ", "• ب"}},
		{"an item's paragraphs hang", "10. أ\n\n    ب", 40, []string{"10. أ", "", "ب"}},
		{"tasks", "- [x] تم\n- [ ] بقي\n- [غيره] نص", 40, []string{"☑ تم", "☐ بقي", "• [غيره] نص"}},
		{"numbered tasks", "1. [X] تم", 40, []string{"1. ☑ تم"}},
		{"an English item stands by its marker", "- one two three four", 12, []string{"• one two", "three four"}},

		{"bars go on through a quote", "> أ\n>\n> ب\n>\n> > ج\n>\n> د\n\nه", 40,
			[]string{"▎ أ", "▎", "▎ ب", "▎", "▎ ▎ ج", "▎", "▎ د", "", "ه"}},
		{"bars go on beside lists, tables and code", "> - أ\n>\n> |ب|\n> |-|\n> |ج|\n>\n> " + code + "\n> x\n> " + code, 12,
			[]string{"▎ • أ", "▎", "▎ ب", "▎ ───", "▎ ج", "▎", "▎ x"}},

		{"definitions", "كلمة\n: معنى\n: آخر", 40, []string{"كلمة", "معنى", "آخر"}},
		{"footnotes are numbered as they are referred to; none is lost",
			"أ[^z] ب[^y]\n\n[^y]: ياء\n[^w]: واو\n[^z]: زاي", 20,
			[]string{"أ¹ ب²", "", strings.Repeat("─", 20), "¹ زاي", "² ياء", "³ واو"}},
		{"a footnote that is not there is text", "أ[^z]", 40, []string{"أ[^z]"}},

		{"an image is its caption", "![وصف](a.png)", 40, []string{"▣ وصف"}},
		{"an image without words is its title, or its name", "![](a.png \"عنوان\")\n\n![](/d/a.png)", 40,
			[]string{"▣ عنوان", "", "▣ a.png"}},
		{"an image in a text", "قبل ![وصف](a.png) بعد", 40, []string{"قبل ▣ وصف بعد"}},

		{"the address of a link is not shown, unless it is the text", "[نص](https://a.example) <https://b.example>", 40,
			[]string{"نص https://b.example"}},
		{"links defined elsewhere", "[نص][أ] و[أ]\n\n[أ]: https://a.example", 40, []string{"نص وأ"}},

		{"HTML is its text", "<div>أ</div>\n\n<p>ب<p>ج <b>د</b>\n<!-- ه -->\n\nو <i>ز</i>", 40,
			[]string{"أ", "", "ب", "", "ج د", "", "و ز"}},
		{"scripts say nothing", "<script>\nx\n</script>\n\nنص", 40, []string{"نص"}},
		{"a script that is never closed is text", "<script>\nx\n\nنص", 40, []string{"x نص"}},
		{"a comment that is never closed is text", "<!-- x\n\nنص", 40, []string{"<!-- x نص"}},

		{"a code block keeps its spaces and free lines", code + "\n  a\n\n\tb\n" + code, 40, []string{"a", "", "b"}},
		{"a line of prose in code", code + "\nابدأ: warraq add ملف.html الآن\n" + code, 40, []string{"ابدأ: warraq add ملف.html الآن"}},
		{"code wraps", code + "\none two three\n" + code, 12, []string{"one two", "three"}},

		{"a table", "أ | ب\n---|---\nج | `د\\|ه` \\| |", 20, []string{"أ   │ ب", "────┼──────", "ج   │ د|ه |"}},
		{"a table in several directions", "אב | ab\n---|---\nab | אב", 20, []string{"אב  │ ab", "────┼────", "ab │ אב"}},
		{"rows of several lines are parted", "أ | ب\n---|---\nج | كلمة كلمة كلمة\nد | ه", 16,
			[]string{"أ   │ ب", "────┼───────────", "ج   │ كلمة كلمة", "│ كلمة", "────┼───────────", "د   │ ه"}},
		{"a table without room is stacked", "أولى | ثانية\n---|---\nكلمة | أخرى\nه | و", 8,
			[]string{"أولى:", "كلمة", "ثانية:", "أخرى", "────────", "أولى: ه", "ثانية: و"}},
		{"a table of a head alone", "أولى | ثانية\n---|---", 8, []string{"أولى", "ثانية"}},

		{"and bars agree with those of what they lead to", "> > - أ\n> >\n> > ب", 8, []string{"▎ • أ", "▎ ▎", "▎ ▎ ب"}},
		{"what follows a quote that ends in a heading stands apart", "> # أ\n\nب", 40, []string{"▎ أ", "", "ب"}},
		{"a rule", "أ\n\n---\n\nب", 8, []string{"أ", "", "────────", "", "ب"}},
		{"markers leave half of a narrow page to the text", "- - - - كلمة", 6, []string{"▪ كلمة"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDocument(t, bodyItem(articles.RightToLeft, tt.markdown))
			got := inOrderOfReading(d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: tt.width}))
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// What stands around the text.
func TestHead(t *testing.T) {
	card := sampleItem(t)
	card.Full, card.Body, card.Author = false, "", "كاتب"
	card.Captions = card.Captions[:1]
	opening := sampleItem(t)
	opening.Body, opening.Captions = opening.Summary+" ثم يمضي.", nil
	late := bodyItem(articles.RightToLeft, "أ\n\n[ب]: https://b.example\n\nج")
	late.Captions = []articles.Caption{{Text: "آخر", After: 9}, {Text: "وسط", After: 1}}

	rule := strings.Repeat("─", 40)
	tests := []struct {
		name  string
		item  store.Item
		words *words.Words
		want  []string
	}{
		{"a card says what is known, and that the text is not here", card, words.English(),
			[]string{"تجارب · 14 March 2026", "كل ما في الصفحة", "كاتب, صحيفة (بيروت)", "", "موجز يسبق النص.", "",
				"The text of this article is not here", "yet; this is what is known of it. Add a", "file that holds it to complete it here.",
				"", rule, "", "▣ صورة فوق النص (وكالة)"}},
		{"a summary that opens the text is not said twice", opening, words.Arabic(),
			[]string{"تجارب · 14 مارس 2026", "كل ما في الصفحة", "صحيفة (بيروت)", "", rule, "", "موجز يسبق النص. ثم يمضي."}},
		{"captions stand after their blocks, definitions not counted", late, words.Arabic(),
			[]string{"أ", "", "▣ وسط", "", "ج", "", "▣ آخر"}},
		{"nothing", bodyItem("", ""), words.Arabic(), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := inOrderOfReading(New(tt.item, theme.Night(), tt.words).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 40}))
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// Each paragraph runs in its own direction; lists, quotes and tables stand at
// the side of the article's. The lines are as on the screen.
func TestDirection(t *testing.T) {
	const rightToLeft, leftToRight = articles.RightToLeft, articles.LeftToRight
	tests := []struct {
		name      string
		article   articles.Direction
		markdown  string
		direction rtl.Direction
		want      string
	}{
		{"a right-to-left paragraph", rightToLeft, "אב 1", rtl.AutoRTL, "      1 בא"},
		{"a left-to-right one among them", rightToLeft, "ab 1", rtl.AutoRTL, "ab 1      "},
		{"one without letters, by the article", rightToLeft, "1 2", rtl.AutoRTL, "       2 1"},
		{"one without letters, by the article", leftToRight, "1 2", rtl.AutoRTL, "1 2       "},
		{"a list", rightToLeft, "- אב", rtl.AutoRTL, "      בא •"},
		{"a list in a left-to-right article", leftToRight, "- אב", rtl.AutoRTL, "• בא      "},
		{"a quote", rightToLeft, "> ab", rtl.AutoRTL, "ab       ▎"},
		{"a quote in a left-to-right article", leftToRight, "> ab", rtl.AutoRTL, "▎ ab      "},
		{"numbers", rightToLeft, "1. אב", rtl.AutoRTL, "     בא .1"},
		{"an article that does not say, by its letters", "", "- abc אב", rtl.AutoRTL, "• abc בא  "},
		{"an article that does not say, by its letters", "", "- abc אבגד", rtl.AutoRTL, "abc דגבא •"},
		{"all to the left, by choice", rightToLeft, "- אב", rtl.LTR, "• בא      "},
		{"all to the right, by choice", leftToRight, "- ab", rtl.RTL, "      ab •"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDocument(t, bodyItem(tt.article, tt.markdown))
			got := showLines(d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 10, Direction: tt.direction}), false)
			if got != tt.want+"\n" {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// With no free lines between them, paragraphs begin with an indent; all else
// stands apart as it always does.
func TestSpacing(t *testing.T) {
	item := bodyItem(articles.RightToLeft, "أول الكلام.\n\nثاني الكلام.\n\n- بند\n\nثالث.")
	for _, tt := range []struct {
		spacing int
		want    []string
	}{
		{1, []string{"أول الكلام.", "", "ثاني الكلام.", "", "• بند", "", "ثالث."}},
		{2, []string{"أول الكلام.", "", "", "ثاني الكلام.", "", "", "• بند", "", "", "ثالث."}},
		{0, []string{"أول الكلام.", "   ثاني الكلام.", "", "• بند", "", "ثالث."}},
	} {
		d := New(item, theme.Night(), words.Arabic())
		d.Space(tt.spacing)
		var got []string
		for _, line := range d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 20}) {
			seen := string(rtl.AppendVisual(nil, unstyled(line.Cells)))
			text := strings.TrimSpace(string(rtl.AppendLogical(nil, unstyled(line.Cells))))
			if text != "" {
				text = strings.Repeat(" ", len(seen)-len(strings.TrimRight(seen, " "))) + text
			}
			if n := int(rtl.Width(line.Cells)) - 20; n != 0 {
				t.Errorf("%q is %d columns too wide", text, n)
			}
			got = append(got, text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("spacing %d: %q, want %q", tt.spacing, got, tt.want)
		}
	}
}
