package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
	"github.com/warraq/warraq/ui/rtl"
)

func (e *env) rules() *cobra.Command {
	var dry, asJSON bool
	var forget string
	c := &cobra.Command{
		Use:     "rules",
		Example: "  warraq rules --dry-run\n  warraq rules",
		Args:    atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return e.with(c.Context(), func(l *store.Library) error {
				if c.Flags().Changed("forget") {
					return e.forgetRule(c.Context(), l, forget)
				}
				return e.runRules(c.Context(), l, dry, asJSON)
			})
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	c.Flags().StringVar(&forget, "forget", "", "")
	return c
}

// ruleSet are the rules of the settings, and of other machines.
type ruleSet struct {
	rules []*rule
	asked []*query.Query // what each matches, nil for all
}

// errNoMatch is a rule that says nothing of what it is for, or nothing of what to do.
var errNoMatch = errors.New("a rule needs match or feed, and what is done: tag, read, bookmark, hide or whole")

// readRules reads the rules of the settings, and behind them those of other machines.
func (e *env) readRules(ctx context.Context, l *store.Library) (ruleSet, error) {
	set := ruleSet{rules: slices.Clone(e.feeds.rules)}
	for _, r := range e.feeds.rules {
		if !r.isWhole() {
			return set, usageError{valueError{r.String(), r.match, errNoMatch}}
		}
		q := query.Parse(r.match)
		e.noticeErrors(q)
		set.asked = append(set.asked, q)
	}
	others, err := e.rulesElsewhere(ctx, l)
	for _, r := range others {
		set.rules, set.asked = append(set.rules, r), append(set.asked, query.Parse(r.match))
	}
	return set, err
}

// isWhole tells whether a rule says what it is for, and what is done.
func (r *rule) isWhole() bool {
	return (r.match != "" || r.feed != "") && (len(r.tags) > 0 || r.read || r.bookmark || r.hide || r.whole)
}

// found gives the articles that a rule is for, of some or, of nil, of all.
func (s ruleSet) found(ctx context.Context, l *store.Library, i int, among []string) ([]store.Entry, error) {
	wanted := map[string]bool{}
	for _, id := range among {
		wanted[id] = true
	}
	of, err := s.ofFeeds(ctx, l, s.rules[i].feed)
	if err != nil {
		return nil, err
	}
	list, err := l.List(ctx, store.Filter{Query: s.asked[i], Archive: store.AnyArchived})
	var found []store.Entry
	for _, entry := range list {
		if (among == nil || wanted[entry.ID]) && (of == nil || of[entry.ID]) {
			found = append(found, entry)
		}
	}
	return found, err
}

// ofFeeds gives the articles that came from the feeds whose name or address has a text in
// it, nil where none is asked for.
func (s ruleSet) ofFeeds(ctx context.Context, l *store.Library, named string) (map[string]bool, error) {
	if named == "" {
		return nil, nil //nolint:nilnil // all are meant
	}
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	of := map[string]bool{}
	for i := range feeds {
		if !strings.Contains(text.Key(feeds[i].Label()), text.Key(named)) && !strings.Contains(feeds[i].Address, named) {
			continue
		}
		ids, err := l.ArticlesOfFeed(ctx, feeds[i].Num)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			of[id] = true
		}
	}
	return of, nil
}

// wanted gives what says of which new articles the pages are fetched, nil where no rule
// does.
func (s ruleSet) wanted(l *store.Library) func(context.Context, []string) ([]string, error) {
	for _, r := range s.rules {
		if r.whole {
			return func(ctx context.Context, came []string) (wanted []string, err error) {
				for i, r := range s.rules {
					if !r.whole {
						continue
					}
					found, err := s.found(ctx, l, i, came)
					if err != nil {
						return nil, err
					}
					wanted = append(wanted, entryIDs(found)...)
				}
				return wanted, nil
			}
		}
	}
	return nil
}

// apply does with some articles what the rules say, one rule after the other.
func (s ruleSet) apply(ctx context.Context, l *store.Library, came []string) error {
	if len(came) == 0 {
		return nil
	}
	for i := range s.rules {
		found, err := s.found(ctx, l, i, came)
		if err != nil {
			return err
		}
		if err := s.rules[i].do(ctx, l, entryIDs(found)); err != nil {
			return err
		}
	}
	return nil
}

