package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"warraq/articles"
	"warraq/store"
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
	c := &cobra.Command{
		Use:     "add PATH…|-",
		Short:   "Add articles: files, folders, standard input",
		Example: "  warraq add page.txt\n  warraq add ~/articles\n  pbpaste | warraq add -",
		Args:    wrapArgs(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, paths []string) error {
			if dryRun {
				return e.wouldAdd(c.Context(), paths, asJSON)
			}
			return e.with(c.Context(), func(l *store.Library) error {
				outcomes, err := e.take(c.Context(), l, paths)
				return errors.Join(e.reportAdded(c.Context(), outcomes, asJSON), err)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "say what became of each as a JSON array")
	c.Flags().BoolVar(&dryRun, "dry-run", false, "say what would come in, and add nothing")
	return c
}

// take reads the inputs and adds what is in them, one transaction each. What
// cannot be read is named on standard error and among the outcomes; the rest
// comes in. Where nothing could be read the error is the first input's.
func (e *env) take(ctx context.Context, l *store.Library, paths []string) ([]addOutcome, error) {
	return e.eachInput(paths, func(name string, read []articles.Article) ([]addOutcome, error) {
		added, err := l.Add(ctx, read)
		if err != nil {
			return nil, fmt.Errorf("adding %s: %w", name, err)
		}
		outcomes := make([]addOutcome, len(added))
		for i, a := range added {
			outcomes[i] = addOutcome{Input: name, Outcome: a.Outcome.String(), ID: a.ID, Title: read[i].Title}
		}
		return outcomes, nil
	})
}

// wouldAdd reads the inputs and says what is in them.
func (e *env) wouldAdd(ctx context.Context, paths []string, asJSON bool) error {
	outcomes, err := e.eachInput(paths, func(name string, read []articles.Article) ([]addOutcome, error) {
		outcomes := make([]addOutcome, len(read))
		for i, a := range read {
			outcomes[i] = addOutcome{Input: name, Outcome: store.New.String(), Title: a.Title}
		}
		return outcomes, nil
	})
	return errors.Join(e.reportAdded(ctx, outcomes, asJSON), err)
}

// eachInput calls a function with the articles of every input. Of an input that
// is in part wrong the rest is taken.
func (e *env) eachInput(paths []string, do func(string, []articles.Article) ([]addOutcome, error)) ([]addOutcome, error) {
	var outcomes []addOutcome
	var failures []error
	for input, err := range articles.Open(paths, e.In) {
		var read []articles.Article
		if err == nil {
			read, err = input.Read()
		}
		if err != nil {
			failures = append(failures, err)
			outcomes = append(outcomes, addOutcome{Input: input.Name, Outcome: "refused", Reason: e.sentence(err)})
		}
		became, err := do(input.Name, read)
		if err != nil {
			return outcomes, err
		}
		outcomes = append(outcomes, became...)
	}
	return outcomes, e.refusals(failures, len(outcomes))
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

func (e *env) reportAdded(ctx context.Context, outcomes []addOutcome, asJSON bool) error {
	if asJSON {
		return e.writeJSON(outcomes)
	}
	s, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	for _, o := range outcomes {
		if o.Outcome == "refused" {
			continue
		}
		if err := e.fields(s, o.ID, e.words.Outcomes[o.Outcome], o.Title); err != nil {
			return err
		}
	}
	return s.flush()
}

// writeJSON writes one JSON value, indented, on standard output.
func (e *env) writeJSON(v any) error {
	out := json.NewEncoder(e.Out)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(v); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}
