package command

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
)

// restore puts a copy of the library in its place.
func (e *env) restore() *cobra.Command {
	return &cobra.Command{
		Use:     "restore FILE",
		Example: "  warraq restore ~/warraq.db",
		Args:    takesArgs(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			path := e.libraryFile()
			got, err := store.Restore(c.Context(), path, args[0])
			if err != nil {
				return err
			}
			s, err := e.sheet(c.Context(), asFound())
			if err != nil {
				return err
			}
			r := report{sheet: s, words: e.words}
			say := e.words.Terminal
			r.head(say.Library, path)
			r.finding(say.InItsPlace, e.words.Count(got.Articles, e.words.ArticleNoun), args[0])
			if got.Old != "" {
				r.finding(say.KeptAs, got.Old)
			}
			return errors.Join(r.err, s.flush())
		},
	}
}

// reportSalvaged says what a repair got, from where, and what of it is not as it was.
func (r *report) reportSalvaged(got *store.Salvaged, path string) {
	say := r.words.Terminal
	r.finding(say.Salvaged, r.words.Count(got.Articles, r.words.ArticleNoun))
	for _, from := range got.From {
		where := say.FromTheFile
		if from.Path != path {
			where = fmt.Sprintf(say.FromCopy, isolate(from.Path))
		}
		r.line(rtl.Span{Text: "    " + where + ": " + r.words.Count(from.Articles, r.words.ArticleNoun)})
	}
	if got.Damaged > 0 {
		r.finding(say.LostPages, fmt.Sprintf(say.Of, got.Damaged, got.Pages))
	}
	r.wrong(got.Wrong)
	r.finding(say.DamagedFile, got.Old)
}

// wrong names articles that are not as they came in.
func (r *report) wrong(list []store.Entry) {
	for _, a := range list {
		r.finding(r.words.Terminal.WrongArticle, strings.TrimSpace(a.ID+" "+a.Title))
	}
}
