package store

import (
	"context"
	"fmt"
	"time"
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
	hadTags       map[int64]map[string]string // their names by keys
	hadHighlights map[int64][]highlightShadow
	marked        []settledMarks // those that are to be written
	tagged        []settledTag   // the same
	counting      bool           // whether the tally is made anew in the end
	late          []int64        // the items of articles that came here after others had spoken of them
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
		"UPDATE sync_item SET here = 0, sum = 0, read = 0, bookmarked = 0, archived = 0, position = 0, left_read = NULL, left_bookmarked = NULL WHERE item = ?1",
		"DELETE FROM sync_tag WHERE item = ?1",
		"DELETE FROM sync_highlight WHERE item = ?1",
		"DELETE FROM sync_picture WHERE item = ?1",
	)
}

// value gives the value of a register, "" where there is none.
func (s *syncer) value(ctx context.Context, item int64, field string) (string, error) {
	list, err := collectRows(ctx, s, scanColumn[string], "SELECT value FROM sync_register WHERE item = ? AND field = ?", item, field)
	if err != nil || len(list) == 0 {
		return "", err
	}
	return list[0], nil
}
