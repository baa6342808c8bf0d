package store

import (
	"context"
	"strconv"
	"strings"
)

// Times of reading are sums, so no writing of one replaces another: what was read on a day is
// all that any machine told of it. What is told is a register of its own, named by the day,
// the machine and the time, as a giving of a tag is. Only what a library knew of a day before
// it told anything of that is named by the library's origin, which copies of it share, and of
// two such the greater holds: else a library that was copied to another machine would have
// been read twice.
//
// The rows of table reading say how much of them is told. What was read of articles that are
// gone stands under none, and is of an item of its own where it was not told before; the rest
// goes there and comes back with the article.

// readingName is the name of the item of what was read of articles that were gone before it
// was told.
const readingName = "reading"

// longestReading bounds what is taken for a time of reading: beyond it sums would go wrong.
const longestReading = 1 << 40

// readingDay gives the day of a field of what was read; ok is false for other fields.
func readingDay(field string) (day int64, ok bool) {
	rest, ok := strings.CutPrefix(field, fieldReading)
	if !ok {
		return 0, false
	}
	number, _, ok := strings.Cut(rest, ":")
	day, err := strconv.ParseInt(number, 10, 32)
	return day, ok && err == nil
}

// isFirstReading tells whether a field is what a library knew of a day before it told anything.
func isFirstReading(field string) bool {
	return strings.HasPrefix(field, fieldReading) && strings.Count(field, ":") == 2
}

// parseReading reads a time of reading, in milliseconds.
func parseReading(value string) int64 {
	ms, err := strconv.ParseInt(value, 10, 64)
	if err != nil || ms > longestReading || ms < -longestReading {
		return 0
	}
	return ms
}

// readingIn gives what registers say that was read, by days.
func readingIn(registers itemRegisters) map[int64]int64 {
	days := map[int64]int64{}
	for field, r := range registers {
		if day, ok := readingDay(field); ok {
			days[day] += parseReading(r.value)
		}
	}
	return days
}

// dayOfItem is what was read on a day of an item, as JSON has it.
type dayOfItem struct{ Item, Day, Milliseconds int64 }

// daysOf lists what was read of an item, times a factor.
func daysOf(item int64, days map[int64]int64, factor int64) (list []dayOfItem) {
	for day, ms := range days {
		if ms != 0 {
			list = append(list, dayOfItem{item, day, factor * ms})
		}
	}
	return list
}

// compareReading tells what was read since the library was compared last.
func (s *syncer) compareReading(ctx context.Context) error {
	type untold struct{ day, num, item, ms int64 }
	list, err := collectRows(ctx, s, func(scan scanner) (u untold, err error) { return u, scan(&u.day, &u.num, &u.item, &u.ms) },
		`SELECT r.day, r.num, coalesce(i.item, 0), r.ms - r.told FROM reading r LEFT JOIN article a USING (num)
			LEFT JOIN sync_item i ON i.kind = 0 AND i.id = a.id WHERE r.ms <> r.told ORDER BY r.num, r.day`)
	if err != nil || len(list) == 0 {
		return err
	}
	origins, err := collectRows(ctx, s, scanColumn[string], "SELECT origin FROM sync_library")
	if err != nil {
		return err
	}
	for _, u := range list {
		if u.num == 0 {
			if u.item, err = s.itemNamed(ctx, readingName); err != nil {
				return err
			}
		}
		if err = s.tellReading(ctx, u.item, u.day, u.ms, origins[0]); err != nil {
			return err
		}
	}
	return s.execEach(ctx, nil, "UPDATE reading SET told = ms WHERE ms <> told", "DELETE FROM reading WHERE ms = 0")
}

// tellReading writes that so much was read of an item on a day.
func (s *syncer) tellReading(ctx context.Context, item, day, ms int64, origin string) error {
	of := fieldReading + strconv.FormatInt(day, 10) + ":"
	field := of + origin
	was, err := s.value(ctx, item, field)
	if err != nil {
		return err
	}
	if was != "" { // named by the item, too: of two that turn out to be one both hold
		field = of + s.names[s.me] + ":" + strconv.FormatInt(s.now, 36) + "." + strconv.FormatInt(item, 36)
		if was, err = s.value(ctx, item, field); err != nil {
			return err
		}
	}
	return s.set(ctx, item, field, strconv.FormatInt(ms+parseReading(was), 10), 0)
}

