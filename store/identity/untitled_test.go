package identity

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// A card that is called by its address gets the title that comes later, and no card takes a
// title away.
func TestUntitledCards(t *testing.T) {
	t.Parallel()
	const address, title = "https://paper.example/news/1", "قافلة في الطريق"
	link := articles.Article{Title: address, URL: address}
	card := articles.Article{Title: title, URL: address, Summary: "وصلت."}
	text := articles.Article{Title: title, URL: address, Body: "وصلت القافلة.", Full: true}
	for name, pair := range map[string][2]articles.Article{
		"a card behind a link": {link, card}, "a link behind a card": {card, link},
		"a text behind a link": {link, text}, "a link behind a text": {text, link},
	} {
		here, in := NewIncoming(&pair[0]), NewIncoming(&pair[1])
		if got := Merge(here.Record, in); got.Title != title || !in.SameByAddress(&here.Record) {
			t.Errorf("%s: the title is %q", name, got.Title)
		}
	}
}
