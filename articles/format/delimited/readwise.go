package delimited

import (
	"html"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/saved"
)

// readwiseColumns are those by which Readwise's table of highlights is known.
var readwiseColumns = []string{"highlight", "book title", "book author"}

// book is an article that is put together of passages.
type book struct {
	articles.Article
	text strings.Builder
	tags map[string]bool
}

// readwiseEntries makes an article of each book or page of which Readwise has highlights: the
// passages one below another, and each also as a highlight that is found again in the
// whole text once that comes.
func readwiseEntries(rows []row) []entries.Entry {
	var books []*book
	at := map[[2]string]*book{}
	for _, r := range rows {
		key := [2]string{r.get("book title"), r.get("book author")}
		b := at[key]
		if b == nil {
			b = &book{tags: map[string]bool{}}
			b.Title, b.Author, b.URL, b.Kept = key[0], key[1], r.get("url", "source url"), &articles.Kept{}
			at[key], books = b, append(books, b)
		}
		b.add(r)
	}
	list := make([]entries.Entry, len(books))
	for i, b := range books {
		list[i] = entries.Entry{Article: b.Article, HTML: b.text.String()}
	}
	return list
}

// add adds a passage to its book.
func (b *book) add(r row) {
	made := saved.Time(r.get("highlighted at"))
	h := articles.Highlight{Quote: r.get("highlight"), Note: r.get("note"), Made: made, Changed: made}
	for _, tag := range append(saved.Tags(r.get("document tags")), saved.Tags(r.get("tags"))...) {
		if !b.tags[tag] {
			b.tags[tag], b.Tags = true, append(b.Tags, tag)
		}
	}
	if b.Section == "" && len(b.Tags) > 0 {
		b.Section = b.Tags[0]
	}
	if h.Quote == "" && h.Note == "" {
		return
	}
	b.Kept.Highlights = append(b.Kept.Highlights, h)
	if b.Kept.Added.IsZero() || !made.IsZero() && made.Before(b.Kept.Added) {
		b.Kept.Added = made
	}
	if h.Quote != "" {
		b.text.WriteString("<blockquote><p>" + withBreaks(h.Quote) + "</p></blockquote>\n")
	}
	if h.Note != "" {
		b.text.WriteString("<p>" + withBreaks(h.Note) + "</p>\n")
	}
}

// withBreaks writes a text as HTML that breaks where the text breaks.
func withBreaks(text string) string {
	return strings.ReplaceAll(html.EscapeString(text), "\n", "<br>")
}
