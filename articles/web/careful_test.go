package web

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// Addresses of private networks are known in every form in which they are written.
func TestIsPrivateAddr(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"127.0.0.1": true, "127.255.0.9": true, "::1": true, "0.0.0.0": true, "0.1.2.3": true, "::": true,
		"10.1.2.3": true, "172.16.0.1": true, "172.31.255.255": true, "192.168.1.1": true, "100.64.0.1": true,
		"169.254.169.254": true, "fe80::1%eth0": true, "fd00::1": true, "fc00::1": true, "ff02::1": true, "224.0.0.1": true,
		"::ffff:127.0.0.1": true, "::ffff:169.254.169.254": true, "::ffff:10.0.0.1": true, "::127.0.0.1": true,
		"64:ff9b::7f00:1": true, "64:ff9b::a9fe:a9fe": true, "2002:7f00:1::": true, "2002:c0a8:101::1": true,
		"255.255.255.255": true,

		"93.184.216.34": false, "172.32.0.1": false, "172.15.0.1": false, "192.167.0.1": false, "100.128.0.1": false,
		"2606:2800:220:1::1": false, "::ffff:93.184.216.34": false, "64:ff9b::5db8:d822": false, "2002:5db8:d822::1": false,
		"198.18.0.7": false, // of programs that lead all traffic through a tunnel
	} {
		if got := isPrivateAddr(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: %v, want %v", address, got, want)
		}
	}
}

// What lies in a private network is known by its address, as far as that says so.
func TestIsPrivate(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{
		"http://localhost:8080/feed": true, "http://LOCALHOST./": true, "http://nas.local/": true, "http://nas/": true,
		"http://192.168.1.4/rss": true, "http://[::1]/": true, "http://a.home.arpa/": true, "http://box.lan": true,
		"https://paper.example/feed": false, "https://1.1.1.1/": false, "https://localhost.example/": false, "": false, "%": false,
	} {
		if got := IsPrivate(address); got != want {
			t.Errorf("%s: %v, want %v", address, got, want)
		}
	}
}

// secretServer is in a private network, and counts who comes.
func secretServer(t *testing.T) (s *httptest.Server, asked *atomic.Int64) {
	t.Helper()
	asked = &atomic.Int64{}
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		_, _ = io.WriteString(w, twoEntries)
	}))
	t.Cleanup(s.Close)
	return s, asked
}

// Nothing leads into a private network that is not there itself: no address, no name that
// is looked up, no redirect, and no connection that is open for another request.
func TestPrivateNetworks(t *testing.T) {
	t.Parallel()
	s, asked := secretServer(t)
	port := s.URL[strings.LastIndex(s.URL, ":"):]
	c := client(t, Options{})
	for _, address := range []string{
		s.URL, "http://localhost" + port, "http://LocalHost." + port, "http://[::ffff:127.0.0.1]" + port, "http://127.0.0.1.:80" + port[:0],
		"http://2130706433" + port, "http://0x7f.1" + port, "http://0" + port, "http://[::1]" + port,
	} {
		a, err := c.Get(t.Context(), Request{Address: address})
		if err == nil || a != nil {
			t.Errorf("%s: %+v", address, a)
		}
	}
	if _, err := c.Get(t.Context(), Request{Address: s.URL}); !errors.Is(err, ErrPrivate) {
		t.Error(err)
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("it was asked %d times", n)
	}
	if a, err := c.Get(t.Context(), Request{Address: s.URL, Private: true}); err != nil || len(a.Body) == 0 {
		t.Errorf("what its reader subscribed to: %v", err)
	}
	if _, err := c.Get(t.Context(), Request{Address: s.URL}); !errors.Is(err, ErrPrivate) {
		t.Errorf("over the connection that is open: %v", err)
	}
}

// A redirect out of a public network, or out of one private host to another, is refused.
func TestRedirectsIntoPrivateNetworks(t *testing.T) {
	t.Parallel()
	s, asked := secretServer(t)
	for name, to := range map[string]string{
		"by number":                 s.URL,
		"by name":                   strings.Replace(s.URL, "127.0.0.1", "localhost", 1),
		"to where clouds keep keys": "http://169.254.169.254/latest/meta-data/",
		"in IPv6":                   strings.Replace(s.URL, "127.0.0.1", "[::ffff:7f00:1]", 1),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l, err := net.Listen("tcp", "127.0.0.9:0")
			if err != nil {
				t.Skip(err) // some systems have but one
			}
			from := &httptest.Server{Listener: l, Config: &http.Server{Handler: http.RedirectHandler(to, http.StatusMovedPermanently), ReadHeaderTimeout: time.Minute}}
			from.Start()
			t.Cleanup(from.Close)
			c := client(t, Options{})
			for _, private := range []bool{false, true} {
				if !private { // the first host counts as public
					c.isPrivate = func(a netip.Addr) bool { return a.Unmap().String() != "127.0.0.9" && isPrivateAddr(a) }
				}
				a, err := c.Get(t.Context(), Request{Address: from.URL, Private: private})
				failed, _ := errors.AsType[*Error](err)
				if failed == nil || !errors.Is(failed.Kind, ErrPrivate) || failed.To == "" || a.Permanent != from.URL || len(a.Body) > 0 {
					t.Errorf("private %v: %v, keeps %s", private, err, a.Permanent)
				}
			}
		})
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("it was asked %d times", n)
	}
}

