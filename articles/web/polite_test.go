package web

import (
	"context"
	"encoding/pem"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// A host is asked by so many at a time, however many wait, and they all are answered.
func TestConnections(t *testing.T) {
	t.Parallel()
	for _, most := range []int{1, 2, 3} {
		var now, peak atomic.Int64
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			n := now.Add(1)
			defer now.Add(-1)
			for p := peak.Load(); n > p && !peak.CompareAndSwap(p, n); p = peak.Load() {
			}
			time.Sleep(time.Millisecond)
			_, _ = io.WriteString(w, twoEntries)
		}))
		c := client(t, Options{Connections: most})
		var all sync.WaitGroup
		for range 30 {
			all.Go(func() {
				if _, err := c.Get(t.Context(), Request{Address: s.URL, Private: true}); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		s.Close()
		if p := peak.Load(); p > int64(most) {
			t.Errorf("%d at a time, want %d", p, most)
		}
	}
}

// Who waits for a host can stop waiting.
func TestStopWaiting(t *testing.T) {
	t.Parallel()
	arrived := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		close(arrived)
		<-r.Context().Done()
	}))
	t.Cleanup(s.Close)
	c := client(t, Options{Connections: 1})
	ctx, cancel := context.WithCancel(t.Context())
	var all sync.WaitGroup
	ask := func() {
		all.Go(func() {
			if _, err := c.Get(ctx, Request{Address: s.URL, Private: true}); !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		})
	}
	ask()
	<-arrived
	ask()
	cancel()
	all.Wait()
}

// A host that wishes to be left alone is, for all of its addresses, for as long as it
// said; longer each time where it does not say how long, until it answers again.
func TestPauses(t *testing.T) {
	t.Parallel()
	var asked atomic.Int64
	var status atomic.Int64
	status.Store(429)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		w.WriteHeader(int(status.Load()))
	}))
	t.Cleanup(s.Close)
	c := client(t, Options{})
	now := today
	c.now = func() time.Time { return now }
	get := func(path string) *Error {
		_, err := c.Get(t.Context(), Request{Address: s.URL + path, Private: true})
		failed, _ := errors.AsType[*Error](err)
		return failed
	}
	pause := firstPause
	for i := range 12 {
		err := get("/a")
		if err == nil || !errors.Is(err.Kind, ErrTooMany) || !err.Until.Equal(now.Add(pause)) {
			t.Fatalf("refusal %d: %v, want until %s", i, err, now.Add(pause))
		}
		if again := get("/b"); again == nil || !again.Until.Equal(err.Until) || asked.Load() != int64(i+1) {
			t.Fatalf("meanwhile: %v, asked %d times", again, asked.Load())
		}
		if got := c.PausedUntil(s.URL + "/c"); !got.Equal(err.Until) {
			t.Errorf("paused until %s", got)
		}
		now = err.Until
		pause = min(2*pause, longestPause)
	}
	status.Store(200)
	if err := get("/a"); err != nil {
		t.Fatal(err)
	}
	status.Store(503)
	if err := get("/a"); err == nil || !errors.Is(err.Kind, ErrBusy) || !err.Until.Equal(now.Add(firstPause)) {
		t.Errorf("after an answer: %v", err)
	}
}

// What an earlier run was told holds in the next.
func TestPause(t *testing.T) {
	t.Parallel()
	c := client(t, Options{})
	c.Pause("https://paper.example/a", today.Add(time.Hour))
	c.Pause("https://other.example/a", today.Add(-time.Hour))
	if _, err := c.Get(t.Context(), Request{Address: "https://PAPER.example/b"}); !errors.Is(err, ErrTooMany) {
		t.Error(err)
	}
	if at := c.PausedUntil("https://other.example/"); !at.IsZero() {
		t.Errorf("paused until %s", at)
	}
}

// Connections are used again, HTTP/2 is spoken where a server does, and both are counted.
func TestConnectionsAreKept(t *testing.T) {
	t.Parallel()
	var connections atomic.Int64
	var protocol atomic.Value
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protocol.Store(r.Proto)
		conditional(w, r)
	}))
	s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			connections.Add(1)
		}
	}
	s.EnableHTTP2 = true
	s.StartTLS()
	t.Cleanup(s.Close)
	file := filepath.Join(t.TempDir(), "own.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	c := client(t, Options{Authorities: []string{file}})
	for i := range 5 {
		a, err := c.Get(t.Context(), Request{Address: s.URL, Private: true, ETag: `"v1"`})
		if err != nil || !a.NotModified {
			t.Fatal(err)
		}
		if i > 0 && (a.BytesSent == 0 || a.BytesSent > 1000 || a.BytesReceived == 0 || a.BytesReceived > 1000) {
			t.Errorf("request %d took %d and %d bytes", i, a.BytesSent, a.BytesReceived)
		}
	}
	if protocol.Load() != "HTTP/2.0" || connections.Load() > 1 {
		t.Errorf("%s over %d connections", protocol.Load(), connections.Load())
	}
	if sent, received := c.Traffic(); sent == 0 || received == 0 {
		t.Errorf("%d and %d bytes", sent, received)
	}
}

// A file without a certificate is refused by its name.
func TestAuthorities(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "empty.pem")
	for _, content := range []string{"", "no certificate"} {
		if content != "" {
			if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := New(Options{Authorities: []string{file}}); err == nil || !strings.Contains(err.Error(), "empty.pem") {
			t.Error(err)
		}
	}
}

// A client says what it is, in a form that a head can hold.
func TestUserAgent(t *testing.T) {
	t.Parallel()
	for version, want := range map[string]string{"v1.2.3": "Warraq/1.2.3 (", "(devel)": "Warraq/devel (", "": "Warraq/devel (", "1\r\nEvil: x": "Warraq/1vilx ("} {
		if got := UserAgent(version); !strings.HasPrefix(got, want) || !strings.Contains(got, "news reader") {
			t.Errorf("%q: %s", version, got)
		}
	}
	if got := withDefaults(Options{UserAgent: "a\r\nEvil: x"}).UserAgent; !strings.HasPrefix(got, "Warraq/") {
		t.Error(got)
	}
}

// A host can be one of IPv6, by its number.
func TestIPv6(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "[::1]:0")
	if err != nil {
		t.Skip(err) // this machine has none
	}
	s := &httptest.Server{Listener: l, Config: &http.Server{Handler: gives(200, []byte(twoEntries)), ReadHeaderTimeout: time.Minute}}
	s.Start()
	t.Cleanup(s.Close)
	a, err := client(t, Options{}).Get(t.Context(), Request{Address: s.URL, Private: true})
	if err != nil || strings.Join(titlesOf(t, a), " / ") != twoTitles {
		t.Error(err)
	}
}
