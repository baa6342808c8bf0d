package syncing

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// How many rows are merged in one change, and how many bytes of segments.
const (
	rowsAtOnce  = 120_000
	bytesAtOnce = 8 << 20
)

// farAhead is how far ahead a clock may be before that is said.
const farAhead = 24 * time.Hour

// batch is what is merged in one change.
type batch struct {
	rows     []store.SyncRow
	segments []store.SyncSegment
	bytes    int64
}

// readAll merges what other machines wrote since.
func (s *session) readAll(ctx context.Context, machines []machineFolder) error {
	var b batch
	there := map[string]bool{}
	s.checkNames(machines)
	for i := range machines {
		m := &machines[i]
		s.names[m.id] = cmp.Or(m.card.Name, m.id)
		segments, foreign, err := m.segments()
		if err != nil {
			return err
		}
		for _, name := range foreign {
			s.notice(Notice{Kind: Foreign, Name: name})
		}
		for _, f := range segments {
			there[f.hash] = true
		}
		if m.id == s.me {
			continue
		}
		if err := s.readMachine(ctx, m, segments, &b); err != nil {
			return err
		}
	}
	if err := s.merge(ctx, &b); err != nil {
		return err
	}
	return s.forgetGone(ctx, there)
}

// checkNames notices machines of one name, when that is so first: when the second of them
// is met, or when one takes the name of another.
func (s *session) checkNames(machines []machineFolder) {
	met := map[string]string{}
	count := map[string]int{}
	s.met = map[string]string{}
	for i := range machines {
		m := &machines[i]
		name := m.card.Name
		if m.id == s.me {
			name = s.Name
			met = m.card.Met
			if met == nil { // an earlier version wrote it: who was read was met
				met = s.namesOf(machines, m.card.Read)
			}
		}
		s.met[m.id] = name
		count[name]++
	}
	for id, name := range s.met {
		if name != "" && count[name] > 1 && met[id] != name && (id != s.me || len(met) > 0) {
			s.notice(Notice{Kind: SameName, Name: name})
		}
	}
}

// namesOf gives the names of the machines that this one has read, and its own.
func (s *session) namesOf(machines []machineFolder, read map[string]int) map[string]string {
	names := map[string]string{}
	for i := range machines {
		m := &machines[i]
		if _, ok := read[m.id]; ok || m.id == s.me && len(read) > 0 {
			names[m.id] = m.card.Name
		}
	}
	return names
}

func (s *session) readMachine(ctx context.Context, m *machineFolder, segments []segmentFile, b *batch) error {
	for i := range segments {
		f := &segments[i]
		if _, ok := s.known[f.hash]; ok {
			s.read[m.id] = max(s.read[m.id], f.number)
			continue
		}
		rows, err := f.readSegment(s.Lock)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue // it was replaced meanwhile
		case err != nil:
			s.notice(Notice{Kind: noticeOf(err), Name: f.name, Detail: err.Error()})
			continue
		}
		s.checkClock(m, rows)
		s.known[f.hash] = store.SegmentRead
		s.read[m.id] = max(s.read[m.id], f.number)
		s.result.Read++
		b.rows, b.bytes = append(b.rows, rows...), b.bytes+f.size
		b.segments = append(b.segments, store.SyncSegment{Name: f.hash, State: store.SegmentRead})
		if len(b.rows) >= rowsAtOnce || b.bytes >= bytesAtOnce {
			if err := s.merge(ctx, b); err != nil {
				return err
			}
		}
	}
	return nil
}

// noticeOf says what is noticed of a segment that could not be read.
func noticeOf(err error) NoticeKind {
	switch {
	case errors.Is(err, errNewer):
		return Newer
	case errors.Is(err, errLocked):
		return Locked
	}
	return Torn
}

// checkClock notices a machine whose clock is far ahead of this one's.
func (s *session) checkClock(m *machineFolder, rows []store.SyncRow) {
	latest := int64(0)
	for i := range rows {
		if rows[i].Machine == m.id {
			latest = max(latest, rows[i].Stamp)
		}
	}
	if ahead := time.UnixMilli(latest).Sub(s.now); ahead > farAhead {
		s.notice(Notice{Kind: ClockAhead, Name: s.names[m.id], Ahead: ahead.Truncate(time.Hour)})
	}
}

func (s *session) merge(ctx context.Context, b *batch) error {
	if len(b.segments) == 0 {
		return nil
	}
	counts, err := s.library.MergeSync(ctx, s.id, b.rows, b.segments, s.now)
	s.result.Add(counts)
	*b = batch{}
	return err
}

// forgetGone forgets segments of others that are no longer there.
func (s *session) forgetGone(ctx context.Context, there map[string]bool) error {
	var gone []string
	for hash, state := range s.known {
		if state == store.SegmentRead && !there[hash] {
			gone = append(gone, hash)
			delete(s.known, hash)
		}
	}
	return s.library.ForgetSyncSegments(ctx, s.id, gone)
}

// picturesAtOnce is how many bytes of pictures are taken in in one change.
const picturesAtOnce = 16 << 20

// readPictures takes in the pictures that texts show and that are in the folder by now.
func (s *session) readPictures(ctx context.Context) error {
	names, err := s.library.MissingPictures(ctx)
	if err != nil {
		return err
	}
	var list []articles.Picture
	size := 0
	for _, name := range names {
		p, ok := s.readPicture(name)
		if !ok {
			continue
		}
		list, size = append(list, p), size+len(p.Data)
		if size >= picturesAtOnce {
			if err := s.library.AddMissingPictures(ctx, list); err != nil {
				return err
			}
			list, size = nil, 0
		}
	}
	return s.library.AddMissingPictures(ctx, list)
}

// picturePath is where a picture stands: pictures are in folders by the first letters of
// their names, since some ways of carrying folders are slow with large ones.
func (s *session) picturePath(name string) string {
	return filepath.Join(s.folder.path, picturesName, name[:2], name)
}

// readPicture reads a picture that is whole.
func (s *session) readPicture(name string) (articles.Picture, bool) {
	limits := articles.DefaultLimits()
	path := s.picturePath(name)
	data, err := readFile(path, 2*limits.Picture)
	if err != nil {
		return articles.Picture{}, false
	}
	if data, err = s.Lock.opened(data); err != nil {
		s.notice(Notice{Kind: Locked, Name: picturesName + "/" + name, Detail: err.Error()})
		return articles.Picture{}, false
	}
	p, err := limits.NewPicture(data)
	if err != nil || p.Name != name { // on its way, or torn
		return articles.Picture{}, false
	}
	return p, true
}
