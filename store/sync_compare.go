package store

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/store/identity"
)

// register is the last writing of a field.
type register struct {
	item    int64
	field   string
	stamp   int64
	machine int64
	value   string
}

// syncer compares and merges within one change.
type syncer struct {
	*transaction
	now      int64 // milliseconds since 1970
	me       int64 // the number of this machine
	machines map[string]int64
	names    map[int64]string // the machines by their numbers
	folder   int64            // from which rows come, 0 from here
	seq      int64
	counts   SyncCounts

	// The tags and highlights that items had when the library was compared last, as far as
	// they are being settled.
	hadTags       map[int64][]string
	hadHighlights map[int64][]highlightShadow
	counting      bool    // whether the tally is made anew in the end
	late          []int64 // the items of articles that came here after others had spoken of them
}

// latestSyncNow is the latest time that a clock here is believed: one that leaves room
// below what others take.
const latestSyncNow = MaxSyncStamp - 1_000_000_000_000

func (c *transaction) newSyncer(ctx context.Context, now time.Time) (*syncer, error) {
	s := &syncer{transaction: c, now: min(now.UnixMilli(), latestSyncNow), machines: map[string]int64{}, names: map[int64]string{}}
	type known struct {
		machine int64
		id      string
	}
	list, err := collectRows(ctx, c, func(scan scanner) (k known, err error) { return k, scan(&k.machine, &k.id) }, "SELECT machine, id FROM sync_machine")
	if err != nil {
		return nil, err
	}
	for _, k := range list {
		s.machines[k.id], s.names[k.machine] = k.machine, k.id
	}
	st, err := c.statement(ctx, "SELECT machine, seq FROM sync_library")
	if err != nil {
		return nil, err
	}
	var me string
	if err = st.QueryRowContext(ctx).Scan(&me, &s.seq); err != nil {
		return nil, fmt.Errorf("reading who this library is: %w", err)
	}
	if me == "" {
		me = NewSyncID()
		if _, err = c.exec(ctx, "UPDATE sync_library SET machine = ?", me); err != nil {
			return nil, err
		}
	}
	s.me, err = s.machine(ctx, me)
	return s, err
}

// machine gives the number of a machine.
func (s *syncer) machine(ctx context.Context, id string) (int64, error) {
	if num, ok := s.machines[id]; ok {
		return num, nil
	}
	num := int64(len(s.machines)) + 1
	if _, err := s.exec(ctx, "INSERT INTO sync_machine (machine, id) VALUES (?, ?)", num, id); err != nil {
		return 0, err
	}
	s.machines[id], s.names[num] = num, id
	return num, nil
}

// nextSeq gives the place of the next register that is written.
func (s *syncer) nextSeq() int64 { s.seq++; return s.seq }

// keepSeq keeps the last place that was given.
func (s *syncer) keepSeq(ctx context.Context) error {
	_, err := s.exec(ctx, "UPDATE sync_library SET seq = max(seq, ?)", s.seq)
	return err
}

// set writes a field as of a time, 0 being now. It is stamped after what it replaces.
func (s *syncer) set(ctx context.Context, item int64, field, value string, at int64) error {
	if at <= 0 || at > s.now {
		at = s.now
	}
	_, err := s.exec(ctx, `INSERT INTO sync_register (item, field, stamp, machine, folder, seq, value) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6)
		ON CONFLICT (item, field) DO UPDATE SET stamp = max(stamp + 1, excluded.stamp), machine = excluded.machine, folder = 0,
			seq = excluded.seq, value = excluded.value`, item, field, at, s.me, s.nextSeq(), value)
	return err
}

// compare finds what changed in the library and writes it into the registers. It gives how
// many fields changed.
func (s *syncer) compare(ctx context.Context) (changed int, err error) {
	before := s.seq
	for _, step := range []func(context.Context) error{
		s.compareGone, s.compareArticles, s.compareTags, s.compareHighlights, s.compareFeeds, s.compareSearches,
	} {
		if err := step(ctx); err != nil {
			return 0, fmt.Errorf("comparing the library: %w", err)
		}
	}
	if s.seq == before {
		return 0, nil
	}
	changed = int(s.seq - before)
	if err := s.settle(ctx, s.late, nil); err != nil {
		return 0, err
	}
	return changed, s.keepSeq(ctx)
}

