package intake

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/omnivore"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// unpacker gives the inputs in an archive: from the file itself, where that is
// one, or from what is left to read of it.
type unpacker func(o *opener, name string, file io.Reader, rest *bufio.Reader) bool

// archiveOf tells an archive by how it begins, nil for none.
func archiveOf(b *bufio.Reader) unpacker {
	head, _ := b.Peek(512) // an input that is shorter is no tar
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return (*opener).zip
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return (*opener).gzip
	case isBzip2(head):
		return (*opener).bzip2
	case len(head) >= 262 && string(head[257:262]) == "ustar":
		return (*opener).tar
	}
	return nil
}

// inArchive tells an input in an archive: by both names.
func inArchive(archive, name string) string { return archive + "/" + name }

// refuse gives an input that is refused.
func (o *opener) refuse(name string, kind, why error) bool {
	if errors.Is(why, kind) && errors.Is(kind, articles.ErrLocked) {
		why = nil // it is all that there is to say
	}
	return o.yield(Input{Name: name}, &articles.InputError{Name: text.CleanLine(name), Kind: kind, Why: why})
}

// deeper opens what is in an archive, unless it lies too deep.
func (o *opener) deeper(name string, do func() bool) bool {
	if o.nesting >= o.Nesting {
		return o.refuse(name, articles.ErrLimit, o.Over(articles.NestingLimit))
	}
	o.nesting++
	files, root, index := o.files, o.root, o.index
	defer func() { o.nesting, o.files, o.root, o.index = o.nesting-1, files, root, index }()
	o.files, o.root = nil, name // of a stream what is around is not known
	if o.nesting == 1 {
		o.budget = articles.Budget{Limits: o.Limits}
	}
	return do()
}

// counted counts a file of an archive, whatever becomes of it, and returns whether it is
// within the limit. One that is not ends the archive, and is said once.
func (o *opener) counted(archive string) bool {
	if o.budget.Entries++; o.budget.Entries <= o.Entries {
		return true
	}
	o.budget.Spent = o.Over(articles.EntriesLimit)
	o.refuse(archive, articles.ErrLimit, o.budget.Spent)
	return false
}

// entry opens one file of an archive, if it is one of articles, or an archive
// again. It says whether to go on.
func (o *opener) entry(archive, name string, r io.Reader) bool {
	clean := path.Clean(name)
	switch {
	case leadsOut(name):
		return o.refuse(inArchive(archive, name), articles.ErrUnsafeName, nil)
	case hiddenIn(clean) || !isTaken(clean):
		return true
	}
	goOn := o.pieces(inArchive(archive, clean), r)
	if o.budget.Spent != nil {
		return false // said already, of the file in which it came about
	}
	return goOn
}

// drivePattern is how the name of a place on a disk begins on Windows.
var drivePattern = pattern.New(`^[A-Za-z]:[\\/]`)

