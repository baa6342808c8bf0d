package store

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strconv"

	"github.com/warraq/warraq/store/identity"
)

// compare finds what changed in the library and writes it into the registers. It gives how
// many fields changed.
func (s *syncer) compare(ctx context.Context) (changed int, err error) {
	before := s.seq
	for _, step := range []func(context.Context) error{
		s.compareGone, s.compareShipped, s.compareArticles, s.compareTags, s.compareHighlights, s.compareReading, s.compareFeeds, s.compareSearches,
	} {
		if err := step(ctx); err != nil {
			return 0, fmt.Errorf("comparing the library: %w", err)
		}
	}
	if s.seq == before {
		return 0, nil
	}
	changed = int(s.seq - before)
	if err := s.settle(ctx, nil, nil, nil); err != nil {
		return 0, err
	}
	return changed, s.keepSeq(ctx)
}

// compareGone finds articles that were removed.
func (s *syncer) compareGone(ctx context.Context) error {
	// What no longer ships went by itself, unless its reader removed it.
	type goneItem struct{ item, read, bookmarked, leftRead, leftBookmarked int64 }
	gone, err := collectRows(ctx, s, func(scan scanner) (g goneItem, err error) {
		return g, scan(&g.item, &g.read, &g.bookmarked, &g.leftRead, &g.leftBookmarked)
	}, `SELECT item, read, bookmarked, coalesce(left_read, read), coalesce(left_bookmarked, bookmarked) FROM sync_item i
		WHERE kind = 0 AND here = 1 AND NOT EXISTS (SELECT 1 FROM article a WHERE a.id = i.id)`)
	if err != nil {
		return err
	}
	for _, g := range gone {
		item := g.item
		was := compared{read: g.leftRead, bookmarked: g.leftBookmarked, wasRead: g.read, wasBookmarked: g.bookmarked}
		if err := s.compareMarks(ctx, item, &was); err != nil {
			return err
		}
		ships, err := collectRows(ctx, s, scanColumn[bool], `SELECT bundled <> '' AND NOT EXISTS (SELECT 1 FROM removed WHERE known = 'key ' || bundled)
			FROM sync_item WHERE item = ?`, item)
		if err != nil {
			return err
		}
		if len(ships) > 0 && !ships[0] {
			newest, err := s.newest(ctx, item)
			if err != nil {
				return err
			}
			if err := s.setAbove(ctx, item, fieldGone, "1", newest); err != nil {
				return err
			}
		}
		if err := s.forgetHere(ctx, item); err != nil {
			return err
		}
	}
	return nil
}

// compared is an article as it is, and as it was when it was compared last.
type compared struct {
	num                                                int64
	id                                                 string
	sum                                                int64
	full, bundled                                      bool
	read, bookmarked, archived, position               int64
	readAt, bookmarkedAt                               *int64
	item                                               *int64
	wasHere                                            bool
	wasSum                                             int64
	wasRead, wasBookmarked, wasArchived, wasPositioned int64
	percent                                            *int64
}

const selectCompared = `SELECT a.num, a.id, a.sum, a.full, a.bundled, a.read, a.bookmarked, a.archived, a.position, a.read_at, a.bookmarked_at,
	i.item, coalesce(i.here, 0), coalesce(i.sum, 0), coalesce(i.read, 0), coalesce(i.bookmarked, 0), coalesce(i.archived, 0), coalesce(i.position, 0),
	(SELECT percent FROM begun b WHERE b.num = a.num)
	FROM article a LEFT JOIN sync_item i ON i.kind = 0 AND i.id = a.id
	WHERE i.item IS NULL OR i.here = 0 OR a.sum <> i.sum OR a.read <> i.read OR a.bookmarked <> i.bookmarked
		OR a.archived <> i.archived OR a.position <> i.position`

func scanCompared(scan scanner) (a compared, err error) {
	return a, scan(&a.num, &a.id, &a.sum, &a.full, &a.bundled, &a.read, &a.bookmarked, &a.archived, &a.position, &a.readAt, &a.bookmarkedAt,
		&a.item, &a.wasHere, &a.wasSum, &a.wasRead, &a.wasBookmarked, &a.wasArchived, &a.wasPositioned, &a.percent)
}

