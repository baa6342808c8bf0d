package article

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/query"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/viewport"
	"github.com/warraq/warraq/ui/words"
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

// askFind asks for what to look for in the article.
func (p *Pane) askFind() dialog.Action {
	if p.Document == nil {
		return nil
	}
	begun := p.Finding.Text
	if p.Finding.Query {
		begun = ""
	}
	look := func(text string) dialog.Action {
		p.Find(Finding{Text: text})
		return p.countTyped()
	}
	prompt := &dialog.Prompt{
		Name: func(w *words.Words) string { return w.Find.Ask + p.typedCount() }, Typed: look,
		Answered: func(text string) dialog.Action {
			if look(text); p.Finding.Text == "" {
				return nil
			}
			return p.goToHit(true) // the first one that is not above what is shown
		},
		GivenUp: func() dialog.Action { return look("") },
	}
	return dialog.Many{dialog.Focus{Pane: p}, dialog.Push{Dialog: prompt.Start(p.Canvas, begun)}}
}

// countTyped counts the hits of what is typed.
func (p *Pane) countTyped() dialog.Action {
	if p.Text == nil || p.Text.Count() {
		return nil
	}
	return dialog.Run{Cmd: p.Jobs.Run(p.Jobs.Begin(seekJob), func(context.Context) tea.Msg { return typedCounted{} })}
}

// typedCount says how often there is what is typed, as far as that is counted.
func (p *Pane) typedCount() string {
	if p.Text == nil || p.Finding.Text == "" || p.Finding.Query {
		return ""
	}
	_, total := p.Text.Number()
	return " (\u2068" + strconv.Itoa(total) + "\u2069)"
}

// The steps of a search that takes longer than a moment: in the text, and of counting.
type (
	seekContinued  struct{}
	typedCounted   struct{}
	countContinued struct{ keys int } // that had been pressed when it was asked for
)

// goToHit goes from hit to hit, from the last to the first again.
func (p *Pane) goToHit(forward bool) dialog.Action {
	if p.Finding.Text == "" || p.Text == nil {
		return dialog.Say{Text: p.WithKeys(p.Words.Find.Nothing)}
	}
	return dialog.Many{dialog.Focus{Pane: p}, dialog.Call(func() dialog.Action { return p.endSeek(p.Text.Seek(forward)) })}
}

// endSeek does what comes after a part of the text was searched.
func (p *Pane) endSeek(r viewport.Result) dialog.Action {
	switch r {
	case viewport.Pending:
		return dialog.Run{Cmd: p.Jobs.Run(p.Jobs.Begin(seekJob), func(context.Context) tea.Msg { return seekContinued{} })}
	case viewport.Found:
		p.moved = true
		return dialog.Many{p.countHits(p.KeysPressed), p.Scrolled()}
	default:
		return dialog.Say{Text: p.Words.Find.NotThere}
	}
}

// countHits says which hit one has gone to, of how many, once these are counted, unless
// another key has said something since.
func (p *Pane) countHits(keys int) dialog.Action {
	if !p.Text.Count() {
		return dialog.Run{Cmd: p.Jobs.Run(p.Jobs.Begin(seekJob), func(context.Context) tea.Msg { return countContinued{keys} })}
	}
	if keys != p.KeysPressed {
		return nil
	}
	n, total := p.Text.Number()
	return dialog.Say{Text: p.Words.Find.At + " " + strconv.Itoa(n) + "/" + strconv.Itoa(total)}
}
