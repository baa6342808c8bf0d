// Package openiti reads books in OpenITI mARkdown, in which the Open Islamicate Texts
// Initiative keeps its corpus. A short book is one article, of a long one each chapter is.
package openiti

import (
	"context"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// fileMagic is how every file of the corpus begins.
const fileMagic = "######OpenITI#"

// recognise reports whether a text is in OpenITI mARkdown.
func recognise(s string) bool {
	return strings.HasPrefix(strings.TrimLeft(s[:min(len(s), 1<<10)], "\uFEFF \n\r"), fileMagic)
}

// longBook is how many bytes of text a book has from which on each of its chapters is an
// article.
const longBook = 200 << 10

var (
	metadataPattern = pattern.New(`^#META#[ \t]*(?:\d{3}\.)?([\p{L}.]+)[ \t]*:{1,2}[ \t]*(.*)$`)
	// headingPattern is a line that begins a part: bars say how deep it stands, dollars begin a
	// life in a book of lives, and words between bars name a part that is not the author's.
	headingPattern = pattern.New(`^###\s*((?:\|+|\$+)(?:[A-Z_]+\|)?)\s*(.*)$`)
	// pagesPattern and milestones are counts that stand between words.
	pagesPattern = pattern.New(`\s*(?:PageV\d+P\d+[A-Za-z]?|\bms[A-Z]?\d+\b|\bMilestone\d+\b|<!--.*?-->)`)
	// signsPattern are what readers of the corpus tag words with.
	signsPattern = pattern.New(`@(?:[A-Z]+@)?[A-Z]*\d*(?:[A-Za-z]+@)?|\bY[BDA]?\d{2,5}\b|\[\[|\]\]|¶|\$[A-Z]+\$`)
	notePattern  = pattern.New(`^#?\s*~:[^:]*:\s*`)
)

// book is what is known while a file is read.
type book struct {
	articles.Article
	chapters []chapter
}

// chapter is what stands between two headings of the first level.
type chapter struct {
	title string
	body  strings.Builder
}

// parse reads a book.
func parse(s string, whole bool) []articles.Article {
	b := book{chapters: []chapter{{}}}
	head, rest, ok := strings.Cut(s, "#META#Header#End#")
	if !ok {
		head, rest = s, s
	}
	for line := range strings.SplitSeq(head, "\n") {
		if m := metadataPattern.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			b.learn(m[1], strings.TrimSpace(m[2]))
		}
	}
	p := paragraphs{book: &b}
	for line := range strings.SplitSeq(rest, "\n") {
		p.line(strings.TrimSpace(line))
	}
	p.end()
	return b.articles(whole)
}

// learn takes over what the file says of the book.
func (b *book) learn(name, value string) {
	if value == "" || value == "NODATA" || value == "NOTGIVEN" || value == "NOCODE" {
		return
	}
	switch strings.ToLower(name) {
	case "booktitle", "title", "الكتاب":
		if b.Title == "" {
			b.Title = value
		}
	case "authorname", "author", "المؤلف":
		if b.Author == "" {
			b.Author = value
		}
	case "booksubj", "subject", "genre":
		for subject := range strings.SplitSeq(value, "::") {
			if subject = strings.TrimSpace(subject); subject != "" {
				b.Tags = append(b.Tags, subject)
			}
		}
		if b.Section == "" && len(b.Tags) > 0 {
			b.Section = b.Tags[0]
		}
	case "edpublisher", "publisher", "الناشر":
		if b.Source == "" {
			b.Source = value
		}
	case "lang", "language":
		b.Lang = value
	}
}

// articles makes one article of a short book, and one of each chapter of a long one.
func (b *book) articles(bound bool) []articles.Article {
	size := 0
	for i := range b.chapters {
		size += b.chapters[i].body.Len()
	}
	if bound || size < longBook || len(b.chapters) == 1 {
		var whole strings.Builder
		for i := range b.chapters {
			c := &b.chapters[i]
			if c.title != "" {
				whole.WriteString("## " + text.EscapeLine(c.title) + "\n\n")
			}
			whole.WriteString(c.body.String())
		}
		a := b.Article
		a.Body = strings.TrimSpace(whole.String())
		return []articles.Article{a}
	}
	var list []articles.Article
	for i := range b.chapters {
		c := &b.chapters[i]
		a := b.Article
		if a.Body = strings.TrimSpace(c.body.String()); a.Body == "" {
			continue
		}
		if b.Title != "" {
			a.Section = b.Title
		}
		if c.title != "" {
			a.Title = c.title
		}
		list = append(list, a)
	}
	return list
}

// Format is OpenITI mARkdown.
var Format = articles.Format{Name: "OpenITI", Extensions: []string{".markdown", ".completed", ".inprogress"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !recognise(src.Head()) {
		return nil, false, nil
	}
	return parse(src.Text(), src.WholeBooks), true, nil
}
