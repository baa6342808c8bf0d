// Package web asks servers for feeds and pages: one request at a time for one address
// ([Client.Get]), which is answered, not modified, or fails with an [*Error] that says
// what was wrong, where, and until when. It finds the feeds of a page ([FindFeeds]).
//
// It is polite and careful. A server is asked by few connections at a time and left
// alone for as long as it wishes ([Client.Pause]); an address that has not changed costs
// one small request (ETag, Last-Modified). Nothing but http and https is asked for,
// certificates are always verified, redirects are few and never lead into a private
// network, which is looked at when a connection is made, so that no name can be bent
// meanwhile. What comes is bounded, packed and unpacked.
//
// robots.txt is not asked for: it is written for programs that go from link to link by
// themselves, and a client asks only for what its reader asked for.
package web

import (
	"context"
	"net/url"
	"time"

	"github.com/warraq/warraq/articles"
)

// Options say how a client asks. The zero Options are good for a reader at home.
type Options struct {
	// Version is that of the program, for the User-Agent.
	Version string
	// UserAgent says who asks; "" is [UserAgent] of the version.
	UserAgent string
	// Timeouts bound each phase; a phase that is 0 has the default.
	Timeouts Timeouts
	// MaxBytes bounds what is taken of an answer, unpacked; 0 is the size limit of
	// [articles.DefaultLimits].
	MaxBytes int64
	// Connections are how many a host is asked by at a time; 0 is 2.
	Connections int
	// Authorities are files in PEM of certificates that are trusted beside the system's.
	Authorities []string
	// Credentials is asked for those of an address whose request has none; nil has none.
	Credentials func(ctx context.Context, address string) (Credentials, error)
	// Program fetches a page by another program that its reader has named for its address;
	// mine is false of an address that has none. What it gives need be no more than a byte
	// beyond most. A nil Program fetches nothing.
	Program func(ctx context.Context, address string, most int64) (page []byte, mine bool, err error)
	// Proxy gives the proxy for an address, nil for none; a nil Proxy goes by the
	// environment (HTTP_PROXY, HTTPS_PROXY, NO_PROXY).
	Proxy func(*url.URL) (*url.URL, error)
}

// Timeouts are how long each phase of a request may take.
type Timeouts struct {
	Dial   time.Duration // to find the server and to connect
	TLS    time.Duration // to agree on encryption
	Header time.Duration // from the request to the first line of the answer
	Idle   time.Duration // between two pieces of the answer
	Whole  time.Duration // of all, redirects too
}

// DefaultTimeouts are those of a slow line and a server far away.
func DefaultTimeouts() Timeouts {
	return Timeouts{Dial: 15 * time.Second, TLS: 15 * time.Second, Header: 30 * time.Second,
		Idle: 20 * time.Second, Whole: 2 * time.Minute}
}

// Request is what is asked for.
type Request struct {
	Address string // http or https, whole

	// ETag and LastModified are what the last answer said; an address that has not
	// changed since is answered with [Answer.NotModified].
	ETag, LastModified string

	// Form is what is sent, as forms of pages are (POST); nil sends nothing (GET). It may hold
	// a password: it goes to the host of Address alone, and never over http that was asked
	// for over https. What [Options.Credentials] has is not sent beside it.
	Form url.Values

	// Accept is what is wanted, as a head says it; "" is feeds first, then pages.
	Accept string

	// Credentials are sent to the host of Address alone, never to where it redirects.
	Credentials Credentials

	// MaxBytes bounds what is taken of the answer, unpacked; 0 is that of the options.
	MaxBytes int64

	// Page says that the address is that of an article's page, which [Options.Program] may
	// fetch.
	Page bool

	// Private allows the host of Address to lie in a private network or on this machine:
	// for an address that its reader typed or subscribed to. A name that does not say so by
	// itself ([IsPrivate]) leads to a private network at most, not to this machine. What it
	// redirects to on another host must be public all the same.
	Private bool
}

// Credentials are by what a reader is known to a server. Those that are set are sent.
type Credentials struct {
	User, Password string   // HTTP basic
	Bearer         string   // a token
	Authorization  string   // the head of that name, of a scheme that has no field here
	Cookies        []Cookie // of a cookies file; see [ReadCookies]
}

// Answer is what a server answered. There is one wherever there was an answer, beside
// an error too.
type Answer struct {
	Address   string // where it is from in the end
	Permanent string // the address to keep, where the way to it is for good; else the request's
	Status    int    // of HTTP

	NotModified        bool      // nothing has changed, and there is no body
	ETag, LastModified string    // to be sent with the next request; those of the request where a 304 has none
	FreshUntil         time.Time // it need not be asked for again before (Cache-Control, Expires); zero is not said
	RetryAfter         time.Time // the host is not to be asked again before; zero is not said

	ContentType string // what the server says that it is, in lower case, without parameters
	Charset     string // in which the server says that it is, or ""
	Body        []byte // unpacked; of one that was cut off what came, beside an [ErrCutOff]

	BytesSent, BytesReceived int64 // on the line, heads too, of all requests on the way
}

// Source returns the body as an input of articles: intake reads it like a file, and
// knows from where it is and in which character set it is said to be.
func (a *Answer) Source() *articles.Source {
	src := articles.NewSource(a.Address, a.Body)
	src.Address, src.Charset = a.Address, a.Charset
	return src
}
