package html

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/articlestest"
)

// parsed parses HTML into a tree.
func parsed(t *testing.T, s string) *html.Node {
	t.Helper()
	document, err := html.Parse(strings.NewReader(s))
	if err != nil { // elements lie too deep in each other: there is nothing to compare
		t.Skipf("the parser refuses it: %v", err)
	}
	return document
}

// checkRuns compares the Markdown of a page whose runs are held back with that of the page
// as it is, and returns how many were.
func checkRuns(t *testing.T, s string) int {
	t.Helper()
	whole, short := parsed(t, s), parsed(t, s)
	CleanTexts(whole)
	CleanTexts(short)
	domain := converter.WithDomain("https://b.example/c/")
	want, err := markdownWriter().ConvertNode(whole, domain)
	if err != nil {
		t.Fatal(err)
	}
	held, _ := holdRuns(short)
	got, err := held.write(short, domain)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Fatalf("of %q\ngot  %q\nwant %q", s, got, want)
	}
	return len(held)
}

// Markdown is the same whether runs are held back or not, whatever stands around them.
func TestHeldRuns(t *testing.T) {
	t.Parallel()
	run := strings.Repeat("قال الوزير إن المباحثات (التي جرت) كانت مثمرة، في 3. ", 3)
	pieces := []string{
		run, run, run, strings.Repeat("x", 80), " ", "  ", "\n", "كلمة", "12", "1.", "12. ", "- ", "-", "+ ", "* ", "*", "_", "`", "```", "~~~", "#", "## ", "=", "===", "---", "[", "]", "](", ")", "!", "![", "|", "&lt;", "&gt;", "&amp;", "\\",
		"\u00A0", "&#160;", "\u2003", "</p>\n\n<p>", "كلمة</p><p>كلمة", run + "</p> <p>" + run, ".", "<br>", "<br> ", "<b>", "</b>", "<em>", "</em>", "<i> ", " </i>", "<a href='https://a.example/'>", "</a>", "<p>", "</p>", "<h2>", "</h2>", "<ul><li>", "</li><li>", "</li></ul>", "<ol><li>", "</li></ol>",
		"<blockquote>", "</blockquote>", "<pre>", "</pre>", "<code>", "</code>", "<table><tr><td>", "</td><td>", "</td></tr></table>", "<div>", "</div>", "<del>", "</del>", "<hr>", "<span>", "</span>", "<img src='https://a.example/a.png' alt='أ'>", "\uF002",
		"<p>", "<p>كلمة ", "<h3>كلمة</h3>", "<h2>كلمة #</h2>", "<strong>كلمة</strong> ", " <b>كلمة</b>", "<em>كلمة</em>", " <i>كلمة.</i> ", "<a href='https://a.example/b/c_d-e.f'>كلمة</a>", " <a href='https://a.example'>كلمة</a>.", "<a href='/b' title='كلمة'>كلمة</a>", "<a href='https://a.example/b?c=d'>كلمة</a>", "<a href='https://a.example/../b//c'>كلمة</a>",
		"<blockquote><p>كلمة</p> <p>كلمة أخرى</p></blockquote>", "<blockquote>\nكلمة</blockquote>", "<ul>\n<li>كلمة</li>\n<li><a href='http://a.example/'>كلمة</a> 1. كلمة</li></ul>", "<ul><li>كلمة</li><li><ul><li>كلمة</li></ul></li></ul>", "<div><p>كلمة</p></div>",
	}
	random := rand.New(rand.NewPCG(9, 10))
	held := 0
	for range 6000 {
		var b strings.Builder
		for range 1 + random.IntN(10) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		held += checkRuns(t, b.String())
	}
	if held < 300 {
		t.Errorf("only %d runs were held back", held)
	}
}

// An address in a text stays one address, whatever signs are in it.
func TestAddressesInTexts(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{
		"شاهد https://youtu.be/a_b-c ثم عد":                                                             "شاهد <https://youtu.be/a_b-c> ثم عد",
		"(انظر https://a.example/wiki/_x_(y)).":                                                         "(انظر <https://a.example/wiki/_x_(y)>).",
		"https://a.example/*a*/[b]~c؟ نعم":                                                              "<https://a.example/*a*/[b]~c>؟ نعم",
		"<b>الرابط:</b>https://a.example/_x":                                                            "**الرابط:**<https://a.example/_x>",
		"بلا علامات https://a.example/b?c=1&d=2 فيه":                                                    "بلا علامات https://a.example/b?c=1&d=2 فيه",
		"<code>https://a.example/b_c</code>":                                                            "`https://a.example/b_c`",
		`<a href="https://a.example/b_c">https://a.example/b_c</a>`:                                     `[https://a.example/b\_c](https://a.example/b_c)`,
		"<table><tr><th>أ</th><th>ب</th></tr><tr><td>https://a.example/b_c</td><td>د</td></tr></table>": "| أ   | ب |\n|-----|---|\n| <https://a.example/b_c> | د |",
	} {
		var a articles.Article
		if err := SetText(&a, "<p>"+said+"</p>"); err != nil {
			t.Fatal(err)
		}
		if a.Body != want {
			t.Errorf("%s\nis   %s\nwant %s", said, a.Body, want)
		}
	}
}

// So it is of whole pages and of feeds.
func TestHeldRunsOfPages(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../intake/testdata/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			checkRuns(t, string(data))
		}
	}
	var feed strings.Builder
	if err := articlestest.NewNewspaper().WriteFeed(&feed, 50); err != nil {
		t.Fatal(err)
	}
	for item := range strings.SplitSeq(feed.String(), "<content:encoded><![CDATA[") {
		body, _, _ := strings.Cut(item, "]]>")
		checkRuns(t, body)
	}
}

func FuzzHeldRuns(f *testing.F) {
	f.Add("<p>" + strings.Repeat("نص (طويل) - ", 20) + "</p>")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 8<<10 {
			checkRuns(t, s)
		}
	})
}