// leadsOut tells a name in an archive that leads to a place outside it, on any system.
func leadsOut(name string) bool {
	clean := path.Clean(strings.ReplaceAll(name, `\`, "/"))
	return clean == ".." || strings.HasPrefix(clean, "../") || path.IsAbs(clean) || drivePattern.MatchString(name)
}

// hiddenIn tells what a folder would leave out: hidden files, and what a Mac puts
// into archives.
func hiddenIn(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
		return isHidden(part) || part == "__MACOSX"
	})
}

// zip gives the files of a ZIP archive by their names, or the chapters of a book.
func (o *opener) zip(name string, file io.Reader, rest *bufio.Reader) bool {
	return o.deeper(name, func() bool {
		at, size, err := o.whole(file, rest)
		if err != nil {
			return o.refuse(name, errorKind(err), err)
		}
		if o.nesting == 1 {
			o.budget.Packed = size
		}
		archive, err := zip.NewReader(at, size)
		if err != nil {
			return o.refuse(name, articles.ErrArchive, err)
		}
		decodeNames(archive)
		if goOn, mine := o.document(name, archive); mine {
			return goOn
		}
		if goOn, mine := o.collection(name, archive); mine {
			return goOn
		}
		o.files, o.index = archive, &articles.FileIndex{}
		given := o.given
		hasTables, isPagePart := tablesIn(archive), pageFolders(archive)
		slices.SortStableFunc(archive.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
		for _, f := range archive.File {
			if f.FileInfo().IsDir() || isPagePart(f.Name) || omnivore.Belongs(f.Name, hasTables) {
				continue
			}
			if !o.counted(name) || !o.zipped(name, f) {
				return o.budget.Spent != nil && o.nesting == 1
			}
		}
		return o.noneSince(given, name)
	})
}

// document gives the articles of an archive that is one document, where a format knows
// it. It is read at once: what comes out of it is bounded with what comes out of the
// archives around it.
func (o *opener) document(name string, archive *zip.Reader) (goOn, mine bool) {
	src := &articles.Source{Name: text.CleanLine(name), Archive: &articles.Archive{Reader: archive, Budget: &o.budget}, WholeBooks: o.WholeBooks, Limits: o.Limits}
	list, mine, err := recognise(o.ctx, src)
	if !mine {
		return true, false
	}
	if err != nil && len(list) == 0 {
		return o.fail(name, err), true
	}
	read := func(context.Context) ([]articles.Article, error) { return list, nil }
	if !o.yield(Input{Name: name, read: read, limits: &o.Limits}, nil) {
		return false, true
	}
	return err == nil || o.fail(name, err), true
}

// fail gives an input that is refused for an error, which may say all by itself.
func (o *opener) fail(name string, err error) bool {
	if _, ok := errors.AsType[*articles.InputError](err); ok {
		return o.yield(Input{Name: name}, err)
	}
	return o.refuse(name, errorKind(err), err)
}

// nameSample is how much of the names in an archive is looked at to tell their
// character set, in bytes.
const nameSample = 4 << 10

// decodeNames puts the names of an archive's files in UTF-8.
func decodeNames(archive *zip.Reader) {
	var names []byte
	for _, f := range archive.File {
		if !utf8.ValidString(f.Name) && len(names) < nameSample {
			names = append(append(names, f.Name...), ' ')
		}
	}
	if len(names) == 0 {
		return
	}
	decoded := charset.FileNames(names)
	for _, f := range archive.File {
		if !utf8.ValidString(f.Name) {
			f.Name = decoded([]byte(f.Name))
		}
	}
}

// zipped gives one file of a ZIP archive.
func (o *opener) zipped(archive string, f *zip.File) bool {
	if !f.Mode().IsRegular() {
		return o.refuse(inArchive(archive, f.Name), articles.ErrNotRegular, nil)
	}
	if articles.IsEncrypted(f) {
		return o.refuse(inArchive(archive, f.Name), articles.ErrLocked, nil)
	}
	r, err := o.budget.Unzip(f)
	if err != nil {
		return o.refuse(inArchive(archive, f.Name), articles.ErrArchive, err)
	}
	defer r.Close() //nolint:errcheck // it was only read
	return o.entry(archive, f.Name, r)
}

// tablesIn tells the folders of an archive in which tables of Omnivore lie.
func tablesIn(archive *zip.Reader) func(folder string) bool {
	folders := map[string]bool{}
	for _, f := range archive.File {
		if omnivore.IsTable(f.Name) {
			folders[path.Dir(f.Name)] = true
		}
	}
	return func(folder string) bool { return folders[folder] }
}

// pageFolders tells what belongs to a page that was saved "complete" and packed.
func pageFolders(archive *zip.Reader) func(name string) bool {
	pages := map[string]bool{}
	for _, f := range archive.File {
		if ending := path.Ext(f.Name); ending == ".html" || ending == ".htm" {
			pages[strings.TrimSuffix(f.Name, ending)] = true
		}
	}
	return func(name string) bool {
		page, _, ok := strings.Cut(name, "_files/")
		return ok && pages[page]
	}
}

// whole is an archive that can be read in any order: the file, or a copy in
// memory of what is no file.
func (o *opener) whole(file io.Reader, rest *bufio.Reader) (io.ReaderAt, int64, error) {
	if f, ok := file.(*os.File); ok && f != os.Stdin {
		info, err := f.Stat()
		if err != nil {
			return nil, 0, fmt.Errorf("asking for its size: %w", err)
		}
		return f, info.Size(), nil
	}
	data, err := io.ReadAll(io.LimitReader(rest, o.Size+1))
	if err == nil && int64(len(data)) > o.Size {
		err = o.Over(articles.SizeLimit)
	}
	if err != nil {
		return nil, 0, err
	}
	return bytes.NewReader(data), int64(len(data)), nil
}

// gzip gives what is packed in a gzip file: a tar archive, or one file.
func (o *opener) gzip(name string, _ io.Reader, rest *bufio.Reader) bool {
	return o.deeper(name, func() bool {
		packed := &counting{from: rest}
		r, err := gzip.NewReader(bufio.NewReader(packed))
		if err != nil {
			return o.refuse(name, articles.ErrArchive, err)
		}
		return o.unpacked(name, r, packed, r.Name, ".gz", ".tgz")
	})
}

// unpacked gives what came out of a file that holds one: an archive under the file's own
// name; anything else within it, as an archive gives its files, under the name that is
// packed with it or the file's without its ending.
func (o *opener) unpacked(name string, r io.Reader, packed *counting, inside string, endings ...string) bool {
	b := bufio.NewReaderSize(o.budget.Meter(r, func() int64 { return max(packed.got, 1) }), lineSize)
	if archiveOf(b) == nil {
		if inside = path.Base(path.Clean(inside)); inside == "." || inside == "/" || leadsOut(inside) {
			inside = path.Base(name)
			for _, ending := range endings {
				inside = strings.TrimSuffix(inside, ending)
			}
		}
		name = inArchive(name, inside)
	}
	goOn := o.pieces(name, b)
	return goOn || o.budget.Spent != nil && o.nesting == 1
}

// counting counts what is read.
type counting struct {
	from io.Reader
	got  int64
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.got += int64(n)
	return n, err //nolint:wrapcheck // it is the reader's, io.EOF too
}

// isBzip2 tells what is packed with bzip2, as Wikipedia packs its dumps, by how it begins.
func isBzip2(head []byte) bool {
	return len(head) > 9 && string(head[:3]) == "BZh" && head[3] >= '1' && head[3] <= '9' && string(head[4:10]) == "1AY&SY"
}

// bzip2 gives the one file that is packed with bzip2.
func (o *opener) bzip2(name string, _ io.Reader, rest *bufio.Reader) bool {
	return o.deeper(name, func() bool {
		packed := &counting{from: rest}
		return o.unpacked(name, bzip2.NewReader(packed), packed, "", ".bz2")
	})
}

// tar gives the files of a tar archive in its order.
func (o *opener) tar(name string, _ io.Reader, rest *bufio.Reader) bool {
	return o.deeper(name, func() bool {
		archive, given := tar.NewReader(rest), o.given
		for {
			head, err := archive.Next()
			switch {
			case errors.Is(err, io.EOF):
				return o.noneSince(given, name)
			case err != nil:
				return o.refuse(name, errorKind(err), err)
			case head.Typeflag == tar.TypeDir, head.Typeflag == tar.TypeXGlobalHeader:
				continue
			case !o.counted(name):
				return o.nesting == 1
			case head.Typeflag != tar.TypeReg:
				if !o.refuse(inArchive(name, head.Name), articles.ErrNotRegular, nil) {
					return false
				}
				continue
			}
			if !o.entry(name, head.Name, archive) {
				return o.budget.Spent != nil && o.nesting == 1
			}
		}
	})
}

// errorKind tells a limit and a lock from an archive that is broken.
func errorKind(err error) error {
	if _, ok := errors.AsType[*articles.LimitError](err); ok {
		return articles.ErrLimit
	}
	if errors.Is(err, articles.ErrLocked) {
		return articles.ErrLocked
	}
	return articles.ErrArchive
}
