package command

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/store"
)

func (e *env) remove() *cobra.Command {
	var dry bool
	f := store.Filter{Archive: store.AnyArchived}
	c := &cobra.Command{
		Use:        "remove [ID…]",
		SuggestFor: []string{"rm", "delete"},
		Example:    "  warraq remove 7k2m9qxp 3fp\n  warraq remove --source 'صدى المدينة' --dry-run\n  warraq remove --bundled",
		Args:       takesArgs(0, -1),
		RunE: func(c *cobra.Command, ids []string) error {
			all := f.Section != "" || f.Source != "" || f.Bundled
			if all == (len(ids) > 0) {
				return usageError{argumentsError{c.UseLine(), !all}}
			}
			return e.with(c.Context(), func(l *store.Library) error {
				if all {
					return e.removeChosen(c.Context(), l, f, dry)
				}
				return e.removeArticles(c.Context(), l, ids, dry)
			})
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.Section, "section", "", "")
	flags.StringVar(&f.Source, "source", "", "")
	flags.BoolVar(&f.Bundled, "bundled", false, "")
	flags.BoolVar(&dry, "dry-run", false, "")
	return c
}

// removeChosen removes all articles that a filter chooses.
func (e *env) removeChosen(ctx context.Context, l *store.Library, f store.Filter, dry bool) error {
	chosen, err := l.List(ctx, f)
	if err != nil {
		return err
	}
	if len(chosen) == 0 {
		e.notice(e.words.NoMatch)
	}
	ids := make([]string, len(chosen))
	for i := range chosen {
		ids[i] = chosen[i].ID
	}
	return e.removeArticles(ctx, l, ids, dry)
}

// removeArticles removes the articles of some IDs, or says what it would remove.
func (e *env) removeArticles(ctx context.Context, l *store.Library, ids []string, dry bool) error {
	return e.each(ctx, l, ids, func(item store.Entry) (string, error) {
		if dry {
			return e.words.WouldBeRemoved, nil
		}
		_, err := l.Remove(ctx, item.ID)
		return e.words.RemovedNow, err
	})
}
