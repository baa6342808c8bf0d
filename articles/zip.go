package articles

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Budget is what may come out of an archive and of those within it.
type Budget struct {
	Limits

	Unpacked int64 // bytes so far
	Entries  int64 // files so far
	Packed   int64 // bytes of the outermost archive, 0 where they are not known
	Spent    error // the limit that was reached first, nil while there is none
}

// Meter gives a reader of what is unpacked that counts it and ends it where the
// budget is spent. Packed gives the bytes so far that it came out of.
func (b *Budget) Meter(from io.Reader, packed func() int64) io.Reader {
	return &metered{from: from, budget: b, packed: packed}
}

// metered counts what comes out of an archive, and ends it where that is more than
// the limits allow.
type metered struct {
	from   io.Reader
	budget *Budget
	packed func() int64 // bytes so far, that this came out of
	got    int64
}

// minUnpacked is how much may come out of anything, however little it was.
const minUnpacked = 1 << 20

// minUnpackedNested is how much may come out of archives within one another before all of it is
// compared with the outermost one, so that small archives of small archives end.
const minUnpackedNested = 32 << 20

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.from.Read(p)
	b := m.budget
	m.got += int64(n)
	b.Unpacked += int64(n)
	switch {
	case b.Unpacked > b.Limits.Unpacked:
		b.Spent = b.Over(UnpackedLimit)
	case m.got > minUnpacked && m.got/b.Ratio > m.packed(), b.Packed > 0 && b.Unpacked > minUnpackedNested && b.Unpacked/b.Ratio > b.Packed:
		b.Spent = b.Over(RatioLimit)
	}
	if b.Spent != nil {
		return n, b.Spent
	}
	return n, err //nolint:wrapcheck // it is the reader's, io.EOF too
}

// IsEncrypted tells a file of a ZIP archive that is locked with a password.
func IsEncrypted(f *zip.File) bool { return f.Flags&1 != 0 }

// Unzip opens a file of a ZIP archive, within the budget.
func (b *Budget) Unzip(f *zip.File) (io.ReadCloser, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	packed := max(int64(f.CompressedSize64), 1)
	return struct {
		io.Reader
		io.Closer
	}{b.Meter(r, func() int64 { return packed }), r}, nil
}

// Archive is a ZIP archive that is one document, as EPUB and the formats of offices
// are, with the budget for what comes out of it.
type Archive struct {
	*zip.Reader

	Budget *Budget

	byName   map[string]*zip.File   // the first of each name; made when it is first asked for
	byFolded map[string][]*zip.File // those by their names in small letters; the same
}

// find gives a file by its name, nil where there is none.
func (a *Archive) find(name string) *zip.File {
	if a.byName == nil {
		a.byName = make(map[string]*zip.File, len(a.File))
		for _, f := range slices.Backward(a.File) {
			a.byName[f.Name] = f
		}
	}
	if f := a.byName[name]; f != nil {
		return f
	}
	return a.folded(name)
}

// folded gives a file by its name where that differs in nothing but capitals, as on a disk that
// takes them for the same, and only one is called so.
func (a *Archive) folded(name string) (found *zip.File) {
	if a.byFolded == nil {
		a.byFolded = make(map[string][]*zip.File, len(a.byName))
		for _, f := range a.byName {
			key := strings.ToLower(f.Name)
			a.byFolded[key] = append(a.byFolded[key], f)
		}
	}
	if like := a.byFolded[strings.ToLower(name)]; len(like) == 1 {
		return like[0]
	}
	return nil
}

// Has tells whether there is a file of that name.
func (a *Archive) Has(name string) bool { return a.find(name) != nil }

// Contents reads one file whole, up to the limit of a file's size.
func (a *Archive) Contents(name string) ([]byte, error) {
	f := a.find(name)
	switch {
	case f == nil:
		return nil, fmt.Errorf("there is no file %s in it", name)
	case IsEncrypted(f):
		return nil, ErrLocked
	}
	r, err := a.Budget.Unzip(f)
	if err != nil {
		return nil, err
	}
	defer r.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(r, a.Budget.Size+1))
	if err == nil && int64(len(data)) > a.Budget.Size {
		err = a.Budget.Over(SizeLimit)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// Picture reads at most so many bytes of a file that is looked for as a picture, nil
// where there is none.
func (a *Archive) Picture(name string, most int64) ([]byte, error) {
	f := a.find(name)
	if f == nil {
		return nil, nil
	}
	r, err := a.Budget.Unzip(f)
	if err != nil {
		return nil, err
	}
	defer r.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(r, most))
	if err != nil {
		return nil, fmt.Errorf("a picture: %w", err)
	}
	return data, nil
}

// XML reads an XML file into a value. Entities that the file defines itself are not
// known, so none can grow.
func (a *Archive) XML(name string, into any) error {
	data, err := a.Contents(name)
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
