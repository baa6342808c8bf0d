package article

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/reader/pane"
	"github.com/warraq/warraq/ui/rtl"
)

// Name is what the kinds of the pane's jobs begin with.
const Name = "article"

// The kinds of what the pane waits for.
const (
	restJob  jobs.Kind = Name + "/rest" // until the text has stood still for a while
	notesJob jobs.Kind = Name + "/notes"
	seekJob  jobs.Kind = Name + "/seek" // in the text

	picturesJob jobs.Kind = Name + "/pictures"
)

// restBeforeSave is how long the text has to stand still until its position is written
// down.
const restBeforeSave = time.Second

// wheelLines is how far a turn of the wheel moves the text.
const wheelLines = 3

// The columns at which a pane has margins beside its text.
const (
	tinyPane   = 12
	narrowPane = 44
)

// TextColumns returns the width of the text in a pane of some width, by the measure. The
// text of a wider pane is never the narrower one.
func TextColumns(width, measure int) int {
	switch {
	case width <= tinyPane:
		return min(width, measure)
	case width < narrowPane:
		return min(max(tinyPane, width-2), measure)
	default:
		return min(max(narrowPane-3, width-4), measure)
	}
}

// PaneColumns returns the width of the narrowest pane whose text has so many columns.
func PaneColumns(text int) int {
	width := text
	for TextColumns(width, text) < text {
		width++
	}
	return width
}

// TextLeft returns the first column of a pane that a text of so many columns stands in.
func TextLeft(width, text int) int { return width - text - (width-text)/2 }

// textColumns returns the width of the text.
func (p *Pane) textColumns() int { return TextColumns(p.size.Width, p.Measure) }

// textLeft returns the first column of the text.
func (p *Pane) textLeft() int { return max(0, p.size.Width-p.textColumns()-p.rightMargin()) }

// Narrower tells whether the pane has no room for the whole measure, and how many columns
// the text has.
func (p *Pane) Narrower() (columns int, narrower bool) {
	columns = p.textColumns()
	return columns, p.size.Width > 0 && columns < p.Measure
}

// textRested tells that the text has stood still for a while.
type textRested struct{}

// Update takes keys and the mouse.
func (p *Pane) Update(msg tea.Msg) dialog.Action {
	switch msg := msg.(type) {
	case pane.Resized:
		p.size.Resize(msg)
		if msg.Width > 0 {
			p.SetSize(p.textColumns(), msg.Height)
		}
		return nil
	case dialog.Key:
		if msg.Press.String() == "esc" && p.Finding.Text != "" {
			p.Find(Finding{}) // the marks go first, one stays where one is
			return nil
		}
		return p.handleKey(msg.Action)
	case dialog.Wheel:
		return p.scroll(msg.Steps * wheelLines)
	case pane.Click:
		return p.press(msg)
	case pane.Marked:
		if p.Item.ID == msg.ID {
			msg.Change(&p.Item.Entry)
		}
		return nil
	case pane.Shortcut:
		return p.handleShortcut(msg.Action)
	case pane.Renewed:
		return p.LoadNotes()
	case pane.Opened:
		p.Jobs.Abort(restJob, notesJob, seekJob, picturesJob, dialog.MapJob)
		return nil
	default:
		return p.handleAnswer(msg)
	}
}

// handleAnswer takes what a job brought.
func (p *Pane) handleAnswer(msg tea.Msg) dialog.Action {
	switch msg := msg.(type) {
	case textRested:
		return p.SavePosition()
	case seekContinued:
		return p.endSeek(p.Text.Continue())
	case typedCounted:
		return p.countTyped()
	case countContinued:
		return p.countHits(msg.keys)
	case sentenceSpoken:
		return p.spoken(msg)
	case notesLoaded:
		return p.showNotes(msg)
	default:
		return dialog.Pass{}
	}
}

// handleShortcut does what a key does whatever has the focus.
func (p *Pane) handleShortcut(a keymap.Action) dialog.Action {
	switch a {
	case keymap.FindInArticle:
		return p.askFind()
	case keymap.NextHit:
		return p.goToHit(true)
	case keymap.PreviousHit:
		return p.goToHit(false)
	case keymap.ChoosePassage: // it may come into sight before
		return dialog.Many{dialog.Focus{Pane: p}, dialog.Call(func() dialog.Action { p.Choose(); return nil })}
	case keymap.FollowLink:
		return p.askLink()
	case keymap.ShowAddress:
		return p.showAddress()
	case keymap.Highlight:
		return p.toggleHighlight()
	case keymap.Note:
		return p.askNote()
	case keymap.CopyParagraph:
		return p.copyPassage()
	case keymap.CopyQuote:
		return p.copyQuote()
	case keymap.CopyArticle:
		return p.copyArticle()
	case keymap.Neighbours:
		return dialog.OpenMap(p.Canvas, p.Library, p.Item.Entry)
	case keymap.Root:
		return p.openRoot()
	case keymap.Pictures:
		return p.togglePictures()
	case keymap.OnePicture:
		return p.openPicture()
	case keymap.Passage:
		return p.handOver()
	case keymap.Listen:
		return p.toggleAloud()
	default:
		return dialog.Pass{}
	}
}

