package intake

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"
	"golang.org/x/text/encoding/charmap"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/format/page"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// realPage is a page as a reader pasted it from a newspaper. It is not part of
// the repository; where tests run by themselves it must be there.
func realPage(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("../../../shared/seed/page.txt")
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") != "true" {
		t.Skip("the real page is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// From the real page come four full articles, and for the first of them five
// related ones with everything that their cards say in its place.
func TestRealPage(t *testing.T) {
	t.Parallel()
	list, err := Read("page.txt", realPage(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 4 {
		t.Fatalf("%d articles, want 4", len(list))
	}
	const east = "الشرق الأوسط"
	wantCaptions := [][]int{{0, 5, 11}, {0}, {0}, {0}} // after how many blocks each stands
	wantBlocks := []int{15, 4, 4, 8}
	for i, a := range list {
		if !a.Full || a.Lang != "ar" || a.Direction != articles.RightToLeft {
			t.Errorf("article %d: full %v, %q, %q", i+1, a.Full, a.Lang, a.Direction)
		}
		var after []int
		for _, c := range a.Captions {
			after = append(after, c.After)
		}
		if !slices.Equal(after, wantCaptions[i]) {
			t.Errorf("article %d: captions after %v, want %v", i+1, after, wantCaptions[i])
		}
		if n := len(strings.Split(a.Body, "\n\n")); n != wantBlocks[i] {
			t.Errorf("article %d: %d blocks, want %d", i+1, n, wantBlocks[i])
		}
		if i > 0 && len(a.Related) > 0 {
			t.Errorf("article %d has related ones: %v", i+1, a.Related)
		}
	}
	want := []struct{ section, source, author, place, titleEnd, captionEnd, summaryEnd string }{
		{"المشرق العربي", east, "", "دمشق", "قصف «قسد»", "(الداخلية السورية)", "(قسد)."},
		{"شؤون إقليمية", east, "", "دمشق", "لانسحابها", "2025 (أ.ف.ب)", "احتلتها."},
		{"المشرق العربي", east, "", "تل أبيب - واشنطن", "محادثات باريس", "(رويترز)", "الأطراف الثلاثة."},
		{"المشرق العربي", "", "ميشال أبونجم", "باريس", "ضغوط أميركية", "(د.ب.أ)", "في باريس"},
		{"شؤون إقليمية", east, "", "باريس - تل أبيب", "في باريس", "(إ.ب.أ)", "أمنية."},
	}
	cards := list[0].Related
	if len(cards) != len(want) {
		t.Fatalf("%d related, want %d", len(cards), len(want))
	}
	for i, w := range want {
		r := cards[i]
		if r.Section != w.section || r.Source != w.source || r.Author != w.author || r.Place != w.place {
			t.Errorf("card %d: section %q, source %q, author %q, place %q", i+1, r.Section, r.Source, r.Author, r.Place)
		}
		for _, end := range [][2]string{{r.Title, w.titleEnd}, {r.Caption, w.captionEnd}, {r.Summary, w.summaryEnd}} {
			if !strings.HasSuffix(end[0], end[1]) {
				t.Errorf("card %d: %q does not end in %q", i+1, end[0], end[1])
			}
		}
	}
	if cards[0].Title != list[2].Title || cards[2].Title != list[3].Title {
		t.Error("the first and third card are not called as the third and fourth article")
	}
}

// Every line of a page but its furniture is in exactly one field of one thing,
// and no field holds anything else.
func TestNothingOfAPageIsLost(t *testing.T) {
	t.Parallel()
	pages := map[string][]byte{"the real page": realPage(t)}
	for _, name := range []string{"page.txt", "page-persian.txt", "page-hebrew.txt"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		pages[name] = data
	}
	for name, data := range pages {
		t.Run(name, func(t *testing.T) {
			list, err := Read("page.txt", data)
			if err != nil {
				t.Fatal(err)
			}
			full := map[string]bool{}
			for _, a := range list {
				full[a.Title] = true
			}
			var got []string
			for _, a := range list {
				got = append(got, a.Title)
				if a.Summary != "" && !slices.ContainsFunc(list, func(o articles.Article) bool { return cardOf(o, a.Title) }) {
					got = append(got, a.Summary)
				}
				for _, c := range a.Captions {
					got = append(got, c.Text)
				}
				for block := range strings.SplitSeq(a.Body, "\n\n") {
					got = append(got, strings.Split(shown(t, block), "\n")...)
				}
				for _, r := range a.Related {
					if !full[r.Title] {
						got = append(got, r.Title)
					}
					if above := strings.TrimSpace(r.Section + " " + r.Caption); above != "" {
						got = append(got, above)
					}
					if r.Summary != "" {
						got = append(got, r.Summary)
					}
					if by := r.Author + r.Source; by != "" {
						got = append(got, by+" ("+r.Place+")")
					}
				}
			}
			want := map[string]bool{}
			var page []string
			for line := range strings.SplitSeq(unquoted.Replace(string(data)), "\n") {
				_, heading := press.ReadRelated(line)
				_, dated := dates.Parse(line)
				if line = text.CleanLine(line); line != "" && !press.IsSizeButton(line) && !heading && (!dated || text.CountWords(line) > 3) {
					want[line] = true
					page = append(page, line)
				}
			}
			for line := range want {
				// A card's summary may also be how its article begins, and two
				// cards may have the same byline.
				if n := countEqual(got, line); n != 1 && n != countEqual(page, line) {
					t.Errorf("%d times instead of once: %s", n, line)
				}
			}
			for _, line := range got {
				if !want[line] {
					t.Errorf("is not on the page: %s", line)
				}
			}
		})
	}
}

// unquoted takes the quotation marks off the papers' names, as the reader does.
var unquoted = strings.NewReplacer("«صدى الميناء»", "صدى الميناء", "«الشرق الأوسط» (", "الشرق الأوسط (")

func cardOf(a articles.Article, title string) bool {
	return slices.ContainsFunc(a.Related, func(r articles.Related) bool { return r.Title == title })
}

func countEqual(all []string, one string) int {
	n := 0
	for _, s := range all {
		if s == one {
			n++
		}
	}
	return n
}

// shown is the text that Markdown shows, with its line breaks.
func shown(t *testing.T, markdown string) string {
	t.Helper()
	source := []byte(markdown)
	var b strings.Builder
	err := ast.Walk(goldmark.DefaultParser().Parse(gmtext.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Document, *ast.Paragraph:
		case *ast.Text:
			b.Write(n.Segment.Value(source))
			if n.HardLineBreak() || n.SoftLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(n.Value)
		default:
			b.WriteString("[" + n.Kind().String() + "]")
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return text.Unescape(b.String())
}

// What a page went through on its way does not change what is read from it.
func TestPageInOtherClothes(t *testing.T) {
	t.Parallel()
	ways := map[string]func(string) []byte{
		"Windows line ends":     func(s string) []byte { return []byte(strings.ReplaceAll(s, "\n", "\r\n")) },
		"old Mac line ends":     func(s string) []byte { return []byte(strings.ReplaceAll(s, "\n", "\r")) },
		"byte order mark":       func(s string) []byte { return []byte("\uFEFF" + s) },
		"trailing spaces":       func(s string) []byte { return []byte(strings.ReplaceAll(s, "\n", "  \t\n")) },
		"no-break spaces round": func(s string) []byte { return []byte("\u00A0" + strings.ReplaceAll(s, "\n", "\u00A0\n\u00A0")) },
		"more blank lines":      func(s string) []byte { return []byte(strings.ReplaceAll(s, "\n\n", "\n\n\u00A0\n\n")) },
		"several TT":            func(s string) []byte { return []byte(strings.ReplaceAll(s, "TT\n", "TT\n\nTT\nTT\n")) },
		"UTF-16, little end first": func(s string) []byte {
			return utf16Bytes(binary.LittleEndian, s)
		},
		"UTF-16, big end first": func(s string) []byte {
			return utf16Bytes(binary.BigEndian, s)
		},
	}
	own, err := os.ReadFile("testdata/page.txt")
	if err != nil {
		t.Fatal(err)
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			for _, page := range []string{string(own), string(realPage(t))} {
				want, err := Read("page.txt", []byte(page))
				if err != nil {
					t.Fatal(err)
				}
				got, err := Read("-", way(page))
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(got, want) {
					t.Errorf("differs:\n got %+v\nwant %+v", got, want)
				}
			}
		})
	}
}

func utf16Bytes(order binary.AppendByteOrder, s string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune("\uFEFF" + s)) {
		b = order.AppendUint16(b, unit)
	}
	return b
}

// A text that repeats itself is no page.
func TestNoPage(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"two equal lines":          "عنوان\n\nفقرة أولى.\n\nعنوان\n\nفقرة ثانية.",
		"a doubled line":           "عنوان\n\nسطر\nسطر\n\nفقرة.",
		"a refrain around doubles": "لازمة\nبيت\nبيت\nلازمة\nبيت آخر",
		"letters alone":            "عنوان\nTT\nفقرة",
		"far apart":                "عنوان\n" + strings.Repeat("فقرة\nأخرى\n", 24) + "TT\nعنوان",
		"empty lines":              "\n\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			if _, mine, _ := page.Format.Read(t.Context(), articles.NewSource("", []byte(text))); mine {
				t.Error("taken for a pasted page")
			}
		})
	}
}

// The real page reads the same in Windows-1256, in which it can be written.
func TestRealPageInWindows1256(t *testing.T) {
	t.Parallel()
	page := realPage(t)
	data, err := charmap.Windows1256.NewEncoder().Bytes(page)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := charset.Decode(data); err != nil || got != string(page) {
		t.Errorf("it is another text (%v)", err)
	}
}
