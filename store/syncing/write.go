package syncing

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// fullSegment is how many bytes of rows make a segment that nothing is added to.
const fullSegment = 4 << 20

// writeNew writes what the folder has not of this library.
func (s *session) writeNew(ctx context.Context) error {
	last, written, err := s.library.SyncSeq(ctx, s.id)
	if err != nil || last == written {
		return err
	}
	w, err := newSegmentWriter(s.Lock)
	if err != nil {
		return err
	}
	for row, failure := range s.library.SyncAheads(ctx, s.id) {
		if failure != nil {
			return failure
		}
		if row.IsText() && row.Article == nil {
			continue
		}
		if err = s.writePictures(ctx, row.Article); err != nil {
			return err
		}
		if err = w.add(&row.SyncRow); err != nil {
			return err
		}
		if w.size < fullSegment {
			continue
		}
		if err = s.writeSegment(ctx, w); err != nil {
			return err
		}
		if err = s.library.SyncWritten(ctx, s.id, row.Seq); err != nil {
			return err
		}
		if w, err = newSegmentWriter(s.Lock); err != nil {
			return err
		}
	}
	if err := s.writeSegment(ctx, w); err != nil {
		return err
	}
	return s.library.SyncWritten(ctx, s.id, last)
}

// writeSegment writes a segment, unless it has no rows. The library knows of it before it
// is there, so that no instant leaves one that it takes for another's. One that stands there
// already is not written again.
func (s *session) writeSegment(ctx context.Context, w *segmentWriter) error {
	if w.rows == 0 {
		return nil
	}
	s.result.Written += w.rows
	data, err := w.end()
	if err != nil {
		return err
	}
	hash := hashOf(data)
	s.written[hash] = true
	m := s.ownFolder()
	segments, _, err := m.segments()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(segments, func(f segmentFile) bool { return f.hash == hash && f.isWhole() }) {
		return s.note(ctx, hash, store.SegmentWritten, w.weight)
	}
	if err = s.note(ctx, hash, store.SegmentBegun, w.weight); err != nil {
		return err
	}
	number := 1
	if n := len(segments); n > 0 {
		number = segments[n-1].number + 1
	}
	if err := s.folder.write(filepath.Join(s.own, fileName(number, hash)), data); err != nil {
		return err
	}
	return s.note(ctx, hash, store.SegmentWritten, w.weight)
}

func (s *session) note(ctx context.Context, hash string, state store.SegmentState, weight int) error {
	s.known[hash] = state
	return s.library.NoteSyncSegments(ctx, s.id, store.SyncSegment{Name: hash, State: state, Weight: weight})
}

// ownFolder gives the folder of this machine.
func (s *session) ownFolder() machineFolder {
	return machineFolder{dir: s.own, name: machinesName + "/" + filepath.Base(s.own), id: s.me}
}

// writePictures writes the pictures of an article that are not in the folder.
func (s *session) writePictures(ctx context.Context, a *articles.JSON) error {
	if a == nil {
		return nil
	}
	for _, name := range articles.PictureNames(a.Body) {
		path := s.picturePath(name)
		if _, err := os.Stat(path); err == nil {
			continue
		} else if !errors.Is(err, fs.ErrNotExist) {
			return pathError(s.folder.path, err)
		}
		p, err := s.library.Picture(ctx, name)
		switch {
		case errors.Is(err, store.ErrNotFound):
			continue // it did not come along
		case err != nil:
			return err
		}
		data, err := s.Lock.sealed(p.Data)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return pathError(s.folder.path, err)
		}
		if err := s.folder.write(path, data); err != nil {
			return err
		}
	}
	return nil
}

// writeCard says what this machine has read of the others, where that is not said yet.
func (s *session) writeCard() error {
	machines, err := s.folder.machines()
	if err != nil {
		return err
	}
	for _, m := range machines {
		if m.id != s.me {
			continue
		}
		if maps.Equal(m.card.Read, s.read) && maps.Equal(m.card.Met, s.met) && m.card.Name == s.Name && s.result.Written == 0 && !m.card.Written.IsZero() {
			return nil
		}
		return s.folder.writeCard(s.own, card{ID: s.me, Name: s.Name, Token: m.card.Token, Written: s.now.UTC().Truncate(time.Second), Read: s.read, Met: s.met})
	}
	return nil
}
