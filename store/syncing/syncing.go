// Package syncing makes libraries on several machines one, by a folder that anything
// carries between them: Syncthing, Nextcloud, git, rsync, a stick.
//
// Nothing in the folder is written by two machines. Each has a folder of its own under
// "machines", to which it adds segments: files that hold what was written into its library
// since the last one, as rows (see [store.SyncRow]). A segment is named by its number and
// by a hash of its bytes, written whole under another name and renamed; what carries the
// folder meets only files that come and go, and never one that changes. So nothing conflicts
// in git, and a copy that Syncthing makes of a conflict is a segment like any other. A
// segment whose bytes are not those of its name is on its way, or torn: it is named, left
// alone and tried again.
//
// Pictures stand beside them under "pictures", once for all machines, named by their bytes.
// With a passphrase, "keys" holds the key that all is encrypted with, encrypted with the
// passphrase.
//
// [Sync] reads what others wrote since, lets the library merge it, and writes what is new
// here. What no longer holds in segments of this machine is left out when they are written
// together (compact.go).
package syncing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/warraq/warraq/store"
)

// Options say by what folder and how libraries meet.
type Options struct {
	Folder string
	Name   string           // of this machine, for people
	Lock   *Lock            // what is written is encrypted with; nil is not at all
	Now    func() time.Time // nil is time.Now
}

// NoticeKind is a kind of thing that was noticed in a folder and that is no reason to stop.
type NoticeKind string

// The kinds.
const (
	Torn       NoticeKind = "torn"        // a segment is not whole
	Foreign    NoticeKind = "foreign"     // a file is none of Warraq's
	Newer      NoticeKind = "newer"       // a segment is of a newer version
	Locked     NoticeKind = "locked"      // a segment is encrypted, and cannot be opened
	ClockAhead NoticeKind = "clock-ahead" // the clock of a machine is far ahead
	SameName   NoticeKind = "same-name"   // two machines have one name
	Copied     NoticeKind = "copied"      // a copy of this library wrote under its name
	Rewritten  NoticeKind = "rewritten"   // segments of this machine were lost, and are written again
)

// Notice is what was noticed of a file or a machine.
type Notice struct {
	Kind   NoticeKind    `json:"kind"`
	Name   string        `json:"name"`             // the file, by its path in the folder, or the machine
	Ahead  time.Duration `json:"ahead,omitempty"`  // of a clock
	Detail string        `json:"detail,omitempty"` // why, in English
}

// Result is what came of meeting.
type Result struct {
	store.SyncCounts
	Read    int // segments of other machines
	Written int // rows
	Notices []Notice
}

// session is one meeting.
type session struct {
	Options
	library *store.Library
	folder  *folder
	id      int64 // of the folder in the library
	me      string
	own     string // the folder of this machine, "" where there is none yet
	known   map[string]store.SegmentState
	written map[string]bool // the segments that hold what was written in this session
	result  Result
	now     time.Time
	names   map[string]string // of machines
	read    map[string]int    // the last segments that were read of each
	met     map[string]string // the names of all
}

// Sync lets a library meet others by a folder: it takes in what they wrote since, and
// writes what is new in it. Where the folder can be read and not written the library has
// what came, and the error says so. The result is true even where there is an error.
func Sync(ctx context.Context, l *store.Library, o Options) (Result, error) {
	s, err := begin(ctx, l, o)
	if err != nil {
		return Result{}, err
	}
	err = s.run(ctx)
	return s.result, err
}

