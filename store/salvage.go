package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/warraq/warraq/store/repair"
)

// Salvaged is what [Salvage] got out of a damaged library and its copies.
type Salvaged struct {
	Articles int    // with their marks
	Old      string // where the damaged file lies now
	// From says what came from where: the file itself first, then the copies that were
	// made by themselves, the newest first, those that gave nothing left out.
	From []SalvagedFrom
	// Damaged are the pages of the file that could not be read, of all its Pages.
	Damaged, Pages int
	// Wrong are articles whose text, details or pictures are not what came in, and that
	// no copy has either. From then on they count as they are, without such a picture.
	Wrong []Entry
}

// SalvagedFrom is what one file gave.
type SalvagedFrom struct {
	Path string
	// Articles are those that only this file had, or that it had whole.
	Articles int
}

// Salvage makes a new library of everything that can be read of a damaged one: of the
// file, page by page around what is damaged, of its journal, and where something is
// missing then, of the copies that were made by themselves (see [Library.CopyDaily]),
// the newest first. It puts the new library in the place of the damaged file, which
// stays beside it under another name. No other program may have the library open: its
// error is [ErrBusy].
//
// There is a library that opens afterwards, if with nothing in it. A file that is not
// one of ours is left alone: its error is [ErrNotLibrary]. Of what a newer version
// made not all would be kept: its error is [ErrNewer].
func Salvage(ctx context.Context, path string) (*Salvaged, error) {
	old := &Library{path: resolvePath(path)}
	if err := old.requireFile(path); err != nil {
		return nil, err
	}
	release, err := old.holdAlone(ctx)
	if err != nil {
		return nil, err
	}
	begun, err := newBeside(old.path)
	if err != nil {
		return nil, errors.Join(old.unusable(err), release())
	}
	s, err := salvageInto(ctx, old, begun)
	if err = errors.Join(err, release()); err != nil {
		removeBegun(begun) // what is in it is in the old file too
		return nil, err
	}
	s.Old, err = old.replace(begun, "damaged")
	return s, err
}

// holdAlone keeps other programs from a library that may be damaged, until the function
// that it returns is called. Nothing is written to the file: it is opened under another
// name of its own, where the journal of its own is not found.
func (l *Library) holdAlone(ctx context.Context) (release func() error, err error) {
	folder, err := os.MkdirTemp(filepath.Dir(l.path), ".warraq-*")
	if err != nil {
		return nil, l.unusable(err)
	}
	link := filepath.Join(folder, "library.db")
	if linkErr := os.Link(l.path, link); linkErr != nil { // not every file system has links
		_ = os.Remove(folder)
		return func() error { return nil }, nil //nolint:nilerr // who has it open is not known then
	}
	db, err := sql.Open("sqlite", sourceName(link))
	if err != nil {
		return nil, errors.Join(l.failure(err), os.RemoveAll(folder))
	}
	db.SetMaxOpenConns(1)
	release = func() error { return errors.Join(db.Close(), os.RemoveAll(folder)) }
	// Whoever has it open meanwhile would go on with the old file. What else is wrong
	// with it is what it is salvaged for.
	_, err = db.ExecContext(ctx, "PRAGMA busy_timeout = 2000; PRAGMA locking_mode = exclusive; BEGIN EXCLUSIVE")
	if err = l.failure(err); errors.Is(err, ErrBusy) || ctx.Err() != nil {
		return nil, errors.Join(err, release())
	}
	return release, nil
}

// salvageInto copies what can be read into a new library.
func salvageInto(ctx context.Context, old *Library, begun string) (s *Salvaged, err error) {
	f, err := repair.Open(old.path, !hasJournalOfAnother(old.path))
	if err != nil {
		return nil, old.unusable(err)
	}
	defer f.Close()
	copies := copiesOf(old.path, time.Now())
	if salvageErr := old.canSalvage(f); salvageErr != nil {
		return nil, salvageErr
	}
	l, err := Open(ctx, begun)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	s = &Salvaged{}
	// All of it is one transaction, and comes into one file without a journal.
	err = l.change(ctx, func(c *transaction) error {
		if _, deferErr := c.conn.ExecContext(ctx, "PRAGMA defer_foreign_keys = on"); deferErr != nil {
			return fmt.Errorf("salvaging: %w", deferErr)
		}
		v, fileErr := newSalvager(ctx, c)
		if fileErr != nil {
			return fileErr
		}
		n, fileErr := v.takeFile(ctx, f)
		if fileErr != nil {
			return fileErr
		}
		if n == 0 && len(copies) == 0 && !old.isOurs(f) {
			return &Error{Path: old.path, Kind: ErrNotLibrary, Why: errors.New("nothing in it is an article")}
		}
		s.From = []SalvagedFrom{{old.path, n}}
		for _, path := range slices.Backward(copies) {
			if len(v.lacking) == 0 {
				break
			}
			n, copyErr := v.takeCopy(ctx, path)
			if copyErr != nil {
				return copyErr
			}
			s.From = append(s.From, SalvagedFrom{path, n})
		}
		s.Damaged, s.Pages = f.Damaged, f.Pages
		return c.finishSalvage(ctx, s, copies)
	})
	s.From = slices.DeleteFunc(s.From, func(from SalvagedFrom) bool { return from.Articles == 0 })
	if err != nil {
		return nil, err
	}
	if _, err := l.db.ExecContext(ctx, "PRAGMA wal_checkpoint(truncate)"); err != nil {
		return nil, l.failure(err)
	}
	return s, nil
}

// finishSalvage brings in order what was salvaged: what belongs to nothing goes, the
// index of words is made, and what is not as it came in is taken from the copies.
func (c *transaction) finishSalvage(ctx context.Context, s *Salvaged, copies []string) error {
	if err := c.countAnew(ctx); err != nil {
		return err
	}
	if err := c.dropOrphans(ctx); err != nil {
		return err
	}
	sums, err := c.indexAgain(ctx, s)
	if err != nil {
		return err
	}
	if err = c.fromCopies(ctx, s, sums, copies); err != nil {
		return err
	}
	return c.picturesFromCopies(ctx, s, copies)
}

// canSalvage tells whether a file may be a library, as far as can be told, and one of
// which this version of Warraq knows everything.
func (l *Library) canSalvage(f *repair.File) error {
	newest, err := newestVersion(schemaSteps)
	if err != nil {
		return err
	}
	if f.Application == applicationID && f.Version > newest && bits.OnesCount(uint(f.Version^newest)) > 1 {
		return &Error{Path: l.path, Kind: ErrNewer}
	}
	ours := f.Schema["article"] != "" || f.Schema["text"] != "" || f.Schema["library"] != ""
	if f.Application != applicationID && len(f.Schema) > 0 && !ours {
		return &Error{Path: l.path, Kind: ErrNotLibrary, Why: errors.New("another program's database")}
	}
	return nil
}

// isOurs tells a file that says that it is a library, or of which nothing is left that
// could say what it is.
func (l *Library) isOurs(f *repair.File) bool {
	if f.Application == applicationID {
		return true
	}
	data, err := os.Open(l.path)
	if err != nil {
		return false
	}
	defer data.Close() //nolint:errcheck // nothing was written
	for buffer := make([]byte, 1<<16); ; {
		n, err := data.Read(buffer)
		if len(bytes.Trim(buffer[:n], "\x00")) > 0 {
			return false
		}
		if err != nil {
			return true
		}
	}
}
