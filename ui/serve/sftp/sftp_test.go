package sftp

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"math"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// shelf is a folder of some files.
func shelf() fs.FS {
	day := time.Date(2026, 11, 3, 10, 0, 0, 0, time.UTC)
	files := fstest.MapFS{
		"notes.md":         {Data: []byte("# Notes\n"), Mode: 0o444, ModTime: day},
		"books/القطار.md":  {Data: []byte(strings.Repeat("عاد القطار. ", 9000)), Mode: 0o444, ModTime: day},
		"many/0.md":        {Mode: 0o444},
		"books/empty.epub": {Mode: 0o444},
	}
	for i := range 250 {
		files[fmt.Sprintf("many/%d.md", i)] = &fstest.MapFile{Mode: 0o444}
	}
	return files
}

// clientTest sends requests and reads answers.
type clientTest struct {
	t    *testing.T
	out  io.Writer
	in   io.Reader
	next uint32
	end  chan error
}

// connect has a server serve files to a client that has agreed on a version.
func connect(t *testing.T, files fs.FS) *clientTest {
	t.Helper()
	requests, toServer := io.Pipe()
	fromServer, answers := io.Pipe()
	c := &clientTest{t: t, out: toServer, in: fromServer, end: make(chan error, 1)}
	go func() {
		err := Serve(requests, answers, files)
		_ = answers.Close()
		c.end <- err
	}()
	t.Cleanup(func() { _ = toServer.Close() })
	c.send([]byte{kindInit, 0, 0, 0, 6})
	if got := c.receive(); !bytes.Equal(got, []byte{kindVersion, 0, 0, 0, 3}) {
		t.Fatalf("it agrees on %v", got)
	}
	return c
}

func (c *clientTest) send(packet []byte) {
	c.t.Helper()
	if _, err := c.out.Write(append(binary.BigEndian.AppendUint32(nil, uint32(len(packet))), packet...)); err != nil {
		c.t.Fatal(err)
	}
}

func (c *clientTest) receive() []byte {
	c.t.Helper()
	var length [4]byte
	if _, err := io.ReadFull(c.in, length[:]); err != nil {
		c.t.Fatal(err)
	}
	packet := make([]byte, binary.BigEndian.Uint32(length[:]))
	if _, err := io.ReadFull(c.in, packet); err != nil {
		c.t.Fatal(err)
	}
	return packet
}

// ask sends a request and gives what is in its answer, behind its number.
func (c *clientTest) ask(kind byte, of ...any) (answered byte, rest *request) {
	c.t.Helper()
	c.next++
	var packet answer
	packet.begin(kind, c.next)
	for _, value := range of {
		switch v := value.(type) {
		case string:
			packet.text(v)
		case int:
			packet.number(uint32(v))
		case uint64:
			packet = binary.BigEndian.AppendUint64(packet, v)
		}
	}
	c.send(packet)
	got := c.receive()
	rest = &request{kind: got[0], rest: got[1:]}
	if id := rest.number(); id != c.next {
		c.t.Fatalf("the answer is to %d", id)
	}
	return got[0], rest
}

// state gives the state that a request is answered with.
func (c *clientTest) state(kind byte, of ...any) int {
	c.t.Helper()
	answered, rest := c.ask(kind, of...)
	if answered != kindStatus {
		return -int(answered)
	}
	return int(rest.number())
}

// open opens a file or a folder.
func (c *clientTest) open(kind byte, of ...any) string {
	c.t.Helper()
	answered, rest := c.ask(kind, of...)
	if answered != kindHandle {
		c.t.Fatalf("%v is answered with %d", of, answered)
	}
	return rest.text()
}

