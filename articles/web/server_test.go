package web

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

// misbehaviour is one way in which a server answers, and what comes of it.
type misbehaviour struct {
	name    string
	serve   http.HandlerFunc // or
	raw     func(net.Conn)
	secret  bool // over TLS
	path    string
	request Request
	options Options

	titles string // of the articles that are read of the answer
	kind   error  // that Get gives, nil for none
	phase  Phase
	until  time.Duration // from now
	status int
	check  func(t *testing.T, a *Answer, err *Error)
}

// many are the titles of so many entries, and a feed of them.
func many(n int) (titles []string, feed string) {
	var entries []string
	for i := range n {
		titles = append(titles, "خبر رقم "+strconv.Itoa(i))
		entries = append(entries, entry(titles[i], "<guid>"+strconv.Itoa(i)+"</guid>"))
	}
	return titles, rss(entries...)
}

// forever writes the same until nobody takes it any more.
func forever(w io.Writer, part []byte) {
	for {
		if _, err := w.Write(part); err != nil {
			return
		}
	}
}

var short = 60 * time.Millisecond

func misbehaviours() []misbehaviour {
	thousand, large := many(1000)
	cut, _, _ := strings.Cut(twoEntries, "نص سوق")
	return []misbehaviour{
		// What goes well, or well enough.
		{name: "a feed", serve: gives(200, []byte(twoEntries), "Content-Type", "application/rss+xml"), titles: twoTitles},
		{name: "a page", serve: gives(200, []byte(articlePage), "Content-Type", "text/html; charset=utf-8"), titles: "عودة القطار"},
		{name: "not modified, by its ETag", serve: conditional, request: Request{ETag: `"v1"`}, check: isNotModified},
		{name: "not modified, by its day", serve: conditional, request: Request{LastModified: "Sat, 28 Nov 2026 10:00:00 GMT"}, check: isNotModified},
		{name: "another ETag than before", serve: conditional, request: Request{ETag: `"v0"`}, titles: twoTitles, check: func(t *testing.T, a *Answer, _ *Error) {
			t.Helper()
			if a.ETag != `"v1"` || a.NotModified {
				t.Errorf("%q, not modified %v", a.ETag, a.NotModified)
			}
		}},
		{name: "not modified, though nothing was known", serve: gives(304, nil), kind: ErrStatus, status: 304},
		{name: "an ETag that would end the line of a head", serve: func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Evil") != "" || r.Header.Get("If-None-Match") != "" {
				w.WriteHeader(http.StatusBadRequest)
			}
			_, _ = io.WriteString(w, twoEntries)
		}, request: Request{ETag: "\"v\"\r\nEvil: yes"}, titles: twoTitles},
		{name: "gzip, said and done", serve: gives(200, gzipped(twoEntries), "Content-Encoding", "gzip"), titles: twoTitles},
		{name: "gzip, said and not done", serve: gives(200, []byte(twoEntries), "Content-Encoding", "gzip"), titles: twoTitles},
		{name: "gzip, done and not said", serve: gives(200, gzipped(twoEntries), "Content-Type", "application/rss+xml"), titles: twoTitles},
		{name: "gzip, done twice", serve: gives(200, gzipped(string(gzipped(twoEntries))), "Content-Encoding", "gzip, gzip"), titles: twoTitles},
		{name: "gzip by another name", serve: gives(200, gzipped(twoEntries), "Content-Encoding", "X-GZIP"), titles: twoTitles},
		{name: "deflate", serve: gives(200, zlibbed(twoEntries), "Content-Encoding", "deflate"), titles: twoTitles},
		{name: "deflate without its head", serve: gives(200, deflated(twoEntries), "Content-Encoding", "deflate"), titles: twoTitles},
		{name: "brotli", serve: gives(200, brotlied(twoEntries), "Content-Encoding", "br"), titles: twoTitles},
		{name: "brotli said, gzip done", serve: gives(200, gzipped(twoEntries), "Content-Encoding", "br"), titles: twoTitles},
		{name: "brotli with a broken middle", serve: gives(200, broken(brotlied(large)), "Content-Encoding", "br"), kind: ErrCutOff},
		{name: "zstd", serve: gives(200, zstandard(twoEntries), "Content-Encoding", "zstd"), titles: twoTitles},
		{name: "zstd, said and not done", serve: gives(200, []byte(twoEntries), "Content-Encoding", "zstd"), titles: twoTitles},
		{name: "zstd with a broken middle", serve: gives(200, broken(zstandard(large)), "Content-Encoding", "zstd"), kind: ErrCutOff},
		{name: "zstd that points too far back", serve: gives(200, zstandardWindow(large), "Content-Encoding", "zstd"), kind: ErrEncoding},
		{name: "brotli, said and not done", serve: gives(200, []byte(twoEntries), "Content-Encoding", "br"), titles: twoTitles},
		{name: "a way of packing that nobody asked for", serve: gives(200, []byte("\x9c\x01\x02\x03\x04"), "Content-Encoding", "lzma"), kind: ErrEncoding},
		{name: "gzip with a broken middle", serve: gives(200, broken(gzipped(large)), "Content-Encoding", "gzip"), kind: ErrEncoding},
		{name: "one encoding by the head, another in truth", serve: gives(200, in1256(strings.ReplaceAll(twoEntries, "utf-8", "windows-1256")), "Content-Type", "text/xml; charset=iso-8859-1"), titles: twoTitles},
		{name: "one encoding by the declaration, another by the head", serve: gives(200, in1256(strings.ReplaceAll(twoEntries, "utf-8", "iso-8859-1")), "Content-Type", "text/xml; charset=windows-1256"), titles: twoTitles},
		{name: "Windows-1256 by the head, UTF-8 in truth", serve: gives(200, []byte(twoEntries), "Content-Type", "text/xml; charset=windows-1256"), titles: twoTitles},
		{name: "a feed as a page by its type", serve: gives(200, []byte(twoEntries), "Content-Type", "text/html"), titles: twoTitles},
		{name: "a page as a feed by its type", serve: gives(200, []byte(articlePage), "Content-Type", "application/rss+xml"), titles: "عودة القطار"},
		{name: "a type that is none", serve: gives(200, []byte(twoEntries), "Content-Type", "; charset"), titles: twoTitles},
		{name: "warnings before the declaration", serve: gives(200, []byte("<br />\n<b>Warning</b>: mkdir() in <b>/srv/a.php</b> on line <b>9</b><br />\n"+twoEntries)), titles: twoTitles},
		{name: "a thousand entries", serve: gives(200, []byte(large)), titles: strings.Join(thousand, " / ")},
		{name: "no days", serve: gives(200, []byte(rss(entry("بلا تاريخ", "")))), titles: "بلا تاريخ"},
		{name: "a day ahead", serve: gives(200, []byte(rss(entry("غدًا", "<pubDate>Tue, 01 Jan 2099 00:00:00 GMT</pubDate>")))), titles: "غدًا"},
		{name: "the same entry twice", serve: gives(200, []byte(rss(entry("مرة", "<guid>1</guid>"), entry("مرة", "<guid>1</guid>")))), titles: "مرة / مرة"},
		{name: "an entity that becomes too much", serve: gives(200, []byte(bombOfEntities())), titles: "عنوان"},
		{name: "no length and no chunks", raw: says("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n" + twoEntries), titles: twoTitles},
		{name: "HTTP/1.0", raw: says("HTTP/1.0 200 OK\r\n\r\n" + twoEntries), titles: twoTitles},
		{name: "cookies on the way", serve: wantsCookie, titles: twoTitles},
		{name: "redirects that are for good", serve: leads(301, "/b", 308, "/c"), path: "/a", titles: twoTitles, check: keeps("/c")},
		{name: "a redirect that is not for good", serve: leads(302, "/b", 301, "/c"), path: "/a", titles: twoTitles, check: keeps("/a")},
		{name: "for good at first, then not", serve: leads(301, "/b", 307, "/c"), path: "/a", titles: twoTitles, check: keeps("/b")},
		{name: "fresh for some time", serve: gives(200, []byte(twoEntries), "Cache-Control", "public, max-age=600", "Age", "60"), titles: twoTitles, check: wantFresh(9 * time.Minute)},
		{name: "fresh until a day, by a clock that is wrong", serve: gives(200, []byte(twoEntries), "Date", "Mon, 01 Jan 2001 00:00:00 GMT", "Expires", "Mon, 01 Jan 2001 01:00:00 GMT"), titles: twoTitles, check: wantFresh(time.Hour)},
		{name: "fresh for ten years", serve: gives(200, []byte(twoEntries), "Cache-Control", "max-age=315360000"), titles: twoTitles, check: wantFresh(24 * time.Hour)},
		{name: "never fresh", serve: gives(200, []byte(twoEntries), "Cache-Control", "no-cache, max-age=600"), titles: twoTitles, check: wantFresh(0)},
		{name: "an empty answer", serve: gives(200, nil)},

		// What is refused.
		{name: "not there", serve: gives(404, []byte(articlePage)), kind: ErrNotFound, status: 404},
		{name: "gone", serve: gives(410, nil), kind: ErrGone, status: 410},
		{name: "a password", serve: gives(401, nil, "WWW-Authenticate", "Basic realm=x"), kind: ErrPassword, status: 401},
		{name: "forbidden", serve: gives(403, nil), kind: ErrForbidden, status: 403},
		{name: "forbidden by law", serve: gives(451, nil), kind: ErrForbidden, status: 451},
		{name: "too many, for so long", serve: gives(429, nil, "Retry-After", "120"), kind: ErrTooMany, until: 2 * time.Minute, status: 429},
		{name: "too many, until a day", serve: gives(429, nil, "Retry-After", "Sun, 29 Nov 2026 13:00:00 GMT"), kind: ErrTooMany, until: time.Hour, status: 429},
		{name: "too many, for how long is not said", serve: gives(429, nil), kind: ErrTooMany, until: firstPause, status: 429},
		{name: "too many, for years", serve: gives(429, nil, "Retry-After", "999999999999"), kind: ErrTooMany, until: mostAsked, status: 429},
		{name: "too many, until what is no time", serve: gives(429, nil, "Retry-After", "soon"), kind: ErrTooMany, until: firstPause, status: 429},
		{name: "busy", serve: gives(503, nil, "Retry-After", "30"), kind: ErrBusy, until: 30 * time.Second, status: 503},
		{name: "broken inside", serve: gives(500, []byte("Fatal error")), kind: ErrServer, status: 500},
		{name: "a bad request", serve: gives(400, nil), kind: ErrStatus, status: 400},
		{name: "a status that is none", raw: says("HTTP/1.1 799 Never\r\nContent-Length: 0\r\n\r\n"), kind: ErrServer, status: 799},
		{name: "a redirect in a circle", serve: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, kind: ErrRedirects, status: 302},
		{name: "a redirect without an end", serve: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) }, kind: ErrRedirects},
		{name: "a redirect to a file", serve: gives(302, nil, "Location", "file:///etc/passwd"), kind: ErrScheme, status: 302, check: leadsTo("file:///etc/passwd")},
		{name: "a redirect to another protocol", serve: gives(301, nil, "Location", "ftp://a.example/x"), kind: ErrScheme, status: 301},
		{name: "a redirect to nowhere", serve: gives(301, nil), kind: ErrStatus, status: 301},
		{name: "a redirect to what is no address", serve: gives(301, nil, "Location", "http://[::1"), kind: ErrStatus, status: 301},

		// What breaks.
		{name: "a certificate of nobody", secret: true, serve: gives(200, []byte(twoEntries)), kind: ErrCertificate},
		{name: "encryption where there is none", secret: true, raw: says("HTTP/1.1 200 OK\r\n\r\n"), kind: ErrNotHTTP},
		{name: "no HTTP", raw: says("220 mail.example ESMTP\r\n"), kind: ErrNotHTTP},
		{name: "a head that is none", raw: says("HTTP/1.1 200 OK\r\nthis is no field\r\n\r\n"), kind: ErrNotHTTP},
		{name: "a head without an end", raw: func(c net.Conn) {
			_, _ = io.WriteString(c, "HTTP/1.1 200 OK\r\n")
			forever(c, []byte("X-Field: "+strings.Repeat("x", 1000)+"\r\n"))
		}, kind: ErrTooLarge},
		{name: "closed before the answer", raw: says(""), kind: ErrCutOff},
		{name: "closed while writing", raw: says("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + cut), kind: ErrCutOff, status: 200, titles: "عودة القطار"},
		{name: "chunks that are cut off", raw: says(fmt.Sprintf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n4000\r\nabc", len(cut), cut)), kind: ErrCutOff, status: 200, titles: "عودة القطار"},
		{name: "chunks that are none", raw: says(fmt.Sprintf("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\nzzz\r\n", len(cut), cut)), kind: ErrCutOff, status: 200, titles: "عودة القطار"},
		{name: "cut off in the middle of an entry, as a whole", serve: gives(200, []byte(cut)), titles: "عودة القطار"},
		{name: "gzip that is cut off", serve: gives(200, cutOff(gzipped(large)), "Content-Encoding", "gzip"), kind: ErrCutOff, status: 200, check: func(t *testing.T, a *Answer, _ *Error) {
			t.Helper()
			if n := len(titlesOf(t, a)); n < 100 || n >= 1000 {
				t.Errorf("%d articles were read", n)
			}
		}},
		{name: "a body without an end", serve: func(w http.ResponseWriter, _ *http.Request) { forever(w, []byte(entry("خبر", ""))) }, options: Options{MaxBytes: 100_000}, kind: ErrTooLarge, status: 200, check: isLimit(100_000)},
		{name: "10 GB of zeros", serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			forever(z, make([]byte, 1<<20))
		}, options: Options{MaxBytes: 1 << 20}, kind: ErrTooLarge, status: 200},
		{name: "zeros that come to nothing", serve: gives(200, gzipped(strings.Repeat(string(gzipped("")), 1<<16)), "Content-Encoding", "gzip, gzip"), options: Options{MaxBytes: 1 << 20}, kind: ErrTooLarge, status: 200},
		{name: "packed too often", serve: gives(200, gzipped(twoEntries), "Content-Encoding", "gzip, gzip, gzip, gzip"), kind: ErrEncoding, status: 200},
		{name: "a limit of the request", serve: gives(200, []byte(twoEntries)), request: Request{MaxBytes: 10}, kind: ErrTooLarge, status: 200, check: isLimit(10)},
		{name: "no answer", serve: func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, options: Options{Timeouts: Timeouts{Header: short}}, kind: ErrTimeout, phase: PhaseHeader},
		{name: "no agreement on encryption", secret: true, raw: func(c net.Conn) { _, _ = io.Copy(io.Discard, c) }, options: Options{Timeouts: Timeouts{TLS: short}}, kind: ErrTimeout, phase: PhaseTLS},
		{name: "a pause without an end", serve: func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(w, cut)
			_ = http.NewResponseController(w).Flush()
			<-r.Context().Done()
		}, options: Options{Timeouts: Timeouts{Idle: short}}, kind: ErrTimeout, phase: PhaseIdle, status: 200, titles: "عودة القطار"},
		{name: "a byte now and then", serve: func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				_, _ = io.WriteString(w, "<")
				_ = http.NewResponseController(w).Flush()
				time.Sleep(time.Millisecond)
			}
		}, options: Options{Timeouts: Timeouts{Whole: short}}, kind: ErrTimeout, phase: PhaseWhole},
	}
}

