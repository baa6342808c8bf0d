package list

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/shelf"
	"github.com/warraq/warraq/ui/words"
)

// askSearch asks for what to search for, or goes on with what there is.
func (p *Pane) askSearch() dialog.Action {
	leave := func(key tea.KeyPressMsg) dialog.Action { return dialog.Close{Then: dialog.Press{Key: key}} }
	prompt := &dialog.Prompt{
		Name:     func(w *words.Words) string { return w.Filter },
		Typed:    p.search,
		Answered: p.endSearch,
		GivenUp:  func() dialog.Action { return p.search("") },
		Keys:     map[string]func(tea.KeyPressMsg) dialog.Action{"up": leave, "down": leave},
	}
	return dialog.Many{dialog.Focus{Pane: p}, dialog.Push{Dialog: prompt.Start(p.Canvas, p.typed.Title)}}
}

// IsSearching tells whether the list is narrowed to what holds a text that was typed.
func (p *Pane) IsSearching() bool { return p.typed.Title != "" }

// IsAtTop tells whether the first of all articles is selected, and nothing chooses some of them.
func (p *Pane) IsAtTop() bool {
	return p.cursor.Selected == 0 && p.tab.Kind == shelf.All && !p.IsSearching()
}

// search narrows the list to what holds a text.
func (p *Pane) search(text string) dialog.Action {
	p.typed.Title, p.wrong = text, ""
	return p.fromTop()
}

// endSearch says what in a text was probably meant otherwise than it was taken, now that
// it is whole. One that finds nothing becomes what may have been meant.
func (p *Pane) endSearch(text string) dialog.Action {
	p.wrong = p.sayErrors(query.Parse(text))
	if p.wrong == "" {
		return p.searchMeant()
	}
	return dialog.Many{dialog.Say{Text: p.wrong}, p.searchMeant()}
}

// sayErrors says what in a query was probably meant otherwise, "" for nothing.
func (p *Pane) sayErrors(q *query.Query) string {
	var said []string
	for _, e := range q.Errors() {
		part := "\u2068" + q.Text()[e.Start:e.End] + "\u2069"
		said = append(said, fmt.Sprintf(p.Words.Errors.Queries[e.Kind], part))
	}
	return strings.Join(said, " ")
}

// searchMeant searches for what may have been meant, if that is offered.
func (p *Pane) searchMeant() dialog.Action {
	if p.page.meant == "" {
		return nil
	}
	return p.search(p.page.meant)
}

// fromTop lists what is chosen by now, from its first on.
func (p *Pane) fromTop() dialog.Action {
	p.cursor.Selected, p.cursor.Top = 0, 0
	p.picked = nil
	p.Jobs.Abort(placeJob, movedJob, countJob) // they are about another list
	return p.load(0)
}

// nextOrder lists in the next order, from its first on.
func (p *Pane) nextOrder() dialog.Action {
	p.typed.Sort = (p.typed.Sort + 1) % (store.ByLength + 1)
	p.typed.Reverse = false
	return p.reorder()
}

// reverseOrder lists in the same order from its other end.
func (p *Pane) reverseOrder() dialog.Action {
	p.typed.Reverse = !p.typed.Reverse
	return p.reorder()
}

func (p *Pane) reorder() dialog.Action {
	return dialog.Many{dialog.Say{Text: p.Words.Shelves.Order + " " + p.orderName()}, p.fromTop()}
}

// orderName returns what the order is called.
func (p *Pane) orderName() string {
	names := p.Words.Shelves.Orders[p.typed.Sort]
	if p.typed.Reverse {
		return names[1]
	}
	return names[0]
}