// What a client asks for is answered: names, attributes, folders however long, files piece
// by piece.
func TestReading(t *testing.T) {
	t.Parallel()
	c := connect(t, shelf())
	if _, rest := c.ask(kindRealpath, "books/.././notes.md"); rest.number() != 1 || rest.text() != "/notes.md" {
		t.Error("a path is not made plain")
	}
	_, rest := c.ask(kindStat, "/notes.md")
	if flags := rest.number(); flags != hasSize|hasPermissions|hasTimes || rest.long() != 8 || rest.number() != isFile|0o444 || rest.number() != 1793700000 {
		t.Errorf("the attributes of a file are %b …", flags)
	}
	folder := c.open(kindOpendir, "/many")
	count := 0
	for {
		answered, rest := c.ask(kindReaddir, folder)
		if answered == kindStatus {
			if state := rest.number(); state != stateEnd {
				t.Errorf("the folder ends with %d", state)
			}
			break
		}
		n := int(rest.number())
		if n > namesAtOnce {
			t.Errorf("%d names at once", n)
		}
		count += n
	}
	if count != 250 {
		t.Errorf("the folder has %d files", count)
	}
	file := c.open(kindOpen, "books/القطار.md", wantsToRead, 0)
	var text []byte
	for {
		answered, rest := c.ask(kindRead, file, uint64(len(text)), 1<<20)
		if answered == kindStatus {
			break
		}
		text = append(text, rest.take(uint64(rest.number()))...)
	}
	if string(text) != strings.Repeat("عاد القطار. ", 9000) {
		t.Errorf("the file has %d bytes", len(text))
	}
	for _, handle := range []string{file, folder} {
		if state := c.state(kindClose, handle); state != stateOK {
			t.Errorf("closing ends with %d", state)
		}
	}
}

// Nothing is written, nothing is above the root, and no request is too odd to be answered.
func TestRefusing(t *testing.T) {
	t.Parallel()
	c := connect(t, shelf())
	file := c.open(kindOpen, "notes.md", wantsToRead, 0)
	folder := c.open(kindOpendir, "books")
	for _, tt := range []struct {
		name string
		kind byte
		of   []any
		want int
	}{
		{"opened for writing", kindOpen, []any{"notes.md", 2, 0}, stateDenied},
		{"for reading and writing", kindOpen, []any{"notes.md", 3, 0}, stateDenied},
		{"made", kindOpen, []any{"new.md", 0x1a, 0}, stateDenied},
		{"opened for nothing", kindOpen, []any{"notes.md", 0, 0}, stateDenied},
		{"written", kindWrite, []any{file, uint64(0), "x"}, stateDenied},
		{"removed", kindRemove, []any{"notes.md"}, stateDenied},
		{"renamed", kindRename, []any{"notes.md", "other.md"}, stateDenied},
		{"a folder made", kindMkdir, []any{"new", 0}, stateDenied},
		{"a folder removed", kindRmdir, []any{"books"}, stateDenied},
		{"a link made", kindSymlink, []any{"/etc/passwd", "link"}, stateDenied},
		{"attributes set", kindSetstat, []any{"notes.md", 0}, stateDenied},
		{"those of what is open set", kindFsetstat, []any{file, 0}, stateDenied},
		{"a link read", 19, []any{"notes.md"}, stateUnsupported},
		{"an extension", 200, []any{"posix-rename@openssh.com", "notes.md", "x"}, stateUnsupported},
		{"no kind", 77, nil, stateUnsupported},
		{"above the root", kindStat, []any{"../../../../etc/passwd"}, stateNoFile},
		{"another root", kindOpen, []any{"/etc/passwd", wantsToRead, 0}, stateNoFile},
		{"a zero byte", kindStat, []any{"notes.md\x00"}, stateNoFile},
		{"no UTF-8", kindStat, []any{"\xff\xfe"}, stateNoFile},
		{"a long path", kindStat, []any{strings.Repeat("a/", 60000)}, stateNoFile},
		{"a folder as a file", kindOpen, []any{"books", wantsToRead, 0}, stateNoFile},
		{"a file as a folder", kindOpendir, []any{"notes.md"}, stateNoFile},
		{"a folder read", kindRead, []any{folder, uint64(0), 10}, stateFailed},
		{"a file listed", kindReaddir, []any{file}, stateFailed},
		{"at the end", kindRead, []any{file, uint64(len("# Notes\n")), 10}, stateEnd},
		{"before the beginning", kindRead, []any{file, uint64(math.MaxUint64), 10}, stateFailed},
		{"no handle", kindRead, []any{"99", uint64(0), 10}, stateFailed},
		{"closed twice", kindClose, []any{"99"}, stateFailed},
		{"too short", kindOpen, []any{"notes.md"}, stateBad},
		{"shorter", kindStat, nil, stateBad},
		{"a length beyond its end", kindStat, []any{math.MaxUint32}, stateBad},
	} {
		if got := c.state(tt.kind, tt.of...); got != tt.want {
			t.Errorf("%s: the state is %d, not %d", tt.name, got, tt.want)
		}
	}
	for range mostHandles - 2 {
		c.open(kindOpen, "notes.md", wantsToRead, 0)
	}
	if state := c.state(kindOpendir, "books"); state != stateFailed {
		t.Errorf("one handle more gives %d", state)
	}
	c.state(kindClose, folder)
	c.open(kindOpendir, "books")
}

