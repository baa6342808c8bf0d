package store

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/opml"
	"github.com/warraq/warraq/articles/text"
)

// feedField is a field of a feed that is kept alike on all machines.
type feedField struct {
	name string
	get  func(*Feed) string
	set  func(*Feed, string)
}

// lineField makes the field of a line of text.
func lineField(name string, of func(*Feed) *string) feedField {
	return feedField{
		name, func(f *Feed) string { return *of(f) },
		func(f *Feed, value string) { *of(f) = text.CleanLine(value) },
	}
}

// numberField makes the field of a number that is not negative.
func numberField(name string, get func(*Feed) int64, set func(*Feed, int64)) feedField {
	return feedField{
		name, func(f *Feed) string { return strconv.FormatInt(get(f), 10) },
		func(f *Feed, value string) {
			if n, err := strconv.ParseInt(value, 10, 64); err == nil && n >= 0 {
				set(f, n)
			}
		},
	}
}

// feedFields are what is kept alike of feeds, their addresses apart. What is known from
// fetching is each machine's own.
var feedFields = []feedField{
	lineField("title", func(f *Feed) *string { return &f.Title }),
	lineField("site", func(f *Feed) *string { return &f.Site }),
	lineField("lang", func(f *Feed) *string { return &f.Lang }),
	lineField("name", func(f *Feed) *string { return &f.Name }),
	{"folder", func(f *Feed) string { return strings.Join(f.Folder, "\n") }, func(f *Feed, value string) {
		f.Folder = nil
		for folder := range strings.SplitSeq(value, "\n") {
			if folder = text.CleanLine(folder); folder != "" {
				f.Folder = append(f.Folder, folder)
			}
		}
	}},
	{"attributes", func(f *Feed) string {
		if len(f.Attributes) == 0 {
			return ""
		}
		return string(mustValue(json.Marshal(f.Attributes)))
	}, func(f *Feed, value string) {
		f.Attributes = nil
		var list []opml.Attribute
		if json.Unmarshal([]byte(value), &list) == nil {
			f.Attributes = list
		}
	}},
	numberField("whole", func(f *Feed) int64 { return int64(f.Whole) }, func(f *Feed, n int64) {
		if n <= int64(WholeNever) {
			f.Whole = WholeTexts(n)
		}
	}),
	numberField("keep", func(f *Feed) int64 { return int64(f.Keep) }, func(f *Feed, n int64) { f.Keep = int(n) }),
	numberField("keep_days", func(f *Feed) int64 { return int64(f.KeepDays) }, func(f *Feed, n int64) { f.KeepDays = int(n) }),
	numberField("every", func(f *Feed) int64 { return f.Every.Milliseconds() }, func(f *Feed, n int64) { f.Every = time.Duration(n) * time.Millisecond }),
}

// fieldAddress is the address of a feed that is followed, "" of one that is followed no
// more.
const fieldAddress = fieldFeed + "address"

// itemsOfKind gives the items of a kind by what they are here.
func (s *syncer) itemsOfKind(ctx context.Context, kind syncKind) (map[string]int64, error) {
	type of struct {
		id   string
		item int64
	}
	list, err := collectRows(ctx, s, func(scan scanner) (o of, err error) { return o, scan(&o.id, &o.item) },
		"SELECT id, item FROM sync_item WHERE kind = ? AND id IS NOT NULL", kind)
	items := make(map[string]int64, len(list))
	for _, o := range list {
		items[o.id] = o.item
	}
	return items, err
}

// compareFeeds finds feeds that are followed since, or no more, or otherwise.
func (s *syncer) compareFeeds(ctx context.Context) error {
	feeds, err := collectRows(ctx, s, scanFeed, "SELECT f.num, "+feedNames("f.")+", 0, '', 0, 0 FROM feed f WHERE f.is_server = 0")
	if err != nil {
		return err
	}
	items, err := s.itemsOfKind(ctx, feedItem)
	if err != nil || len(feeds)+len(items) == 0 {
		return err
	}
	list := make([]int64, 0, len(items))
	for _, item := range items {
		list = append(list, item)
	}
	registers, err := s.registersOf(ctx, list)
	if err != nil {
		return err
	}
	followed := map[string]bool{}
	for i := range feeds {
		f := &feeds[i]
		key := feedKey(f.Address)
		followed[key] = true
		item, ok := items[key]
		if !ok {
			if item, err = s.newItem(ctx, feedPrefix+key); err != nil {
				return err
			}
		}
		if err := s.compareFeed(ctx, item, f, registers[item]); err != nil {
			return err
		}
	}
	for key, item := range items {
		if !followed[key] && registers[item][fieldAddress].value != "" {
			if err := s.set(ctx, item, fieldAddress, "", 0); err != nil {
				return err
			}
		}
	}
	return nil
}

