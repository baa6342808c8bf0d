//go:build linux

package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/warraq/warraq/articles"
)

// disk stands between SQLite and the system's files, and fails when it is asked to.
// SQLite's own way to put something there is a VFS; this one is the system's but for
// what writes.
var disk struct {
	sync.Mutex
	goesWell int   // so many more calls; below 0: all
	code     int32 // of what fails behind them
	failed   int   // calls

	open, write, truncate, sync uintptr // the system's
	methods                     map[uintptr]uintptr
}

// breaks has every call fail behind some, with a code of SQLite's, until mend.
func breaks(behind int, code int32) {
	disk.Lock()
	defer disk.Unlock()
	disk.goesWell, disk.code, disk.failed = behind, code, 0
}

// mend has all go well again, and gives how many calls failed.
func mend() int {
	disk.Lock()
	defer disk.Unlock()
	disk.goesWell = -1
	return disk.failed
}

// fails tells whether a call fails, and with which code.
func fails() (int32, bool) {
	disk.Lock()
	defer disk.Unlock()
	switch {
	case disk.goesWell < 0:
		return 0, false
	case disk.goesWell > 0:
		disk.goesWell--
		return 0, false
	}
	disk.failed++
	return disk.code, true
}

// atAddress is what lies at an address of SQLite's memory.
func atAddress[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

// pointer is the address of a function as SQLite's tables have them, whose memory Go
// does not look through, and function the function at one.
func pointer[F any](f F) uintptr {
	keptPages = append(keptPages, f)
	return *(*uintptr)(unsafe.Pointer(&struct{ f F }{f}))
}

func function[F any](at uintptr) F { return *(*F)(unsafe.Pointer(&struct{ at uintptr }{at})) }

var keptPages []any

type (
	openFile  = func(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32
	writeFile = func(tls *libc.TLS, file, data uintptr, size int32, offset int64) int32
	truncate  = func(tls *libc.TLS, file uintptr, size int64) int32
	syncFile  = func(tls *libc.TLS, file uintptr, flags int32) int32
)

// interpose puts the disk between SQLite and the system, for the whole test program.
var interpose = sync.OnceFunc(func() {
	tls := libc.NewTLS()
	system := sqlite3.Xsqlite3_vfs_find(tls, 0)
	vfs := libc.Xmalloc(tls, libc.Tsize_t(unsafe.Sizeof(sqlite3.Tsqlite3_vfs{})))
	*atAddress[sqlite3.Tsqlite3_vfs](vfs) = *atAddress[sqlite3.Tsqlite3_vfs](system)
	name, err := libc.CString("failing")
	if err != nil {
		panic(err)
	}
	disk.goesWell, disk.open, disk.methods = -1, atAddress[sqlite3.Tsqlite3_vfs](system).FxOpen, map[uintptr]uintptr{}
	atAddress[sqlite3.Tsqlite3_vfs](vfs).FzName = name
	atAddress[sqlite3.Tsqlite3_vfs](vfs).FxOpen = pointer[openFile](func(tls *libc.TLS, _, name, file uintptr, flags int32, out uintptr) int32 {
		code := function[openFile](disk.open)(tls, system, name, file, flags, out)
		if f := atAddress[sqlite3.Tsqlite3_file](file); f.FpMethods != 0 {
			f.FpMethods = failing(tls, f.FpMethods)
		}
		return code
	})
	if code := sqlite3.Xsqlite3_vfs_register(tls, vfs, 1); code != 0 {
		panic(code)
	}
})

// failing gives the methods of a file with ours in the place of those that write.
func failing(tls *libc.TLS, methods uintptr) uintptr {
	disk.Lock()
	defer disk.Unlock()
	if ours, ok := disk.methods[methods]; ok {
		return ours
	}
	system := atAddress[sqlite3.Tsqlite3_io_methods](methods)
	disk.write, disk.truncate, disk.sync = system.FxWrite, system.FxTruncate, system.FxSync
	ours := libc.Xmalloc(tls, libc.Tsize_t(unsafe.Sizeof(*system)))
	m := atAddress[sqlite3.Tsqlite3_io_methods](ours)
	*m = *system
	m.FxWrite = pointer[writeFile](func(tls *libc.TLS, file, data uintptr, size int32, offset int64) int32 {
		if code, ok := fails(); ok {
			return code
		}
		return function[writeFile](disk.write)(tls, file, data, size, offset)
	})
	m.FxTruncate = pointer[truncate](func(tls *libc.TLS, file uintptr, size int64) int32 {
		if code, ok := fails(); ok {
			return code
		}
		return function[truncate](disk.truncate)(tls, file, size)
	})
	m.FxSync = pointer[syncFile](func(tls *libc.TLS, file uintptr, flags int32) int32 {
		if code, ok := fails(); ok {
			return code
		}
		return function[syncFile](disk.sync)(tls, file, flags)
	})
	disk.methods[methods], disk.methods[ours] = ours, ours
	return ours
}

// However the disk fails, and wherever: it is said in a clear word, what is there
// can be read, the library goes on once the disk does, and nothing is lost that was
// said to be done.
func TestFailingDisk(t *testing.T) {
	interpose()
	kept, items := wellKept(t, 20)
	data, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range []struct {
		name string
		code int32
		kind error
	}{
		{"writing", sqlite3.SQLITE_IOERR_WRITE, ErrDisk},
		{"syncing", sqlite3.SQLITE_IOERR_FSYNC, ErrDisk},
		{"full", sqlite3.SQLITE_FULL, ErrFull},
	} {
		t.Run(fault.name, func(t *testing.T) {
			failed := 0
			for behind := 0; behind < 60; behind += inShort(15, 3) {
				path := filepath.Join(t.TempDir(), "library.db")
				if err := os.WriteFile(path, data, 0o600); err != nil {
					t.Fatal(err)
				}
				breaks(behind, fault.code)
				done, err := writeAll(t, path, items)
				n := mend()
				failed += min(n, 1)
				if err != nil && (n == 0 || !errors.Is(err, fault.kind)) {
					t.Errorf("behind %d calls, of which %d failed, the error is %v", behind, n, err)
				}
				done.check(t, path, items)
			}
			if failed < 3 {
				t.Errorf("only %d failed", failed)
			}
		})
	}
}

// writtenWork is what was said to be done.
type writtenWork struct {
	read, bookmarked []string
	added            []Added
	notes            int
	copied           string
}

// writeAll does all that writes to a library, up to the first error, and reads on
// behind it.
func writeAll(t *testing.T, path string, items map[string]Item) (done writtenWork, err error) {
	t.Helper()
	l, err := Open(t.Context(), path)
	if err != nil {
		return done, err
	}
	defer l.Close()
	batch := newGenerator()
	batch.batch(500) // other articles than those that are there
	for id := range items {
		if err = l.SetRead(t.Context(), id, true); err != nil {
			break
		}
		done.read = append(done.read, id)
		if err = l.SetBookmarked(t.Context(), id, true); err != nil {
			break
		}
		done.bookmarked = append(done.bookmarked, id)
		if _, _, err = l.AddHighlight(t.Context(), id, articles.Highlight{Note: "ملاحظة"}); err != nil {
			break
		}
		done.notes++
		var added []Added
		if added, err = l.Add(t.Context(), batch.batch(3)); err != nil {
			break
		}
		done.added = append(done.added, added...)
		if done.copied == "" {
			to := path + ".copy"
			if err = l.Backup(t.Context(), to); err != nil {
				if _, there := os.Stat(to); !errors.Is(there, fs.ErrNotExist) {
					t.Errorf("a copy is there that was not made: %v", there)
				}
				break
			}
			done.copied = to
		}
	}
	for id := range items {
		if _, reading := l.Article(t.Context(), id); reading != nil {
			t.Errorf("reading while the disk fails: %v", reading)
		}
	}
	if n, listing := l.List(t.Context(), Filter{}); listing != nil || len(n) < len(items) {
		t.Errorf("listing while the disk fails: %d, %v", len(n), listing)
	}
	if err != nil {
		mend() // the same library goes on
		for id := range items {
			if again := l.SetPosition(t.Context(), id, 7); again != nil {
				t.Errorf("marking when the disk goes again: %v", again)
			}
		}
	}
	return done, err
}

// check looks whether a library has what was said to be done.
func (w *writtenWork) check(t *testing.T, path string, items map[string]Item) {
	t.Helper()
	for _, p := range []string{path, w.copied} {
		if p == "" {
			continue
		}
		l, err := Open(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		checkSound(t, l)
		for id, item := range items {
			if got := article(t, l, id); got.Body != item.Body {
				t.Errorf("%s is not as it was", id)
			}
		}
		if p == path {
			for _, id := range w.read {
				if !article(t, l, id).Read {
					t.Errorf("%s was marked as read, and is not", id)
				}
			}
			for _, id := range w.bookmarked {
				if !article(t, l, id).Bookmarked {
					t.Errorf("%s was bookmarked, and is not", id)
				}
			}
			for _, a := range w.added {
				article(t, l, a.ID)
			}
			if notes, err := l.AllHighlights(t.Context(), "", 0); err != nil || len(notes) < w.notes {
				t.Errorf("%d notes are there of %d, %v", len(notes), w.notes, err)
			}
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A library that cannot be brought to this version because the disk fails stays what
// it was, and can be once the disk goes.
func TestFailingDiskWhileMigrating(t *testing.T) {
	interpose()
	kept, items := wellKept(t, 10)
	data, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	known := schemaSteps
	t.Cleanup(func() { schemaSteps = known })
	failed := 0
	for behind := 0; behind < 200; behind += inShort(50, 20) {
		path := filepath.Join(t.TempDir(), "library.db")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		schemaSteps = laterSchema()
		breaks(behind, sqlite3.SQLITE_IOERR_WRITE)
		l, err := Open(t.Context(), path)
		mend()
		switch {
		case err == nil:
			_ = l.Close() // the disk is mended
		case errors.Is(err, ErrDisk):
			failed++
		default:
			t.Errorf("behind %d calls the error is %v", behind, err)
		}
		if l, err = Open(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		checkSound(t, l)
		if same := sameAs(t, l, items); same != len(items) {
			t.Errorf("%d of %d articles are as they were", same, len(items))
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if failed < 3 {
		t.Errorf("only %d failed", failed)
	}
}