// do does with articles what a rule says.
func (r *rule) do(ctx context.Context, l *store.Library, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	var err error
	if r.read {
		_, err = l.MarkRead(ctx, ids, true)
	}
	if err == nil && r.bookmark {
		_, err = l.Bookmark(ctx, ids, true)
	}
	if err == nil && r.hide {
		_, err = l.SetArchived(ctx, ids, true)
	}
	for _, id := range ids {
		if err == nil && len(r.tags) > 0 {
			_, err = l.Tag(ctx, id, r.tags...)
		}
	}
	return err
}

// ruleJSON is a rule and what it matches, as --json prints it.
type ruleJSON struct {
	Match    string      `json:"match"`
	Feed     string      `json:"feed"`
	Tag      []string    `json:"tag"`
	Read     bool        `json:"read"`
	Bookmark bool        `json:"bookmark"`
	Hide     bool        `json:"hide"`
	Whole    bool        `json:"whole"`
	Articles []briefJSON `json:"articles"`
	Done     bool        `json:"done"`      // false with --dry-run
	Other    bool        `json:"elsewhere"` // it stands in the settings of another machine
}

// asJSON returns a rule with the articles that it matches.
func (r *rule) asJSON(found []store.Entry, done bool) ruleJSON {
	j := ruleJSON{r.match, r.feed, append([]string{}, r.tags...), r.read, r.bookmark, r.hide, r.whole, []briefJSON{}, done, r.elsewhere != ""}
	for i := range found {
		j.Articles = append(j.Articles, briefOf(&found[i]))
	}
	return j
}

// runRules does with all articles what the rules say, or says what would be done.
func (e *env) runRules(ctx context.Context, l *store.Library, dry, asJSON bool) error {
	set, err := e.readRules(ctx, l)
	if err != nil {
		return err
	}
	if len(set.rules) == 0 && !asJSON {
		e.notice(e.words.Feeds.NoRules)
		return nil
	}
	all := make([][]store.Entry, len(set.rules))
	for i, r := range set.rules {
		if all[i], err = set.found(ctx, l, i, nil); err != nil {
			return err
		}
		if !dry {
			if err := r.do(ctx, l, entryIDs(all[i])); err != nil {
				return err
			}
		}
	}
	if asJSON {
		list := make([]ruleJSON, len(all))
		for i, r := range set.rules {
			list[i] = r.asJSON(all[i], !dry)
		}
		return e.writeJSON(list)
	}
	return e.sayRules(ctx, set.rules, all)
}

// sayRules writes which articles each rule matches.
func (e *env) sayRules(ctx context.Context, rules []*rule, all [][]store.Entry) error {
	s, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	for i, r := range rules {
		if !s.piped {
			what := strings.TrimSpace(r.match + " " + r.feed)
			matches := e.words.Feeds.Matches
			if r.elsewhere != "" {
				matches = e.words.Feeds.MatchesElsewhere
			}
			line := fmt.Sprintf(matches, isolate(what), e.words.Count(len(all[i]), e.words.ArticleNoun))
			if err := s.paragraph([]rtl.Span{{Text: line, Style: rtl.Style{Attributes: rtl.Bold}}}); err != nil {
				return err
			}
		}
		for _, entry := range all[i] {
			if err := e.fields(s, entry.ID, e.done(r), entry.Title); err != nil {
				return err
			}
		}
	}
	return s.flush()
}

// done says what a rule does.
func (e *env) done(r *rule) string {
	say := e.words.Feeds.RuleWord
	var parts []string
	for _, tag := range r.tags {
		parts = append(parts, fmt.Sprintf(say.Tag, isolate(tag)))
	}
	for _, one := range []struct {
		on   bool
		word string
	}{{r.read, say.Read}, {r.bookmark, say.Bookmark}, {r.hide, say.Hide}, {r.whole, say.Whole}} {
		if one.on {
			parts = append(parts, one.word)
		}
	}
	return strings.Join(parts, e.words.Comma)
}
