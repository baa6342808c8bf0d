package identity

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// What comes again under one title, in the same words, is another article where both its
// day and its address are others: the weather of two days can be the same. Where one of
// them is not known or the same, it is the article that is here.
func TestBulletinsOfTheSameWords(t *testing.T) {
	t.Parallel()
	const day, next = "2024-12-01T06:00:00Z", "2024-12-03T06:00:00Z"
	here := articles.Article{Title: "نشرة الطقس", Body: "تكون الأجواء غائمة جزئيًا، والعظمى 19 درجة والصغرى 11.", URL: "https://paper.example/w/0", Full: true}
	for _, tt := range []struct {
		about, address, day string
		same                bool
	}{
		{"another day and address", "https://paper.example/w/2", next, false},
		{"another day, and no address", "", next, true},
		{"another day at its address", "https://paper.example/w/0?utm_source=x", next, true},
		{"its day at another address", "https://paper.example/w/2", day, true},
		{"no day at another address", "https://paper.example/w/2", "", true},
	} {
		in := here
		in.URL = tt.address
		known, incoming := NewIncoming(&here), NewIncoming(&in)
		known.Published, incoming.Published = day, tt.day
		if got := incoming.SameByTitle(&known.Record); got != tt.same {
			t.Errorf("%s: the same is %v", tt.about, got)
		}
	}
}
