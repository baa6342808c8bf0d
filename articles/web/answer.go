package web

import (
	"cmp"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// newAnswer makes an answer of the head of one, without its body.
func (f *fetch) newAnswer(response *http.Response) *Answer {
	h, now := response.Header, f.client.now()
	kind, charset := mediaType(h.Get("Content-Type"))
	a := &Answer{
		Address: f.at.String(), Permanent: f.first.String(), Status: response.StatusCode,
		ETag: headerValue(h.Get("ETag")), LastModified: headerValue(h.Get("Last-Modified")),
		FreshUntil: freshUntil(h, now), RetryAfter: retryAfter(h, now),
		ContentType: kind, Charset: charset,
	}
	if f.answer != nil {
		a.Permanent = f.answer.Permanent
	}
	if response.StatusCode == http.StatusNotModified && f.isConditional() {
		a.NotModified = true
		a.ETag, a.LastModified = cmp.Or(a.ETag, f.request.ETag), cmp.Or(a.LastModified, f.request.LastModified)
	}
	return a
}

// isConditional reports whether the request says what its asker has already.
func (f *fetch) isConditional() bool {
	return headerValue(f.request.ETag) != "" || headerValue(f.request.LastModified) != ""
}

// mediaType parts what an answer is from the character set that it is said to be in, and
// returns both, "" for what is not said. It takes what servers write, rather than what
// they should.
func mediaType(field string) (kind, charset string) {
	kind, rest, _ := strings.Cut(field, ";")
	for part := range strings.SplitSeq(rest, ";") {
		if name, value, ok := strings.Cut(part, "="); ok && strings.EqualFold(strings.TrimSpace(name), "charset") {
			charset = strings.ToLower(strings.Trim(strings.TrimSpace(value), `"'`))
		}
	}
	return strings.ToLower(strings.TrimSpace(kind)), charset
}

// longestFresh is how long an answer is taken to be fresh at most: a feed changes,
// whatever its server says.
const longestFresh = 24 * time.Hour

// freshUntil returns until when an answer needs not be asked for again (RFC 9111), zero
// where it does not say so. Times are counted from the server's clock, which may be wrong.
func freshUntil(h http.Header, now time.Time) time.Time {
	fresh, said := maxAge(h)
	if !said {
		expires, err := http.ParseTime(h.Get("Expires"))
		if err != nil {
			return time.Time{}
		}
		date, err := http.ParseTime(h.Get("Date"))
		if err != nil {
			date = now
		}
		fresh = expires.Sub(date)
	}
	if fresh <= 0 {
		return time.Time{}
	}
	return now.Add(min(fresh, longestFresh))
}

// maxAge returns for how long an answer is fresh by its Cache-Control, less the time
// that it has lain in a cache, and whether that says so.
func maxAge(h http.Header) (fresh time.Duration, said bool) {
	for part := range strings.SplitSeq(strings.Join(h.Values("Cache-Control"), ","), ",") {
		name, value, _ := strings.Cut(strings.ToLower(strings.TrimSpace(part)), "=")
		switch name {
		case "no-cache", "no-store":
			return 0, true
		case "max-age":
			fresh, said = parseSeconds(strings.Trim(value, `"`)), true
		}
	}
	return fresh - parseSeconds(h.Get("Age")), said
}

// mostSeconds is the longest time that is understood, so that none overflows.
const mostSeconds = 10 * 365 * 24 * 60 * 60

// parseSeconds reads a number of seconds, 0 of what is none.
func parseSeconds(s string) time.Duration {
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	if err != nil {
		return 0
	}
	return time.Duration(min(max(n, 0), mostSeconds)) * time.Second
}

// retryAfter returns the time before which a server does not want to be asked again,
// at most a day from now, and zero where it does not say.
func retryAfter(h http.Header, now time.Time) time.Time {
	said := strings.TrimSpace(h.Get("Retry-After"))
	at, err := http.ParseTime(said)
	if err != nil {
		if at = now.Add(parseSeconds(said)); said == "" {
			return time.Time{}
		}
	}
	if !at.After(now) {
		return time.Time{}
	}
	if last := now.Add(mostAsked); at.After(last) {
		return last
	}
	return at
}

// statusErrors are the statuses that have a kind of their own.
var statusErrors = map[int]error{
	http.StatusUnauthorized: ErrPassword, http.StatusProxyAuthRequired: ErrProxy,
	http.StatusForbidden: ErrForbidden, http.StatusUnavailableForLegalReasons: ErrForbidden,
	http.StatusNotFound: ErrNotFound, http.StatusGone: ErrGone,
	http.StatusTooManyRequests: ErrTooMany, http.StatusServiceUnavailable: ErrBusy,
}

// refusal returns the error that a server's answer is, nil of one that went well. A host
// that is asked too much is left alone from then on.
func (f *fetch) refusal(at *hostState, response *http.Response) error {
	status := response.StatusCode
	if status >= 200 && status < 300 || f.answer.NotModified {
		return nil
	}
	kind, known := statusErrors[status]
	switch {
	case known:
	case status >= 500:
		kind = ErrServer
	default:
		kind = ErrStatus
	}
	e := f.fail(kind, nil)
	if status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable {
		e.Until = f.client.hosts.refused(at, kind, f.client.now(), f.answer.RetryAfter)
		f.answer.RetryAfter = e.Until
	}
	return e
}
