package command

import (
	"context"
	"errors"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/outside"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/speech"
)

// errNothingReads says that no program reads aloud here, errNothingToRead that there is no
// text.
var (
	errNothingReads  = errors.New("nothing here reads aloud")
	errNothingToRead = errors.New("there is no text to read")
)

// listen reads an article aloud: in the reader on a terminal, else sentence by sentence as it
// writes them.
func (e *env) listen() *cobra.Command {
	var flags readerFlags
	c := &cobra.Command{
		Use:     "listen ID",
		Example: "  warraq listen 7k2m9qxp\n  warraq listen 7k2 | cat",
		Args:    takesArgs(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			if isTerminal(e.Out) && isTerminal(e.In) && !flags.plain {
				return e.withReader(c, flags, beginning{listen: args[0]})
			}
			return e.listenTo(c.Context(), args[0], flags.layoutFlags)
		},
	}
	flags.declare(c)
	return c
}

// listenTo reads an article aloud, and writes each sentence as it is read.
func (e *env) listenTo(ctx context.Context, id string, how layoutFlags) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	var runner outside.Runner
	speak := speech.Find(e.outside.listen, &runner)
	if speak == nil {
		return errNothingReads
	}
	return e.with(ctx, func(l *store.Library) error {
		item, err := find(ctx, l, id)
		if err != nil {
			return err
		}
		s, err := e.sheet(ctx, how)
		if err != nil {
			return err
		}
		sentences := page.New(item, s.theme, e.words).Sentences()
		if len(sentences) == 0 {
			return errNothingToRead
		}
		for _, said := range append([]page.Sentence{{Text: item.Title}}, sentences...) {
			if err := errors.Join(s.paragraph([]rtl.Span{{Text: said.Text}}), s.flush()); err != nil {
				return err
			}
			u := speech.Utterance{Text: said.Text, Lang: speech.LanguageOf(said.Text, item.Lang), Pace: speech.UsualPace}
			err := speak(ctx, u)
			if ctx.Err() != nil {
				return nil //nolint:nilerr // it was told to stop
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}
