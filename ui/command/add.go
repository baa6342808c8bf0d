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
	var outcomes []addOutcome
	var failures []error
	for input, err := range articles.Open(paths, e.In) {
		var read []articles.Article
		if err == nil {
			read, err = input.Read()
		}
		if err != nil { // of many articles some may be good all the same
			failures = append(failures, err)
			outcomes = append(outcomes, addOutcome{Input: input.Name, Outcome: "refused", Reason: e.sentence(err)})
		}
		added, err := l.Add(ctx, read)
		if err != nil {
			return outcomes, fmt.Errorf("adding %s: %w", input.Name, err)
		}
		for i, a := range added {
			outcomes = append(outcomes, addOutcome{
				Input: input.Name, Outcome: a.Outcome.String(), ID: a.ID, Title: read[i].Title,
			})
		}
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

// wouldAdd reads the inputs and says what is in them.
func (e *env) wouldAdd(ctx context.Context, paths []string, asJSON bool) error {
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
		for _, a := range read {
			outcomes = append(outcomes, addOutcome{Input: input.Name, Outcome: "new", Title: a.Title})
		}
	}
	return errors.Join(e.reportAdded(ctx, outcomes, asJSON), e.refusals(failures, len(outcomes)))
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
