package command

import (
	"github.com/spf13/cobra"

	"github.com/warraq/warraq/store"
)

func (e *env) archive() *cobra.Command {
	var remove bool
	c := &cobra.Command{
		Use:     "archive ID…",
		Example: "  warraq archive 7k2m9qxp 3fp\n  warraq archive 7k2 --remove\n  warraq list --archived",
		Args:    takesArgs(1, -1),
		RunE: func(c *cobra.Command, ids []string) error {
			return e.with(c.Context(), func(l *store.Library) error {
				became := e.words.ArchivedNow
				if remove {
					became = e.words.UnarchivedNow
				}
				return e.each(c.Context(), l, ids, func(item store.Entry) (string, error) {
					_, err := l.SetArchived(c.Context(), []string{item.ID}, !remove)
					return became, err
				})
			})
		},
	}
	c.Flags().BoolVar(&remove, "remove", false, "")
	return c
}