// However a server answers, there are the articles of it, or an error that says what was
// wrong.
func TestServers(t *testing.T) {
	t.Parallel()
	for _, m := range misbehaviours() {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			m.request.Address, m.request.Private = m.start(t)+m.path, true
			a, err := client(t, m.options).Get(t.Context(), m.request)
			failed, _ := errors.AsType[*Error](err)
			switch {
			case m.kind == nil && err != nil:
				t.Fatal(err)
			case m.kind != nil && (failed == nil || !errors.Is(failed.Kind, m.kind)):
				t.Fatalf("it says %v, want %v", err, m.kind)
			case failed != nil && (m.status > 0 && failed.Status != m.status || failed.Phase != m.phase):
				t.Errorf("status %d, phase %q, want %d, %q", failed.Status, failed.Phase, m.status, m.phase)
			case failed != nil && m.until > 0 && !failed.Until.Equal(today.Add(m.until)):
				t.Errorf("until %s, want %s", failed.Until, today.Add(m.until))
			}
			if m.titles != "" {
				if got := strings.Join(titlesOf(t, a), " / "); got != m.titles {
					t.Errorf("it reads %.200s, want %.200s", got, m.titles)
				}
			}
			if m.check != nil {
				m.check(t, a, failed)
			}
		})
	}
}
