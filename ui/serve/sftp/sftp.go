// Package sftp hands files out by the SSH file transfer protocol, as sftp, scp and the
// programs that show folders of other machines speak it.
//
// It is version 3 of that protocol (draft-ietf-secsh-filexfer-02), for reading alone. The
// files are those of an [fs.FS], which has no ways out: a path is made plain below its root
// before anything is asked for, and there are neither links nor anything that writes. One
// request is answered after the other, by who calls [Serve], so that a client takes the
// memory of one answer and of the files that it has open, which are few.
package sftp

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"time"
)

// Bounds of what a client may ask for.
const (
	longestRequest = 256 << 10 // bytes; what is written, and refused, comes in such pieces
	longestData    = 32 << 10  // of a file, in one answer
	mostHandles    = 16        // files and folders that are open
	namesAtOnce    = 100       // of a folder, in one answer
	mostRequests   = 1000      // in a second
)

// ErrProtocol is what a client sends that is not of the protocol.
var ErrProtocol = errors.New("it is no request of SFTP")

// The kinds of requests and answers.
const (
	kindInit     = 1
	kindVersion  = 2
	kindOpen     = 3
	kindClose    = 4
	kindRead     = 5
	kindWrite    = 6
	kindLstat    = 7
	kindFstat    = 8
	kindSetstat  = 9
	kindFsetstat = 10
	kindOpendir  = 11
	kindReaddir  = 12
	kindRemove   = 13
	kindMkdir    = 14
	kindRmdir    = 15
	kindRealpath = 16
	kindStat     = 17
	kindRename   = 18
	kindSymlink  = 20
	kindStatus   = 101
	kindHandle   = 102
	kindData     = 103
	kindName     = 104
	kindAttrs    = 105
)

// The states of requests.
const (
	stateOK          = 0
	stateEnd         = 1
	stateNoFile      = 2
	stateDenied      = 3
	stateFailed      = 4
	stateBad         = 5
	stateUnsupported = 8
)

// protocolVersion is the one that is spoken.
const protocolVersion = 3

// server answers the requests of a client.
type server struct {
	files   fs.FS
	handles map[string]fs.File
	last    int // the number of the last handle
	out     answer
}

// Serve answers the requests of a client until it sends no more, and returns nil then. A
// file may have a size of -1: it is not told then.
func Serve(in io.Reader, out io.Writer, files fs.FS) error {
	s := &server{files: files, handles: map[string]fs.File{}}
	defer s.closeAll()
	from := bufio.NewReader(in)
	var packet []byte
	var pace pacer
	for begun := false; ; begun = true {
		time.Sleep(pace.next(time.Now()))
		var length [4]byte
		if _, err := io.ReadFull(from, length[:]); err != nil {
			return ended(err)
		}
		n := binary.BigEndian.Uint32(length[:])
		if n == 0 || n > longestRequest {
			return ErrProtocol
		}
		if cap(packet) < int(n) {
			packet = make([]byte, n)
		}
		packet = packet[:n]
		if _, err := io.ReadFull(from, packet); err != nil {
			return ended(err)
		}
		s.out = append(s.out[:0], 0, 0, 0, 0)
		if err := s.answer(request{packet[0], packet[1:], false}, begun); err != nil {
			return err
		}
		binary.BigEndian.PutUint32(s.out, uint32(len(s.out)-4))
		if _, err := out.Write(s.out); err != nil {
			return fmt.Errorf("answering: %w", err)
		}
	}
}

// pacer says how long a client is to wait that asks too often.
type pacer struct {
	begin time.Time // of the second
	count int       // of requests in it
}

// next returns how long the next request waits.
func (p *pacer) next(now time.Time) time.Duration {
	if now.Sub(p.begin) >= time.Second {
		p.begin, p.count = now, 0
	}
	if p.count++; p.count <= mostRequests {
		return 0
	}
	return p.begin.Add(time.Second).Sub(now)
}

// ended makes nothing of the end of what a client sends, wherever that is.
func ended(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return fmt.Errorf("reading requests: %w", err)
}

func (s *server) closeAll() {
	for _, h := range s.handles {
		_ = h.Close() // it was only read
	}
}

// answer puts the answer to a request into out. The first one agrees on a version.
func (s *server) answer(r request, begun bool) error {
	if r.kind == kindInit || !begun {
		if begun || r.kind != kindInit {
			return ErrProtocol
		}
		s.out = append(s.out, kindVersion)
		s.out.number(protocolVersion)
		return nil
	}
	id := r.number()
	if r.short {
		return ErrProtocol
	}
	begin := len(s.out)
	err := s.do(&r, id)
	if r.short {
		err = errShort
	}
	if err != nil {
		s.out = s.out[:begin]
		s.status(id, err)
	}
	return nil
}

// do does what a request wants and puts the answer into out, unless there is an error.
func (s *server) do(r *request, id uint32) error {
	switch r.kind {
	case kindRealpath:
		s.out.begin(kindName, id)
		s.out.number(1)
		name := path.Clean("/" + r.text())
		s.out.text(name)
		s.out.text(name)
		s.out.number(0) // of whose attributes nothing is said
		return nil
	case kindStat, kindLstat:
		info, err := fs.Stat(s.files, nameOf(r.text()))
		return s.attributes(id, info, err)
	case kindFstat:
		h, err := s.handle(r)
		if err != nil {
			return err
		}
		info, err := h.Stat()
		return s.attributes(id, info, err)
	case kindOpen, kindOpendir:
		return s.open(r, id)
	case kindRead:
		return s.read(r, id)
	case kindReaddir:
		return s.readDir(r, id)
	case kindClose:
		return s.close(r, id)
	case kindWrite, kindSetstat, kindFsetstat, kindRemove, kindMkdir, kindRmdir, kindRename, kindSymlink:
		return fs.ErrPermission
	}
	return errors.ErrUnsupported
}

// What goes wrong here.
var (
	errShort    = errors.New("the request is too short")
	errNoHandle = errors.New("nothing is open under this handle")
	errHandles  = errors.New("too many files are open")
)

// status answers that a request is done, or why it is not.
func (s *server) status(id uint32, err error) {
	state, sentence := uint32(stateFailed), "done"
	if err != nil {
		sentence = err.Error()
	}
	for _, known := range []struct {
		err   error
		state uint32
	}{
		{nil, stateOK}, {io.EOF, stateEnd}, {fs.ErrNotExist, stateNoFile}, {fs.ErrPermission, stateDenied}, {errShort, stateBad},
		{errors.ErrUnsupported, stateUnsupported},
	} {
		if errors.Is(err, known.err) {
			state = known.state
		}
	}
	s.out.begin(kindStatus, id)
	s.out.number(state)
	s.out.text(sentence)
	s.out.text("en")
}