// compareFeed writes what changed in a feed.
func (s *syncer) compareFeed(ctx context.Context, item int64, f *Feed, registers itemRegisters) error {
	if registers[fieldAddress].value != f.Address {
		if err := s.set(ctx, item, fieldAddress, f.Address, f.Added.UnixMilli()); err != nil {
			return err
		}
	}
	for _, field := range feedFields {
		was, ok := registers[fieldFeed+field.name]
		value := field.get(f)
		if ok && was.value == value || !ok && value == field.get(&Feed{}) {
			continue
		}
		if err := s.set(ctx, item, fieldFeed+field.name, value, 0); err != nil {
			return err
		}
	}
	return nil
}

// settleFeed makes a feed what its registers say.
func (s *syncer) settleFeed(ctx context.Context, it *syncedItem, registers itemRegisters) error {
	there, err := collectRows(ctx, s, scanFeed, "SELECT f.num, "+feedNames("f.")+", 0, '', 0, 0 FROM feed f WHERE f.key = ? AND f.is_server = 0", it.id)
	if err != nil {
		return err
	}
	address := registers[fieldAddress].value
	switch {
	case address == "" && len(there) == 0:
		return nil
	case address == "":
		s.counts.Feeds++
		if err = s.leaveServers(ctx, there[0].Num, false); err != nil { // whoever removed it tells them
			return err
		}
		_, err = s.exec(ctx, "DELETE FROM feed WHERE num = ?", there[0].Num)
		return err
	case !articles.IsWebAddress(address) || feedKey(address) != it.id:
		return nil
	}
	f := Feed{Added: timeOfMilliseconds(registers[fieldAddress].stamp)}
	if len(there) > 0 {
		f = there[0]
	}
	was := f
	f.Address = address
	for _, field := range feedFields {
		if r, ok := registers[fieldFeed+field.name]; ok {
			field.set(&f, r.value)
		}
	}
	if len(there) == 0 {
		s.counts.Feeds++
		if err = s.comeToServers(ctx, it.id); err != nil {
			return err
		}
		_, err = s.insertFeed(ctx, &f)
		return err
	}
	same := func(field feedField) bool { return field.get(&was) == field.get(&f) }
	if was.Address == f.Address && !slices.ContainsFunc(feedFields, func(field feedField) bool { return !same(field) }) {
		return nil
	}
	s.counts.Feeds++
	_, err = s.exec(ctx, updateFeed, feedValues(&f)...)
	return err
}

// compareSearches finds searches that are kept since, or no more.
func (s *syncer) compareSearches(ctx context.Context) error {
	type kept struct {
		query string
		added int64
	}
	searches, err := collectRows(ctx, s, func(scan scanner) (k kept, err error) { return k, scan(&k.query, &k.added) }, "SELECT query, added FROM search")
	if err != nil {
		return err
	}
	items, err := s.itemsOfKind(ctx, searchItem)
	if err != nil || len(searches)+len(items) == 0 {
		return err
	}
	for _, k := range searches {
		item, ok := items[k.query]
		if !ok {
			if item, err = s.newItem(ctx, searchPrefix+k.query); err != nil {
				return err
			}
		}
		delete(items, k.query)
		if err := s.compareSearch(ctx, item, "1", k.added); err != nil {
			return err
		}
	}
	for _, item := range items {
		if err := s.compareSearch(ctx, item, "", 0); err != nil {
			return err
		}
	}
	return nil
}

func (s *syncer) compareSearch(ctx context.Context, item int64, value string, at int64) error {
	was, err := s.value(ctx, item, fieldSearch)
	if err != nil || was == value {
		return err
	}
	return s.set(ctx, item, fieldSearch, value, at)
}

// settleSearch keeps a search or lets it go, as its register says.
func (s *syncer) settleSearch(ctx context.Context, it *syncedItem, registers itemRegisters) error {
	r := registers[fieldSearch]
	query := text.CleanLine(it.id)
	if query == "" || query != it.id {
		return nil
	}
	statement, args := "INSERT OR IGNORE INTO search (query, added) VALUES (?, ?)", []any{query, r.stamp}
	if r.value == "" {
		statement, args = "DELETE FROM search WHERE query = ?", []any{query}
	}
	_, err := s.exec(ctx, statement, args...)
	return err
}
