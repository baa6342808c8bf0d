package mail

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/format/plain"
	"github.com/warraq/warraq/articles/text"
)

// Format is that of single messages, those of Apple Mail too.
var Format = articles.Format{Name: "mail", Extensions: []string{".eml", ".emlx"}, Read: read}

// read reads a message as one article, and those in it as others.
func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	data := CutCount(src.Data)
	if src.Archive != nil || !IsMessage(data[:min(len(data), maxHead)]) {
		return nil, false, nil
	}
	list, err := Articles(src, data)
	return list, true, err
}

// maxHead is how much of a message is looked at for its head, in bytes.
const maxHead = 64 << 10

// Articles makes articles of a message and of those in it.
func Articles(src *articles.Source, data []byte) ([]articles.Article, error) {
	d := &Decoder{Charset: charset.DecodeAs}
	m, err := d.Read(data)
	if err != nil {
		err = src.Fail(0, html.ParseKind(err), err)
	}
	return m.articles(src, err)
}

// articles makes articles of a message, beside an error of before.
func (m *Message) articles(src *articles.Source, err error) ([]articles.Article, error) {
	var list []articles.Article
	a, wrong := m.article(src)
	switch {
	case wrong != nil:
		err = errors.Join(err, src.Fail(0, articles.ErrNoArticle, wrong))
	case m.IsEncrypted && a.Body == "":
		err = errors.Join(err, src.Fail(0, articles.ErrLocked, nil))
	case a.Body != "" || len(m.Messages) == 0:
		list = append(list, a)
	}
	for _, inner := range m.Messages {
		more, wrong := inner.articles(src, nil)
		list, err = append(list, more...), errors.Join(err, wrong)
	}
	return list, err
}

// article makes an article of a message.
func (m *Message) article(src *articles.Source) (articles.Article, error) {
	a := articles.Article{
		Title: text.CleanLine(m.Subject), Author: text.CleanLine(m.From), Source: text.CleanLine(m.List),
		Published: m.Date, Lang: text.CleanLine(m.Language), URL: m.Address,
	}
	if m.ID != "" {
		a.Key = "mid:" + m.ID
	}
	if a.Source == "" && m.IsBulk {
		a.Source = a.Author
	}
	album := &articles.Album{Limits: src.Limits, Find: m.Picture, Here: m.HasPicture}
	var body []string
	for _, t := range m.Texts {
		part, err := t.article(&a, album)
		if err != nil {
			return a, err
		}
		before := html.CountBlocks(strings.Join(body, "\n\n"))
		for _, c := range part.Captions {
			a.Captions = append(a.Captions, articles.Caption{Text: c.Text, After: c.After + before})
		}
		if part.Body != "" {
			body = append(body, part.Body)
		}
	}
	a.Body = strings.Join(append(body, m.rest(strings.Join(body, "\n"), album)...), "\n\n")
	album.Give(&a)
	a.Full = strings.TrimSpace(a.Body) != ""
	return a, nil
}

// rest are the pictures that came with a message and that its text does not show, and
// the names of the files.
func (m *Message) rest(body string, album *articles.Album) (blocks []string) {
	for i, p := range m.Pictures {
		shown := album.Keep(partScheme + strconv.Itoa(i))
		if shown != "" && !strings.Contains(body, shown) && !slices.ContainsFunc(blocks, func(b string) bool { return strings.Contains(b, shown) }) {
			blocks = append(blocks, "!["+text.EscapeLine(text.CleanLine(p.Name))+"]("+shown+")")
		}
	}
	for i, name := range m.Others {
		item := "- " + text.EscapeLine(text.CleanLine(name))
		if i > 0 {
			blocks[len(blocks)-1] += "\n" + item
			continue
		}
		blocks = append(blocks, item)
	}
	return blocks
}

// partScheme begins the addresses of pictures by their numbers.
const partScheme = "part:"

// pictureAt is the picture under an address, nil for none.
func (m *Message) pictureAt(address string) *Picture {
	if n, err := strconv.Atoi(strings.TrimPrefix(address, partScheme)); err == nil && strings.HasPrefix(address, partScheme) && n >= 0 && n < len(m.Pictures) {
		return &m.Pictures[n]
	}
	plainAddress, err := url.PathUnescape(address)
	if err != nil {
		plainAddress = address
	}
	for i, p := range m.Pictures {
		if slices.Contains(p.Names, address) || slices.Contains(p.Names, plainAddress) {
			return &m.Pictures[i]
		}
	}
	return nil
}

// HasPicture tells whether a picture came with the message under an address.
func (m *Message) HasPicture(address string) bool { return m.pictureAt(address) != nil }

// Picture gives at most so many bytes of the picture under an address, nil for none.
func (m *Message) Picture(address string, most int64) ([]byte, error) {
	p := m.pictureAt(address)
	if p == nil {
		return nil, nil
	}
	return p.Data[:min(int64(len(p.Data)), most)], nil
}

// article makes the text of a part, for an article that is called as a is.
func (t Text) article(a *articles.Article, album *articles.Album) (articles.Article, error) {
	part := articles.Article{Title: a.Title}
	if !t.HTML {
		part.Body = quoteText(withoutService(text.CleanText(t.Text)), 0)
		return part, nil
	}
	document, err := html.Parse(t.Text, album.Limits)
	if err != nil {
		return part, err
	}
	html.CleanTexts(document)
	if root := html.Find(document, atom.Html); root != nil && a.Lang == "" {
		a.Lang = text.CleanLine(html.Attribute(root, "lang"))
	}
	Tidy(document)
	base := &url.URL{}
	if n := html.Find(document, atom.Base); n != nil {
		if to, parseErr := url.Parse(html.Attribute(n, "href")); parseErr == nil {
			base = to
		}
	}
	body := html.Find(document, atom.Body)
	if body == nil {
		return part, nil
	}
	err = html.Fragment(&part, body, base, album)
	return part, err
}

// maxQuoted is how deep quotations stand in one another.
const maxQuoted = 10

// quoteText gives plain text as Markdown, with what it quotes as quotations.
func quoteText(t string, depth int) string {
	if depth > maxQuoted {
		return plain.Body(t)
	}
	var blocks []string
	var lines []string
	isQuote := false
	flush := func() {
		if len(lines) == 0 {
			return
		}
		inner := strings.Join(lines, "\n")
		lines = nil
		if !isQuote {
			blocks = append(blocks, plain.Body(inner))
			return
		}
		blocks = append(blocks, "> "+strings.ReplaceAll(quoteText(inner, depth+1), "\n", "\n> "))
	}
	for line := range strings.SplitSeq(t, "\n") {
		rest, is := strings.CutPrefix(line, ">")
		if is != isQuote {
			flush()
			isQuote = is
		}
		if is {
			rest = strings.TrimPrefix(rest, " ")
		}
		lines = append(lines, rest)
	}
	flush()
	return strings.Join(slices.DeleteFunc(blocks, func(b string) bool { return strings.Trim(b, "> \n") == "" }), "\n\n")
}
