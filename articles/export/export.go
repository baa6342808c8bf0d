// Package export writes articles out in the forms that other programs read: JSON
// Lines and Markdown, which [intake.Read] reads back, EPUB, a page of HTML, and
// what reference managers take.
//
// What an article says is its author's, not to be trusted: no script and no
// picture from elsewhere gets into what is written.
package export

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"time"

	"github.com/warraq/warraq/articles"
)

// Shelf is what is to be written.
type Shelf struct {
	// Cards name the articles in their order.
	Cards []Card
	// Articles returns the articles of some IDs in their order, related ones and all;
	// an error ends them.
	Articles func(ids []string) iter.Seq2[articles.JSON, error]
	// Picture gives a picture that an article shows by its name; nil is that there are
	// none.
	Picture func(name string) (articles.Picture, error)
	Labels  Labels
}

// Card is what has to be known of an article before it is its turn.
type Card struct {
	ID, Title string
	// Part is what it stands under in the contents of a book with those beside it that
	// have the same one; "" is nothing.
	Part string
}

// Labels are the words that are written beside those of the articles.
type Labels struct {
	Lang     string // BCP 47, of the labels
	Title    string // of the whole
	Contents string
	Related  string
	Source   string // before an address
	Date     func(time.Time) string
}

// each calls a function with every article.
func (s *Shelf) each(do func(articles.JSON) error) error {
	ids := make([]string, len(s.Cards))
	for i, card := range s.Cards {
		ids[i] = card.ID
	}
	for a, err := range s.Articles(ids) {
		if err != nil {
			return err
		}
		if err := do(a); err != nil {
			return err
		}
	}
	return nil
}

// JSONLines writes an object a line, as [articles.JSON] has it.
func JSONLines(w io.Writer, s Shelf) error {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	return s.each(func(a articles.JSON) error {
		if err := lines.Encode(a); err != nil {
			return fmt.Errorf("writing JSON: %w", err)
		}
		return nil
	})
}

// printer writes until something goes wrong.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) print(parts ...string) {
	for _, s := range parts {
		if p.err == nil {
			_, p.err = io.WriteString(p.w, s)
		}
	}
}

// failed is the error of writing, if there was one.
func (p *printer) failed() error {
	if p.err != nil {
		return fmt.Errorf("writing: %w", p.err)
	}
	return nil
}