// addReading adds what others told of items to what was read of their articles, or of none
// where these are not here.
func (s *syncer) addReading(ctx context.Context, list []dayOfItem) error {
	if len(list) == 0 {
		return nil
	}
	return s.execEach(ctx, []any{encodeJSON(list)},
		`INSERT INTO reading (day, num, ms, told) SELECT v.day, v.num, sum(v.ms), sum(v.ms) FROM (
				SELECT value ->> 'Day' AS day, value ->> 'Milliseconds' AS ms, coalesce((SELECT a.num FROM sync_item i JOIN article a ON a.id = i.id
					WHERE i.item = value ->> 'Item' AND i.kind = 0 AND i.here = 1), 0) AS num
				FROM json_each(?1)) v WHERE true GROUP BY v.day, v.num
			ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms, told = told + excluded.told`,
		"DELETE FROM reading WHERE ms = 0 AND told = 0 AND day IN (SELECT value ->> 'Day' FROM json_each(?1))")
}

// readingOfItem gives what was told of an item, by days.
func (s *syncer) readingOfItem(ctx context.Context, item int64) (map[int64]int64, error) {
	type told struct{ field, value string }
	list, err := collectRows(ctx, s, func(scan scanner) (t told, err error) { return t, scan(&t.field, &t.value) },
		"SELECT field, value FROM sync_register WHERE item = ? AND field > 'reading:' AND field < 'reading;'", item)
	if err != nil {
		return nil, err
	}
	registers := make(itemRegisters, len(list))
	for _, t := range list {
		registers[t.field] = register{value: t.value}
	}
	return readingIn(registers), nil
}

// bringReading gives an article that has come all that was told of it, which stood under
// none. What was told of it here already, as where its removal was undone, is there.
func (s *syncer) bringReading(ctx context.Context, item, num int64) error {
	all, err := s.readingOfItem(ctx, item)
	if err != nil {
		return err
	}
	for day, ms := range all {
		told, err := collectRows(ctx, s, scanColumn[int64], "SELECT told FROM reading WHERE day = ? AND num = ?", day, num)
		if err != nil {
			return err
		}
		if len(told) > 0 {
			ms -= told[0]
		}
		if ms == 0 {
			continue
		}
		if err := s.execEach(ctx, []any{day, num, ms},
			`INSERT INTO reading (day, num, ms, told) VALUES (?1, ?2, ?3, ?3)
				ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms, told = told + excluded.told`,
			`INSERT INTO reading (day, num, ms, told) VALUES (?1, 0, -?3, -?3)
				ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms, told = told + excluded.told`,
			"DELETE FROM reading WHERE day = ?1 AND num = 0 AND ms = 0 AND told = 0",
		); err != nil {
			return err
		}
	}
	return nil
}

// liftReading takes what was told of two items that turn out to be one away from under no
// article, where theirs are not here, until it has its place ([syncer.placeReading]).
func (s *syncer) liftReading(ctx context.Context, one, other int64, registers map[int64]itemRegisters) error {
	list, err := s.itemsHere(ctx, []int64{one, other})
	if err != nil {
		return err
	}
	var less []dayOfItem
	for _, it := range list {
		if !it.here {
			less = append(less, daysOf(it.item, readingIn(registers[it.item]), -1)...)
		}
	}
	return s.addReading(ctx, less)
}

// placeReading gives the article of an item, or none where it is not here, what is told of the
// item and was not there.
func (s *syncer) placeReading(ctx context.Context, item int64) error {
	all, err := s.readingOfItem(ctx, item)
	if err != nil || len(all) == 0 {
		return err
	}
	type dayTold struct{ day, ms int64 }
	told, err := collectRows(ctx, s, func(scan scanner) (d dayTold, err error) { return d, scan(&d.day, &d.ms) },
		"SELECT r.day, r.told FROM sync_item i JOIN article a ON a.id = i.id JOIN reading r USING (num) WHERE i.item = ? AND i.here = 1", item)
	if err != nil {
		return err
	}
	more := daysOf(item, all, 1)
	for _, d := range told {
		more = append(more, dayOfItem{item, d.day, -d.ms})
	}
	return s.addReading(ctx, more)
}
