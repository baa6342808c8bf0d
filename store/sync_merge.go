package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
)

// arrived is the text of an article that a row brought, and the feeds that it came from.
type arrived struct {
	article *articles.JSON
	feeds   []string
}

// longestName bounds the names of items, fields and machines that are taken from elsewhere.
const longestName = 4096

// isSound tells whether a row can be one that a machine wrote.
func (r *SyncRow) isSound() bool {
	switch {
	case r.Item == "" || r.Machine == "" || len(r.Item)+len(r.Field)+len(r.Machine) > longestName, strings.ContainsAny(r.Field+r.Machine, "\n\x00"):
		return false
	case r.Stamp <= 0 || r.Stamp > MaxSyncStamp, r.IsText() && r.Article == nil:
		return false
	}
	return true
}

// merge takes rows of other machines in.
func (s *syncer) merge(ctx context.Context, rows []SyncRow) error {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r SyncRow) bool { return !r.isSound() })
	items, err := s.itemsOf(ctx, rows)
	if err != nil {
		return err
	}
	if err = s.unite(ctx, rows, items); err != nil {
		return err
	}
	known, err := s.registersOf(ctx, distinct(items))
	if err != nil {
		return err
	}
	changed, texts, err := s.mergeRegisters(ctx, rows, items, known)
	if err != nil {
		return err
	}
	if err := s.settle(ctx, changed, texts, known); err != nil {
		return err
	}
	return s.keepSeq(ctx)
}

// itemsOf finds the items of rows, making those that are not known.
func (s *syncer) itemsOf(ctx context.Context, rows []SyncRow) (map[string]int64, error) {
	items := map[string]int64{}
	var names []string
	want := func(name string) {
		if _, ok := items[name]; !ok {
			items[name] = 0
			names = append(names, name)
		}
	}
	for i := range rows {
		want(rows[i].Item)
		if other, ok := strings.CutPrefix(rows[i].Field, fieldSame); ok {
			want(other)
		}
	}
	type known struct {
		name string
		item int64
	}
	for k, err := range eachRow(ctx, s, func(scan scanner) (k known, err error) { return k, scan(&k.name, &k.item) },
		"SELECT n.name, n.item FROM json_each(?) j JOIN sync_name n ON n.name = j.value", encodeJSON(names)) {
		if err != nil {
			return nil, err
		}
		items[k.name] = k.item
	}
	for _, name := range names {
		if items[name] != 0 {
			continue
		}
		var err error
		if items[name], err = s.newItem(ctx, name); err != nil {
			return nil, err
		}
	}
	return items, nil
}

// syncedItem is an item and what is here of it.
type syncedItem struct {
	item int64
	kind syncKind
	id   string // "" where it has none
	here bool
	was  shadowOfMarks
}

// shadowOfMarks are the marks that an article had when the library was compared last, and
// still has where it is being settled.
type shadowOfMarks struct{ read, bookmarked, archived, position int64 }

const selectShadow = "i.read, i.bookmarked, i.archived, i.position"

func (s *syncer) itemsHere(ctx context.Context, items []int64) ([]syncedItem, error) {
	return collectRows(ctx, s, func(scan scanner) (i syncedItem, err error) {
		return i, scan(&i.item, &i.kind, &i.id, &i.here, &i.was.read, &i.was.bookmarked, &i.was.archived, &i.was.position)
	},
		"SELECT i.item, i.kind, coalesce(i.id, ''), i.here, "+selectShadow+" FROM json_each(?) j CROSS JOIN sync_item i ON i.item = j.value", encodeJSON(items))
}

// settle makes the library what the registers of items say, those that are late among
// them. The registers of some may be known.
func (s *syncer) settle(ctx context.Context, items []int64, texts map[int64]arrived, known map[int64]itemRegisters) error {
	if texts == nil {
		texts = map[int64]arrived{}
	}
	registers := make(map[int64]itemRegisters, len(items))
	ask := slices.Clone(s.late)
	for _, item := range items {
		if of, ok := known[item]; ok {
			registers[item] = of
		} else {
			ask = append(ask, item)
		}
	}
	items = append(slices.Clone(items), s.late...)
	s.late = nil
	asked, err := s.registersOf(ctx, ask)
	if err != nil {
		return err
	}
	maps.Copy(registers, asked)
	there, err := s.itemsHere(ctx, unique(items))
	if err != nil {
		return err
	}
	s.hadTags, s.hadHighlights, err = s.setsHere(ctx, items)
	if err != nil {
		return err
	}
	return s.withoutTally(ctx, len(there), func() error { return s.settleItems(ctx, there, registers, texts) })
}

