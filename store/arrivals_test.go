package store

import (
	"errors"
	"testing"

	"github.com/warraq/warraq/articles"
)

// Articles are counted, and wait to be related, whatever becomes of them in the change that
// they came in.
func TestArrivals(t *testing.T) {
	t.Parallel()
	type change func(c *transaction, ids []string) error
	exec := func(query string) change {
		return func(c *transaction, ids []string) error {
			_, err := c.exec(t.Context(), query, encodeJSON(ids))
			return err
		}
	}
	for name, then := range map[string]change{
		"nothing":                  func(*transaction, []string) error { return nil },
		"read":                     exec("UPDATE article SET read = 1 WHERE id IN (SELECT value FROM json_each(?))"),
		"put away and of a source": exec("UPDATE article SET archived = 1, source_key = 'x' WHERE id IN (SELECT value FROM json_each(?))"),
		"gone": func(c *transaction, ids []string) error {
			for _, id := range ids {
				r, err := c.first(t.Context(), "a.id = ?", anyRecord, id)
				if err != nil {
					return err
				}
				c.unindex(r)
			}
			return exec("DELETE FROM article WHERE id IN (SELECT value FROM json_each(?))")(c, ids)
		},
		"counted anew": func(c *transaction, _ []string) error { return c.countAnew(t.Context()) },
		"come again with more": func(c *transaction, _ []string) error {
			return addIn(t, c, "سوق الكتب", "معرض الزهور")
		},
		"counted anew, more to come": func(c *transaction, _ []string) error {
			return errors.Join(c.countAnew(t.Context()), addIn(t, c, "بلدية"))
		},
	} {
		l := open(t)
		addArticles(t, l, pageArticles()...)
		err := l.change(t.Context(), func(c *transaction) error {
			if err := addIn(t, c, "سوق الكتب", "جسر المدينة"); err != nil {
				return err
			}
			ids, err := collectRows(t.Context(), c, scanColumn[string], "SELECT id FROM article WHERE source = 'البلاد' ORDER BY num")
			if err != nil || len(ids) < 2 {
				t.Fatalf("%d came, %v", len(ids), err)
			}
			return then(c, ids[1:])
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		checkSound(t, l)
		waiting, err := l.countOf(t.Context(), "SELECT count(*) FROM article WHERE num NOT IN (SELECT num FROM found_pending)")
		if err != nil || waiting > 0 {
			t.Errorf("%s: %d articles wait for nothing, %v", name, waiting, err)
		}
		_ = l.Close()
	}
}

// addIn adds articles of some titles in a change, a card and a text in turns.
func addIn(t *testing.T, c *transaction, list ...string) error {
	t.Helper()
	var all []articles.Article
	for i, title := range list {
		a := articles.Article{Title: title, Source: "البلاد", Section: "محليات"}
		if i%2 == 0 {
			a.Body = long(title)
		}
		all = append(all, a)
	}
	_, err := c.addAll(t.Context(), all, false)
	return err
}
