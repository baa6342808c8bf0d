package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// fetch is one request with all the redirects on its way.
type fetch struct {
	client  *Client
	request Request
	secret  Credentials
	jar     *cookiejar.Jar // of this request alone

	first, at *url.URL      // what is asked for at first, and now
	forGood   bool          // every redirect so far was
	left      time.Duration // of the time for the whole
	answer    *Answer       // nil where nothing was answered yet

	sent, received int64
}

// newFetch prepares a request, or says what is wrong with it.
func (c *Client) newFetch(ctx context.Context, r Request) (*fetch, error) {
	to, err := parseAddress(r.Address)
	if err != nil {
		return nil, &Error{Address: shownAddress(r.Address), Kind: ErrAddress, Why: err}
	}
	f := &fetch{client: c, request: r, secret: r.Credentials, forGood: true, left: c.options.Timeouts.Whole}
	if f.request.MaxBytes <= 0 {
		f.request.MaxBytes = c.options.MaxBytes
	}
	if by := to.User; by != nil {
		f.secret.User = by.Username()
		f.secret.Password, _ = by.Password()
		to.User = nil
	}
	f.first, f.at = to, to
	f.jar, _ = cookiejar.New(nil) // it fails never
	if c.options.Credentials != nil && f.secret.isZero() && r.Form == nil {
		if f.secret, err = c.options.Credentials(ctx, to.String()); err != nil {
			return nil, f.fail(KindOfSecret(err), err)
		}
	}
	if f.secret.hasControls() {
		return nil, f.fail(ErrCredentials, errControls)
	}
	f.takeCookies(f.secret.Cookies)
	return f, nil
}

var (
	errNoScheme = errors.New("it begins with neither https:// nor http://")
	errNoName   = errors.New("it names no host")
)

// parseAddress reads an address on the web.
func parseAddress(address string) (*url.URL, error) {
	to, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil:
		return nil, errors.Unwrap(err) // its text has the address, and a password in it
	case !articles.IsWebAddress(strings.TrimSpace(address)):
		return nil, errNoScheme
	case to.Hostname() == "":
		return nil, errNoName
	}
	to.Scheme = strings.ToLower(to.Scheme)
	to.Fragment, to.RawFragment = "", ""
	return to, nil
}

// shownAddress returns an address as messages show it, even one that is none: on one
// line, without a password.
func shownAddress(address string) string {
	before, rest, ok := strings.Cut(address, "://")
	if end := strings.IndexAny(rest+"/", "/?#"); ok {
		host := rest[:end]
		address = before + "://" + host[strings.LastIndex(host, "@")+1:] + rest[end:]
	}
	return text.CleanLine(address)
}

// fail makes an error about the request.
func (f *fetch) fail(kind, why error) *Error {
	e := &Error{Address: shownAddress(f.first.String()), Kind: kind, Why: why}
	if f.answer != nil && f.answer.Address == f.at.String() {
		e.Status = f.answer.Status
	}
	return e
}

// answered returns the answer with what was counted, nil where there was none. Where it
// failed, the address to keep is the one that was asked for.
func (f *fetch) answered(err error) *Answer {
	if f.answer == nil {
		return nil
	}
	f.answer.BytesSent, f.answer.BytesReceived = f.sent, f.received
	if err != nil {
		f.answer.Permanent = f.first.String()
	}
	return f.answer
}

// step asks once, and reports whether there is a redirect to follow.
func (f *fetch) step(ctx context.Context) (goOn bool, err error) {
	if err = f.mayGo(); err != nil {
		return false, err
	}
	at := f.client.hosts.of(f.at)
	leave, err := at.enter(ctx)
	if err != nil {
		return false, fmt.Errorf("asking for %s: %w", shownAddress(f.at.String()), err)
	}
	defer leave()
	if until, why := f.client.hosts.paused(at, f.client.now()); why != nil {
		e := f.fail(why, nil)
		e.Until = until
		return false, e
	}
	if mine, err := f.byProgram(ctx); mine {
		return false, err
	}
	began := time.Now()
	defer func() { f.left -= time.Since(began) }()
	return f.ask(ctx, at)
}

// mayGo refuses an address in a private network, where its name says so already.
func (f *fetch) mayGo() error {
	if f.isAllowedPrivate() || !f.client.isPrivateHost(f.at.Hostname()) {
		return nil
	}
	e := f.fail(ErrPrivate, nil)
	e.To = shownAddress(f.at.String())
	return e
}

// isAllowedPrivate reports whether what is asked now may lie in a private network.
func (f *fetch) isAllowedPrivate() bool { return f.request.Private && f.isFirstHost() }

