// Package articlestest makes news of any volume for tests and for measuring: the same
// bytes in every run, with a vocabulary as large as that of newspapers.
package articlestest

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"time"
)

// Newspaper makes Arabic articles one by one.
type Newspaper struct {
	random *rand.Rand
	words  []string
	zipf   *rand.Zipf
	made   int
}

// vocabularySize is how many words a newspaper has; each fiftieth is new beside them, as
// names are.
const vocabularySize = 100_000

// NewNewspaper returns a newspaper, which begins with its first article.
func NewNewspaper() *Newspaper {
	p := &Newspaper{random: rand.New(rand.NewPCG(18, 10_000))} //nolint:gosec // the same in every run
	seen := make(map[string]bool, vocabularySize)
	for len(p.words) < vocabularySize {
		if w := p.word(); !seen[w] {
			seen[w] = true
			p.words = append(p.words, w)
		}
	}
	p.zipf = rand.NewZipf(p.random, 1.1, 8, vocabularySize-1)
	return p
}

// Letters and what words are made of around a root of three of them.
var (
	rootLetters  = []rune("بتثجحخدذرزسشصضطظعغفقكلمنهوي")
	wordPrefixes = []string{"", "", "", "ال", "ال", "وال", "بال", "لل", "م", "ت", "ي", "است"}
	wordEndings  = []string{"", "", "", "ة", "ات", "ين", "ون", "ها", "ه", "ية"}
)

// word makes a word.
func (p *Newspaper) word() string {
	one := func(from ...string) string { return from[p.random.IntN(len(from))] }
	letter := func() string { return string(rootLetters[p.random.IntN(len(rootLetters))]) }
	return one(wordPrefixes...) + letter() + one("", "ا", "و") + letter() + one("", "", "ي") + letter() + one(wordEndings...)
}

// sentence makes so many words with a full stop and, in long ones, commas.
func (p *Newspaper) sentence(words int) string {
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		w := p.words[p.zipf.Uint64()]
		if p.random.IntN(50) == 0 {
			w = p.word() + p.word()
		}
		b.WriteString(w)
		if i%9 == 8 && i+1 < words {
			b.WriteString("،")
		}
	}
	return b.String()
}

// paragraph makes some sentences, with a quotation, a link or stressed words in some.
func (p *Newspaper) paragraph() string {
	var b strings.Builder
	for i := range 2 {
		if i > 0 {
			b.WriteByte(' ')
		}
		s := p.sentence(12 + p.random.IntN(14))
		switch p.random.IntN(12) {
		case 0:
			s = "«" + s + "»"
		case 1:
			s += ` <a href="https://news.example/` + fmt.Sprint(p.random.IntN(90_000)) + `/">` + p.sentence(3) + `</a>`
		case 2:
			s = "<strong>" + p.sentence(2) + "</strong> " + s
		case 3:
			s += " &#8211; " + p.sentence(4) + "&nbsp;" + fmt.Sprint(2000+p.random.IntN(26))
		}
		b.WriteString(s + ".")
	}
	return b.String()
}

// body makes the text of an article as WordPress writes it, about 2.4 KB.
func (p *Newspaper) body() string {
	var b strings.Builder
	if p.random.IntN(3) == 0 {
		fmt.Fprintf(&b, "<figure class=\"wp-block-image size-large\"><img decoding=\"async\" width=\"1024\" height=\"683\" src=\"https://news.example/wp-content/uploads/2026/03/%d-1024x683.jpg\" alt=\"\" class=\"wp-image-%[1]d\"/><figcaption class=\"wp-element-caption\">%s</figcaption></figure>\n\n\n\n", p.made, p.sentence(8))
	}
	for i := 0; b.Len() < 2000; i++ {
		switch {
		case i == 3 && p.random.IntN(2) == 0:
			fmt.Fprintf(&b, "<h2 class=\"wp-block-heading\">%s</h2>\n\n\n\n", p.sentence(5))
		case i == 4 && p.random.IntN(4) == 0:
			fmt.Fprintf(&b, "<blockquote class=\"wp-block-quote\"><p>%s.</p></blockquote>\n\n\n\n", p.sentence(16))
		case i == 5 && p.random.IntN(6) == 0:
			fmt.Fprintf(&b, "<ul class=\"wp-block-list\"><li>%s</li>\n\n\n\n<li>%s</li></ul>\n\n\n\n", p.sentence(7), p.sentence(9))
		default:
			fmt.Fprintf(&b, "<p>%s</p>\n\n\n\n", p.paragraph())
		}
	}
	return b.String()
}

// item makes the next article as an entry of an RSS feed.
func (p *Newspaper) item() string {
	p.made++
	title, address := p.sentence(8), fmt.Sprintf("https://news.example/2026/%d/", p.made)
	footer := fmt.Sprintf("<p>The post <a href=%q>%s</a> appeared first on <a href=\"https://news.example\">صحيفة الميناء</a>.</p>", address, title)
	return fmt.Sprintf(`	<item>
		<title>%s</title>
		<link>%s</link>
		<dc:creator><![CDATA[%s]]></dc:creator>
		<pubDate>%s</pubDate>
		<category><![CDATA[قسم %d]]></category>
		<guid isPermaLink="false">https://news.example/?p=%d</guid>
		<description><![CDATA[<p>%s [&#8230;]</p>
%s
]]></description>
		<content:encoded><![CDATA[
%s%s
]]></content:encoded>
	</item>
`, title, address, p.sentence(2), time.Date(2024, 1, 1, 0, 37*p.made, 0, 0, time.UTC).Format(time.RFC1123Z), p.made%12, p.made,
		p.sentence(20), footer, p.body(), footer)
}

// The beginning and the end of a feed of WordPress.
const (
	feedHead = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
	<title>صحيفة الميناء</title>
	<atom:link href="https://news.example/feed/" rel="self" type="application/rss+xml" />
	<link>https://news.example</link>
	<description>أخبار</description>
	<language>ar</language>
	<generator>https://wordpress.org/?v=6.7</generator>
`
	feedEnd = "</channel>\n</rss>\n"
)

// WriteFeed writes the next articles as one RSS feed, each about 3.6 KB.
func (p *Newspaper) WriteFeed(to io.Writer, articles int) error {
	w := bufio.NewWriter(to)
	_, _ = w.WriteString(feedHead) // its last error says whether there was one
	for range articles {
		_, _ = w.WriteString(p.item())
	}
	_, _ = w.WriteString(feedEnd)
	return w.Flush() //nolint:wrapcheck // it is the writer's
}
