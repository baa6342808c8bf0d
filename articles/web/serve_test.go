package web

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
)

// today is the time that clients in the tests go by.
var today = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)

// entry is an entry of a feed, of a title and what stands beside it.
func entry(title, beside string) string {
	return "<item><title>" + title + "</title><description>&lt;p&gt;نص " + title + ".&lt;/p&gt;</description>" + beside + "</item>"
}

// rss is a feed of entries.
func rss(entries ...string) string {
	return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>جريدة المحطة</title>` + strings.Join(entries, "\n") + `</channel></rss>`
}

// twoEntries are a feed, and twoTitles the titles in it.
var twoEntries = rss(entry("عودة القطار", ""), entry("سوق الكتب", ""))

const twoTitles = "عودة القطار / سوق الكتب"

// articlePage is a page with an article.
const articlePage = `<!doctype html><html><head><title>عودة القطار</title></head><body><article><h1>عودة القطار</h1>
<p>عاد القطار إلى المحطة القديمة بعد غياب دام ثلاثين عامًا، واستقبله أهل المدينة على الرصيف منذ الصباح الباكر.</p>
<p>وقال مدير المحطة إن الرحلات ستكون كل يوم، وإن التذاكر تباع عند الباب وفي مكتب البريد في الساحة الكبرى.</p></article></body></html>`

func gzipped(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.Bytes()
}

func zlibbed(s string) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.Bytes()
}

func brotlied(s string) []byte {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.Bytes()
}

func zstandard(s string) []byte {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	return w.EncodeAll([]byte(s), nil)
}

// zstandardWindow is a text whose head says that it may point 16 MB back.
func zstandardWindow(s string) []byte {
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b, zstd.WithWindowSize(16<<20), zstd.WithSingleSegment(false))
	if err != nil {
		panic(err)
	}
	_, _ = io.WriteString(w, s)
	_ = w.Flush()
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.Bytes()
}

func deflated(s string) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestSpeed)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.Bytes()
}

// in1256 is a text in Windows-1256.
func in1256(s string) []byte {
	b, err := charmap.Windows1256.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

// gives answers with a body, of fields of the head that come in pairs.
func gives(status int, body []byte, head ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i < len(head); i += 2 {
			w.Header().Set(head[i], head[i+1])
		}
		w.WriteHeader(status)
		_, _ = w.Write(body)
	}
}

// says answers every connection with bytes as they are, behind the request, and closes it.
func says(answer string) func(net.Conn) {
	return func(c net.Conn) { _, _ = io.WriteString(c, answer) }
}

// conditional gives a feed unless its asker has it already.
func conditional(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("If-None-Match") == `"v1"` || r.Header.Get("If-Modified-Since") == "Sat, 28 Nov 2026 10:00:00 GMT" {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("ETag", `"v1"`)
	w.Header().Set("Last-Modified", "Sat, 28 Nov 2026 10:00:00 GMT")
	_, _ = io.WriteString(w, twoEntries)
}

// wantsCookie gives a feed to those who come back with what it gave them.
func wantsCookie(w http.ResponseWriter, r *http.Request) {
	if _, err := r.Cookie("seen"); err != nil {
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
		return
	}
	_, _ = io.WriteString(w, twoEntries)
}

// leads redirects from /a and /b, and gives a feed elsewhere.
func leads(fromA int, b string, fromB int, c string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/a":
			http.Redirect(w, r, b, fromA)
		case "/b":
			http.Redirect(w, r, c, fromB)
		default:
			_, _ = io.WriteString(w, twoEntries)
		}
	}
}

func keeps(path string) func(*testing.T, *Answer, *Error) {
	return func(t *testing.T, a *Answer, _ *Error) {
		t.Helper()
		if !strings.HasSuffix(a.Permanent, path) || !strings.HasSuffix(a.Address, "/c") {
			t.Errorf("it keeps %s, from %s", a.Permanent, a.Address)
		}
	}
}

func wantFresh(long time.Duration) func(*testing.T, *Answer, *Error) {
	return func(t *testing.T, a *Answer, _ *Error) {
		t.Helper()
		want := time.Time{}
		if long > 0 {
			want = today.Add(long)
		}
		if !a.FreshUntil.Equal(want) {
			t.Errorf("fresh until %s, want %s", a.FreshUntil, want)
		}
	}
}

func isNotModified(t *testing.T, a *Answer, _ *Error) {
	t.Helper()
	if !a.NotModified || a.ETag == "" && a.LastModified == "" || len(a.Body) > 0 {
		t.Errorf("%+v", a)
	}
	if a.BytesSent == 0 || a.BytesSent >= 1000 || a.BytesReceived == 0 || a.BytesReceived >= 1000 {
		t.Errorf("it took %d bytes and %d bytes", a.BytesSent, a.BytesReceived)
	}
}

func isLimit(limit int64) func(*testing.T, *Answer, *Error) {
	return func(t *testing.T, a *Answer, err *Error) {
		t.Helper()
		if err.Limit != limit || len(a.Body) > 0 {
			t.Errorf("limit %d, %d bytes", err.Limit, len(a.Body))
		}
	}
}

func leadsTo(address string) func(*testing.T, *Answer, *Error) {
	return func(t *testing.T, _ *Answer, err *Error) {
		t.Helper()
		if err.To != address {
			t.Errorf("it leads to %q", err.To)
		}
	}
}

// broken is what was packed with some bytes of its middle changed, and cutOff its begin.
func broken(packed []byte) []byte {
	b := bytes.Clone(packed)
	for i := len(b) / 2; i < len(b)/2+40; i++ {
		b[i] ^= 0xA5
	}
	return b
}

func cutOff(packed []byte) []byte { return packed[:len(packed)*2/3] }

// bombOfEntities is a feed whose title an XML parser could make very long.
func bombOfEntities() string {
	var s strings.Builder
	s.WriteString(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ها">`)
	for i := range 20 {
		fmt.Fprintf(&s, `<!ENTITY a%d "&a%d;&a%d;&a%d;&a%d;">`, i+1, i, i, i, i)
	}
	return s.String() + `]><rss version="2.0"><channel><item><title>عنوان</title><description>نص &a20;</description></item></channel></rss>`
}

