package web

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"github.com/warraq/warraq/articles"
)

// Client asks servers. It is safe for several goroutines, and one is enough for a
// program: what it knows of hosts (connections, pauses) is for all its requests.
type Client struct {
	options Options
	hosts   hosts
	proxies proxies

	// There is one for each reach, so that a connection into a private network that was
	// made for one request is never there for another.
	public, network, private *http.Transport

	dialer    net.Dialer
	isPrivate func(netip.Addr) bool // isPrivateAddr, but in tests
	now       func() time.Time

	sent, received atomic.Int64
}

// New makes a client of options and returns it. It fails where a file of
// [Options.Authorities] cannot be read.
func New(o Options) (*Client, error) {
	roots, err := certificatePool(o.Authorities)
	if err != nil {
		return nil, err
	}
	c := &Client{options: withDefaults(o), isPrivate: isPrivateAddr, now: time.Now}
	c.dialer = net.Dialer{Timeout: c.options.Timeouts.Dial, KeepAlive: idleConnections}
	c.proxies.choose = c.options.Proxy
	c.hosts = hosts{connections: c.options.Connections, all: map[string]*hostState{}}
	c.public, c.network, c.private = c.transport(roots, publicReach), c.transport(roots, networkReach), c.transport(roots, machineReach)
	return c, nil
}

// withDefaults returns options in which nothing is left open.
func withDefaults(o Options) Options {
	t, d := &o.Timeouts, DefaultTimeouts()
	t.Dial, t.TLS, t.Header = cmp.Or(t.Dial, d.Dial), cmp.Or(t.TLS, d.TLS), cmp.Or(t.Header, d.Header)
	t.Idle, t.Whole = cmp.Or(t.Idle, d.Idle), cmp.Or(t.Whole, d.Whole)
	o.UserAgent = cmp.Or(headerValue(o.UserAgent), UserAgent(o.Version))
	o.MaxBytes = cmp.Or(o.MaxBytes, articles.DefaultLimits().Size)
	o.Connections = max(cmp.Or(o.Connections, 2), 1)
	if o.Proxy == nil {
		o.Proxy = func(to *url.URL) (*url.URL, error) { return http.ProxyFromEnvironment(&http.Request{URL: to}) }
	}
	return o
}

// UserAgent returns how a version of Warraq names itself to servers, and what it is.
func UserAgent(version string) string {
	version = strings.Map(func(r rune) rune {
		if r == '.' || r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, version)
	return "Warraq/" + cmp.Or(strings.TrimPrefix(version, "v"), "devel") + " (news reader for the terminal; fetches when its reader asks)"
}

// certificatePool returns the certificates that are trusted: the system's, and those of
// files; nil is the system's alone.
func certificatePool(files []string) (*x509.CertPool, error) {
	if len(files) == 0 {
		return nil, nil
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool()
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("reading certificates: %w", err)
		}
		if !pool.AppendCertsFromPEM(data) {
			return nil, fmt.Errorf("%s: %w", file, errNoCertificate)
		}
	}
	return pool, nil
}

var errNoCertificate = errors.New("there is no certificate in PEM in it")

// The bounds of what is kept open and of what a server can say before its answer.
const (
	idleConnections = 30 * time.Second
	maxIdle         = 64
	maxHead         = 256 << 10 // bytes
)

// transport makes what speaks HTTP, over connections that lead so far.
func (c *Client) transport(roots *x509.CertPool, to reach) *http.Transport {
	return &http.Transport{
		Proxy:                  func(r *http.Request) (*url.URL, error) { return c.proxies.of(r.URL) },
		OnProxyConnectResponse: refuseProxy,
		DialContext:            c.dial(to),
		TLSClientConfig:        &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    c.options.Timeouts.TLS,
		ResponseHeaderTimeout:  c.options.Timeouts.Header,
		DisableCompression:     true, // it is done here, within limits
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           maxIdle,
		MaxIdleConnsPerHost:    c.options.Connections,
		IdleConnTimeout:        idleConnections,
		MaxResponseHeaderBytes: maxHead,
	}
}

// Traffic returns how many bytes were sent and received so far, on all connections.
func (c *Client) Traffic() (sent, received int64) { return c.sent.Load(), c.received.Load() }

// Close closes the connections that are open and idle.
func (c *Client) Close() {
	for _, t := range []*http.Transport{c.public, c.network, c.private} {
		t.CloseIdleConnections()
	}
}

// Get asks for an address and returns what was answered. It waits until the host has a
// connection free; a host that wishes to be left alone is not asked at all, which is an
// [*Error] of [ErrTooMany] or [ErrBusy] with the time until which it is so.
func (c *Client) Get(ctx context.Context, r Request) (*Answer, error) {
	f, err := c.newFetch(ctx, r)
	if err != nil {
		return nil, err
	}
	for range MaxRedirects + 1 {
		goOn, wrong := f.step(ctx)
		if wrong != nil || !goOn {
			return f.answered(wrong), wrong
		}
	}
	err = f.fail(ErrRedirects, nil)
	return f.answered(err), err
}
