package intake

import (
	"context"
	"flag"
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

var generatedPages = flag.Int("pages", 200, "how many generated pages are read for their words")

// pageMaker makes pages of words that stand nowhere else, so that each can be followed.
type pageMaker struct {
	*rand.Rand
	made map[string]bool
}

// newPageMaker returns one that makes the same pages for the same seed.
func newPageMaker(seed int) *pageMaker {
	return &pageMaker{rand.New(rand.NewPCG(uint64(seed), 15)), map[string]bool{}}
}

// word makes a new word of letters that no spelling joins.
func (m *pageMaker) word() string {
	letters := []rune("بتثجحخدذرزسشصضطظعغفقكلمن")
	for {
		w := make([]rune, 4+m.IntN(3))
		for i := range w {
			w[i] = letters[m.IntN(len(letters))]
		}
		if s := string(w); !m.made[s] {
			m.made[s] = true
			return s
		}
	}
}

// words makes so many, with a space between.
func (m *pageMaker) words(n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = m.word()
	}
	return strings.Join(all, " ")
}

// sentence makes one as newspapers write them, with something in its line now and then.
func (m *pageMaker) sentence() string {
	inner := []string{
		m.word(), "<b>" + m.words(2) + "</b>", "<a href=\"https://a.example/" + fmt.Sprint(m.IntN(1e6)) + "\">" + m.words(2) + "</a>", "<em>" + m.word() + "</em>",
		"«" + m.words(2) + "»", "(" + m.word() + ")", "<q>" + m.words(3) + "</q>", m.word() + "<sup>2</sup>", "<span class=x>" + m.word() + "</span>", m.word() + "،",
		m.word() + "<br>" + m.word(), "&laquo;" + m.word() + "&raquo;", "<code>" + m.word() + "</code>", "<mark>" + m.word() + "</mark>",
	}[m.IntN(14)]
	return m.words(6+m.IntN(8)) + " " + inner + " " + m.words(4+m.IntN(8)) + "."
}

// paragraph makes one of some sentences.
func (m *pageMaker) paragraph() string {
	s := m.sentence()
	for range 1 + m.IntN(2) {
		s += " " + m.sentence()
	}
	return s
}

// paragraphs makes so many, each in an element.
func (m *pageMaker) paragraphs(n int, element string) string {
	var b strings.Builder
	for range n {
		b.WriteString("<" + element + ">" + m.paragraph() + "</" + element + ">\n")
	}
	return b.String()
}

// mainTexts make the markup of a main text, each with a structure of its own.
var mainTexts = []struct {
	name string
	of   func(m *pageMaker) string
}{
	{"paragraphs", func(m *pageMaker) string { return m.paragraphs(5, "p") }},
	{"headings", func(m *pageMaker) string {
		return m.paragraphs(2, "p") + "<h2>" + m.words(3) + "</h2>" + m.paragraphs(2, "p") + "<h3>" + m.words(4) + "</h3>" + m.paragraphs(2, "p")
	}},
	{"lists", func(m *pageMaker) string {
		return m.paragraphs(2, "p") + "<ul><li>" + m.sentence() + "</li><li>" + m.words(3) + "<ul><li>" + m.words(4) + "</li></ul></li></ul><ol><li>" + m.sentence() + "</li><li>" + m.sentence() + "</li></ol>" + m.paragraphs(2, "p")
	}},
	{"tables", func(m *pageMaker) string {
		row := func(cell string) string {
			return fmt.Sprintf("<tr><%[1]s>%[2]s</%[1]s><%[1]s>%[3]s</%[1]s></tr>", cell, m.words(2), m.word())
		}
		return m.paragraphs(3, "p") + "<table>" + row("th") + row("td") + "<tr><td>" + m.word() + "<br>" + m.word() + "</td><td><ul><li>" + m.word() + "</li><li>" + m.word() + "</li></ul></td></tr></table>" + m.paragraphs(2, "p")
	}},
	{"figures", func(m *pageMaker) string {
		return m.paragraphs(3, "p") + "<figure><table><tr><td>" + m.word() + "</td><td>" + m.word() + "</td></tr></table><figcaption>" + m.words(4) + "</figcaption></figure>" +
			m.paragraphs(1, "p") + "<figure><blockquote><p>" + m.sentence() + "</p></blockquote><figcaption>" + m.words(3) + "</figcaption></figure>" + m.paragraphs(2, "p")
	}},
	{"lines that break", func(m *pageMaker) string {
		all := make([]string, 5)
		for i := range all {
			all[i] = m.paragraph()
		}
		return "<div class=\"article-text\">" + strings.Join(all, "<br><br>") + "</div>"
	}},
	{"divisions", func(m *pageMaker) string { return "<div>" + m.paragraphs(6, "div") + "</div>" }},
	{"quotations and code", func(m *pageMaker) string {
		return m.paragraphs(2, "p") + "<blockquote><p>" + m.paragraph() + "</p></blockquote><p>" + m.paragraph() + "</p><pre><code>" + m.words(3) + "\n" + m.words(2) + "</code></pre>" + m.paragraphs(2, "p")
	}},
	{"verses and meanings", func(m *pageMaker) string {
		return m.paragraphs(3, "p") + "<p class=\"verse\"><span>" + m.words(4) + "</span><span>" + m.words(4) + "</span></p><dl><dt>" + m.words(2) + "</dt><dd>" + m.sentence() + "</dd></dl>" + m.paragraphs(2, "p")
	}},
	{"what unfolds, and notes", func(m *pageMaker) string {
		return m.paragraphs(3, "p") + "<details><summary>" + m.words(4) + "</summary><p>" + m.paragraph() + "</p></details><p>" + m.paragraph() + "<sup><a href=\"#n1\">[1]</a></sup></p><ol><li id=\"n1\">" + m.sentence() + "</li></ol>"
	}},
}

