package articles

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/articles/charset"
	"warraq/articles/text"
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
	case len(head) >= 262 && string(head[257:262]) == "ustar":
		return (*opener).tar
	}
	return nil
}

// within tells an input in an archive: by both names.
func within(archive, name string) string { return archive + "/" + name }

// refuse gives an input that is refused.
func (o *opener) refuse(name string, kind, why error) bool {
	if errors.Is(why, kind) && errors.Is(kind, ErrLocked) {
		why = nil // it is all that there is to say
	}
	return o.yield(Input{Name: name}, &InputError{Name: text.CleanLine(name), Kind: kind, Why: why})
}

// deeper opens what is in an archive, unless it lies too deep.
func (o *opener) deeper(name string, do func() bool) bool {
	if o.nesting >= o.Nesting {
		return o.refuse(name, ErrLimit, o.over(nestingLimit))
	}
	o.nesting++
	files, root, notes := o.files, o.root, o.notes
	defer func() { o.nesting, o.files, o.root, o.notes = o.nesting-1, files, root, notes }()
	o.files, o.root = nil, name // of a stream what is around is not known
	if o.nesting == 1 {
		o.unpacked, o.entries, o.stop = 0, 0, nil
	}
	return do()
}

// metered counts what comes out of an archive, and ends it where that is more
// than the limits allow.
type metered struct {
	from   io.Reader
	o      *opener
	packed func() int64 // bytes so far, that this came out of
	got    int64
}

// uncounted is how much may come out of anything, however little it was.
const uncounted = 1 << 20

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.from.Read(p)
	m.got += int64(n)
	m.o.unpacked += int64(n)
	switch {
	case m.o.unpacked > m.o.Unpacked:
		m.o.stop = m.o.over(unpackedLimit)
	case m.got > uncounted && m.got/m.o.Ratio > m.packed():
		m.o.stop = m.o.over(ratioLimit)
	}
	if m.o.stop != nil {
		return n, m.o.stop
	}
	return n, err //nolint:wrapcheck // it is the reader's, io.EOF too
}

// entry opens one file of an archive, if it is one of articles, or an archive
// again. It says whether to go on.
func (o *opener) entry(archive, name string, r io.Reader) bool {
	if o.entries++; o.entries > o.Entries {
		o.stop = o.over(entriesLimit)
		return o.refuse(archive, ErrLimit, o.stop)
	}
	clean := path.Clean(name)
	switch {
	case strings.HasPrefix(clean, "..") || path.IsAbs(clean) || strings.Contains(name, `\`) && strings.Contains(name, ".."):
		return o.refuse(within(archive, name), ErrUnsafeName, nil)
	case hiddenIn(clean) || !taken(clean):
		return true
	}
	goOn := o.pieces(within(archive, clean), r)
	if o.stop != nil {
		return false // said already, of the file in which it came about
	}
	return goOn
}

// hiddenIn tells what a folder would leave out: hidden files, and what a Mac puts
// into archives.
func hiddenIn(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") || part == "__MACOSX"
	})
}

// zip gives the files of a ZIP archive by their names, or the chapters of a book.
func (o *opener) zip(name string, file io.Reader, rest *bufio.Reader) bool {
	return o.deeper(name, func() bool {
		at, size, err := o.whole(file, rest)
		if err != nil {
			return o.refuse(name, kindOf(err), err)
		}
		archive, err := zip.NewReader(at, size)
		if err != nil {
			return o.refuse(name, ErrArchive, err)
		}
		decodeNames(archive)
		if isEPUB(archive) {
			return o.book(name, archive)
		}
		o.files, o.notes = archive, &noteIndex{}
		slices.SortStableFunc(archive.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
		for _, f := range archive.File {
			if f.FileInfo().IsDir() || inPageFolder(archive, f.Name) {
				continue
			}
			if !o.zipped(name, f) {
				return o.stop != nil && o.nesting == 1
			}
		}
		return true
	})
}

// decodeNames puts the names of an archive's files in UTF-8.
func decodeNames(archive *zip.Reader) {
	var names []byte
	for _, f := range archive.File {
		if !utf8.ValidString(f.Name) && len(names) < opens {
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
		return o.refuse(within(archive, f.Name), ErrNotRegular, nil)
	}
	if f.Flags&isEncrypted != 0 {
		return o.refuse(within(archive, f.Name), ErrLocked, nil)
	}
	r, err := o.unzip(f)
	if err != nil {
		return o.refuse(within(archive, f.Name), ErrArchive, err)
	}
	defer r.Close() //nolint:errcheck // it was only read
	return o.entry(archive, f.Name, r)
}

// isEncrypted is the flag of a file in a ZIP archive that is locked with a password.
const isEncrypted = 1

// unzip reads one file of a ZIP archive, within the limits.
func (o *opener) unzip(f *zip.File) (io.ReadCloser, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	packed := max(int64(f.CompressedSize64), 1)
	return struct {
		io.Reader
		io.Closer
	}{&metered{from: r, o: o, packed: func() int64 { return packed }}, r}, nil
}

// inPageFolder tells what belongs to a page that was saved "complete" and packed.
func inPageFolder(archive *zip.Reader, name string) bool {
	folder, _, ok := strings.Cut(name, "_files/")
	return ok && slices.ContainsFunc(archive.File, func(f *zip.File) bool {
		return f.Name == folder+".html" || f.Name == folder+".htm"
	})
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
		err = o.over(sizeLimit)
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
			return o.refuse(name, ErrArchive, err)
		}
		inside := name
		for _, ending := range []string{".gz", ".tgz"} {
			inside = strings.TrimSuffix(inside, ending)
		}
		goOn := o.pieces(inside, &metered{from: r, o: o, packed: func() int64 { return max(packed.got, 1) }})
		return goOn || o.stop != nil && o.nesting == 1
	})
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

// tar gives the files of a tar archive in its order.
func (o *opener) tar(name string, _ io.Reader, rest *bufio.Reader) bool {
	return o.deeper(name, func() bool {
		archive := tar.NewReader(rest)
		for {
			head, err := archive.Next()
			switch {
			case errors.Is(err, io.EOF):
				return true
			case err != nil:
				return o.refuse(name, kindOf(err), err)
			case head.Typeflag == tar.TypeDir, head.Typeflag == tar.TypeXGlobalHeader:
				continue
			case head.Typeflag != tar.TypeReg:
				if !o.refuse(within(name, head.Name), ErrNotRegular, nil) {
					return false
				}
				continue
			}
			if !o.entry(name, head.Name, archive) {
				return o.stop != nil && o.nesting == 1
			}
		}
	})
}

// kindOf tells a limit and a lock from an archive that is broken.
func kindOf(err error) error {
	if _, ok := errors.AsType[*LimitError](err); ok {
		return ErrLimit
	}
	if errors.Is(err, ErrLocked) {
		return ErrLocked
	}
	return ErrArchive
}