func begin(ctx context.Context, l *store.Library, o Options) (*session, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	f, err := openFolder(o.Folder)
	if err != nil {
		return nil, err
	}
	s := &session{Options: o, library: l, folder: f, now: o.Now(), names: map[string]string{}, read: map[string]int{}, written: map[string]bool{}}
	if s.me, err = l.SyncMachine(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *session) run(ctx context.Context) error {
	machines, err := s.folder.machines()
	if err != nil {
		return err
	}
	if err = s.openLock(); err != nil {
		return err
	}
	writing := s.enter(ctx, machines)
	if writing != nil && s.id == 0 { // what is read is then kept by the folder's path alone
		if s.id, err = s.library.AddSyncFolder(ctx, "path "+s.folder.path); err != nil {
			return err
		}
		if _, s.known, _, err = s.library.SyncFolder(ctx, "path "+s.folder.path); err != nil {
			return err
		}
	}
	if machines, err = s.folder.machines(); err != nil {
		return err
	}
	if err := s.readAll(ctx, machines); err != nil {
		return err
	}
	if err := s.readPictures(ctx); err != nil {
		return err
	}
	if (s.Lock == nil || len(s.read) == 0) && slices.ContainsFunc(s.result.Notices, func(n Notice) bool { return n.Kind == Locked }) {
		return &Error{s.folder.path, ErrLocked, nil} // what others mean to be read by themselves alone is not mixed with what is written otherwise
	}
	if writing != nil {
		return writing
	}
	if _, err := s.library.CompareSync(ctx, s.now); err != nil {
		return err
	}
	if err := s.writeNew(ctx); err != nil {
		return err
	}
	if err := s.compact(ctx); err != nil {
		return err
	}
	return s.writeCard()
}

// enter finds the folder of this machine within the folder, or makes it. Where a copy of
// the library writes there, too, this one goes on under another name.
func (s *session) enter(ctx context.Context, machines []machineFolder) error {
	at := slices.IndexFunc(machines, func(m machineFolder) bool { return m.id == s.me })
	if at < 0 {
		return s.settleIn(ctx)
	}
	m := machines[at]
	s.own = m.dir
	segments, _, err := m.segments()
	if err != nil {
		return err
	}
	token := m.card.Token
	if token == "" { // what says so was lost, and is written again
		var hashes []string
		for _, f := range segments {
			hashes = append(hashes, f.hash)
		}
		if token, err = s.library.SyncToken(ctx, hashes); err != nil {
			return err
		}
	}
	ok := false
	if token != "" {
		if s.id, s.known, ok, err = s.library.SyncFolder(ctx, token); err != nil {
			return err
		}
	}
	switch {
	case !ok && len(segments) == 0:
		return s.register(ctx, cmp.Or(token, store.NewSyncID()))
	case ok && !s.hasStrange(ctx, segments, token):
		if err = s.checkOwn(ctx, segments); err != nil || m.card.Token != "" {
			return err
		}
		return s.register(ctx, token)
	}
	if s.id == 0 {
		if s.id, err = s.library.AddSyncFolder(ctx, store.NewSyncID()); err != nil {
			return err
		}
	}
	s.notice(Notice{Kind: Copied, Name: cmp.Or(m.card.Name, s.me)})
	token = store.NewSyncID()
	if s.me, err = s.library.RenewSyncMachine(ctx, s.me, s.id, token); err != nil {
		return err
	}
	if s.own, err = s.folder.makeMachine(s.Name, s.me); err != nil {
		return err
	}
	if err := s.register(ctx, token); err != nil {
		return err
	}
	return nil
}

// settleIn makes the folder of this machine.
func (s *session) settleIn(ctx context.Context) (err error) {
	if s.own, err = s.folder.makeMachine(s.Name, s.me); err != nil {
		return err
	}
	return s.register(ctx, store.NewSyncID())
}

// register keeps by what token this machine knows the folder, here first.
func (s *session) register(ctx context.Context, token string) (err error) {
	if s.id, err = s.library.AddSyncFolder(ctx, token); err != nil {
		return err
	}
	if _, s.known, _, err = s.library.SyncFolder(ctx, token); err != nil {
		return err
	}
	return s.folder.writeCard(s.own, card{ID: s.me, Name: s.Name, Token: token, Read: map[string]int{}})
}

// hasStrange tells whether there is a whole segment in the folder of this machine that
// this library did not write. What another program writes for the same library is known
// before it is there.
func (s *session) hasStrange(ctx context.Context, segments []segmentFile, token string) bool {
	for _, f := range segments {
		if _, ok := s.known[f.hash]; ok {
			continue
		}
		if _, known, _, err := s.library.SyncFolder(ctx, token); err == nil {
			s.known = known
		}
		if _, ok := s.known[f.hash]; !ok && f.isWhole() {
			return true
		}
	}
	return false
}

// checkOwn sees to it that what was written is there. What is not is written again.
func (s *session) checkOwn(ctx context.Context, segments []segmentFile) error {
	there := map[string]bool{}
	for _, f := range segments {
		if s.known[f.hash] == store.SegmentBegun || f.isComplete() {
			there[f.hash] = true
		}
	}
	var lost, gone []string
	for hash, state := range s.known {
		switch {
		case there[hash]:
		case state == store.SegmentWritten:
			lost = append(lost, hash)
		case state == store.SegmentReplaced, state == store.SegmentBegun:
			gone = append(gone, hash)
		}
	}
	if len(lost) > 0 {
		s.notice(Notice{Kind: Rewritten, Name: s.Name})
		if err := s.library.RewriteSync(ctx, s.id, lost); err != nil {
			return err
		}
	}
	for _, hash := range slices.Concat(lost, gone) {
		delete(s.known, hash)
	}
	return s.library.ForgetSyncSegments(ctx, s.id, gone)
}

func (s *session) notice(n Notice) {
	if !slices.Contains(s.result.Notices, n) {
		s.result.Notices = append(s.result.Notices, n)
	}
}

// Error says what is wrong with a folder.
type Error struct {
	Path string
	Kind error // one of those below
	Why  error // what lay behind it; may be nil
}

// The kinds of what can be wrong with a folder.
var (
	ErrAbsent     = errors.New("the folder is not there")
	ErrNotFolder  = errors.New("it is not a folder")
	ErrUnreadable = errors.New("the folder cannot be read")
	ErrUnwritable = errors.New("the folder cannot be written")
	ErrFull       = errors.New("there is no room left in the folder")
	ErrForeign    = errors.New("the folder holds another program's files")
	ErrLocked     = errors.New("the folder is encrypted, and no key and no passphrase is given")
	ErrPassphrase = errors.New("the passphrase is wrong")
	ErrKey        = errors.New("the key cannot be used")
	ErrKeyTorn    = errors.New("the key of the folder is not whole")
)

func (e *Error) Error() string {
	if e.Why == nil {
		return e.Path + ": " + e.Kind.Error()
	}
	return fmt.Sprintf("%s: %v (%v)", e.Path, e.Kind, e.Why)
}

// Unwrap gives the kind and what lay behind it.
func (e *Error) Unwrap() []error {
	if e.Why == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Why}
}
