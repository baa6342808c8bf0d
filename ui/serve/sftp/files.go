package sftp

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// nameOf gives the name of a path of the client's for [fs.FS]. What leads above the root
// leads to it.
func nameOf(of string) string {
	if name := path.Clean("/" + of)[1:]; name != "" {
		return name
	}
	return "."
}

// wantsToRead is the flag of a file that is opened for reading; others are for writing.
const wantsToRead = 1

// open opens a file or a folder.
func (s *server) open(r *request, id uint32) error {
	name := nameOf(r.text())
	if r.kind == kindOpen && r.number() != wantsToRead {
		return fs.ErrPermission
	}
	if r.short {
		return errShort
	}
	if len(s.handles) >= mostHandles {
		return errHandles
	}
	f, err := s.files.Open(name)
	if err != nil {
		return err //nolint:wrapcheck // the client is told
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() != (r.kind == kindOpendir) {
		err = fs.ErrNotExist
	}
	if err != nil {
		_ = f.Close() // it was only read
		return err
	}
	s.last++
	key := strconv.Itoa(s.last)
	s.handles[key] = f
	s.out.begin(kindHandle, id)
	s.out.text(key)
	return nil
}

func (s *server) handle(r *request) (fs.File, error) {
	h := s.handles[r.text()]
	if h == nil {
		return nil, errNoHandle
	}
	return h, nil
}

func (s *server) close(r *request, id uint32) error {
	key := r.text()
	h := s.handles[key]
	if h == nil {
		return errNoHandle
	}
	delete(s.handles, key)
	_ = h.Close() // it was only read
	s.status(id, nil)
	return nil
}

// read reads a piece of a file.
func (s *server) read(r *request, id uint32) error {
	h, err := s.handle(r)
	if err != nil {
		return err
	}
	at, length := r.long(), r.number()
	from, ok := h.(io.ReaderAt)
	if !ok || at > 1<<62 || r.short {
		return errNoHandle
	}
	data := make([]byte, min(length, longestData))
	n, err := from.ReadAt(data, int64(at))
	if n == 0 && err != nil {
		return err //nolint:wrapcheck // the client is told
	}
	s.out.begin(kindData, id)
	s.out.text(string(data[:n]))
	return nil
}

// readDir reads some more names of a folder.
func (s *server) readDir(r *request, id uint32) error {
	h, err := s.handle(r)
	if err != nil {
		return err
	}
	dir, ok := h.(fs.ReadDirFile)
	if !ok {
		return errNoHandle
	}
	list, err := dir.ReadDir(namesAtOnce)
	if err != nil {
		return err //nolint:wrapcheck // the client is told
	}
	s.out.begin(kindName, id)
	s.out.number(uint32(len(list)))
	for _, entry := range list {
		info, err := entry.Info()
		if err != nil {
			return err //nolint:wrapcheck // the client is told
		}
		s.out.text(info.Name())
		s.out.text(longName(info))
		s.out.attributes(info)
	}
	return nil
}

// longName is the line of ls of a file.
func longName(info fs.FileInfo) string {
	return fmt.Sprintf("%s    1 reader   reader   %8d %s %s", strings.ToLower(info.Mode().String()), max(info.Size(), 0),
		info.ModTime().UTC().Format("Jan _2  2006"), info.Name())
}

// attributes answers with what is known of a file.
func (s *server) attributes(id uint32, info fs.FileInfo, err error) error {
	if err != nil {
		return err
	}
	s.out.begin(kindAttrs, id)
	s.out.attributes(info)
	return nil
}
