package store

import (
	"context"
)

// SyncMachine gives the name by which this library is known to others, making one where it
// has none.
func (l *Library) SyncMachine(ctx context.Context) (string, error) {
	var id string
	err := l.db.QueryRowContext(ctx, "SELECT machine FROM sync_library").Scan(&id)
	if err != nil || id != "" {
		return id, l.failure(err)
	}
	return l.setSyncMachine(ctx, "")
}

func (l *Library) setSyncMachine(ctx context.Context, was string) (id string, err error) {
	err = l.change(ctx, func(c *transaction) error {
		if _, err = c.exec(ctx, "UPDATE sync_library SET machine = ? WHERE machine = ?", NewSyncID(), was); err != nil {
			return err
		}
		var ids []string
		ids, err = collectRows(ctx, c, scanColumn[string], "SELECT machine FROM sync_library")
		if err == nil {
			id = ids[0]
		}
		return err
	})
	return id, err
}

// RenewSyncMachine gives this library another name, since a copy of it writes under the
// one that it has. What it wrote into a folder stays there under that, as another's, and
// the folder is known by a new token.
func (l *Library) RenewSyncMachine(ctx context.Context, was string, folder int64, token string) (string, error) {
	err := l.change(ctx, func(c *transaction) error {
		return c.execEach(ctx, []any{folder, token},
			"UPDATE sync_register SET folder = ?1 WHERE folder = 0 AND seq <= (SELECT written FROM sync_folder WHERE folder = ?1)",
			"UPDATE sync_segment SET state = 0 WHERE folder = ?1",
			"UPDATE sync_folder SET token = ?2 WHERE folder = ?1")
	})
	if err != nil {
		return "", err
	}
	return l.setSyncMachine(ctx, was)
}

// SyncFolder finds what is known of a folder by its token. Of one that is not known ok is
// false.
func (l *Library) SyncFolder(ctx context.Context, token string) (folder int64, segments map[string]SegmentState, ok bool, err error) {
	nums, err := collectRows(ctx, l.db, scanColumn[int64], "SELECT folder FROM sync_folder WHERE token = ?", token)
	if err != nil || len(nums) == 0 {
		return 0, nil, false, l.failure(err)
	}
	segments = map[string]SegmentState{}
	list, err := collectRows(ctx, l.db, func(scan scanner) (s SyncSegment, err error) { return s, scan(&s.Name, &s.State) },
		"SELECT name, state FROM sync_segment WHERE folder = ?", nums[0])
	for _, s := range list {
		segments[s.Name] = s.State
	}
	return nums[0], segments, true, l.failure(err)
}

// SyncToken gives the token of the folder that some segments were written into by this
// library, "" where they are of none.
func (l *Library) SyncToken(ctx context.Context, segments []string) (string, error) {
	tokens, err := collectRows(ctx, l.db, scanColumn[string], `SELECT f.token FROM sync_segment s JOIN sync_folder f USING (folder)
		WHERE s.state <> 0 AND s.name IN (SELECT value FROM json_each(?)) GROUP BY folder ORDER BY count(*) DESC LIMIT 1`, encodeJSON(segments))
	if err != nil || len(tokens) == 0 {
		return "", l.failure(err)
	}
	return tokens[0], nil
}

// AddSyncFolder makes a folder known by a token.
func (l *Library) AddSyncFolder(ctx context.Context, token string) (folder int64, err error) {
	err = l.change(ctx, func(c *transaction) error {
		if _, err = c.exec(ctx, "INSERT OR IGNORE INTO sync_folder (token) VALUES (?)", token); err != nil {
			return err
		}
		var nums []int64
		nums, err = collectRows(ctx, c, scanColumn[int64], "SELECT folder FROM sync_folder WHERE token = ?", token)
		if err == nil {
			folder = nums[0]
		}
		return err
	})
	return folder, err
}

// NoteSyncSegments keeps that segments of a folder were read, or that they are written or
// about to be.
func (l *Library) NoteSyncSegments(ctx context.Context, folder int64, segments ...SyncSegment) error {
	if len(segments) == 0 {
		return nil
	}
	return l.change(ctx, func(c *transaction) error { return c.noteSegments(ctx, folder, segments) })
}

func (c *transaction) noteSegments(ctx context.Context, folder int64, segments []SyncSegment) error {
	for _, s := range segments {
		if _, err := c.exec(ctx, "INSERT OR REPLACE INTO sync_segment (folder, name, state, weight) VALUES (?, ?, ?, ?)", folder, s.Name, s.State, s.Weight); err != nil {
			return err
		}
	}
	return nil
}

// ForgetSyncSegments forgets segments that are no longer in a folder.
func (l *Library) ForgetSyncSegments(ctx context.Context, folder int64, names []string) error {
	if len(names) == 0 {
		return nil
	}
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, "DELETE FROM sync_segment WHERE folder = ? AND name IN (SELECT value FROM json_each(?))", folder, encodeJSON(names))
		return err
	})
}

// SyncWritten keeps up to which register a folder has what was written here.
func (l *Library) SyncWritten(ctx context.Context, folder, seq int64) error {
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, "UPDATE sync_folder SET written = max(written, ?) WHERE folder = ?", seq, folder)
		return err
	})
}

// SyncSeq gives the place of the last register that was written, and up to which one a
// folder has them.
func (l *Library) SyncSeq(ctx context.Context, folder int64) (last, written int64, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT seq, coalesce((SELECT written FROM sync_folder WHERE folder = ?), 0) FROM sync_library", folder).Scan(&last, &written)
	return last, written, l.failure(err)
}

// RewriteSync has all that was written into a folder written again, since segments of
// it are lost there.
func (l *Library) RewriteSync(ctx context.Context, folder int64, lost []string) error {
	return l.change(ctx, func(c *transaction) error {
		return c.execEach(ctx, []any{folder, encodeJSON(lost)},
			"UPDATE sync_folder SET written = 0 WHERE folder = ?1",
			"DELETE FROM sync_segment WHERE folder = ?1 AND state IN (1, 3) AND name IN (SELECT value FROM json_each(?2))")
	})
}
