package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/words"
)

// copyText puts text on the clipboard: by the way around OSC 52 where there is one, nil for
// none, else by that.
func copyText(ctx context.Context, bypass func(context.Context, string) error, text string) tea.Cmd {
	if bypass == nil {
		return tea.SetClipboard(text)
	}
	return func() tea.Msg {
		if err := bypass(ctx, text); err != nil {
			return tea.SetClipboard(text)()
		}
		return nil
	}
}

const browseJob jobs.Kind = "browse"

// browseAddress returns what has an address opened by the program that the system has for
// that, and says whether it was.
func browseAddress(browse func(ctx context.Context, address string) error, w *words.Words, address string) dialog.Action {
	return dialog.AskOnce{Kind: browseJob, Do: func(ctx context.Context) dialog.Action {
		if err := browse(ctx, address); err != nil {
			return dialog.Say{Text: w.Sides.NotOpened}
		}
		return dialog.Say{Text: w.Sides.Opened}
	}}
}
