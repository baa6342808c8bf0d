package compare

import (
	"context"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/jobs"
)

const compareJob jobs.Kind = "compare"

// Open reads two articles and returns what shows them side by side; an ID is "" for none.
func Open(c *draw.Canvas, library *store.Library, first, second string) dialog.Action {
	switch {
	case first == "" || second == "":
		return dialog.Say{Text: c.Words.Compare.Which}
	case first == second:
		return dialog.Say{Text: c.Words.Compare.Same}
	}
	theme, words := c.Theme, c.Words
	return dialog.Ask{Kind: compareJob, Opens: true, Read: func(ctx context.Context) dialog.Action {
		a, err := library.Article(ctx, first)
		if err != nil {
			return dialog.Failed{Err: err}
		}
		b, err := library.Article(ctx, second)
		if err != nil {
			return dialog.Failed{Err: err}
		}
		texts := Texts(a, b, theme, words)
		return dialog.Call(func() dialog.Action { return dialog.Late{Dialog: New(c, texts)} })
	}}
}

// Pair returns the IDs of the articles that are compared: the two that are chosen together,
// else the open one with the one that is selected beside it, or else with the first report
// of the same event among those that are related to it; "" for none.
func Pair(chosen []store.Entry, opened, selected string, related []store.Entry) (first, second string) {
	if len(chosen) == 2 {
		return chosen[0].ID, chosen[1].ID
	}
	if selected != "" {
		return opened, selected
	}
	for _, e := range related {
		if e.Why == store.WhySameEvent && e.ID != opened {
			return opened, e.ID
		}
	}
	return opened, ""
}
