package web

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"sync"
	"syscall"
)

// timeoutError says which phase of a request took too long.
type timeoutError struct{ phase Phase }

func (t timeoutError) Error() string { return "it took too long: " + string(t.phase) }

// tracker knows how far a request has come, and what its connection carried.
type tracker struct {
	mu             sync.Mutex
	phase          Phase
	began          bool // the answer has
	conn           *countedConn
	sent, received int64 // before this request
}

// trace makes a context from which the tracker is told how far a request is.
func (t *tracker) trace(ctx context.Context) context.Context {
	enter := func(p Phase) {
		t.mu.Lock()
		defer t.mu.Unlock()
		t.phase = p
	}
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn:           func(string) { enter(PhaseDial) },
		TLSHandshakeStart: func() { enter(PhaseTLS) },
		GotConn: func(got httptrace.GotConnInfo) {
			enter(PhaseHeader)
			t.counts(countedOf(got.Conn), got.Reused)
		},
		GotFirstResponseByte: func() {
			t.mu.Lock()
			defer t.mu.Unlock()
			t.began = true
		},
	})
}

// counts begins to count what a connection carries for this request: of a new one, what
// it took to make it too.
func (t *tracker) counts(c *countedConn, reused bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.conn, t.sent, t.received = c, 0, 0
	if c != nil && reused {
		t.sent, t.received = c.sent.Load(), c.received.Load()
	}
}

// traffic returns what the connection carried for this request.
func (t *tracker) traffic() (sent, received int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.conn == nil {
		return 0, 0
	}
	return t.conn.sent.Load() - t.sent, t.conn.received.Load() - t.received
}

// state returns how far the request has come.
func (t *tracker) state() (Phase, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.phase, t.began
}

// classify makes an error of what went wrong before an answer was there.
func (f *fetch) classify(ctx, within context.Context, t *tracker, err error) error {
	phase, began := t.state()
	if ctx.Err() != nil {
		return fmt.Errorf("asking for %s: %w", shownAddress(f.at.String()), ctx.Err())
	}
	if p, ok := asPrivate(err); ok {
		e := f.fail(ErrPrivate, nil)
		e.To = shownAddress(f.at.Hostname()) + " = " + p.at
		return e
	}
	timedOut, isNet := err, false
	if slow, ok := errors.AsType[timeoutError](context.Cause(within)); ok {
		phase, isNet = slow.phase, true
	} else if n, ok := errors.AsType[net.Error](err); ok && n.Timeout() {
		isNet = true
	}
	if isNet {
		e := f.fail(ErrTimeout, timedOut)
		e.Why, e.Phase = nil, phase
		return e
	}
	return f.fail(kindOf(err, phase, began), err)
}

// kindOf tells what an error of the connection means.
func kindOf(err error, phase Phase, began bool) error {
	name, isName := errors.AsType[*net.DNSError](err)
	_, notTLS := errors.AsType[tls.RecordHeaderError](err)
	switch {
	case isProxy(err):
		return ErrProxy
	case isName && name.IsNotFound:
		return ErrNoHost
	case isCertificate(err):
		return ErrCertificate
	case notTLS:
		return ErrNotHTTP
	case strings.Contains(err.Error(), "headers exceeded"):
		return ErrTooLarge
	case phase != PhaseHeader:
		return ErrNoServer
	case isClosed(err):
		return ErrCutOff
	case began:
		return ErrNotHTTP
	default:
		return ErrNoServer
	}
}

// proxyError is what a proxy answered where it leads nowhere.
type proxyError struct{ status string }

func (p proxyError) Error() string { return "the proxy answers " + p.status }

// refuseProxy returns the error of a proxy that does not lead to a server.
func refuseProxy(_ context.Context, _ *url.URL, _ *http.Request, answer *http.Response) error {
	if answer.StatusCode == http.StatusOK {
		return nil
	}
	return proxyError{answer.Status}
}

// isProxy reports whether the proxy on the way to a server is what is wrong.
func isProxy(err error) bool {
	if _, ok := errors.AsType[proxyError](err); ok {
		return true
	}
	connecting, ok := errors.AsType[*net.OpError](err)
	return ok && connecting.Op == "proxyconnect"
}

// isCertificate reports whether the certificate of a server is what is wrong.
func isCertificate(err error) bool {
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return true
	}
	return errors.As(err, new(x509.UnknownAuthorityError)) || errors.As(err, new(x509.HostnameError)) || errors.As(err, new(x509.CertificateInvalidError))
}

// isClosed reports whether a server has closed its connection within an answer.
func isClosed(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed) ||
		errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE)
}
