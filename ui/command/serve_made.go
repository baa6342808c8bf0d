package command

import (
	"bytes"
	"io"
	"io/fs"
	"time"
)

// fileInfo says what a file for a reader is, or a folder. A size of -1 is not known.
type fileInfo struct {
	name string
	dir  bool
	size int64
	at   time.Time
}

// What [fs.FileInfo] and [fs.DirEntry] want.
func (f *fileInfo) Name() string               { return f.name }
func (f *fileInfo) Size() int64                { return f.size }
func (f *fileInfo) ModTime() time.Time         { return f.at }
func (f *fileInfo) IsDir() bool                { return f.dir }
func (f *fileInfo) Sys() any                   { return nil }
func (f *fileInfo) Type() fs.FileMode          { return f.Mode().Type() }
func (f *fileInfo) Info() (fs.FileInfo, error) { return f, nil }

// Mode says that nothing can be written.
func (f *fileInfo) Mode() fs.FileMode {
	if f.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// madeFile is a file that was made and is open.
type madeFile struct {
	*bytes.Reader
	info *fileInfo
	from *workshop
}

// Stat says what the file is.
func (f *madeFile) Stat() (fs.FileInfo, error) { return f.info, nil }

// Close lets the bytes of the file go, once.
func (f *madeFile) Close() error {
	if f.Reader != nil {
		f.from.held.Add(-f.info.size)
	}
	f.Reader = nil
	return nil
}

// fileFolder is a folder that is open: of a few files, or of more as they are asked for.
type fileFolder struct {
	info *fileInfo
	rest []fs.DirEntry
	more func(n int) ([]fs.DirEntry, error) // nil where there are no more
}

// Stat says what the folder is.
func (f *fileFolder) Stat() (fs.FileInfo, error) { return f.info, nil }

// Read fails: a folder has no bytes.
func (f *fileFolder) Read([]byte) (int, error) { return 0, fs.ErrInvalid }

// Close does nothing.
func (f *fileFolder) Close() error { return nil }

// ReadDir gives so many more files of the folder, and [io.EOF] where there are no more; all
// of them where n is not positive.
func (f *fileFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if f.more != nil {
		list, err := f.more(max(n, 0))
		if err == nil && len(list) == 0 && n > 0 {
			err = io.EOF
		}
		return list, err
	}
	list := f.rest
	if n > 0 {
		if len(list) == 0 {
			return nil, io.EOF
		}
		list = list[:min(n, len(list))]
	}
	f.rest = f.rest[len(list):]
	return list, nil
}
