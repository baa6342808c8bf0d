package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/importer"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// addOutcome is what became of one article, as --json reports it.
type addOutcome struct {
	Input   string `json:"input"`
	Outcome string `json:"outcome"` // new, filled, updated, same, refused
	ID      string `json:"id,omitempty"`
	Title   string `json:"title,omitempty"`
	Reason  string `json:"reason,omitempty"` // of a refusal
}

func (e *env) add() *cobra.Command {
	var asJSON, dryRun bool
	var how inputFlags
	c := &cobra.Command{
		Use:     "add PATH…|-",
		Example: "  warraq add page.txt\n  warraq add ~/articles\n  pbpaste | warraq add -\n  warraq add https://example.org/news/1",
		Args:    takesArgs(1, -1),
		RunE: func(c *cobra.Command, paths []string) error {
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			context.AfterFunc(ctx, stop) // said again, it ends at once
			defer stop()
			options, err := how.options()
			if err != nil {
				return err
			}
			t := e.newTaking(ctx, asJSON)
			t.options = options
			if dryRun {
				for results := range importer.Read(ctx, t.inputs(ctx, paths)) {
					if err := t.report(importer.Batch{Results: results}); err != nil {
						return err
					}
				}
				return t.end(ctx.Err())
			}
			t.progress = e.newProgress(ctx, paths)
			return e.with(ctx, func(l *store.Library) error {
				return t.end(t.all(ctx, l, paths))
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	how.flags(c)
	c.Flags().BoolVar(&dryRun, "dry-run", false, "")
	return c
}

// taking is adding articles and saying what becomes of them.
type taking struct {
	env      *env
	sheet    *outputSheet // where it is said, nil to say nothing
	json     bool         // it is said at the end, as JSON
	progress *progress    // nil for none
	options  intake.Options
	opener   *importer.Opener // nil until something is opened

	first    string // the ID of the first article
	results  int
	added    int
	refused  int
	failures []error      // of what was refused, those that are not said yet
	notices  []error      // what was left out of inputs that were read
	outcomes []addOutcome // for JSON
	named    [][]string   // what became of the first articles, until it is known whether they are few
	counts   map[store.Outcome]int
	err      error // of the sheet
}

// inputFlags holds the flags that say how inputs are opened.
type inputFlags struct {
	limits      []string
	books       bool
	unpublished bool
}

func (o *inputFlags) flags(c *cobra.Command) {
	c.Flags().StringArrayVar(&o.limits, "limit", nil, strings.Join(articles.LimitNames(), "|"))
	c.Flags().BoolVar(&o.books, "whole-books", false, "")
	c.Flags().BoolVar(&o.unpublished, "unpublished", false, "")
}

func (o *inputFlags) options() (intake.Options, error) {
	options := intake.Options{Limits: articles.DefaultLimits(), WholeBooks: o.books, Unpublished: o.unpublished}
	for _, l := range o.limits {
		if err := options.Set(l); err != nil {
			name, _, _ := strings.Cut(l, "=")
			if names := articles.LimitNames(); !slices.Contains(names, name) {
				return options, usageError{valueError{"--limit", l, limitError{names}}}
			}
			return options, usageError{valueError{"--limit", l, errNoSize}}
		}
	}
	return options, nil
}

func (e *env) newTaking(ctx context.Context, asJSON bool) *taking {
	t := &taking{env: e, json: asJSON}
	if asJSON {
		t.outcomes = []addOutcome{}
	} else {
		t.sheet, t.err = e.sheet(ctx, asFound())
	}
	return t
}

// inputs gives the inputs that paths and addresses lead to.
func (t *taking) inputs(ctx context.Context, paths []string) iter.Seq2[intake.Input, error] {
	t.opener = &importer.Opener{Options: t.options, Client: t.env.client, Pictures: t.env.feeds.picturesOf}
	return t.opener.Open(ctx, paths, t.env.In)
}

// collectAdding is collectAt while articles are added: much is thrown away then, and
// little is held.
const collectAdding = 200

// all adds what is in paths.
func (t *taking) all(ctx context.Context, l *store.Library, paths []string) error {
	defer debug.SetGCPercent(debug.SetGCPercent(collectAdding))
	if t.err != nil {
		return t.err
	}
	for done, err := range importer.Add(ctx, l, t.inputs(ctx, paths)) {
		if err != nil {
			return err
		}
		if err := t.report(done); err != nil {
			return err
		}
	}
	return nil
}

// report says what became of a batch.
func (t *taking) report(b importer.Batch) error {
	t.progress.clear()
	for _, r := range b.Results {
		if articles.IsNotice(r.Err) {
			t.notices = append(t.notices, r.Err)
			continue
		}
		t.results++
		if r.Err != nil {
			t.refused++
			t.failures = append(t.failures, r.Err)
		} else {
			t.added++
		}
		if t.first == "" {
			t.first = r.ID
		}
		switch {
		case t.json:
			t.outcomes = append(t.outcomes, t.env.outcome(r))
		case t.sheet != nil && r.Err == nil:
			if err := t.name(r); err != nil {
				return err
			}
		}
	}
	if t.sheet != nil {
		if err := t.sheet.flush(); err != nil {
			return err
		}
	}
	if len(t.failures) > mostUnsaid && !t.json {
		for _, err := range t.failures {
			t.env.say(err)
		}
		t.failures = nil
	}
	t.progress.advance(b.Bytes, t.added)
	return nil
}

// mostUnsaid is how many refusals are kept to be said in the end: an archive may have
// any number of them.
const mostUnsaid = 1000

// fewNamed is how many articles are named on a terminal: of more it is said how many.
const fewNamed = 20

// name says what became of an article: in a pipe at once, on a terminal in the end.
func (t *taking) name(r importer.Result) error {
	fields := []string{r.ID, t.env.words.Outcomes[r.Outcome.String()], r.Title}
	if t.sheet.piped {
		return t.env.fields(t.sheet, fields...)
	}
	if t.counts == nil {
		t.counts = map[store.Outcome]int{}
	}
	t.counts[r.Outcome]++
	if len(t.named) <= fewNamed {
		t.named = append(t.named, fields)
	}
	return nil
}

// total says on a terminal what became of the articles: each of a few, and how many of
// which kind.
func (t *taking) total() error {
	if t.sheet == nil || t.sheet.piped || t.results == 0 {
		return nil
	}
	if len(t.named) <= fewNamed {
		for _, fields := range t.named {
			if err := t.env.fields(t.sheet, fields...); err != nil {
				return err
			}
		}
	}
	if t.results > 1 {
		var parts []string
		for _, o := range []store.Outcome{store.New, store.Filled, store.Updated, store.Same} {
			if n := t.counts[o]; n > 0 {
				parts = append(parts, t.env.words.Count(n, t.env.words.Intake.Outcomes[o]))
			}
		}
		if n := t.refused; n > 0 {
			parts = append(parts, t.env.words.Count(n, t.env.words.Intake.Refused))
		}
		if err := t.sheet.paragraph([]rtl.Span{{Text: strings.Join(parts, t.env.words.Comma) + "."}}); err != nil {
			return err
		}
	}
	return t.sheet.flush()
}

func (e *env) outcome(r importer.Result) addOutcome {
	if r.Err != nil {
		return addOutcome{Input: r.Input, Outcome: "refused", Reason: unisolate(e.sentence(r.Err))}
	}
	return addOutcome{Input: r.Input, Outcome: r.Outcome.String(), ID: r.ID, Title: r.Title}
}

// interruptedError is the end of adding by its user's wish.
type interruptedError struct{ added int }

func (i interruptedError) Error() string {
	return fmt.Sprintf("interrupted after %d articles", i.added)
}

// end says what is left to say, and gives the error of the whole: what stopped
// it, else what was refused.
func (t *taking) end(err error) error {
	t.progress.clear()
	if t.opener != nil {
		for _, address := range t.opener.Feeds() {
			t.env.subscribeNotice(address)
		}
	}
	if t.json {
		err = errors.Join(err, t.env.writeJSON(t.outcomes))
	} else if said := t.total(); err == nil {
		err = said
	}
	for _, notice := range articles.JoinNotices(t.notices) {
		t.env.say(notice)
	}
	switch {
	case errors.Is(err, context.Canceled):
		return interruptedError{t.added}
	case err != nil:
		return err
	default:
		err = t.env.refusals(t.failures, t.results)
		if t.refused > len(t.failures) {
			err = refusedError{t.refused}
		}
		return err
	}
}

// refusals is the error of a command that could not take some of its inputs:
// the failure itself where there was one input alone.
func (e *env) refusals(failures []error, inputs int) error {
	switch {
	case len(failures) == 0:
		return nil
	case inputs == 1:
		return failures[0]
	}
	for _, err := range failures {
		e.say(err)
	}
	return refusedError{len(failures)}
}

// writeJSON writes one JSON value, indented, on standard output.
func (e *env) writeJSON(v any) error {
	out := json.NewEncoder(terminal.NewJSONGate(e.Out))
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(v); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}
