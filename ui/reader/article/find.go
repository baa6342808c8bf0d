package article

import (
	"strings"

	"warraq/articles/text"
	"warraq/store/query"
	"warraq/ui/viewport"
)

// Finding is what is looked for in the article.
type Finding struct {
	Text string
	// Query is true of what was searched for in the library: its words, each by itself
	// and in other forms too.
	Query bool
}

// Searched is the query by which the article was found, "" for none.
func (p *Pane) Searched() string {
	if p.Finding.Query {
		return p.Finding.Text
	}
	return ""
}

// Find marks what is looked for, and goes nowhere.
func (p *Pane) Find(f Finding) {
	f.Text = strings.TrimSpace(f.Text)
	p.Finding = f
	if p.Text == nil {
		return
	}
	switch {
	case f.Text == "":
		p.Text.Find(nil)
	case f.Query:
		p.Text.Find(query.ParseTyped(f.Text).Find)
	default:
		p.Text.Find(func(said string) []text.Range { return text.Find(said, f.Text) })
	}
}

// Seek goes to the next hit or the one before, as far as it can in a moment.
func (p *Pane) Seek(forward bool) viewport.Result { return p.seek(p.Text.Seek(forward)) }

// Continue goes on with a search that takes longer.
func (p *Pane) Continue() viewport.Result { return p.seek(p.Text.Continue()) }

func (p *Pane) seek(r viewport.Result) viewport.Result {
	if r == viewport.Found {
		p.moved = true
	}
	return r
}
