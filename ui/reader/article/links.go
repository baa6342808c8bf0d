package article

import (
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/words"
)

// askLink asks for the number of a link in the article.
func (p *Pane) askLink() dialog.Action {
	if p.Document == nil {
		return nil
	}
	links := p.Document.Links()
	if len(links) == 0 {
		return dialog.Say{Text: p.Words.Sides.NoLinks}
	}
	prompt := &dialog.Prompt{
		Name:     func(w *words.Words) string { return w.Sides.AskLink },
		Answered: func(number string) dialog.Action { return p.followLink(links, number) },
	}
	return dialog.Many{dialog.Focus{Pane: p}, dialog.Push{Dialog: prompt.Start(p.Canvas, "")}}
}

// followLink follows the link of a number, which may be written in any digits.
func (p *Pane) followLink(links []string, number string) dialog.Action {
	if strings.TrimSpace(number) == "" {
		return nil
	}
	n, err := strconv.Atoi(text.Fold(strings.TrimSpace(number)))
	if err != nil || n < 1 || n > len(links) {
		return dialog.Say{Text: p.Words.Sides.NoSuchLink}
	}
	return dialog.FollowAddress(p.Canvas, p.Library, links[n-1], p.Opened)
}

// showAddress shows the address of the open article, and of a card how its text comes
// here.
func (p *Pane) showAddress() dialog.Action {
	to := page.Address(p.Item.URL)
	if p.Item.ID == "" || to == "" && p.Item.Full {
		return dialog.Say{Text: p.Words.Sides.NoAddress}
	}
	return dialog.Push{Dialog: dialog.NewAddress(p.Canvas, to, !p.Item.Full)}
}

// openRoot shows the root of the chosen word, or else of the first word at the top that has
// one.
func (p *Pane) openRoot() dialog.Action {
	action := dialog.OpenRoot(p.Canvas, p.Library, p.Said())
	if _, asked := action.(dialog.Ask); asked {
		p.StopChoosing()
	}
	return action
}
