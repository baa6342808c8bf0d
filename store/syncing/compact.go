package syncing

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"

	"github.com/warraq/warraq/store"
)

// The bounds of what this machine's segments may be before they are written together.
const (
	mostSmall    = 16               // segments that are small
	smallSegment = fullSegment / 16 // bytes of a file
	mostWaste    = 1.25             // what the segments weigh beside what holds of it
	leastWaste   = 1000             // and by how much at the least
)

// compact writes segments of this machine together, where there are many small ones or
// much in them no longer holds. The new ones are there before the old ones go.
func (s *session) compact(ctx context.Context) error {
	m := s.ownFolder()
	segments, _, err := m.segments()
	if err != nil {
		return err
	}
	if segments, err = s.removeReplaced(ctx, segments); err != nil {
		return err
	}
	var own, small []segmentFile
	for _, f := range segments {
		if s.known[f.hash] == store.SegmentRead {
			continue
		}
		own = append(own, f)
		if f.size < smallSegment {
			small = append(small, f)
		}
	}
	if s.result.Written == 0 && len(small) <= mostSmall {
		return nil
	}
	written, current, err := s.library.SyncWeights(ctx, s.id)
	switch {
	case err != nil:
		return err
	case float64(written) > mostWaste*float64(current)+leastWaste:
		return s.rewrite(ctx, own)
	case len(small) > mostSmall:
		return s.rewrite(ctx, small)
	}
	return nil
}

// removeReplaced removes segments that were about to be removed when the program was
// killed, and gives the others.
func (s *session) removeReplaced(ctx context.Context, segments []segmentFile) ([]segmentFile, error) {
	var replaced, others []segmentFile
	for _, f := range segments {
		if s.known[f.hash] == store.SegmentReplaced {
			replaced = append(replaced, f)
		} else {
			others = append(others, f)
		}
	}
	return others, s.remove(ctx, replaced)
}

// remove removes segments that are replaced.
func (s *session) remove(ctx context.Context, segments []segmentFile) error {
	var gone []string
	for _, f := range segments {
		if err := os.Remove(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return pathError(s.folder.path, err)
		}
		gone = append(gone, f.hash)
		delete(s.known, f.hash)
	}
	return s.library.ForgetSyncSegments(ctx, s.id, gone)
}

// rowKey names the field of an item that a row is of.
type rowKey struct{ item, field string }

// rewrite writes what holds of segments into new ones, and removes them. A segment that
// cannot be read stays, and so does one that would be written as it is.
func (s *session) rewrite(ctx context.Context, segments []segmentFile) error {
	w, err := newSegmentWriter(s.Lock)
	if err != nil {
		return err
	}
	was := s.result.Written // writing again is nothing new
	defer func() { s.result.Written = was }()
	var done []segmentFile
	seen := map[rowKey]bool{}
	for _, f := range segments {
		rows, err := f.readSegment(s.Lock)
		if err != nil {
			continue
		}
		current, err := s.library.AreSyncRowsCurrent(ctx, s.id, rows)
		if err != nil {
			return err
		}
		for i := range rows {
			key := rowKey{rows[i].Item, rows[i].Field}
			if !current[i] || seen[key] {
				continue
			}
			seen[key] = true
			if err = w.add(&rows[i]); err != nil {
				return err
			}
			if w.size < fullSegment {
				continue
			}
			if err = s.writeSegment(ctx, w); err != nil {
				return err
			}
			if w, err = newSegmentWriter(s.Lock); err != nil {
				return err
			}
		}
		done = append(done, f)
	}
	if err := s.writeSegment(ctx, w); err != nil {
		return err
	}
	return s.replace(ctx, slices.DeleteFunc(done, func(f segmentFile) bool { return s.written[f.hash] }))
}

// replace removes segments of which what holds stands in others.
func (s *session) replace(ctx context.Context, segments []segmentFile) error {
	for i := range segments {
		f := &segments[i]
		if now, err := os.Stat(f.path); err == nil && now.Size() == f.size && s.known[f.hash] != store.SegmentReplaced {
			if err := s.note(ctx, f.hash, store.SegmentReplaced, 0); err != nil {
				return err
			}
		}
	}
	return s.remove(ctx, segments)
}
