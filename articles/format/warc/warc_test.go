package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"github.com/warraq/warraq/articles"
)

// record is a record of a type with a block.
func record(kind, address, contentType, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-03-04T05:06:07Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, address, contentType, len(block), block)
}

// answerText is what a server answered.
func answerText(head, body string) string {
	return record("response", "https://marsa.example/n", "application/http; msgtype=response", "HTTP/1.1 "+head+"\r\n\r\n"+body)
}

func packText(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := io.WriteString(w, text)
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func packBrotli(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	_, err := io.WriteString(w, text)
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func packZstd(t testing.TB, text string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(text), nil))
}

// pages are those of an archive, in short.
func pages(r io.Reader) (all []string) {
	for p, err := range Pages(r, Limits{Size: 4 << 20, Ratio: 50}) {
		all = append(all, fmt.Sprintf("%d %s %s %q %v", p.Number, p.Type, p.Charset, p.Data[:min(len(p.Data), 20)], err))
	}
	return all
}

// Of an archive the pages come out that were fetched well, and nothing else.
func TestPages(t *testing.T) {
	t.Parallel()
	html := "200 OK\r\nContent-Type: text/html; charset=windows-1256"
	for _, c := range []struct {
		name, archive string
		want          []string
	}{
		{"a page", answerText(html, "<p>x"), []string{`1 text/html windows-1256 "<p>x" <nil>`}},
		{"about the crawl", record("warcinfo", "", "application/warc-fields", "software: x") + record("request", "https://marsa.example/", "application/http", "GET /") + answerText(html, "<p>x"),
			[]string{`3 text/html windows-1256 "<p>x" <nil>`}},
		{"what is no page", answerText("404 Not Found\r\nContent-Type: text/html", "<p>x") + answerText("200 OK\r\nContent-Type: image/png", "x") + answerText("301 Moved\r\nLocation: /", ""), nil},
		{"of a later protocol", strings.Replace(answerText(html, "<p>x.."), "HTTP/1.1", "HTTP/2", 1), []string{`1 text/html windows-1256 "<p>x..\r\n" <nil>`}},
		{"in chunks", answerText(html+"\r\nTransfer-Encoding: chunked", "3\r\n<p>\r\n1\r\nx\r\n0\r\n\r\n"), []string{`1 text/html windows-1256 "<p>x" <nil>`}},
		{"packed by the server", answerText(html+"\r\nContent-Encoding: gzip", packText(t, "<p>x")), []string{`1 text/html windows-1256 "<p>x" <nil>`}},
		{"packed, as it says", answerText(html+"\r\nContent-Encoding: gzip", "<p>x"), []string{`1 text/html windows-1256 "<p>x" <nil>`}},
		{"in chunks, as it says", answerText(html+"\r\nTransfer-Encoding: chunked", "<p>x"), []string{`1 text/html windows-1256 "<p>x" <nil>`}},
		{"packed, in chunks as it says", answerText(html+"\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked", packText(t, "<p>x")), []string{`1 text/html windows-1256 "<p>x" <nil>`}},
		{"as long as it was when packed", answerText(html+"\r\nContent-Encoding: gzip\r\nContent-Length: 3", "<p>xyz"), []string{`1 text/html windows-1256 "<p>xyz" <nil>`}},
		{"of a head with lines that are none", answerText(html+"\r\nServer\r\nX y: 1\r\nX-A: \x01\r\nContent-Length: many\r\nSet-Cookie: "+strings.Repeat("x", 9000), "<p>x"), []string{`1 text/html windows-1256 "<p>x" <nil>`}},
		{"packed by Brotli", answerText(html+"\r\nContent-Encoding: br", packBrotli(t, "<p>x")), []string{`1 text/html windows-1256 "<p>x" <nil>`}},
		{"packed by Brotli, as it says", answerText(html+"\r\nContent-Encoding: br", "<p>\xC7x"), []string{`1 text/html windows-1256 "<p>\xc7x" <nil>`}},
		{"packed by zstd", answerText(html+"\r\nContent-Encoding: zstd", packZstd(t, "<p>x")), []string{`1 text/html windows-1256 "<p>x" <nil>`}},
		{"a bomb of Brotli", answerText(html+"\r\nContent-Encoding: br", packBrotli(t, strings.Repeat("x", 3<<20))), []string{`1 text/html windows-1256 "" the page unpacks to too much`}},
		{"broken Brotli", answerText(html+"\r\nContent-Encoding: br", "\xff\xff\xff\xff") + answerText(html, "<p>x"),
			[]string{`1 text/html windows-1256 "" the answer of the server cannot be understood: brotli: PADDING_2`, `2 text/html windows-1256 "<p>x" <nil>`}},
		{"packed in another way", answerText(html+"\r\nContent-Encoding: compress", "\x1f\x9d") + answerText(html, "<p>x"),
			[]string{`1 text/html windows-1256 "" the page is packed in a way that is not read: compress`, `2 text/html windows-1256 "<p>x" <nil>`}},
		{"a bomb", answerText(html+"\r\nContent-Encoding: gzip", packText(t, strings.Repeat("x", 3<<20))) + answerText(html, "<p>x"),
			[]string{`1 text/html windows-1256 "" the page unpacks to too much`, `2 text/html windows-1256 "<p>x" <nil>`}},
		{"too large", answerText(html, strings.Repeat("x", 4<<20+1)) + answerText(html, "<p>x"),
			[]string{`1 text/html windows-1256 "" the page is too large`, `2 text/html windows-1256 "<p>x" <nil>`}},
		{"what a site tells programs", strings.Replace(answerText("200 OK\r\nContent-Type: text/plain", "User-agent: *"), "marsa.example/n", "marsa.example/robots.txt", 1) + answerText(html, "<p>x"), []string{`2 text/html windows-1256 "<p>x" <nil>`}},
		{"what a script asked for", answerText("200 OK\r\nContent-Type: text/html", `{"ok":true}`) + answerText(html, "<p>x"), []string{`2 text/html windows-1256 "<p>x" <nil>`}},
		{"saved as it was", record("resource", "https://marsa.example/a", "text/html", "<p>x"), []string{`1 text/html  "<p>x" <nil>`}},
		{"made of a page", record("conversion", "https://marsa.example/a", "text/plain", "x"), []string{`1 text/plain  "x" <nil>`}},
		{"cut off", answerText(html, "<p>x") + answerText(html, "<p>y")[:150],
			[]string{`1 text/html windows-1256 "<p>x" <nil>`, `2   "" the archive is broken: unexpected EOF`}},
		{"no archive after a while", answerText(html, "<p>x") + "and so on", []string{`1 text/html windows-1256 "<p>x" <nil>`, `2   "" the archive is broken: a record begins with "and so on"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := pages(strings.NewReader(c.archive)); !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// Of a page without an article it is said which one it is.
func TestPageWithoutArticle(t *testing.T) {
	t.Parallel()
	src := &articles.Source{Name: "a.warc", Limits: articles.DefaultLimits()}
	for part, err := range eachPage(src, strings.NewReader(answerText("200 OK\r\nContent-Type: text/html", "<html><body></body></html>"))) {
		if err != nil {
			t.Fatal(err)
		}
		if list, err := part(); !errors.Is(err, articles.ErrNoArticle) || !strings.Contains(err.Error(), "https://marsa.example/n") || len(list) > 0 {
			t.Errorf("%+v, %v", list, err)
		}
	}
}

// FuzzPages reads any archive without a fault.
func FuzzPages(f *testing.F) {
	f.Add([]byte(answerText("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate", "x")))
	f.Add([]byte(record("resource", "https://marsa.example/a", "", "<html>")))
	f.Fuzz(func(_ *testing.T, data []byte) { pages(bytes.NewReader(data)) })
}
