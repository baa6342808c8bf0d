package command

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/warraq/warraq/store"
)

// ruleText is a rule as machines tell it to one another.
type ruleText struct {
	Match    string   `json:"match,omitempty"`
	Feed     string   `json:"feed,omitempty"`
	Tag      []string `json:"tag,omitempty"`
	Read     bool     `json:"read,omitempty"`
	Bookmark bool     `json:"bookmark,omitempty"`
	Hide     bool     `json:"hide,omitempty"`
	Whole    bool     `json:"whole,omitempty"`
}

// ruleTexts gives the rules of the settings as they are told to other machines. A rule that
// cannot be used is not.
func (f *feedSettings) ruleTexts() (texts []string) {
	for _, r := range f.rules {
		if !r.isWhole() {
			continue
		}
		var text bytes.Buffer
		encoder := json.NewEncoder(&text)
		encoder.SetEscapeHTML(false)
		_ = encoder.Encode(ruleText{r.match, r.feed, r.tags, r.read, r.bookmark, r.hide, r.whole}) //nolint:errchkjson // texts and truths can always be written
		texts = append(texts, string(bytes.TrimSpace(text.Bytes())))
	}
	return texts
}

// rulesElsewhere gives the rules that other machines have and the settings here have not.
// One that says what this version does not know is left out: it would do something else.
func (e *env) rulesElsewhere(ctx context.Context, l *store.Library) (rules []*rule, err error) {
	_, texts, err := l.SyncRules(ctx)
	own := e.feeds.ruleTexts()
	for _, text := range texts {
		if slices.Contains(own, text) {
			continue
		}
		var told ruleText
		decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
		decoder.DisallowUnknownFields()
		if decoder.Decode(&told) != nil {
			continue
		}
		r := &rule{
			match: told.Match, feed: told.Feed, tags: told.Tag, read: told.Read, bookmark: told.Bookmark, hide: told.Hide, whole: told.Whole, elsewhere: text,
		}
		if r.isWhole() {
			rules = append(rules, r)
		}
	}
	return rules, err
}

// forgetRule forgets the rules of other machines that are for something.
func (e *env) forgetRule(ctx context.Context, l *store.Library, named string) error {
	rules, err := e.rulesElsewhere(ctx, l)
	if err != nil {
		return err
	}
	rules = slices.DeleteFunc(rules, func(r *rule) bool { return r.match != named && r.feed != named })
	for _, r := range rules {
		if err := l.ForgetSyncRule(ctx, r.elsewhere, time.Now()); err != nil {
			return err
		}
	}
	if len(rules) == 0 {
		e.notice(fmt.Sprintf(e.words.Feeds.NoRuleElsewhere, isolate(named)))
		return errNothingFound
	}
	e.notice(fmt.Sprintf(e.words.Feeds.RuleForgotten, isolate(named)))
	return nil
}
