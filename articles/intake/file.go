package intake

import (
	"os"
	"sync/atomic"
)

// openFile is a file that stays open until all inputs that need it have been read,
// which may be later than it was opened, and in any order.
type openFile struct {
	file  *os.File
	needs atomic.Int64
}

// newOpenFile makes an open file that is needed once, by who opened it.
func newOpenFile(f *os.File) *openFile {
	o := &openFile{file: f}
	o.needs.Store(1)
	return o
}

// need says that one more needs the file; nil is no file.
func (o *openFile) need() *openFile {
	if o != nil {
		o.needs.Add(1)
	}
	return o
}

// release says that one needs it no more, and closes it after the last.
func (o *openFile) release() error {
	if o == nil || o.needs.Add(-1) > 0 {
		return nil
	}
	return o.file.Close() //nolint:wrapcheck // its error says the name
}