// transport returns what asks the address that is asked now. A name that could be anyone's
// leads to a private network at most, so that who owns it cannot bend it to this machine.
func (f *fetch) transport() *http.Transport {
	switch {
	case !f.isAllowedPrivate():
		return f.client.public
	case IsPrivate(f.at.String()):
		return f.client.private
	default:
		return f.client.network
	}
}

// isFirstHost reports whether the host that is asked now is the one that was asked first.
func (f *fetch) isFirstHost() bool { return strings.EqualFold(f.at.Hostname(), f.first.Hostname()) }

// ask asks one address on a host.
func (f *fetch) ask(ctx context.Context, at *hostState) (goOn bool, err error) {
	within, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	whole := time.AfterFunc(f.left, func() { cancel(timeoutError{PhaseWhole}) })
	defer whole.Stop()
	track := &tracker{}
	defer func() {
		sent, received := track.traffic()
		f.sent, f.received = f.sent+sent, f.received+received
	}()
	response, err := f.transport().RoundTrip(f.httpRequest(track.trace(within))) //nolint:bodyclose // it is, by its reader
	if err != nil {
		return false, f.classify(ctx, within, track, err)
	}
	body := &bodyReader{from: response.Body, ctx: within, cancel: cancel, idle: f.client.options.Timeouts.Idle}
	defer body.close()
	f.jar.SetCookies(f.at, response.Cookies())
	return f.take(ctx, at, response, body)
}

// take takes what a server answered: a redirect to follow, a refusal, or the answer.
func (f *fetch) take(ctx context.Context, at *hostState, response *http.Response, body *bodyReader) (goOn bool, err error) {
	f.answer = f.newAnswer(response)
	if to := response.Header.Get("Location"); to != "" && isRedirect(response.StatusCode) {
		body.drain()
		return true, f.redirect(to, response.StatusCode)
	}
	if err = f.refusal(at, response); err != nil {
		body.drain()
		return false, err
	}
	f.client.hosts.answered(at)
	if f.forGood {
		f.answer.Permanent = f.at.String()
	}
	if f.answer.NotModified {
		return false, nil
	}
	f.answer.Body, err = f.readBody(ctx, response, body)
	return false, err
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// redirect makes an address the one that is asked next. Nothing leads out of the web, and
// nothing known goes on in the open that was asked for in secret.
func (f *fetch) redirect(location string, status int) error {
	to, err := f.at.Parse(strings.TrimSpace(location))
	if err != nil {
		return f.fail(ErrStatus, err)
	}
	inTheOpen := f.at.Scheme == "https" && strings.EqualFold(to.Scheme, "http")
	elsewhere := !strings.EqualFold(to.Hostname(), f.first.Hostname())
	_, err = parseAddress(to.String())
	if err != nil || inTheOpen && !f.secret.isZero() || f.request.Form != nil && (inTheOpen || elsewhere) {
		e := f.fail(ErrScheme, err)
		e.To = shownAddress(to.String())
		return e
	}
	to.Scheme, to.User, to.Fragment, to.RawFragment = strings.ToLower(to.Scheme), nil, "", ""
	if status == http.StatusSeeOther {
		f.request.Form = nil // what was sent has arrived
	}
	permanent := status == http.StatusMovedPermanently || status == http.StatusPermanentRedirect
	if f.forGood && (!permanent || inTheOpen) {
		f.forGood = false
		f.answer.Permanent = f.at.String()
	}
	f.at = to
	return nil
}

// readBody reads what a server sent, unpacked. Of what is cut off or too slow there is
// what came.
func (f *fetch) readBody(ctx context.Context, response *http.Response, body *bodyReader) ([]byte, error) {
	data, err := unpack(body, response.Header, f.request.MaxBytes)
	switch {
	case err == nil:
		return data, nil
	case errors.Is(err, errTooMuch):
		e := f.fail(ErrTooLarge, nil)
		e.Limit = f.request.MaxBytes
		return nil, e
	case errors.Is(err, errPacked):
		return nil, f.fail(ErrEncoding, err)
	case ctx.Err() != nil:
		return nil, fmt.Errorf("asking for %s: %w", shownAddress(f.at.String()), ctx.Err())
	}
	if slow, ok := errors.AsType[timeoutError](context.Cause(body.ctx)); ok {
		e := f.fail(ErrTimeout, nil)
		e.Phase = slow.phase
		return data, e
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil // it says what the kind says
	}
	return data, f.fail(ErrCutOff, err)
}
