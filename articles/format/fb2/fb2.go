// Package fb2 reads books in FictionBook 2, which is one XML file.
package fb2

import (
	"encoding/base64"
	"errors"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/warraq/warraq/articles/format/office"
)

// Book is a book and what it says of itself.
type Book struct {
	Title, Language, Publisher, Summary string
	Authors                             []string
	Published                           time.Time
	Chapters                            []Chapter
	pictures                            map[string]string // in base64, by their ids
}

// Chapter is a part of a book that is read in one go.
type Chapter struct {
	Title string
	Body  *html.Node // a body element
}

// ErrNoBook is the error of a file that holds no book.
var ErrNoBook = errors.New("it holds no body of a book")

// IsBook tells a book by how a file begins.
func IsBook(text string) bool {
	const opens = 4 << 10
	head := text[:min(len(text), opens)]
	found := strings.Contains(head, "<FictionBook")
	return found && strings.HasPrefix(strings.TrimSpace(strings.TrimPrefix(head, "\uFEFF")), "<")
}

// reader is what reading one book needs.
type reader struct {
	book   Book
	bodies []*office.Node
	notes  map[string]*office.Node // by their ids
	out    *office.Builder         // of the chapter that is read
	marks  map[*office.Node]string // of the notes that it has
	depth  int                     // in notes
	noted  int                     // bytes of notes so far
}

// Read reads a book that is in UTF-8.
func Read(text string) (Book, error) {
	r := &reader{notes: map[string]*office.Node{}}
	r.book.pictures = map[string]string{}
	err := office.NewDecoder(strings.NewReader(text)).Each(func(parent string, n *office.Node) error {
		switch {
		case n.Name == "body":
			r.body(n)
		case n.Name == "binary":
			r.book.pictures[n.Attribute("id")] = n.String()
		case parent == "description":
			r.about(n)
		}
		return nil
	}, "FictionBook", "description")
	for _, b := range r.bodies {
		r.chapters(b)
	}
	if err == nil && len(r.bodies) == 0 {
		err = ErrNoBook
	}
	return r.book, err
}

// Picture returns at most so many bytes of a picture by its address, nil for none.
func (b *Book) Picture(address string, most int64) ([]byte, error) {
	encoded := strings.Join(strings.Fields(b.pictures[strings.TrimPrefix(address, "#")]), "")
	if encoded == "" {
		return nil, nil
	}
	encoded = strings.TrimRight(encoded, "=")
	data, err := base64.RawStdEncoding.DecodeString(encoded[:min(int64(len(encoded)), (most+2)/3*4)])
	if err != nil {
		return nil, nil //nolint:nilerr // it is no picture
	}
	return data[:min(int64(len(data)), most)], nil
}

// body keeps a body of the book: its text for later, its notes by their ids.
func (r *reader) body(n *office.Node) {
	switch strings.ToLower(n.Attribute("name")) {
	case "notes", "comments", "footnotes":
		r.keepNotes(n)
	default:
		r.bodies = append(r.bodies, n)
	}
}

// keepNotes keeps the sections that have ids.
func (r *reader) keepNotes(n *office.Node) {
	for _, c := range n.Children {
		if id := c.Attribute("id"); id != "" {
			r.notes[id] = c
		}
		if c.Name == "section" {
			r.keepNotes(c)
		}
	}
}

// about reads a part of what the book says of itself.
func (r *reader) about(n *office.Node) {
	b := &r.book
	switch n.Name {
	case "title-info":
		for _, c := range n.Children {
			text := strings.Join(strings.Fields(c.String()), " ")
			switch c.Name {
			case "book-title":
				b.Title = text
			case "author":
				if name := authorName(c); name != "" {
					b.Authors = append(b.Authors, name)
				}
			case "lang":
				b.Language = text
			case "annotation":
				b.Summary = text
			case "date":
				b.Published = parseDay(c.Attribute("value"), text)
			}
		}
	case "publish-info":
		if c := n.Child("publisher"); c != nil {
			b.Publisher = strings.TrimSpace(c.String())
		}
		if c := n.Child("year"); c != nil && b.Published.IsZero() {
			b.Published = parseDay("", strings.TrimSpace(c.String()))
		}
	}
}

// authorName is what an author is called.
func authorName(n *office.Node) string {
	var names []string
	for _, part := range []string{"first-name", "middle-name", "last-name"} {
		if c := n.Child(part); c != nil {
			names = append(names, strings.Fields(c.String())...)
		}
	}
	if c := n.Child("nickname"); c != nil && len(names) == 0 {
		names = strings.Fields(c.String())
	}
	return strings.Join(names, " ")
}

// parseDay reads the date that a book gives twice: for programs, and for people.
func parseDay(value, text string) time.Time {
	for _, s := range []string{value, text} {
		for _, layout := range []string{time.DateOnly, "2006-01", "2006", "02.01.2006"} {
			if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil && t.Year() > 0 {
				return t
			}
		}
	}
	return time.Time{}
}
