package store

import (
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// What could not be written in the end is not said to have come.
func TestMergeSyncThatFails(t *testing.T) {
	t.Parallel()
	l := open(t)
	now := time.Now()
	a := articles.Article{Title: "سوق الكتب", Body: "فُتحت أمس سوق الكتب في المدينة.", Full: true}
	coming := a.JSON()
	rows := []SyncRow{
		{Item: "0123456789abcdef0123456789abcdef", Field: fieldContent, Stamp: now.UnixMilli(), Machine: "other", Value: "1", Article: &coming},
	}
	const noRoom = `CREATE TRIGGER no_room BEFORE INSERT ON sync_segment BEGIN SELECT RAISE(ABORT, 'no room'); END`
	if _, err := l.db.ExecContext(t.Context(), noRoom); err != nil {
		t.Fatal(err)
	}
	counts, err := l.MergeSync(t.Context(), 1, rows, []SyncSegment{{Name: "one"}}, now)
	if err == nil || !counts.IsZero() {
		t.Errorf("%+v came, %v", counts, err)
	}
	if got := listEntries(t, l, Filter{}); len(got) > 0 {
		t.Errorf("%s are there", titles(got))
	}
}