// pagesAround put a main text, with a title over it, into a page of a newspaper, whose own
// words they make too.
var pagesAround = []func(m *pageMaker, title, text string) (page, own string){
	func(m *pageMaker, title, text string) (string, string) {
		nav, foot := m.menu("ul", "li"), m.words(4)
		return "<header>" + nav + "</header><main><article><h1>" + title + "</h1>" + text + "</article></main><footer><p>" + foot + "</p></footer>", nav + " " + foot
	},
	func(m *pageMaker, title, text string) (string, string) {
		nav, side := m.menu("div", "span"), m.menu("ul", "li")
		return `<div id="nav" class="navbar menu">` + nav + `</div><div class="wrap"><div class="content"><h1>` + title + "</h1>" + text + `</div><div class="sidebar">` + side + "</div></div>", nav + side
	},
	func(m *pageMaker, title, text string) (string, string) {
		nav, tags := m.menu("ul", "li"), m.words(2)
		return "<nav>" + nav + `</nav><div class="post"><h1>` + title + `</h1><div class="entry-content">` + text + `</div><div class="share"><a href="https://facebook.com/x">` + tags + "</a></div></div>", nav + " " + tags
	},
	func(m *pageMaker, title, text string) (string, string) {
		nav := m.menu("div", "div")
		return "<table><tr><td class=\"menu\">" + nav + "</td><td><h1>" + title + "</h1>" + text + "</td></tr></table>", nav
	},
}

// menu makes a menu of links of one or two words.
func (m *pageMaker) menu(list, item string) string {
	s := "<" + list + ">"
	for range 4 + m.IntN(5) {
		s += "<" + item + "><a href=\"/" + fmt.Sprint(m.IntN(1e6)) + "\">" + m.words(1+m.IntN(2)) + "</a></" + item + ">"
	}
	return s + "</" + list + ">"
}

// quotedJSON writes a text as JSON does, but for what makes markup in it.
func quotedJSON(s string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s)
}

