package store_test

import (
	"slices"
	"testing"
	"time"

	"github.com/warraq/warraq/store"
)

// Read one after the other, the parts of a story are in order of time, the others as
// they are found, and what stands behind one follows it.
func TestUnfolded(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 3, n, 0, 0, 0, 0, time.UTC) }
	entry := func(id string, why store.Why, n int) store.Entry {
		e := store.Entry{ID: id, Published: day(n)}
		e.Why = why
		return e
	}
	event := entry("event", store.WhySameEvent, 9)
	event.Also = []store.Entry{entry("copy", store.WhyElsewhere, 1)}
	list := []store.Entry{event, entry("later", store.WhySameStory, 8), entry("first", store.WhySameStory, 2), entry("near", store.WhyShared, 7), entry("far", store.WhyShared, 1)}
	var ids []string
	for _, e := range store.Unfolded(list) {
		ids = append(ids, e.ID)
	}
	if want := []string{"event", "copy", "first", "later", "near", "far"}; !slices.Equal(ids, want) {
		t.Errorf("they are read in the order %v, want %v", ids, want)
	}
}