// handleKey does what a key does while the article has the focus.
func (p *Pane) handleKey(a keymap.Action) dialog.Action {
	if mv, ok := draw.Movements[a]; ok {
		return p.scroll(mv.In(p.size.Height))
	}
	switch {
	case a == keymap.Onward && p.Item.ID != "":
		return dialog.Focus{Pane: p, By: 1}
	case a == keymap.Back && p.Jumped:
		return dialog.Do{Action: keymap.Earlier}
	case a == keymap.Back:
		return dialog.Focus{Pane: p, By: -1}
	default:
		return dialog.Pass{}
	}
}

// scroll scrolls so many lines, and saves the position soon.
func (p *Pane) scroll(lines int) dialog.Action {
	p.Scroll(lines)
	return p.Scrolled()
}

// Scrolled notes that the text moved, so that its position is saved once it has stood
// still for a while.
func (p *Pane) Scrolled() dialog.Action {
	rest := p.Rest
	return dialog.Run{Cmd: p.Jobs.Run(p.Jobs.Begin(restJob), func(ctx context.Context) tea.Msg {
		select {
		case <-time.After(rest):
		case <-ctx.Done():
		}
		return textRested{}
	})}
}

// SavePosition writes down where one is in the text, if that changed.
func (p *Pane) SavePosition() dialog.Action {
	id, position, share, library := p.Item.ID, p.Position(), p.share(), p.Library
	if id == "" || p.Preview || position == p.Item.Position {
		return nil
	}
	p.Jobs.Abort(restJob)
	return dialog.Save{
		IDs: []string{id}, ByItself: true,
		Change: func(e *store.Entry) { e.Position, e.Progress = position, int(100*share) },
		Do: func(ctx context.Context) (store.Undo, error) {
			return store.Undo{}, library.SetProgress(ctx, id, position, share)
		},
	}
}

// share returns which share of the article lies before the end of what is shown.
func (p *Pane) share() float64 {
	if p.Text == nil {
		return 0
	}
	return p.Read()
}

// press takes the keys to the article, and waits for whether a passage is drawn over or a
// link is clicked on.
func (p *Pane) press(at pane.Click) dialog.Action {
	p.StopChoosing()
	row, column := at.Y, at.X-p.textLeft()
	drag := &dialog.Drag{}
	if to := p.LinkAt(row, column); to != "" {
		drag.Clicked = func() dialog.Action { return dialog.FollowAddress(p.Canvas, p.Library, to, p.Opened) }
	}
	if id := p.Item.ID; p.Text != nil && p.Item.Full && p.Text.HasWordAt(row, column) {
		drag.To = func(to draw.Point) dialog.Action {
			if p.Item.ID != id {
				return nil // another one was opened since
			}
			return p.selectTo(row, column, at.Local(to))
		}
	}
	return dialog.Many{dialog.Focus{Pane: p}, dialog.CountRead{}, dialog.Push{Dialog: drag}}
}

// selectTo selects from a place in the text to a point of the pane.
func (p *Pane) selectTo(row, column int, to draw.Point) dialog.Action {
	if !p.Choosing() {
		p.Text.SelectFrom(row, column)
	}
	before := p.Place()
	p.Text.SelectTo(to.Y, to.X-p.textLeft())
	if p.Place() == before {
		return nil
	}
	return p.Scrolled()
}

// View draws the article, or what stands there where none is open.
func (p *Pane) View(bool) []draw.Row {
	if p.Wanted == "" && p.Welcome != nil {
		return draw.Fit(p.Welcome(p.size.Width, p.size.Height), p.size.Width, p.size.Height)
	}
	return p.rows()
}

// Title draws what the pane is called.
func (p *Pane) Title(width int, style rtl.Style) draw.Row {
	return p.Natural(width, rtl.Span{Text: p.Words.Article, Style: style})
}

// Entry returns nothing: marks go to the open article.
func (p *Pane) Entry() (store.Entry, bool) { return store.Entry{}, false }

// Footer returns the keys that matter for what is shown.
func (p *Pane) Footer() []keymap.Action {
	switch {
	case p.Item.ID == "": // what is opened is what the list has selected
		return []keymap.Action{keymap.Onward, keymap.FilterList, keymap.Bookmark, keymap.Bookmarks, keymap.ToggleRead, keymap.NextPane}
	case p.Choosing():
		return []keymap.Action{keymap.ChoosePassage, keymap.Highlight, keymap.Note, keymap.CopyParagraph, keymap.CopyQuote, keymap.Back}
	case p.Finding.Text != "":
		return []keymap.Action{keymap.NextHit, keymap.PreviousHit, keymap.PageDown, keymap.Back, keymap.Bookmark, keymap.FindInArticle}
	case !p.Item.Full: // its text is not here
		return []keymap.Action{keymap.ShowAddress, keymap.AddArticles, keymap.Onward, keymap.Back, keymap.Bookmark, keymap.OpenRelated, keymap.Earlier}
	case p.CutNote() != "":
		return []keymap.Action{keymap.Notes, keymap.PageDown, keymap.Onward, keymap.Back, keymap.Bookmark}
	default:
		return []keymap.Action{keymap.PageDown, keymap.Onward, keymap.Back, keymap.Bookmark, keymap.OpenRelated, keymap.Earlier, keymap.Later}
	}
}