// listen serves connections that are no HTTP, each behind the head of its request.
func listen(t *testing.T, secret bool, serve func(net.Conn)) (address string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				_, _ = c.Read(make([]byte, 4096))
				serve(c)
			}()
		}
	}()
	if secret {
		return "https://" + l.Addr().String()
	}
	return "http://" + l.Addr().String()
}

// serve starts a server for a row and returns its address.
func (m *misbehaviour) start(t *testing.T) string {
	t.Helper()
	if m.raw != nil {
		return listen(t, m.secret, m.raw)
	}
	s := httptest.NewUnstartedServer(m.serve)
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	if m.secret {
		s.StartTLS()
	} else {
		s.Start()
	}
	t.Cleanup(func() { s.CloseClientConnections(); s.Close() })
	return s.URL
}

// client makes a client whose clock stands.
func client(t testing.TB, o Options) *Client {
	t.Helper()
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	c.now = func() time.Time { return today }
	t.Cleanup(c.Close)
	return c
}

// titlesOf reads an answer as a file is read, and returns the titles of its articles.
func titlesOf(t *testing.T, a *Answer) []string {
	t.Helper()
	var titles []string
	for r := range intake.ReadAll(context.Background(), intake.OpenSource(context.Background(), a.Source())) {
		for _, a := range r.Articles {
			titles = append(titles, a.Title)
		}
		if r.Err != nil && len(r.Articles) == 0 && !errors.Is(r.Err, articles.ErrEmpty) {
			t.Errorf("reading: %v", r.Err)
		}
	}
	return titles
}