// settleItems makes items what their registers say.
func (s *syncer) settleItems(ctx context.Context, there []syncedItem, registers map[int64]itemRegisters, texts map[int64]arrived) error {
	var linked []*syncedItem
	ended := ctx.Err
	ctx = context.WithoutCancel(ctx) // for which the driver would start a goroutine a statement
	for i := range there {
		it := &there[i]
		err := ended()
		if err != nil {
			return err
		}
		switch it.kind {
		case articleItem:
			var linking bool
			linking, err = s.settleArticle(ctx, it, registers[it.item], texts)
			if linking {
				linked = append(linked, it)
			}
		case feedItem:
			err = s.settleFeed(ctx, it, registers[it.item])
		case searchItem:
			err = s.settleSearch(ctx, it, registers[it.item])
		}
		if err != nil {
			return err
		}
	}
	if err := s.writeMarks(ctx); err != nil {
		return err
	}
	if err := s.linkArrived(ctx, linked, texts); err != nil || len(s.late) == 0 {
		return err
	}
	return s.settle(ctx, nil, nil, nil) // items that turned out to be one
}

func unique(items []int64) []int64 {
	items = slices.Clone(items)
	seen := make(map[int64]bool, len(items))
	return slices.DeleteFunc(items, func(item int64) bool {
		was := seen[item]
		seen[item] = true
		return was
	})
}

// settleArticle makes an article what its registers say, and tells whether what it names
// is to follow.
func (s *syncer) settleArticle(ctx context.Context, it *syncedItem, registers itemRegisters, texts map[int64]arrived) (linking bool, err error) {
	v, came := s.viewOf(registers), texts[it.item]
	if it.here && came.article == nil && !v.gone && registers[fieldContent].value != digit(false) {
		if slices.Contains(s.late, it.item) {
			return false, nil
		}
		return false, s.settleMarks(ctx, it, &v)
	}
	if err = s.writeMarks(ctx); err != nil { // since what follows may touch other articles
		return false, err
	}
	if v.away {
		if came.article != nil && registers[fieldContent].stamp > registers[fieldGone].stamp {
			if err = s.keepText(ctx, it.item, came); err != nil {
				return false, err
			}
		}
		return false, s.removeHere(ctx, it, &v)
	}
	if came.article == nil && !it.here {
		if came, err = s.keptText(ctx, it.item); err != nil {
			return false, err
		}
		texts[it.item] = came
	}
	if came.article != nil {
		if linking, err = s.putArrived(ctx, it, came, registers[fieldContent]); err != nil {
			return false, err
		}
	}
	if !it.here || registers[fieldContent].value == digit(false) {
		if err = s.bringShipped(ctx, it); err != nil {
			return false, err
		}
	}
	if !it.here || slices.Contains(s.late, it.item) { // the marks of two items that are one follow
		return linking, nil
	}
	if v.gone {
		if err := s.bringBack(ctx, it, &v, registers); err != nil {
			return linking, err
		}
	}
	if err := s.readShadow(ctx, it); err != nil {
		return linking, err
	}
	if err := s.settleMarks(ctx, it, &v); err != nil {
		return linking, err
	}
	return linking, s.writeMarks(ctx)
}

// bringBack gives an article to all again that was marked after it was removed elsewhere:
// those who removed it do not have its text. A later removal, of which nobody here has
// heard yet, holds all the same.
func (s *syncer) bringBack(ctx context.Context, it *syncedItem, v *articleView, registers itemRegisters) error {
	if err := s.set(ctx, it.item, fieldGone, "0", 1); err != nil {
		return err
	}
	ships, err := collectRows(ctx, s, scanColumn[bool], "SELECT bundled <> '' FROM sync_item WHERE item = ?", it.item)
	if err != nil || len(ships) == 0 || ships[0] {
		return err
	}
	return s.setAbove(ctx, it.item, fieldContent, cmp.Or(registers[fieldContent].value, "0"), v.newest)
}
