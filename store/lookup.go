package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/warraq/warraq/store/identity"
)

// Unfolded gives entries as one reads them: the parts of the story in order of time,
// and after each those that stand behind it (see Relation.Also).
func Unfolded(entries []Entry) (all []Entry) {
	inTime := slices.Clone(entries)
	slices.SortStableFunc(inTime, func(a, b Entry) int {
		if a.Why == WhySameStory && b.Why == WhySameStory {
			return a.Published.Compare(b.Published)
		}
		return 0
	})
	for _, e := range inTime {
		all = append(append(all, e), e.Also...)
	}
	return all
}

// Entries gives the articles of some IDs, in that order, those that are gone left
// out.
func (l *Library) Entries(ctx context.Context, ids []string) ([]Entry, error) {
	return l.entries(ctx, "SELECT "+entryColumns+` FROM json_each(?) j
		JOIN article a ON a.id = j.value ORDER BY j.key`, encodeJSON(ids))
}

// RecentlyRead gives the articles that were read last, the last one first, at most
// so many. Of what came as read it is not known when that was; it is left out.
func (l *Library) RecentlyRead(ctx context.Context, limit int) ([]Entry, error) {
	return l.entries(ctx, "SELECT "+entryColumns+` FROM article a
		WHERE a.read = 1 AND a.read_at IS NOT NULL ORDER BY a.read_at DESC LIMIT ?`, limit)
}

// PlaceOf gives the index of an article in the list of a filter, as [Library.List]
// counts from an offset of 0; ok is false where the filter leaves it out.
func (l *Library) PlaceOf(ctx context.Context, f Filter, id string) (index int, ok bool, err error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return 0, false, err
	}
	if !f.Query.IsEmpty() {
		return l.placeFound(ctx, f, num)
	}
	if f.Begun {
		return l.placeBegun(ctx, f, id)
	}
	where, args := f.where()
	err = l.db.QueryRowContext(ctx, "SELECT count(*), coalesce(max(a.num = ?), 0) FROM "+f.table()+where.and(f.upTo()).String(),
		betweenArgs(args, num)...).Scan(&index, &ok)
	if err != nil {
		return 0, false, l.failure(fmt.Errorf("looking for the place of %s: %w", id, err))
	}
	return max(0, index-1), ok, nil
}

// betweenArgs are the values of a condition between a number, twice.
func betweenArgs(args []any, num int64) []any { return append(append([]any{num}, args...), num) }

// AtAddress gives the article of an address, whatever of it does not matter: the
// one with its text where several are there. ok is false where there is none.
func (l *Library) AtAddress(ctx context.Context, url string) (e Entry, ok bool, err error) {
	key := identity.Address(url)
	if key == "" {
		return Entry{}, false, nil
	}
	entries, err := l.entries(ctx, "SELECT "+entryColumns+` FROM article a
		WHERE a.address = ? AND a.address <> '' ORDER BY a.full DESC, a.num LIMIT 1`, key)
	if err != nil || len(entries) == 0 {
		return Entry{}, false, err
	}
	return entries[0], true, nil
}
