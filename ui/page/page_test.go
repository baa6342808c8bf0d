package page

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"charm.land/lipgloss/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

var update = flag.Bool("update", false, "write the golden pages anew")

// sampleItem is an article with everything that Markdown has.
func sampleItem(t testing.TB) store.Item {
	t.Helper()
	body, err := os.ReadFile("testdata/everything.md")
	if err != nil {
		t.Fatal(err)
	}
	item := store.Item{Body: string(body), Captions: []articles.Caption{
		{Text: "صورة فوق النص (وكالة)", After: 0}, {Text: "صورة بعد الفقرة الأولى", After: 1},
	}}
	item.Title, item.Section, item.Source, item.Place = "كل ما في الصفحة", "تجارب", "صحيفة", "بيروت"
	item.Published = time.Date(2026, 3, 14, 0, 0, 0, 0, time.UTC)
	item.Direction, item.Full = articles.RightToLeft, true
	item.Summary = "موجز يسبق النص."
	return item
}

func newDocument(t testing.TB, item store.Item) *Document {
	t.Helper()
	return New(item, theme.Night(), words.Arabic())
}

// showLines is what lines show, one below the other.
func showLines(lines []Line, styled bool) string {
	var out []byte
	for _, l := range lines {
		cells := l.Cells
		if !styled {
			cells = unstyled(cells)
		}
		out = append(rtl.AppendVisual(out, cells), '\n')
	}
	return string(out)
}

func TestPages(t *testing.T) {
	d := newDocument(t, sampleItem(t))
	for _, width := range []int{72, 48, 24, 8} {
		golden(t, fmt.Sprintf("everything-%d.txt", width), showLines(d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: width}), false))
	}
	golden(t, "everything-48.ansi", showLines(d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 48}), true))

	card := sampleItem(t)
	card.Full, card.Body, card.Captions = false, "", nil
	golden(t, "card-48.txt", showLines(newDocument(t, card).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 48}), false))

	english := sampleItem(t)
	english.Direction, english.Body = articles.LeftToRight, "A paragraph.\n\n- an item\n\n> a quote, with «كلمة»\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
	golden(t, "english-48.txt", showLines(newDocument(t, english).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 48}), false))
}

// Every theme shows a page in its own colours: a terminal of sixteen is given
// none but those, and a second theme none of the first's.
func TestThemes(t *testing.T) {
	item := sampleItem(t)
	for _, look := range []theme.Theme{theme.Night(), theme.Palette(), theme.Day()} {
		t.Run(look.Name, func(t *testing.T) {
			seen := map[rtl.Color]bool{0: true}
			for _, c := range []string{
				look.Text, look.Muted, look.Accent, look.Title, look.Link, look.Code,
				look.Quote, look.Mark, look.Border, look.CodePanel,
			} {
				if c != "" {
					seen[theme.Color(lipgloss.Color(c))] = true
				}
			}
			for _, l := range New(item, look, words.Arabic()).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 60}) {
				for _, c := range l.Cells {
					if !seen[c.Style.Foreground] || !seen[c.Style.Background] {
						t.Fatalf("a colour that is not the theme's: %+v in %q", c.Style, showLines([]Line{l}, false))
					}
				}
			}
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("not as in %s; got:\n%s\nwant:\n%s", path, got, want)
	}
}

// Every line is as wide as it should be, at every width, and positions never go
// back.
func TestGeometry(t *testing.T) {
	d := newDocument(t, sampleItem(t))
	for width := 1; width <= 120; width++ {
		position := 0
		for i, l := range d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: width}) {
			if w := int(rtl.Width(l.Cells)); w != width {
				t.Fatalf("width %d: line %d is %d columns wide: %q", width, i, w, showLines([]Line{l}, false))
			}
			if l.Position < position {
				t.Fatalf("width %d: line %d goes back from position %d to %d", width, i, position, l.Position)
			}
			position = l.Position
		}
	}
}

// A position means the same text at every width.
func TestPositionsAreOfTheText(t *testing.T) {
	d := newDocument(t, sampleItem(t))
	last := func(lines []Line, position int) string {
		found := ""
		for _, l := range lines {
			if l.Position <= position && strings.TrimSpace(showLines([]Line{l}, false)) != "" {
				found = d.Paragraph(l.Position)
			}
		}
		return found
	}
	wide, narrow := d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 90}), d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 30})
	for _, l := range wide {
		if a, b := last(wide, l.Position), last(narrow, l.Position); a != b {
			t.Errorf("position %d is in %q at one width and in %q at another", l.Position, a, b)
		}
	}
}

