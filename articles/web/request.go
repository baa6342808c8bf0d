package web

import (
	"cmp"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"strings"
)

// acceptHeader is what is wanted, feeds first.
const acceptHeader = "application/rss+xml, application/atom+xml, application/feed+json, text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"

// httpRequest makes the request for the address that is asked now.
func (f *fetch) httpRequest(ctx context.Context) *http.Request {
	r := (&http.Request{Method: http.MethodGet, URL: f.at, Host: f.at.Host, Header: http.Header{}}).WithContext(ctx)
	h := r.Header
	if f.request.Form != nil {
		form := f.request.Form.Encode()
		r.Method, r.Body, r.ContentLength = http.MethodPost, io.NopCloser(strings.NewReader(form)), int64(len(form))
		r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(form)), nil }
		h.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	h.Set("User-Agent", f.client.options.UserAgent)
	h.Set("Accept", cmp.Or(headerValue(f.request.Accept), acceptHeader))
	h.Set("Accept-Encoding", acceptedEncodings)
	if v := headerValue(f.request.ETag); v != "" {
		h.Set("If-None-Match", v)
	}
	if v := headerValue(f.request.LastModified); v != "" {
		h.Set("If-Modified-Since", v)
	}
	for _, c := range f.jar.Cookies(f.at) {
		r.AddCookie(c)
	}
	if f.isFirstHost() && (f.at.Scheme == "https" || f.first.Scheme == "http") {
		f.secret.sign(h)
	}
	return r
}

// headerValue returns a value that a head can hold, "" of one that would end it.
func headerValue(v string) string {
	v = strings.TrimSpace(v)
	if strings.ContainsFunc(v, func(r rune) bool { return r < ' ' || r == 0x7F }) {
		return ""
	}
	return v
}

// isZero reports whether there is nothing to send.
func (c Credentials) isZero() bool {
	return c.User == "" && c.Password == "" && c.Bearer == "" && c.Authorization == "" && len(c.Cookies) == 0
}

var errControls = errors.New("it holds a line break or another control character")

// hasControls reports whether credentials hold what would end a line of the head.
func (c Credentials) hasControls() bool {
	return headerValue(c.Bearer) != strings.TrimSpace(c.Bearer) || headerValue(c.Authorization) != strings.TrimSpace(c.Authorization)
}

// sign puts credentials into the head of a request.
func (c Credentials) sign(h http.Header) {
	switch {
	case c.Authorization != "":
		h.Set("Authorization", strings.TrimSpace(c.Authorization))
	case c.Bearer != "":
		h.Set("Authorization", "Bearer "+strings.TrimSpace(c.Bearer))
	case c.User != "" || c.Password != "":
		h.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(c.User+":"+c.Password)))
	}
}
