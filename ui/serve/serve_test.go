package serve

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// host is a server in a test, with a client for it.
type host struct {
	t       *testing.T
	address string
	key     gossh.PublicKey
	stop    func() error // ends the server and says how it ended
	server  *Server
	log     *lockedLog
}

// lockedLog is a log that may be read while it is written.
type lockedLog struct {
	mu     sync.Mutex
	buffer bytes.Buffer
}

func (l *lockedLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buffer.Write(p)
}

func (l *lockedLog) text() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buffer.String()
}

func newKey(t testing.TB) gossh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// keysOf writes a file of the public keys of some, called by their numbers.
func keysOf(t testing.TB, keys ...gossh.Signer) *Keys {
	t.Helper()
	var lines strings.Builder
	for i, key := range keys {
		fmt.Fprintf(&lines, "%s reader-%d\n", bytes.TrimSpace(gossh.MarshalAuthorizedKey(key.PublicKey())), i)
	}
	path := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(path, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	opened, err := OpenKeys(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return opened
}

// serveTest starts a server.
func serveTest(t *testing.T, c Config) *host {
	t.Helper()
	h := &host{t: t, log: &lockedLog{}}
	c.HostKey = newKey(t)
	h.key = c.HostKey.PublicKey()
	c.Log = slog.New(slog.NewTextHandler(h.log, nil))
	c.Denied = "not among the readers"
	c.Say = func(_ *Session, why Reason) string { return "said: " + why.String() }
	if c.Sessions == 0 {
		c.Sessions, c.PerKey = 10, 5
	}
	if c.Rate == 0 {
		c.Rate = 1000
	}
	if c.Idle == 0 {
		c.Idle = time.Minute
	}
	listener, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h.address = listener.Addr().String()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	h.server = New(c)
	go func() { ended <- h.server.Serve(ctx, listener) }()
	h.stop = sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { _ = h.stop() })
	return h
}

// dial connects with some keys, none for a guest. told is what the server says meanwhile.
func (h *host) dial(keys ...gossh.Signer) (client *gossh.Client, told string, err error) {
	auth := []gossh.AuthMethod{gossh.PublicKeys(keys...), gossh.KeyboardInteractive(func(_, instruction string, _ []string, _ []bool) ([]string, error) {
		told += instruction
		return nil, nil
	})}
	client, err = gossh.Dial("tcp", h.address, &gossh.ClientConfig{User: "anyone", Auth: auth, HostKeyCallback: gossh.FixedHostKey(h.key), Timeout: 5 * time.Second})
	return client, told, err
}

// visitTest is a session of a client.
type visitTest struct {
	*gossh.Session
	in       io.Writer
	out, err lockedLog
	told     chan struct{} // closed when nothing more is said to who copies files
}

func (h *host) open(client *gossh.Client, term string, environ ...string) *visitTest {
	h.t.Helper()
	session, err := client.NewSession()
	if err != nil {
		h.t.Fatal(err)
	}
	v := &visitTest{Session: session}
	session.Stdout, session.Stderr = &v.out, &v.err
	if v.in, err = session.StdinPipe(); err != nil {
		h.t.Fatal(err)
	}
	if term != "-" {
		if err := session.RequestPty(term, 24, 80, gossh.TerminalModes{}); err != nil {
			h.t.Fatal(err)
		}
	}
	for _, variable := range environ {
		name, value, _ := strings.Cut(variable, "=")
		_ = session.Setenv(name, value) // it may be refused
	}
	return v
}

// begin comes with a key, and waits until the session of that reader is shown. The
// connection is closed behind the test.
func (h *host) begin(t *testing.T, key gossh.Signer) (*gossh.Client, *visitTest) {
	t.Helper()
	client, _, err := h.dial(key)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	v := h.open(client, "xterm")
	if err := v.Shell(); err != nil {
		t.Fatal(err)
	}
	v.await(t, "[reader-")
	return client, v
}

// await waits for a text.
func await(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !is(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

func (v *visitTest) await(t *testing.T, text string) {
	t.Helper()
	await(t, fmt.Sprintf("%q", text), func() bool { return strings.Contains(v.out.text(), text) })
}

// echo shows who came with what, and every key; "p" is a fault, "q" the end.
func echo(ctx context.Context, s *Session) error {
	width, height := s.Size()
	_, _ = fmt.Fprintf(s.Out, "[%s guest=%v %dx%d %s]\n", s.Name, s.IsGuest(), width, height, strings.Join(s.Environ(), " "))
	keys := make(chan byte)
	go func() {
		one := make([]byte, 1)
		for {
			if _, err := s.In.Read(one); err != nil {
				return
			}
			keys <- one[0]
		}
	}()
	for {
		select {
		case key := <-keys:
			switch key {
			case 'p':
				panic("planted")
			case 'q':
				return nil
			case 'e':
				return errors.New("failed")
			}
			_, _ = fmt.Fprintf(s.Out, "key %c;", key)
		case size := <-s.Sizes:
			_, _ = fmt.Fprintf(s.Out, "size %dx%d;", size.Width, size.Height)
		case <-ctx.Done():
			_, _ = io.WriteString(s.Out, "saved;")
			return ctx.Err()
		}
	}
}

// Who has a known key is shown what there is, with his terminal and no more of his
// environment than says which that is.
func TestServe(t *testing.T) {
	t.Parallel()
	other, key := newKey(t), newKey(t)
	h := serveTest(t, Config{Keys: keysOf(t, other, key), Show: echo})
	client, _, err := h.dial(newKey(t), key)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	v := h.open(client, "xterm-kitty", "LANG=ar_EG.UTF-8", "TMUX=/tmp/x,1,2", "WARRAQ_LIBRARY=/etc/passwd", "COLORTERM=truecolor", "LC_ALL="+strings.Repeat("x", 1000))
	if err := v.Shell(); err != nil {
		t.Fatal(err)
	}
	v.await(t, "[reader-1 guest=false 80x24 COLORTERM=truecolor LANG=ar_EG.UTF-8 TERM=xterm-kitty]")
	_, _ = io.WriteString(v.in, "ab")
	v.await(t, "key b;")
	if err := v.WindowChange(40, 120); err != nil {
		t.Fatal(err)
	}
	v.await(t, "size 120x40;")
	if err := v.WindowChange(1<<30, 1<<30); err != nil {
		t.Fatal(err)
	}
	v.await(t, fmt.Sprintf("size %dx%d;", widestScreen, highestScreen))
	_, _ = io.WriteString(v.in, "q")
	if err := v.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
	await(t, "the log", func() bool { return strings.Contains(h.log.text(), "why=left") })
	if log := h.log.text(); !strings.Contains(log, "msg=came") || !strings.Contains(log, "name=reader-1") || strings.Contains(log, "denied") == false {
		t.Errorf("the log says %s", log)
	}
}

// What a client may not ask for is refused, and nothing else happens.
func TestRefusedRequests(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	h := serveTest(t, Config{Keys: keysOf(t, key), Show: echo})
	client, _, err := h.dial(key)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	for _, channel := range []string{"direct-tcpip", "forwarded-tcpip", "x11", "auth-agent@openssh.com", "direct-streamlocal@openssh.com"} {
		if _, _, openErr := client.OpenChannel(channel, gossh.Marshal(struct {
			A string
			B uint32
			C string
			D uint32
		}{"127.0.0.1", 22, "127.0.0.1", 1})); openErr == nil {
			t.Errorf("a channel %s was opened", channel)
		}
	}
	if _, err := client.Listen("tcp", "127.0.0.1:0"); err == nil {
		t.Error("a port is forwarded")
	}
	v := h.open(client, "xterm")
	for _, request := range []string{"auth-agent-req@openssh.com", "x11-req", "subsystem", "signal", "break", "exec\x00"} {
		if ok, err := v.SendRequest(request, true, gossh.Marshal(struct{ Name string }{"sftp"})); ok {
			t.Errorf("%s is granted, %v", request, err)
		}
	}
	if err := v.Shell(); err != nil {
		t.Fatal(err)
	}
	v.await(t, "[reader-0")
	for i := range mostChannels {
		session, err := client.NewSession()
		if last := i == mostChannels-1; (err != nil) != last {
			t.Errorf("session %d: %v", i, err)
		}
		if err == nil {
			defer session.Close()
		}
	}
}

// Who cannot be shown anything is told why in a sentence.
func TestRefusals(t *testing.T) {
	t.Parallel()
	key, other := newKey(t), newKey(t)
	for _, tt := range []struct {
		name, term, command string
		sessions, perKey    int
		first               gossh.Signer // who is there already
		want                Reason
	}{
		{name: "no terminal", term: "-", want: NoTerminal},
		{name: "a dumb terminal", term: "dumb", want: DumbTerminal},
		{name: "a terminal without a name", term: "", want: DumbTerminal},
		{name: "a command", term: "xterm", command: "cat /etc/passwd", want: NoCommands},
		{name: "many", term: "xterm", sessions: 1, perKey: 5, first: other, want: TooMany},
		{name: "many of a key", term: "xterm", sessions: 5, perKey: 1, first: key, want: TooManyOfKey},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			h := serveTest(t, Config{Keys: keysOf(t, key, other), Show: echo, Sessions: tt.sessions, PerKey: tt.perKey})
			if tt.first != nil {
				h.begin(t, tt.first)
			}
			client, _, err := h.dial(key)
			if err != nil {
				t.Fatal(err)
			}
			defer client.Close()
			v := h.open(client, tt.term)
			if tt.command != "" {
				err = v.Start(tt.command)
			} else {
				err = v.Shell()
			}
			if err != nil {
				t.Fatal(err)
			}
			var exit *gossh.ExitError
			if err := v.Wait(); !errors.As(err, &exit) || exit.ExitStatus() != 1 {
				t.Errorf("it ended with %v", err)
			}
			if got := v.err.text(); got != "said: "+tt.want.String()+"\r\n" || v.out.text() != "" {
				t.Errorf("it says %q and %q", got, v.out.text())
			}
		})
	}
}

// A key that is not known is told so; where guests may come its owner is one, as is who has
// none.
func TestGuests(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	closed := serveTest(t, Config{Keys: keysOf(t, key), Show: echo})
	if _, told, err := closed.dial(newKey(t)); err == nil || told != "not among the readers" {
		t.Errorf("a stranger got %v and was told %q", err, told)
	}
	open := serveTest(t, Config{Keys: keysOf(t, key), Show: echo, Guests: true})
	for want, keys := range map[string][]gossh.Signer{"[ guest=true": {newKey(t), newKey(t)}, "[reader-0 guest=false": {newKey(t), key}} {
		client, told, err := open.dial(keys...)
		if err != nil || told != "" {
			t.Fatal(err, told)
		}
		defer client.Close()
		v := open.open(client, "xterm")
		if err := v.Shell(); err != nil {
			t.Fatal(err)
		}
		v.await(t, want)
	}
}

// A session that crashes, fails, is idle or loses its connection ends alone. When the server
// is told to end, all sessions save what they have before it does.
func TestEnds(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	h := serveTest(t, Config{Keys: keysOf(t, key), Show: echo, Idle: 5 * time.Second})
	_, stays := h.begin(t, key)
	stopTyping := make(chan struct{})
	go func() {
		for {
			select {
			case <-time.After(200 * time.Millisecond):
				_, _ = io.WriteString(stays.in, "k")
			case <-stopTyping:
				return
			}
		}
	}()
	defer close(stopTyping)

	_, idles := h.begin(t, key)
	_, crashes := h.begin(t, key)
	_, _ = io.WriteString(crashes.in, "p")
	if err := crashes.Wait(); err == nil || crashes.err.text() != "said: crashed\r\n" {
		t.Errorf("a fault ends with %v, and says %q", err, crashes.err.text())
	}
	_, fails := h.begin(t, key)
	_, _ = io.WriteString(fails.in, "e")
	if err := fails.Wait(); err == nil || fails.err.text() != "" {
		t.Errorf("a failure ends with %v, and says %q", err, fails.err.text())
	}
	gone, _ := h.begin(t, key)
	_ = gone.Close()
	await(t, "a lost connection", func() bool { return strings.Contains(h.log.text(), `why="connection lost"`) })
	if err := idles.Wait(); err != nil || idles.err.text() != "said: idle\r\n" || !strings.Contains(idles.out.text(), "saved;") {
		t.Errorf("an idle session ends with %v, and says %q", err, idles.err.text())
	}
	stays.await(t, "key k;")
	if log := h.log.text(); !strings.Contains(log, "planted") || !strings.Contains(log, "serve_test.go") {
		t.Errorf("the log does not say where the fault was: %s", log)
	}
	if err := h.stop(); err != nil {
		t.Errorf("the server ended with %v", err)
	}
	_ = stays.Wait()
	if got := stays.err.text(); got != "said: the server ends\r\n" || !strings.Contains(stays.out.text(), "saved;") {
		t.Errorf("at the end it says %q", got)
	}
}

// A client that reads nothing does not keep a session that is idle, nor the server's end.
func TestDeafClient(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	ended := make(chan struct{})
	h := serveTest(t, Config{Keys: keysOf(t, key), Idle: time.Second, Show: func(ctx context.Context, s *Session) error {
		defer close(ended)
		for ctx.Err() == nil {
			if _, err := s.Out.Write(make([]byte, 1<<16)); err != nil {
				return err
			}
		}
		return ctx.Err()
	}})
	client, _, err := h.dial(key)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	session, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if err := session.RequestPty("xterm", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := session.StdoutPipe(); err != nil { // which nobody reads
		t.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-ended:
	case <-time.After(leavingBound + 5*time.Second):
		t.Error("it does not end")
	}
}

// connections is how many there are.
func (h *host) connections() int {
	h.server.limits.mu.Lock()
	defer h.server.limits.mu.Unlock()
	return h.server.limits.connections
}

// Sizes that come where nothing is shown keep nothing waiting: not what is asked for then, nor
// the end of the connection.
func TestResizedUnseen(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	h := serveTest(t, Config{Keys: keysOf(t, key), Show: echo})
	for _, tt := range []struct {
		name, command string
		shown         bool
	}{{"before a shell", "", true}, {"without one", "", false}, {"refused", "ls", false}} {
		client, _, err := h.dial(key)
		if err != nil {
			t.Fatal(err)
		}
		v := h.open(client, "xterm")
		if tt.command != "" {
			if err := v.Start(tt.command); err != nil {
				t.Errorf("%s: %v", tt.name, err)
			}
		}
		for i := range 60 {
			_ = v.WindowChange(30, 41+i) // of one that is refused, it may have ended
		}
		if tt.shown {
			if err := v.Shell(); err != nil {
				t.Errorf("%s: %v", tt.name, err)
			}
			v.await(t, "100x30")
		}
		_ = client.Close()
		await(t, "the end of the connection, "+tt.name, func() bool { return h.connections() == 0 })
	}
}

// A connection on which nothing is shown does not stay.
func TestLoitering(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	h := serveTest(t, Config{Keys: keysOf(t, key), Show: echo, Loiter: 3 * time.Second})
	reading, _, err := h.dial(key)
	if err != nil {
		t.Fatal(err)
	}
	defer reading.Close()
	v := h.open(reading, "xterm")
	if err = v.Shell(); err != nil {
		t.Fatal(err)
	}
	v.await(t, "[reader-0")
	loitering, _, err := h.dial(key)
	if err != nil {
		t.Fatal(err)
	}
	defer loitering.Close()
	h.open(loitering, "xterm") // a channel alone shows nothing
	await(t, "the end of who loiters", func() bool { return h.connections() == 1 })
	_, _ = io.WriteString(v.in, "k")
	v.await(t, "key k;")
	_, _ = io.WriteString(v.in, "q")
	await(t, "the end of who has read", func() bool { return h.connections() == 0 })
}

// From one address no more connections come in a minute than may.
func TestRate(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	h := serveTest(t, Config{Keys: keysOf(t, key), Show: echo, Rate: 3})
	came := 0
	for range 6 {
		if client, _, err := h.dial(key); err == nil {
			came++
			defer client.Close()
		}
	}
	if came != 3 || !strings.Contains(h.log.text(), "too many connections") {
		t.Errorf("%d came", came)
	}
	now := time.Unix(0, 0)
	l := limits{perMinute: 2, most: 10}
	for i, tt := range []struct {
		after time.Duration
		from  string
		want  bool
	}{{0, "a", true}, {0, "a", true}, {0, "a", false}, {0, "b", true}, {31 * time.Second, "a", true}, {0, "a", false}, {time.Hour, "a", true}} {
		now = now.Add(tt.after)
		if _, ok := l.connect(tt.from, now); ok != tt.want {
			t.Errorf("%d: %v", i, ok)
		}
	}
}

// An address that another program has is said to be taken.
func TestListen(t *testing.T) {
	t.Parallel()
	first, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	var wrong *ListenError
	if _, err := Listen(first.Addr().String()); !errors.As(err, &wrong) || !wrong.Taken {
		t.Errorf("it says %v", err)
	}
	if _, err := Listen("nonsense"); !errors.As(err, &wrong) || wrong.Taken {
		t.Errorf("it says %v", err)
	}
	if !IsForThisMachine(first.Addr()) || IsForThisMachine(&net.TCPAddr{IP: net.IPv4zero, Port: 1}) {
		t.Error("it does not know its own machine")
	}
}