// hostile are articles that try to reach the terminal through the page.
var hostile = map[string]string{
	"a raw escape":                           "نص \x1b[31mأحمر\x1b[0m \x9b31m",
	"an escape as an entity":                 "نص &#27;[31mأحمر &#x1b;]0;title&#7; &#155;31m",
	"an entity twice":                        "نص &amp;#27;[31mأحمر `&#27;[31m` **&#27;[31m**",
	"in a link's address":                    "[انقر](https://example.com/\x1b]8;;\x07) [انقر](<https://example.com/&#27;\\x>) [x](https://e.com/&#7;)",
	"a link to run something":                "[انقر](javascript:alert(1)) [و](file:///etc/passwd) [ثم](data:text/html,x)",
	"in a heading":                           "# عنوان &#27;[5m\n\nنص",
	"in a table":                             "| &#27;[31m | ب |\n|---|---|\n| \x1b[2J | د |",
	"in code":                                "```\nrm \x1b[2J &#27;\n```\n\n`\x1b]8;;x\x07`",
	"in HTML":                                "<b onclick=x>نص</b>\n\n<script>alert(1)</script>\n\n<div>&#27;[31m</div>",
	"in an image":                            "![صورة &#27;[31m](x.png)",
	"an address that would end its sequence": "[انقر](<https://e.com/;id=1:\\&#27;]8;;https://f.com>) [و](https://e.com/\"&#x9c;)",
	"in a definition of a link":              "[ا][ب]\n\n[ب]: https://e.com/&#27;]8;; \"&#7;\"",
	"in a footnote":                          "ا[^&#27;]\n\n[^&#27;]: &#27;[31m\u009b2J",
	"in the name of a language":              "```&#27;[31m\u009b\nx\n```",
	"a direction by its number":              "ا &#x202e;ب &#8295;ج&#8297;&#8297; د",
	"controls that turn around":              "نص \u202e معكوس \u2067 مفتوح",
	"deep quotes":                            strings.Repeat("> ", 500) + "نص",
	"deep lists":                             strings.Repeat("- ", 300) + "نص",
	"a wide table":                           "|" + strings.Repeat("ع|", 200) + "\n|" + strings.Repeat("-|", 200) + "\n|" + strings.Repeat("س|", 200),
}

// Whatever an article holds, what is shown has no sequences but Warraq's own:
// SGR, and links to where links may lead.
func TestNothingHostileGetsThrough(t *testing.T) {
	for name, body := range hostile {
		t.Run(name, func(t *testing.T) {
			item := sampleItem(t)
			item.Body = body
			item.Title += "\x1b[31m"
			for _, width := range []int{60, 7, 1} {
				lines := newDocument(t, item).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: width})
				check(t, showLines(lines, true))
				var logical []byte
				for _, l := range lines {
					logical = append(rtl.AppendLogical(logical, l.Cells), '\n')
				}
				check(t, string(logical))
			}
		})
	}
}

func check(t *testing.T, out string) {
	t.Helper()
	for out != "" {
		i := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && unicode.IsControl(r) })
		if i < 0 {
			return
		}
		out = out[i:]
		switch {
		case strings.HasPrefix(out, "\x1b["):
			end := strings.IndexFunc(out[2:], func(r rune) bool { return r < '0' || r > ';' })
			if end < 0 || out[2+end] != 'm' {
				t.Fatalf("a sequence that is no SGR: %q", out[:min(30, len(out))])
			}
			out = out[2+end+1:]
		case strings.HasPrefix(out, "\x1b]8;"):
			end := strings.Index(out, "\x1b\\")
			if end < 0 {
				t.Fatalf("a link that does not end: %q", out[:min(60, len(out))])
			}
			_, to, _ := strings.Cut(out[4:end], ";")
			if strings.ContainsFunc(to, unicode.IsControl) || to != "" && Address(to) != to {
				t.Fatalf("a link to %q", to)
			}
			out = out[end+2:]
		default:
			t.Fatalf("a control character: %q", out[:min(30, len(out))])
		}
	}
}

func FuzzPage(f *testing.F) {
	for _, body := range hostile {
		f.Add(body, uint8(40))
	}
	everything, err := os.ReadFile("testdata/everything.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(everything), uint8(30))
	f.Fuzz(func(t *testing.T, body string, width uint8) {
		item := store.Item{Body: body}
		item.Title, item.Full = "عنوان", true
		lines := newDocument(t, item).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: int(width)})
		for _, l := range lines {
			if w := int(rtl.Width(l.Cells)); w != max(1, int(width)) {
				t.Fatalf("a line is %d columns wide, not %d", w, width)
			}
		}
		check(t, showLines(lines, true))
	})
}

// article is a text of some size, as a newspaper's are.
func article(size int) store.Item {
	paragraph := "قال المتحدث إن **الخطة** تشمل 12 مدينة، وإن تمويلها بلغ 3.5 ملايين دولار (USD) بحسب `budget.csv`؛ وأضاف: «لن نتأخر».\n\n"
	item := store.Item{Body: strings.Repeat(paragraph, size/len(paragraph)+1)}
	item.Title, item.Full, item.Direction = "عنوان", true, articles.RightToLeft
	return item
}

func BenchmarkNew(b *testing.B) {
	item := article(5 << 10)
	b.SetBytes(int64(len(item.Body)))
	for b.Loop() {
		newDocument(b, item)
	}
}

func BenchmarkLay(b *testing.B) {
	item := article(5 << 10)
	d := newDocument(b, item)
	b.SetBytes(int64(len(item.Body)))
	for b.Loop() {
		d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 60})
	}
}

// BenchmarkFirstScreen is what stands before the first screen of an article: of
// its beginning, which takes no longer for a long one, and of the whole, of which
// only the blocks are found.
func BenchmarkFirstScreen(b *testing.B) {
	for _, size := range []int{5 << 10, 1 << 20} {
		item := article(size)
		b.Run(fmt.Sprintf("beginning/%dKB", size>>10), func(b *testing.B) {
			for b.Loop() {
				newDocument(b, Beginning(item)).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 60})
			}
		})
		b.Run(fmt.Sprintf("whole/%dKB", size>>10), func(b *testing.B) {
			for b.Loop() {
				rows := 0
				for range newDocument(b, item).Lines(rtl.Options{Protocols: rtl.AllProtocols, Width: 60}) {
					if rows++; rows == 50 {
						break
					}
				}
			}
		})
	}
}

// BenchmarkArticle is all of an article, from its Markdown to its lines.
func BenchmarkArticle(b *testing.B) {
	for _, size := range []int{5 << 10, 1 << 20} {
		item := article(size)
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(len(item.Body)))
			for b.Loop() {
				newDocument(b, item).AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 60})
			}
		})
	}
}
