package store

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// A library of before has its addresses compared as today.
func TestAddressesOfBefore(t *testing.T) {
	t.Parallel()
	l := open(t)
	addArticles(t, l, articles.Article{Title: "خبر", URL: "https://m.paper.example/1/amp", Body: "نص"})
	goBack(t, l, 22, "UPDATE article SET address = 'm.paper.example/1/amp'", "DROP TABLE version", "DROP INDEX article_text_key", "ALTER TABLE article DROP COLUMN text_key", "ALTER TABLE library DROP COLUMN salt", "ALTER TABLE library DROP COLUMN base")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = openAt(t, l.path)
	if e, ok, err := l.AtAddress(t.Context(), "http://paper.example/1"); err != nil || !ok || e.Title != "خبر" {
		t.Errorf("at its address stands %q, %v, %v", e.Title, ok, err)
	}
}
