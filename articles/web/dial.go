package web

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
)

// privateError says which private address a name led to.
type privateError struct{ at string }

func (p privateError) Error() string { return p.at + " is a private address" }

// reach is how far connections may lead beyond public networks.
type reach int

const (
	publicReach  reach = iota
	networkReach       // into private networks: a name of one's own may lead there
	machineReach       // to this machine and its surroundings too: what says so by its name
)

// dial returns what makes connections. One that leads too far is refused where it is
// made, behind the look-up of the name, but to a proxy that the reader chose.
func (c *Client) dial(to reach) func(ctx context.Context, network, address string) (net.Conn, error) {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		d := c.dialer
		if to != machineReach && !c.proxies.isOne(address) {
			d.ControlContext = func(_ context.Context, _, at string, _ syscall.RawConn) error { return c.refuse(at, to) }
		}
		conn, err := d.DialContext(ctx, network, address)
		if err != nil {
			return nil, err //nolint:wrapcheck // it is told apart by kind in classify
		}
		return &countedConn{Conn: conn, client: c}, nil
	}
}

// refuse refuses a connection to an address that is beyond a reach.
func (c *Client) refuse(at string, to reach) error {
	there, err := netip.ParseAddrPort(at)
	if err != nil || c.isPrivate(there.Addr()) && (to == publicReach || !isNetworkAddr(there.Addr())) {
		return privateError{at}
	}
	return nil
}

// providerRange is shared by the customers of a provider, and by those of networks that
// are laid over others.
var providerRange = netip.MustParsePrefix("100.64.0.0/10")

// isNetworkAddr reports whether an address is one of a private network, and neither of
// this machine nor of what answers beside it alone.
func isNetworkAddr(a netip.Addr) bool {
	a = a.Unmap()
	return a.IsPrivate() || providerRange.Contains(a)
}

// privateRanges are those that netip has no name for: this network, shared addresses of
// providers, and documentation of neither. 198.18.0.0/15 is none of them: programs that
// lead all traffic through a tunnel give it to every name.
var privateRanges = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	providerRange,
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("fec0::/10"),
}

// embeddingRanges are the ranges of IPv6 that hold an address of IPv4, and at which byte.
var embeddingRanges = []struct {
	within netip.Prefix
	at     int
}{
	{netip.MustParsePrefix("64:ff9b::/96"), 12},
	{netip.MustParsePrefix("64:ff9b:1::/48"), 12},
	{netip.MustParsePrefix("2002::/16"), 2},
	{netip.MustParsePrefix("::/96"), 12},
}

// isPrivateAddr reports whether an address is one of this machine or of a private
// network, in whatever form it is written.
func isPrivateAddr(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast() || a.IsUnspecified() || a.IsMulticast() {
		return true
	}
	for _, p := range privateRanges {
		if p.Contains(a) {
			return true
		}
	}
	for _, e := range embeddingRanges {
		if e.within.Contains(a) {
			b := a.As16()
			return isPrivateAddr(netip.AddrFrom4([4]byte(b[e.at : e.at+4])))
		}
	}
	return false
}

// isPrivateHost reports whether a host is in a private network by its name alone, which
// is all that is known where a proxy looks it up.
func (c *Client) isPrivateHost(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), ".")
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return c.isPrivate(netip.AddrFrom4([4]byte{127, 0, 0, 1}))
	}
	a, err := netip.ParseAddr(name)
	return err == nil && c.isPrivate(a)
}

// IsPrivate reports whether an address lies in a private network or on this machine as
// far as its host says so: by number, or by a name that is for such networks alone.
func IsPrivate(address string) bool {
	to, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return false
	}
	name := strings.TrimSuffix(strings.ToLower(to.Hostname()), ".")
	if a, err := netip.ParseAddr(name); err == nil {
		return isPrivateAddr(a)
	}
	last := name[strings.LastIndex(name, ".")+1:]
	switch last {
	case "localhost", "local", "lan", "internal", "home", "intranet":
		return true
	}
	return last == name && name != "" || strings.HasSuffix(name, ".home.arpa")
}

// proxies chooses the proxy for an address and knows those that were chosen.
type proxies struct {
	choose func(*url.URL) (*url.URL, error)
	known  sync.Map // by host and port
}

// of returns the proxy for an address, nil for none.
func (p *proxies) of(to *url.URL) (*url.URL, error) {
	by, err := p.choose(to)
	if by != nil {
		p.known.Store(hostPort(by), true)
	}
	return by, err
}

// isOne reports whether a connection to a host and port is one to a proxy.
func (p *proxies) isOne(address string) bool {
	_, ok := p.known.Load(strings.ToLower(address))
	return ok
}

// hostPort returns what is connected to for an address.
func hostPort(to *url.URL) string {
	port := to.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443", "socks5": "1080", "socks5h": "1080"}[to.Scheme]
	}
	return strings.ToLower(net.JoinHostPort(to.Hostname(), port))
}

// countedConn counts what goes over a connection.
type countedConn struct {
	net.Conn
	client         *Client
	sent, received atomic.Int64
}

func (c *countedConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.received.Add(int64(n))
	c.client.received.Add(int64(n))
	return n, err //nolint:wrapcheck // it is the connection's
}

func (c *countedConn) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	c.sent.Add(int64(n))
	c.client.sent.Add(int64(n))
	return n, err //nolint:wrapcheck // it is the connection's
}

// countedOf returns the counted connection in one that may be encrypted, nil for none.
func countedOf(conn net.Conn) *countedConn {
	for {
		switch c := conn.(type) {
		case *countedConn:
			return c
		case interface{ NetConn() net.Conn }:
			conn = c.NetConn()
		default:
			return nil
		}
	}
}

// asPrivate returns the private address in an error, if that is what is wrong.
func asPrivate(err error) (privateError, bool) { return errors.AsType[privateError](err) }