// compareGone finds articles that were removed.
func (s *syncer) compareGone(ctx context.Context) error {
	// What no longer ships went by itself, unless its reader removed it.
	gone, err := collectRows(ctx, s, scanColumn[int64], `SELECT item FROM sync_item i WHERE kind = 0 AND here = 1
		AND NOT EXISTS (SELECT 1 FROM article a WHERE a.id = i.id)`)
	if err != nil {
		return err
	}
	for _, item := range gone {
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

// setAbove writes a field now, and above a stamp.
func (s *syncer) setAbove(ctx context.Context, item int64, field, value string, stamp int64) error {
	now := s.now
	defer func() { s.now = now }()
	s.now = max(now, stamp+1)
	return s.set(ctx, item, field, value, 0)
}

// newest gives the greatest stamp of an item.
func (s *syncer) newest(ctx context.Context, item int64) (int64, error) {
	list, err := collectRows(ctx, s, scanColumn[int64], "SELECT coalesce(max(stamp), 0) FROM sync_register WHERE item = ?", item)
	if err != nil {
		return 0, err
	}
	return list[0], nil
}

// forgetHere keeps that an article is not here.
func (s *syncer) forgetHere(ctx context.Context, item int64) error {
	return s.execEach(ctx, []any{item},
		"UPDATE sync_item SET here = 0, sum = 0, read = 0, bookmarked = 0, archived = 0, position = 0 WHERE item = ?1",
		"DELETE FROM sync_tag WHERE item = ?1",
		"DELETE FROM sync_highlight WHERE item = ?1",
		"DELETE FROM sync_picture WHERE item = ?1",
	)
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

// value gives the value of a register, "" where there is none.
func (s *syncer) value(ctx context.Context, item int64, field string) (string, error) {
	list, err := collectRows(ctx, s, scanColumn[string], "SELECT value FROM sync_register WHERE item = ? AND field = ?", item, field)
	if err != nil || len(list) == 0 {
		return "", err
	}
	return list[0], nil
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

// dot names one giving of a tag or writing of a highlight.
func (s *syncer) dot(prefix, element string) string {
	return prefix + element + ":" + s.names[s.me] + ":" + strconv.FormatInt(s.now, 36)
}

// elementOf gives the tag or highlight of a field that a dot names.
func elementOf(field, prefix string) (element string, ok bool) {
	rest, ok := strings.CutPrefix(field, prefix)
	if !ok {
		return "", false
	}
	for range 2 {
		at := strings.LastIndexByte(rest, ':')
		if at < 0 {
			return "", false
		}
		rest = rest[:at]
	}
	return rest, true
}

// compareTags finds tags that were given and taken away.
func (s *syncer) compareTags(ctx context.Context) error {
	type tagOfItem struct {
		item      int64
		key, name string
	}
	scan := func(scan scanner) (t tagOfItem, err error) { return t, scan(&t.item, &t.key, &t.name) }
	given, err := collectRows(ctx, s, scan, `SELECT i.item, t.key, t.name FROM tag t JOIN article a USING (num) JOIN sync_item i ON i.kind = 0 AND i.id = a.id
		WHERE NOT EXISTS (SELECT 1 FROM sync_tag st WHERE st.item = i.item AND st.key = t.key)`)
	if err != nil {
		return err
	}
	taken, err := collectRows(ctx, s, scan, `SELECT st.item, st.key, '' FROM sync_tag st
		WHERE NOT EXISTS (SELECT 1 FROM sync_item i JOIN article a ON a.id = i.id JOIN tag t USING (num) WHERE i.item = st.item AND t.key = st.key)`)
	if err != nil {
		return err
	}
	for _, t := range taken {
		if err := s.empty(ctx, t.item, s.isElement(ctx, t.item, fieldTag, t.key)); err != nil {
			return err
		}
		if _, err := s.exec(ctx, "DELETE FROM sync_tag WHERE item = ? AND key = ?", t.item, t.key); err != nil {
			return err
		}
		if err := s.keepBookmark(ctx, t.item); err != nil {
			return err
		}
	}
	for _, t := range given {
		if err := s.set(ctx, t.item, s.dot(fieldTag, t.key), t.name, 0); err != nil {
			return err
		}
		if _, err := s.exec(ctx, "INSERT INTO sync_tag (item, key) VALUES (?, ?)", t.item, t.key); err != nil {
			return err
		}
	}
	return nil
}

// keepBookmark writes that an article has a bookmark that it had by its tags alone, of
// which one was taken away.
func (s *syncer) keepBookmark(ctx context.Context, item int64) error {
	on, err := collectRows(ctx, s, scanColumn[bool], `SELECT a.bookmarked FROM sync_item i JOIN article a ON a.id = i.id WHERE i.item = ?`, item)
	if err != nil || len(on) == 0 || !on[0] {
		return err
	}
	was, err := s.value(ctx, item, fieldBookmarked)
	if err != nil || was == "1" {
		return err
	}
	return s.set(ctx, item, fieldBookmarked, "1", 0)
}

// fieldsOrError are fields, or why they could not be read.
type fieldsOrError struct {
	fields []string
	err    error
}

// isElement gives the fields of a tag or highlight that are not empty.
func (s *syncer) isElement(ctx context.Context, item int64, prefix, element string) fieldsOrError {
	all, err := collectRows(ctx, s, scanColumn[string], "SELECT field FROM sync_register WHERE item = ? AND field > ? AND field < ? AND value <> ''",
		item, prefix+element+":", prefix+element+";")
	var own []string
	for _, field := range all {
		if e, ok := elementOf(field, prefix); ok && e == element {
			own = append(own, field)
		}
	}
	return fieldsOrError{own, err}
}

// empty takes what fields are away.
func (s *syncer) empty(ctx context.Context, item int64, these fieldsOrError) error {
	for _, field := range these.fields {
		if err := s.set(ctx, item, field, "", 0); err != nil {
			return err
		}
	}
	return these.err
}

// syncHighlight is a highlight as machines hand it on.
type syncHighlight struct {
	Start   int    `json:"s"`
	End     int    `json:"e"`
	Quote   string `json:"q,omitempty"`
	Before  string `json:"b,omitempty"`
	After   string `json:"a,omitempty"`
	Note    string `json:"n,omitempty"`
	Made    int64  `json:"m"`
	Changed int64  `json:"c"`
}

func (h syncHighlight) encode() string { return string(mustValue(json.Marshal(h))) }

// compareHighlights finds highlights that were made, changed and taken away.
func (s *syncer) compareHighlights(ctx context.Context) error {
	type highlightOfItem struct {
		id   string
		item int64
		syncHighlight
		fields, was *string
	}
	now, err := collectRows(ctx, s, func(scan scanner) (h highlightOfItem, err error) {
		return h, scan(&h.id, &h.item, &h.Start, &h.End, &h.Quote, &h.Before, &h.After, &h.Note, &h.Made, &h.Changed, &h.fields, &h.was)
	}, `SELECT h.id, i.item, h.first, h.last, h.quote, h.quote_from, h.quote_to, h.note, h.made, h.changed, sh.fields, sh.value
		FROM highlight h JOIN article a USING (num) JOIN sync_item i ON i.kind = 0 AND i.id = a.id LEFT JOIN sync_highlight sh ON sh.id = h.id`)
	if err != nil {
		return err
	}
	type shadow struct {
		id, fields string
		item       int64
	}
	gone, err := collectRows(ctx, s, func(scan scanner) (h shadow, err error) { return h, scan(&h.id, &h.item, &h.fields) },
		"SELECT id, item, fields FROM sync_highlight sh WHERE NOT EXISTS (SELECT 1 FROM highlight h WHERE h.id = sh.id)")
	if err != nil {
		return err
	}
	for _, h := range gone {
		if err := s.empty(ctx, h.item, fieldsOrError{fields: strings.Split(h.fields, "\n")}); err != nil {
			return err
		}
		if _, err := s.exec(ctx, "DELETE FROM sync_highlight WHERE id = ?", h.id); err != nil {
			return err
		}
	}
	for i := range now {
		h := &now[i]
		value := h.encode()
		if h.was != nil && *h.was == value {
			continue
		}
		if h.fields != nil {
			if err := s.empty(ctx, h.item, fieldsOrError{fields: strings.Split(*h.fields, "\n")}); err != nil {
				return err
			}
		}
		field := s.dot(fieldHighlight, h.id)
		if err := s.set(ctx, h.item, field, value, 0); err != nil {
			return err
		}
		_, err := s.exec(ctx, "INSERT OR REPLACE INTO sync_highlight (id, item, fields, value) VALUES (?, ?, ?, ?)", h.id, h.item, field, value)
		if err != nil {
			return err
		}
	}
	return nil
}