// nameServer answers every question for an address with the next of several.
func nameServer(t *testing.T, addresses ...string) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	var next atomic.Int64
	go func() {
		buffer := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buffer)
			if err != nil {
				return
			}
			_, _ = conn.WriteTo(nameAnswer(buffer[:n], &next, addresses), from)
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

// nameAnswer answers one question of the domain name system.
func nameAnswer(question []byte, next *atomic.Int64, addresses []string) []byte {
	var p dnsmessage.Parser
	head, _ := p.Start(question)
	q, err := p.Question()
	b := dnsmessage.NewBuilder(nil, dnsmessage.Header{ID: head.ID, Response: true, RecursionAvailable: true})
	if err != nil || b.StartQuestions() != nil || b.Question(q) != nil || b.StartAnswers() != nil {
		return nil
	}
	if q.Type == dnsmessage.TypeA {
		at := netip.MustParseAddr(addresses[int(next.Add(1)-1)%len(addresses)])
		_ = b.AResource(dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class}, dnsmessage.AResource{A: at.As4()})
	}
	answer, _ := b.Finish()
	return answer
}

// A name that was public when it was looked up first and is private when the connection
// is made is refused.
func TestRebinding(t *testing.T) {
	t.Parallel()
	s, asked := secretServer(t)
	port := s.URL[strings.LastIndex(s.URL, ":"):]
	c := client(t, Options{})
	c.dialer.Resolver = nameServer(t, "127.0.0.1")
	if _, err := c.Get(t.Context(), Request{Address: "http://rebound.example" + port}); !errors.Is(err, ErrPrivate) {
		t.Errorf("a name that leads here: %v", err)
	}
	c.dialer.Resolver = nameServer(t, "127.0.0.9", "127.0.0.1")
	c.isPrivate = func(a netip.Addr) bool { return a.String() == "127.0.0.1" }
	if _, err := c.Get(t.Context(), Request{Address: "http://rebound.example" + port}); errors.Is(err, ErrPrivate) {
		t.Errorf("while it is public: %v", err)
	}
	if _, err := c.Get(t.Context(), Request{Address: "http://rebound.example" + port}); !errors.Is(err, ErrPrivate) {
		t.Errorf("when it has turned: %v", err)
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("it was asked %d times", n)
	}
}

// A name that could be anyone's may lead into a private network where that is allowed, and
// neither to this machine nor to what answers beside it.
func TestNamesIntoPrivateNetworks(t *testing.T) {
	t.Parallel()
	s, asked := secretServer(t)
	port := s.URL[strings.LastIndex(s.URL, ":"):]
	for at, refused := range map[string]bool{"127.0.0.1": true, "169.254.169.254": true, "0.0.0.0": true, "10.255.255.1": false, "192.168.255.1": false, "100.64.0.1": false} {
		c := client(t, Options{Timeouts: Timeouts{Dial: short}})
		c.dialer.Resolver = nameServer(t, at)
		_, err := c.Get(t.Context(), Request{Address: "http://nas.reader.example" + port, Private: true})
		if errors.Is(err, ErrPrivate) != refused {
			t.Errorf("%s: %v", at, err)
		}
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("it was asked %d times", n)
	}
}

// A name that nobody has, and one that nobody answers for, are told apart.
func TestNames(t *testing.T) {
	t.Parallel()
	c := client(t, Options{Timeouts: Timeouts{Dial: short}})
	c.dialer.Resolver = &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}}
	_, err := c.Get(t.Context(), Request{Address: "http://paper.example/"})
	if failed, _ := errors.AsType[*Error](err); failed == nil || !errors.Is(failed.Kind, ErrTimeout) || failed.Phase != PhaseDial {
		t.Errorf("nobody answers: %v", err)
	}
	if _, err := client(t, Options{}).Get(t.Context(), Request{Address: "http://paper.invalid/"}); !errors.Is(err, ErrNoHost) {
		t.Skipf("this machine has no name server: %v", err)
	}
}

// What is no address on the web is not asked for.
func TestAddresses(t *testing.T) {
	t.Parallel()
	c := client(t, Options{})
	for _, address := range []string{
		"", "paper.example", "file:///etc/passwd", "ftp://paper.example/", "http://", "https:///feed", "http://a b/", "http://[::1",
		"gopher://a.example", "http://a.example/\r\nEvil: yes", "//a.example", "javascript:alert(1)", "http://user:secret@/x",
		"http://قارئ:secret@a.example/", "http://user:secret@a b/", "http://user:secret@[::1/?x=@",
	} {
		_, err := c.Get(t.Context(), Request{Address: address})
		if !errors.Is(err, ErrAddress) {
			t.Errorf("%q: %v", address, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%q shows its password: %v", address, err)
		}
	}
	if _, err := c.Get(t.Context(), Request{Address: "http://127.0.0.1:1/", Private: true}); !errors.Is(err, ErrNoServer) {
		t.Errorf("where nobody listens: %v", err)
	}
}