// compareArticles finds what changed in articles and their marks.
func (s *syncer) compareArticles(ctx context.Context) error {
	list, err := collectRows(ctx, s, scanCompared, selectCompared)
	if err != nil {
		return err
	}
	for i := range list {
		if err := s.compareArticle(ctx, &list[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *syncer) compareArticle(ctx context.Context, a *compared) error {
	var item int64
	var key string
	if a.item != nil {
		item = *a.item
	} else {
		var err error
		if item, key, err = s.newArticleItem(ctx, a); err != nil {
			return err
		}
	}
	if err := s.compareBack(ctx, item, a); err != nil {
		return err
	}
	if a.sum != a.wasSum && !a.bundled {
		if err := s.set(ctx, item, fieldContent, digit(a.full), 0); err != nil {
			return err
		}
		if a.item != nil && !a.full {
			s.late = append(s.late, item) // a card of what ships gets its text
		}
	}
	if err := s.compareMarks(ctx, item, a); err != nil {
		return err
	}
	_, err := s.exec(ctx, `UPDATE sync_item SET id = ?2, here = 1, sum = ?3, read = ?4, bookmarked = ?5, archived = ?6, position = ?7,
		bundled = iif(?8 = '', bundled, ?8) WHERE item = ?1`, item, a.id, a.sum, a.read, a.bookmarked, a.archived, a.position, key)
	return err
}

// compareBack deals with an article that was not here when the library was compared. One
// that was removed is here again as it is here; of one that only went, or of which others
// spoke before it came, holds what they say.
func (s *syncer) compareBack(ctx context.Context, item int64, a *compared) error {
	if a.item == nil || a.wasHere {
		return nil
	}
	registers, err := s.registersOf(ctx, []int64{item})
	if err != nil {
		return err
	}
	if len(registers[item]) == 0 {
		return nil
	}
	v := s.viewOf(registers[item])
	if err := s.bringReading(ctx, item, a.num); err != nil {
		return err
	}
	if !v.gone {
		s.late = append(s.late, item)
		return nil
	}
	a.wasRead, a.wasBookmarked, a.wasArchived, a.wasPositioned = v.read, v.bookmarked, v.archived, v.position
	if err := s.shadowSets(ctx, item, &v); err != nil {
		return err
	}
	return s.setAbove(ctx, item, fieldGone, "0", v.newest)
}

// compareMarks writes the marks of an article that changed.
func (s *syncer) compareMarks(ctx context.Context, item int64, a *compared) error {
	at := func(ms *int64) int64 {
		if ms == nil {
			return 0
		}
		return *ms
	}
	if a.read != a.wasRead {
		value := digit(a.read != 0)
		if a.read != 0 && a.readAt == nil {
			value = "2"
		}
		if err := s.set(ctx, item, fieldRead, value, at(a.readAt)); err != nil {
			return err
		}
	}
	if a.bookmarked != a.wasBookmarked {
		if err := s.set(ctx, item, fieldBookmarked, digit(a.bookmarked != 0), at(a.bookmarkedAt)); err != nil {
			return err
		}
	}
	if a.archived != a.wasArchived {
		if err := s.set(ctx, item, fieldArchived, digit(a.archived != 0), 0); err != nil {
			return err
		}
	}
	if a.position != a.wasPositioned {
		value := strconv.FormatInt(a.position, 10)
		if a.percent != nil {
			value += " " + strconv.FormatInt(*a.percent, 10)
		}
		return s.set(ctx, item, fieldPosition, value, 0)
	}
	return nil
}

func digit(on bool) string {
	if on {
		return "1"
	}
	return "0"
}

// newArticleItem makes the item of an article, by a name that is made of what it is known
// by, and gives the key of one that ships with the program.
func (s *syncer) newArticleItem(ctx context.Context, a *compared) (item int64, bundled string, err error) {
	r, err := s.first(ctx, "a.num = ?", anyRecord, a.num)
	if err != nil {
		return 0, "", err
	}
	if r == nil {
		return 0, "", ErrNotFound
	}
	if a.bundled {
		bundled = r.Key
	}
	for round := 0; ; round++ {
		name := syncName(r, round)
		known, err := collectRows(ctx, s, func(scan scanner) (k struct {
			item int64
			free bool
		}, err error,
		) {
			return k, scan(&k.item, &k.free)
		}, "SELECT n.item, i.id IS NULL FROM sync_name n JOIN sync_item i USING (item) WHERE n.name = ?", name)
		switch {
		case err != nil:
			return 0, "", err
		case len(known) == 0:
			item, err = s.newItem(ctx, name)
			return item, bundled, err
		case known[0].free: // others spoke of it before it came here
			item := known[0].item
			a.item = &item
			return item, bundled, nil
		}
	}
}

// syncName gives the name of an article on all machines; in later rounds, after a clash,
// others.
func syncName(r *identity.Record, round int) string {
	known := append(knownBy(r), "title "+r.TitleKey+"\n"+r.SourceKey+"\n"+r.Published)[0]
	if r.TitleKey == "" && r.Key+r.Address+r.GUID == "" {
		known = "text " + r.Body
	}
	if round > 0 {
		known += fmt.Sprintf("\n%d\n%s\n%s", round, r.TitleKey, r.ID)
	}
	sum := sha256.Sum256([]byte(known))
	return syncIDs.EncodeToString(sum[:10])
}

// itemNamed gives the item of a name, making it where there is none.
func (s *syncer) itemNamed(ctx context.Context, name string) (int64, error) {
	items, err := collectRows(ctx, s, scanColumn[int64], "SELECT item FROM sync_name WHERE name = ?", name)
	if err != nil {
		return 0, err
	}
	if len(items) == 0 {
		return s.newItem(ctx, name)
	}
	return items[0], nil
}

// newItem makes an item of which nothing is here.
func (s *syncer) newItem(ctx context.Context, name string) (int64, error) {
	kind, id := parseItemName(name)
	if _, err := s.exec(ctx, "INSERT INTO sync_item (kind, id) VALUES (?, nullif(?, ''))", kind, id); err != nil {
		return 0, err
	}
	items, err := collectRows(ctx, s, scanColumn[int64], "SELECT last_insert_rowid()")
	if err != nil {
		return 0, err
	}
	_, err = s.exec(ctx, "INSERT INTO sync_name (name, item) VALUES (?, ?)", name, items[0])
	return items[0], err
}
