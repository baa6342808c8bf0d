package store

import (
	"context"
	"slices"
	"strings"
	"time"
)

// Rules stand in the settings of machines, and hold on all: each machine tells which it has,
// and those are in force that any of them has. So a rule is ended where it stands. That of a
// machine that is no more is forgotten by another one.

// SetSyncRules keeps which rules this machine has, each as a text.
func (l *Library) SetSyncRules(ctx context.Context, rules []string, now time.Time) error {
	had, err := l.syncRules(ctx, "=")
	if err != nil {
		return err
	}
	rules = slices.DeleteFunc(slices.Clone(rules), func(rule string) bool { return len(rule) > longestName/2 })
	slices.Sort(rules)
	if rules = slices.Compact(rules); slices.Equal(rules, had) {
		return nil
	}
	return l.change(ctx, func(c *transaction) error {
		s, err := c.newSyncer(ctx, now)
		if err != nil {
			return err
		}
		for _, rule := range slices.Concat(had, rules) {
			if err := s.setRule(ctx, rule, slices.Contains(rules, rule)); err != nil {
				return err
			}
		}
		return s.keepSeq(ctx)
	})
}

// setRule writes that this machine has a rule, or not.
func (s *syncer) setRule(ctx context.Context, rule string, has bool) error {
	item, err := s.itemNamed(ctx, rulePrefix+rule)
	if err != nil {
		return err
	}
	field, value := fieldRule+s.names[s.me], ""
	if has {
		value = "1"
	}
	was, err := s.value(ctx, item, field)
	if err != nil || was == value {
		return err
	}
	return s.set(ctx, item, field, value, 0)
}

// SyncRules gives the rules that this machine has told, and those that others have, each in an
// order of their own.
func (l *Library) SyncRules(ctx context.Context) (own, others []string, err error) {
	if own, err = l.syncRules(ctx, "="); err != nil {
		return nil, nil, err
	}
	others, err = l.syncRules(ctx, "<>")
	return own, others, err
}

// syncRules gives the rules of machines that compare with this one in a way.
func (l *Library) syncRules(ctx context.Context, comparison string) ([]string, error) {
	rules, err := collectRows(ctx, l.db, scanColumn[string], `SELECT DISTINCT substr(n.name, length('rule:') + 1) FROM sync_name n JOIN sync_register r USING (item)
		WHERE n.name > 'rule:' AND n.name < 'rule;' AND r.field > 'rule:' AND r.field < 'rule;' AND r.value = '1'
			AND r.field `+comparison+" (SELECT 'rule:' || machine FROM sync_library) ORDER BY 1")
	return rules, l.failure(err)
}

// ForgetSyncRule forgets a rule on all machines. One that still has it tells it again.
func (l *Library) ForgetSyncRule(ctx context.Context, rule string, now time.Time) error {
	return l.change(ctx, func(c *transaction) error {
		s, err := c.newSyncer(ctx, now)
		if err != nil {
			return err
		}
		item, err := s.itemNamed(ctx, rulePrefix+rule)
		if err != nil {
			return err
		}
		fields, err := collectRows(ctx, s, scanColumn[string], "SELECT field FROM sync_register WHERE item = ? AND value <> ''", item)
		fields = slices.DeleteFunc(fields, func(field string) bool { return !strings.HasPrefix(field, fieldRule) })
		if err = s.empty(ctx, item, fieldsOrError{fields, err}); err != nil {
			return err
		}
		return s.keepSeq(ctx)
	})
}
