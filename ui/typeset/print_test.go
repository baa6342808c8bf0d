package typeset

import (
	"bytes"
	"fmt"
	"image"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/typeset/faces"
	"github.com/warraq/warraq/ui/words"
)

var languages = []string{"arabic", "urdu", "persian", "hebrew"}

// document makes the document of an article.
func document(t testing.TB, body string) (*page.Document, store.Item) {
	t.Helper()
	a := articles.Article{Title: "عنوان", Body: body}
	a.FindLanguage()
	item := store.Item{Body: a.Body}
	item.Title, item.Lang, item.Full, item.Direction = a.Title, a.Lang, true, a.Direction
	return page.New(item, theme.Day(), words.Arabic()), item
}

// sample reads one of the articles of this package's tests.
func sample(t testing.TB, name string) string {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", name+".md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// setArticle sets an article.
func setArticle(t testing.TB, body string, o Options) (*page.Document, []Row) {
	t.Helper()
	d, item := document(t, body)
	fonts, err := faces.NewSet("")
	if err != nil {
		t.Fatal(err)
	}
	o.Side, o.Language = d.Side(), item.Lang
	return d, NewSetter(fonts, o).Rows(d)
}

// letters is a text without white space and what the layout puts in.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == tatweelSign || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

// read is what rows say in the order in which it is read.
func read(rows []Row) string {
	var b strings.Builder
	for i := range rows {
		for _, w := range wordsOf(&rows[i]) {
			b.WriteString(w.text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// All of an article is set, in order, at every width, justified or not.
func TestRowsSayTheArticle(t *testing.T) {
	t.Parallel()
	for _, name := range languages {
		for _, width := range []float32{180, 420, 900} {
			d, rows := setArticle(t, sample(t, name), Options{Width: width, Size: 20, Spacing: 1, Justify: width > 200})
			want := letters(d.Text())
			if width < 200 {
				want = "" // the cells of a table stand behind the heads of their columns
			}
			if got := letters(read(rows)); want != "" && got != want {
				t.Errorf("%s in %v:\n%s\nis not\n%s", name, width, got, want)
			}
		}
	}
}

// Nothing stands outside of the page's width, but for letters that hang over; justified
// lines reach both edges; positions go on.
func TestRowsStandOnThePage(t *testing.T) {
	t.Parallel()
	const width, size = 420, 20
	for _, name := range languages {
		_, rows := setArticle(t, sample(t, name), Options{Width: width, Size: size, Spacing: 1, Justify: true})
		last := 0
		for _, r := range rows {
			if r.Position < last || r.End < r.Position {
				t.Errorf("%s: a row from %d to %d behind %d", name, r.Position, r.End, last)
			}
			last = r.Position
			if !r.Gap && r.Height <= 0 {
				t.Errorf("%s: a row %v high", name, r.Height)
			}
			for _, text := range r.Texts {
				for _, g := range text.Glyphs {
					if g.X < -size || g.X+g.Advance > width+size {
						t.Errorf("%s: a glyph from %v to %v on %q", name, g.X, g.X+g.Advance, read([]Row{r}))
					}
				}
			}
		}
	}
}

// Random text of all scripts is set without an end, a panic or a lost letter.
func TestRandomText(t *testing.T) {
	t.Parallel()
	pool := []string{"سلام", "کتاب", "שלום", "hello", "12", "٣٤", "(", ")", "،", ".", "👍", "漢字", "\u200f", "\u200c", "َ", "—", "ـ", "لا", "a\u0301", "\t", "\u2067"}
	random := rand.New(rand.NewPCG(23, 2))
	fonts, _ := faces.NewSet("")
	s := NewSetter(fonts, Options{Width: 100, Size: 16, Justify: true})
	for range 150 {
		var b strings.Builder
		for range random.IntN(40) {
			b.WriteString(pool[random.IntN(len(pool))])
			if random.IntN(2) == 0 {
				b.WriteByte(' ')
			}
		}
		text := b.String()
		o := lineOptions{width: float32(random.IntN(300)), size: 16, justify: random.IntN(2) == 0, direction: rtl.AutoRTL}
		var rows []Row
		for _, l := range s.lines(spansOf(text, rtl.Style{}), o) {
			rows = append(rows, l.Row)
		}
		if got, want := letters(read(rows)), letters(text); got != want {
			t.Fatalf("%q in %v:\n%q is not\n%q", text, o.width, got, want)
		}
	}
}

// Urdu is set in Nastaliq, and all else in Arabic script in Naskh.
func TestHands(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"urdu": "NotoNastaliqUrdu-Regular", "arabic": "NotoNaskhArabic-Regular", "persian": "NotoNaskhArabic-Regular", "hebrew": "NotoSerifHebrew-Regular"} {
		_, rows := setArticle(t, sample(t, name), Options{Width: 500, Size: 20, Spacing: 1})
		count := map[string]int{}
		for _, r := range rows {
			for _, text := range r.Texts {
				count[text.Face.Name] += len(text.Glyphs)
			}
		}
		for other := range count {
			if count[other] > count[want] {
				t.Errorf("%s is set in %s", name, other)
			}
		}
	}
}

// Pages hold all rows in order, none higher than the page unless one row is; headings stand
// with what they head.
func TestPages(t *testing.T) {
	t.Parallel()
	_, rows := setArticle(t, strings.Repeat("## عنوان\n\nنص قصير في فقرة.\n\n", 40), Options{Width: 400, Size: 20, Spacing: 1})
	for _, height := range []float32{10, 90, 333, 1000} {
		said := ""
		for _, p := range Paginate(rows, height) {
			for i := range p.Rows {
				if p.Tops[i]+p.Rows[i].Height > height+0.01 && len(p.Rows) > 1 {
					t.Errorf("a row ends at %v of %v", p.Tops[i]+p.Rows[i].Height, height)
				}
			}
			if last := p.Rows[len(p.Rows)-1]; height > 200 && last.Keep {
				t.Error("a heading ends a page")
			}
			said += read(p.Rows)
		}
		if letters(said) != letters(read(rows)) {
			t.Errorf("pages of %v do not hold all rows", height)
		}
	}
}

// No page begins with the last line of a paragraph or ends with its first, unless that is
// all of it.
func TestPagesPartNoLineFromItsParagraph(t *testing.T) {
	t.Parallel()
	var body strings.Builder
	for i := range 30 {
		body.WriteString(strings.Repeat("كلمات في فقرة تطول وتقصر. ", 1+i%9) + "\n\n")
	}
	_, rows := setArticle(t, body.String(), Options{Width: 400, Size: 20, Spacing: 1})
	starts := func(i int) bool { return i == 0 || rows[i-1].Gap }
	ends := func(i int) bool { return i+1 == len(rows) || rows[i+1].Gap }
	for height := float32(200); height < 900; height += 7 {
		pages := Paginate(rows, height)
		at := 0
		for _, p := range pages[:len(pages)-1] {
			for at < len(rows) && rows[at].Gap {
				at++
			}
			last := at + len(p.Rows) - 1
			for last > 0 && rows[last].Gap {
				last--
			}
			if starts(last) && !ends(last) {
				t.Fatalf("a page of %v ends with the first line of a paragraph", height)
			}
			next := at + len(p.Rows)
			for next < len(rows) && rows[next].Gap {
				next++
			}
			if next < len(rows) && ends(next) && !starts(next) {
				t.Fatalf("a page of %v begins with the last line of a paragraph", height)
			}
			at += len(p.Rows)
		}
	}
}

// book sets an article on paper.
func book(t testing.TB, body string, p Paper) (*page.Document, Book) {
	t.Helper()
	d, item := document(t, body)
	fonts, _ := faces.NewSet("")
	return d, NewBook(fonts, Work{
		Document: d, Title: item.Title, Language: item.Lang, Source: "مصدر · example.org", Number: strconv.Itoa,
	}, p, Options{Spacing: 1, Justify: true})
}

// A PDF file's objects are where its table says, whatever is in it.
func TestPDFIsWhole(t *testing.T) {
	t.Parallel()
	_, b := book(t, sample(t, "arabic"), A5())
	var out bytes.Buffer
	file := NewPDF(&out, b)
	for range 3 {
		if err := file.Add(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	data := out.Bytes()
	start := bytes.LastIndex(data, []byte("startxref\n"))
	at, _ := strconv.Atoi(strings.Fields(string(data[start:]))[1])
	entries := regexp.MustCompile(`(?m)^(\d{10}) 00000 n $`).FindAllSubmatch(data[at:], -1)
	if len(entries) < 20 || file.Pages() != 3*len(b.Pages) {
		t.Fatalf("%d objects, %d pages", len(entries), file.Pages())
	}
	for i, e := range entries {
		offset, _ := strconv.Atoi(string(e[1]))
		if want := fmt.Sprintf("%d 0 obj\n", i+1); !bytes.HasPrefix(data[offset:], []byte(want)) {
			t.Errorf("object %d is not at %d", i+1, offset)
		}
	}
}

// pdftotext reads the words of an article back from its pages, in order and unreversed.
func TestPDFTextIsTheArticles(t *testing.T) {
	t.Parallel()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	for _, name := range languages {
		body := sample(t, name)
		body, _, _ = strings.Cut(body, "```") // code runs from left to right on a page from right to left
		d, b := book(t, body, A4())
		b.Foot = nil
		path := filepath.Join(t.TempDir(), "page.pdf")
		var out bytes.Buffer
		if err := WritePDF(&out, b); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		text, err := exec.Command(program, path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		if got, want := letters(string(text)), letters(d.Text()); got != want {
			t.Errorf("%s:\n%s\nis not\n%s", name, got, want)
		}
	}
}

// A page as a picture has ink on it, and none beyond its margins.
func TestPageImage(t *testing.T) {
	t.Parallel()
	_, b := book(t, sample(t, "hebrew"), A5())
	img := PageImage(b, 1, 1)
	inked := func(r image.Rectangle) (n int) {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				if img.RGBAAt(x, y) != b.Ink.Page {
					n++
				}
			}
		}
		return n
	}
	if inked(img.Bounds()) < 2000 || inked(image.Rect(0, 0, 30, img.Bounds().Dy())) > 0 {
		t.Errorf("%d pixels have ink, %d of them in the margin", inked(img.Bounds()), inked(image.Rect(0, 0, 30, img.Bounds().Dy())))
	}
}

// A picture that cannot be shown leaves its frame, and its text stays.
func TestPictureThatCannotBeShown(t *testing.T) {
	t.Parallel()
	item := store.Item{Body: "قبل\n\n![وصف](picture:huge.png)\n\nبعد"}
	item.Full = true
	item.Pictures = []articles.Picture{{Name: "huge.png", Width: 10_000, Height: 10_000}}
	d := page.New(item, theme.Day(), words.Arabic())
	fonts, _ := faces.NewSet("")
	asked := 0
	b := NewBook(fonts, Work{Document: d, Number: strconv.Itoa, Picture: func(string, int, int) image.Image { asked++; return nil }}, A5(), Options{Spacing: 1})
	for _, write := range []func() error{
		func() error { return WritePDF(&bytes.Buffer{}, b) }, func() error { return WriteSVG(&bytes.Buffer{}, b, 1) },
		func() error { PageImage(b, 1, 1); return nil },
	} {
		if err := write(); err != nil {
			t.Error(err)
		}
	}
	if said := read(b.Pages[0].Rows); asked != 3 || !strings.Contains(said, "قبل") || !strings.Contains(said, "وصف") || !strings.Contains(said, "بعد") {
		t.Errorf("asked %d times; the page says %q", asked, said)
	}
}