// carriers put the markup of a main text into the other formats whose texts are HTML.
var carriers = []struct {
	name string
	of   func(title, text string) string
}{
	{"feed.xml", func(title, text string) string {
		return "<rss version=\"2.0\"><channel><title>ص</title><item><title>" + title + "</title><description>" + html.EscapeString(text) + "</description></item></channel></rss>"
	}},
	{"a.json", func(title, text string) string {
		return `[{"title":"` + title + `","content":"` + quotedJSON(text) + `"}]`
	}},
	{"a.enex", func(title, text string) string {
		return "<?xml version=\"1.0\"?><en-export><note><title>" + title + "</title><content><![CDATA[<en-note>" + text + "</en-note>]]></content></note></en-export>"
	}},
	{"a.eml", func(title, text string) string {
		return "From: a@a.example\nSubject: " + title + "\nDate: Mon, 02 Dec 2024 09:30:00 +0300\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body>" + text + "</body></html>"
	}},
	{"a.md", func(title, text string) string { return "# " + title + "\n\n" + text }},
	{"a.mht", func(title, text string) string {
		return "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=bb; type=\"text/html\"\nSnapshot-Content-Location: https://a.example/\n\n--bb\nContent-Type: text/html; charset=utf-8\n\n<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" + text + "</article></body></html>\n--bb--\n"
	}},
	{"a.txt", func(title, text string) string { return title + "\n\n" + plainWords(text) }},
}

var (
	tagOrBlock = regexp.MustCompile(`</?(?:b|a|em|q|span|code|mark|i|sup)(?: [^<>]*)?>|<[^<>]*>`)
	aWord      = regexp.MustCompile(`[\p{L}\p{M}\p{Nd}]+`)
	aParagraph = regexp.MustCompile(`</(?:p|div|h2|h3|li|tr|blockquote|dt|dd|summary|pre|figcaption)>`)
)

// wordsIn returns the words in markup, as often as they stand there: the plain reference.
func wordsIn(markup string) map[string]int {
	count := map[string]int{}
	for _, w := range aWord.FindAllString(html.UnescapeString(tagOrBlock.ReplaceAllString(markup, " ")), -1) {
		count[w]++
	}
	return count
}

// plainWords writes markup as plain text, its paragraphs apart.
func plainWords(markup string) string {
	s := aParagraph.ReplaceAllString(markup, "\n\n")
	return html.UnescapeString(tagOrBlock.ReplaceAllString(s, " "))
}

// wordsOf returns the words that an article says of its text, as often as it does.
func wordsOf(a articles.Article) map[string]int {
	said := a.Body
	for _, c := range a.Captions {
		said += "\n" + c.Text
	}
	return wordsIn(regexp.MustCompile(`\]\(<?[^()<>]*>?\)`).ReplaceAllString(said, "] "))
}

// Every word of a main text is in the article, as often as it stands there, and none of
// the words around it.
func TestWordsOfPages(t *testing.T) {
	t.Parallel()
	for seed := range *generatedPages {
		m := newPageMaker(seed)
		structure := mainTexts[seed%len(mainTexts)]
		title, text := m.words(4), structure.of(m)
		page, own := pagesAround[seed/len(mainTexts)%len(pagesAround)](m, title, text)
		page = `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>` + title + "</title></head><body>" + page + "</body></html>"
		expectWords(t, fmt.Sprintf("page %d (%s)", seed, structure.name), "a.html", page, title, text, own)
		c := carriers[seed/len(mainTexts)%len(carriers)]
		expectWords(t, fmt.Sprintf("%s %d (%s)", c.name, seed, structure.name), c.name, c.of(title, text), title, text, "")
	}
}

// expectWords reads an input and compares the words of its one article with those of its
// main text and with its own.
func expectWords(t *testing.T, what, name, input, title, text, own string) {
	t.Helper()
	list, err := Input{Name: name, Data: []byte(input)}.Read(context.Background())
	if err != nil || len(list) != 1 {
		t.Errorf("%s: %d articles, %v\n%s", what, len(list), err, input)
		return
	}
	if list[0].Title != title {
		t.Errorf("%s: the title is %q, not %q", what, list[0].Title, title)
	}
	got, want := wordsOf(list[0]), wordsIn(text)
	for w, n := range want {
		if len([]rune(w)) > 2 && got[w] != n {
			t.Errorf("%s: %s stands %d times, not %d\n%s\n\n%s", what, w, got[w], n, input, list[0].Body)
			return
		}
	}
	for w := range wordsIn(own) {
		if got[w] > 0 {
			t.Errorf("%s: %s of the page's own is in the text\n%s\n\n%s", what, w, input, list[0].Body)
			return
		}
	}
}
