package article

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// copyPassage puts the passage that is chosen, or else the paragraph at the top of the
// pane, on the clipboard: plain letters in logical order, which no selection of the
// terminal's could give.
func (p *Pane) copyPassage() dialog.Action {
	text, chosen := p.TakePassage()
	if text == "" {
		return nil
	}
	said := p.Words.CopiedParagraph
	if chosen {
		said = p.Words.CopiedPassage
	}
	return dialog.Many{dialog.Say{Text: said}, dialog.Copy{Text: text}}
}

// handOver hands the passage that is chosen, or else the paragraph at the top, to a program.
func (p *Pane) handOver() dialog.Action {
	text := ""
	if len(p.Handlers) > 0 {
		text, _ = p.TakePassage()
	}
	return dialog.HandOver(p.Canvas, p.Handlers, text)
}

// copyQuote puts the passage on the clipboard between quotation marks, with who wrote it,
// where and when on the line below.
func (p *Pane) copyQuote() dialog.Action {
	text, _ := p.TakePassage()
	if text == "" {
		return nil
	}
	marks, comma := [2]string{"«", "»"}, words.Arabic().Comma
	if p.Document.Side() == rtl.LTR {
		marks, comma = [2]string{"“", "”"}, words.English().Comma
	}
	var from []string
	for _, part := range []string{p.Item.Author, p.Item.Title, p.Item.Source, p.Words.Date(p.Item.Published)} {
		if part != "" && !slices.Contains(from, part) {
			from = append(from, part)
		}
	}
	quote := marks[0] + strings.TrimSpace(text) + marks[1] + "\n" + strings.Join(from, comma)
	if to := page.Address(p.Item.URL); to != "" {
		quote += "\n" + to
	}
	return dialog.Many{dialog.Say{Text: p.Words.CopiedQuote}, dialog.Copy{Text: quote}}
}

// copyArticle puts the whole article on the clipboard.
func (p *Pane) copyArticle() dialog.Action {
	if p.Document == nil {
		return nil
	}
	return dialog.Many{dialog.Say{Text: p.Words.CopiedArticle}, dialog.Copy{Text: p.Document.Text()}}
}
