package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// itemRegisters are the registers of an item by their fields.
type itemRegisters map[string]register

// registersOf reads the registers of items.
func (s *syncer) registersOf(ctx context.Context, items []int64) (map[int64]itemRegisters, error) {
	all := make(map[int64]itemRegisters, len(items))
	for r, err := range eachRow(ctx, s, func(scan scanner) (r register, err error) {
		return r, scan(&r.item, &r.field, &r.stamp, &r.machine, &r.value)
	}, `SELECT r.item, r.field, r.stamp, r.machine, r.value FROM json_each(?) j CROSS JOIN sync_register r ON r.item = j.value`, encodeJSON(items)) {
		if err != nil {
			return nil, err
		}
		of := all[r.item]
		if of == nil {
			of = itemRegisters{}
			all[r.item] = of
		}
		of[r.field] = r
	}
	return all, nil
}

// articleView is what the registers of an article say.
type articleView struct {
	gone, away                           bool // gone: it was removed; away: and nothing brought it back
	newest                               int64
	read, bookmarked, archived, position int64
	readAt, bookmarkedAt, percent        any               // nil where they are not known
	at                                   int64             // when the position was kept
	tags                                 map[string]string // names by keys
	highlights                           []highlightView
}

// highlightView is a highlight of a view.
type highlightView struct {
	id, value string
	fields    []string // the registers that say so
}

// viewOf says what the registers of an article mean. It depends on nothing else.
func (s *syncer) viewOf(registers itemRegisters) (v articleView) {
	gone, marked := registers[fieldGone], int64(0)
	v.gone = gone.value == "1"
	named := map[string]register{}
	written := map[string][]register{}
	for field, r := range registers {
		v.newest = max(v.newest, r.stamp)
		if r.value == "" {
			continue
		}
		if key, ok := elementOf(field, fieldTag); ok {
			marked = max(marked, r.stamp)
			if was, ok := named[key]; !ok || s.compareRegisters(&r, &was) < 0 {
				named[key] = r // the first spelling stays
			}
		} else if id, ok := elementOf(field, fieldHighlight); ok {
			marked = max(marked, r.stamp)
			written[id] = append(written[id], r)
		}
	}
	v.tags = make(map[string]string, len(named))
	for key, r := range named {
		v.tags[key] = r.value
	}
	v.highlights = s.viewHighlights(written)
	s.viewMarks(&v, registers)
	if r := registers[fieldBookmarked]; r.value == "1" {
		marked = max(marked, r.stamp)
	}
	v.away = v.gone && marked <= gone.stamp
	return v
}

func (s *syncer) viewMarks(v *articleView, registers itemRegisters) {
	if r := registers[fieldRead]; r.value == "1" || r.value == "2" {
		v.read = 1
		if r.value == "1" {
			v.readAt = r.stamp
		}
	}
	if r := registers[fieldBookmarked]; r.value == "1" {
		v.bookmarked, v.bookmarkedAt = 1, r.stamp
	}
	if len(v.tags) > 0 { // what has a tag has a bookmark
		v.bookmarked = 1
	}
	if registers[fieldArchived].value == "1" {
		v.archived = 1
	}
	if r, ok := registers[fieldPosition]; ok {
		position, percent, ok := strings.Cut(r.value, " ")
		v.position, _ = strconv.ParseInt(position, 10, 32)
		v.position, v.at = max(v.position, 0), r.stamp
		if n, err := strconv.ParseInt(percent, 10, 32); ok && err == nil {
			v.percent = min(max(n, 0), 100)
		}
	}
}

// viewHighlights says which highlights there are. Of one that was written twice without
// either seeing the other both are there, the later one under its ID.
func (s *syncer) viewHighlights(written map[string][]register) []highlightView {
	var list []highlightView
	for id, all := range written {
		slices.SortFunc(all, func(a, b register) int { return s.compareRegisters(&b, &a) })
		var of []highlightView
		for _, r := range all {
			if i := slices.IndexFunc(of, func(h highlightView) bool { return sameHighlight(h.value, r.value) }); i >= 0 {
				of[i].fields = append(of[i].fields, r.field)
				continue
			}
			own := id
			if len(of) > 0 {
				sum := sha256.Sum256([]byte(r.field))
				own = identity.NewID(sum[:])
			}
			of = append(of, highlightView{own, r.value, []string{r.field}})
		}
		list = append(list, of...)
	}
	slices.SortFunc(list, func(a, b highlightView) int { return cmp.Compare(a.id, b.id) })
	return list
}

// sameHighlight tells whether two writings of a highlight differ in their times alone.
func sameHighlight(a, b string) bool {
	one, other := parseHighlight(a), parseHighlight(b)
	one.Made, one.Changed, other.Made, other.Changed = 0, 0, 0, 0
	return one == other
}

// parseHighlight reads a highlight that came from elsewhere, fit to be shown.
func parseHighlight(value string) (h syncHighlight) {
	_ = json.Unmarshal([]byte(value), &h) // what cannot be read is empty
	clean := articles.Highlight{Start: h.Start, End: h.End, Quote: h.Quote, Before: h.Before, After: h.After, Note: h.Note}
	clean.Clean()
	return syncHighlight{clean.Start, clean.End, clean.Quote, clean.Before, clean.After, clean.Note, h.Made, h.Changed}
}

// compareRegisters says which of two writings of a field is the later one.
func (s *syncer) compareRegisters(a, b *register) int {
	whole := 0
	if a.field == fieldContent && b.field == fieldContent { // a text before a card
		whole = cmp.Compare(a.value, b.value)
	}
	if isFirstReading(a.field) && a.field == b.field { // the longer one
		whole = cmp.Compare(parseReading(a.value), parseReading(b.value))
	}
	return cmp.Or(whole, cmp.Compare(a.stamp, b.stamp), cmp.Compare(s.names[a.machine], s.names[b.machine]), cmp.Compare(a.value, b.value),
		cmp.Compare(a.field, b.field))
}

// shadowSets keeps tags and highlights as those that the library has.
func (s *syncer) shadowSets(ctx context.Context, item int64, v *articleView) error {
	for key := range v.tags {
		if _, err := s.exec(ctx, "INSERT OR IGNORE INTO sync_tag (item, key) VALUES (?, ?)", item, key); err != nil {
			return err
		}
	}
	for _, h := range v.highlights {
		_, err := s.exec(ctx, "INSERT OR REPLACE INTO sync_highlight (id, item, fields, value) VALUES (?, ?, ?, ?)",
			h.id, item, strings.Join(h.fields, "\n"), parseHighlight(h.value).encode())
		if err != nil {
			return err
		}
	}
	return nil
}
