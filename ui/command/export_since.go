package command

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/warraq/warraq/articles/export"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
)

// since gives the articles published on a day or later. A book or a page has them in the
// order of the stories that they tell, those of most papers first, and behind those what
// is of no story, by sections.
func (e *env) since(ctx context.Context, l *store.Library, day string, inStories bool) ([]export.Card, error) {
	now := time.Now()
	from, ok := query.ParseDay(day, now)
	if !ok {
		return nil, usageError{valueError{"--since", day, errNoDay}}
	}
	entries, err := l.List(ctx, store.Filter{Query: query.Parse("after:" + from.Format(time.DateOnly)), Archive: store.AnyArchived})
	if err != nil || !inStories {
		return cardsOf(entries, ""), err
	}
	if err = e.relate(ctx, l); err != nil {
		return nil, err
	}
	days := 1 + int(now.Sub(from)/(24*time.Hour))
	front, err := l.Front(ctx, now, min(days, maxDays))
	if err != nil {
		return nil, err
	}
	return inOrderOfStories(entries, &front), nil
}

// cardsOf gives articles that stand below one heading.
func cardsOf(entries []store.Entry, part string) []export.Card {
	cards := make([]export.Card, len(entries))
	for i, entry := range entries {
		cards[i] = export.Card{ID: entry.ID, Title: entry.Title, Part: part}
	}
	return cards
}

// inOrderOfStories gives articles by the stories of a front, and what is of none by
// sections, the largest first.
func inOrderOfStories(entries []store.Entry, front *store.Front) (cards []export.Card) {
	left := map[string]bool{}
	for _, entry := range entries {
		left[entry.ID] = true
	}
	take := func(from []store.Entry) (some []store.Entry) {
		for _, entry := range from {
			if left[entry.ID] {
				delete(left, entry.ID)
				some = append(some, entry)
			}
		}
		return some
	}
	for i := range front.Stories {
		story := &front.Stories[i]
		told := slices.Clone(story.Articles)
		slices.SortStableFunc(told, func(a, b store.Entry) int {
			return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.Source, b.Source))
		})
		cards = append(cards, cardsOf(take(told), story.Title)...)
	}
	for _, section := range bySection(take(entries)) {
		cards = append(cards, cardsOf(section.entries, section.name)...)
	}
	return cards
}