// What is no request ends it: another beginning, a second one, a packet that is too long.
func TestProtocol(t *testing.T) {
	t.Parallel()
	begin := "\x00\x00\x00\x05\x01\x00\x00\x00\x03"
	for _, tt := range []struct {
		name, sent string
		want       error
	}{
		{"nothing", "", nil},
		{"half a length", "\x00\x00", nil},
		{"half a request", "\x00\x00\x00\x05\x01\x00", nil},
		{"a beginning", begin, nil},
		{"no beginning", "\x00\x00\x00\x09\x11\x00\x00\x00\x01\x00\x00\x00\x00", ErrProtocol},
		{"two beginnings", begin + begin, ErrProtocol},
		{"an empty packet", begin + "\x00\x00\x00\x00", ErrProtocol},
		{"one without a number", begin + "\x00\x00\x00\x02\x11\x00", ErrProtocol},
		{"one that is too long", begin + "\x7f\xff\xff\xff", ErrProtocol},
		{"text", "GET / HTTP/1.0\r\n\r\n", ErrProtocol},
	} {
		if err := Serve(strings.NewReader(tt.sent), io.Discard, shelf()); err != tt.want { //nolint:errorlint // it is these themselves
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// A client that asks too often waits until the next second, and no longer.
func TestPace(t *testing.T) {
	t.Parallel()
	var pace pacer
	now := time.Date(2026, 11, 3, 10, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		after    time.Duration // since the one before
		requests int
		want     time.Duration // of the last one of them
	}{
		{0, mostRequests, 0}, {200 * time.Millisecond, 1, 800 * time.Millisecond}, {800 * time.Millisecond, mostRequests, 0},
		{0, 1, time.Second}, {time.Hour, mostRequests, 0},
	} {
		now = now.Add(tt.after)
		var wait time.Duration
		for range tt.requests {
			wait = pace.next(now)
		}
		if wait != tt.want {
			t.Errorf("after %v the %dth request waits for %v, not %v", tt.after, tt.requests, wait, tt.want)
		}
	}
}

// Whatever a client sends, all that it is sent are answers of the protocol.
func FuzzServe(f *testing.F) {
	f.Add([]byte("\x00\x00\x00\x05\x01\x00\x00\x00\x03\x00\x00\x00\x0a\x11\x00\x00\x00\x01\x00\x00\x00\x01/"))
	f.Add([]byte("\x00\x00\x00\x05\x01\x00\x00\x00\x03\x00\x00\x00\x16\x03\x00\x00\x00\x01\x00\x00\x00\x08notes.md\x00\x00\x00\x01\x00\x00\x00\x00"))
	files := shelf()
	f.Fuzz(func(t *testing.T, data []byte) {
		var out bytes.Buffer
		_ = Serve(bytes.NewReader(data), &out, files) // it may be no request
		for out.Len() > 0 {
			var length [4]byte
			if n, _ := out.Read(length[:]); n < 4 {
				t.Fatal("an answer is cut off")
			}
			packet := out.Next(int(binary.BigEndian.Uint32(length[:])))
			if len(packet) < 5 || len(packet) != int(binary.BigEndian.Uint32(length[:])) {
				t.Fatalf("an answer is %v", packet)
			}
		}
	})
}
