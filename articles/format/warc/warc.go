// Package warc reads archives of web pages (WARC, ISO 28500) record by record, and
// the pages out of them.
package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"github.com/warraq/warraq/articles/pattern"
)

// Page is a page that was fetched or saved.
type Page struct {
	Number  int    // of its record in the archive, from 1
	Address string // where it is from
	Type    string // what it says that it is: text/html
	Charset string // in which its server said that it is, or ""
	Date    time.Time
	Data    []byte
}

// Limits are the bounds of one record.
type Limits struct {
	Size  int64 // bytes of a page, packed and unpacked
	Ratio int64 // bytes unpacked for each byte packed, where they are over a megabyte
}

// The errors of a record. Those after it can be read.
var (
	ErrSize     = errors.New("the page is too large")
	ErrRatio    = errors.New("the page unpacks to too much")
	ErrEncoding = errors.New("the page is packed in a way that is not read")
	ErrPage     = errors.New("the answer of the server cannot be understood")
)

// ErrBroken is the error of an archive that cannot be read on.
var ErrBroken = errors.New("the archive is broken")

// IsWARC tells an archive by how it begins.
func IsWARC(head []byte) bool {
	return bytes.HasPrefix(head, []byte("WARC/0.")) || bytes.HasPrefix(head, []byte("WARC/1."))
}

// Pages returns the pages of an archive one by one: what servers answered (HTML and
// text, of a request that went well), what was saved as it was, and the texts that
// were made of pages. A page with an error has its number and its address.
func Pages(r io.Reader, l Limits) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		for number := 1; ; number++ {
			h, err := readHeader(in)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Page{Number: number}, err)
				return
			}
			body := &io.LimitedReader{R: in, N: h.length}
			page, isPage, err := h.page(body, l)
			page.Number = number
			if isPage && !yield(page, err) {
				return
			}
			if _, err := io.Copy(io.Discard, body); err != nil || body.N > 0 {
				yield(page, fmt.Errorf("%w: record %d is cut off", ErrBroken, number))
				return
			}
		}
	}
}

// header is the head of a record.
type header struct {
	fields map[string]string // by their names in lower case
	length int64
}

// maxLine and maxFields bound the head of a record.
const maxLine, maxFields = 64 << 10, 200

// readHeader reads the head of the next record; io.EOF is the end of the archive.
func readHeader(in *bufio.Reader) (header, error) {
	h := header{fields: map[string]string{}}
	version := ""
	for version == "" { // the lines between two records are empty
		line, err := readLine(in)
		if err != nil {
			return h, err
		}
		version = line
	}
	if !strings.HasPrefix(version, "WARC/") {
		return h, fmt.Errorf("%w: a record begins with %.20q", ErrBroken, version)
	}
	last := ""
	for range maxFields {
		line, err := readLine(in)
		switch {
		case err != nil:
			return h, fmt.Errorf("%w: %w", ErrBroken, noEOF(err))
		case line == "":
			return h, h.measure()
		case line[0] == ' ' || line[0] == '\t':
			h.fields[last] += " " + strings.TrimSpace(line)
			continue
		}
		name, value, _ := strings.Cut(line, ":")
		last = strings.ToLower(strings.TrimSpace(name))
		h.fields[last] = strings.TrimSpace(value)
	}
	return h, fmt.Errorf("%w: the head of a record has too many fields", ErrBroken)
}

// noEOF makes another error of the end of a file within a record.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

func readLine(in *bufio.Reader) (string, error) {
	line, err := in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return "", fmt.Errorf("%w: a line of a head is too long", ErrBroken)
	}
	if err != nil && len(line) > 0 && errors.Is(err, io.EOF) {
		err = nil
	}
	return strings.TrimRight(string(line), "\r\n"), err
}

// measure finds how long the record is.
func (h *header) measure() error {
	n, err := strconv.ParseInt(h.fields["content-length"], 10, 64)
	if err != nil || n < 0 {
		return fmt.Errorf("%w: a record does not say how long it is", ErrBroken)
	}
	h.length = n
	return nil
}

// forPrograms is the address of what a site tells programs: which pages to leave alone (RFC 9309),
// who sells its advertisements, what it can do (RFC 8615).
var forPrograms = pattern.New(`^https?://[^/]+/(?:(?:robots|ads|app-ads)\.txt$|\.well-known/)`)

// page reads the page of a record, if it holds one.
func (h *header) page(body io.Reader, l Limits) (Page, bool, error) {
	p := Page{Address: strings.Trim(h.fields["warc-target-uri"], "<>")}
	p.Date, _ = time.Parse(time.RFC3339, h.fields["warc-date"])
	if !strings.HasPrefix(p.Address, "http:") && !strings.HasPrefix(p.Address, "https:") || forPrograms.MatchString(p.Address) {
		return p, false, nil
	}
	var err error
	switch kind := h.fields["warc-type"]; kind {
	case "response":
		if !strings.HasPrefix(h.fields["content-type"], "application/http") && h.fields["content-type"] != "" {
			return p, false, nil
		}
		return p.answer(body, l)
	case "resource", "conversion":
		p.Type, p.Charset = mediaType(h.fields["content-type"])
		if !isText(p.Type) {
			return p, false, nil
		}
		p.Data, err = readAll(body, l.Size)
		return p, true, err
	}
	return p, false, nil
}

// isText tells what can hold an article.
func isText(kind string) bool {
	return kind == "text/html" || kind == "application/xhtml+xml" || kind == "text/plain" || kind == ""
}

// mediaType parts what a page is from the character set that it is said to be in.
func mediaType(field string) (kind, charset string) {
	kind, rest, _ := strings.Cut(field, ";")
	for part := range strings.SplitSeq(rest, ";") {
		if name, value, ok := strings.Cut(part, "="); ok && strings.EqualFold(strings.TrimSpace(name), "charset") {
			charset = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return strings.ToLower(strings.TrimSpace(kind)), charset
}

// mostWindow is how far back a page packed by zstd may point (RFC 9659).
const mostWindow = 8 << 20

// unpackBody is the content of an answer as it was before the server packed it. Some
// archives say that it is packed and keep it unpacked.
func unpackBody(answer *http.Response) (io.Reader, error) {
	in := bufio.NewReader(answer.Body)
	head, _ := in.Peek(2)
	switch encoding := strings.ToLower(strings.TrimSpace(answer.Header.Get("Content-Encoding"))); encoding {
	case "", "identity", "none", "utf-8":
		return in, nil
	case "gzip", "x-gzip":
		if !bytes.Equal(head, []byte("\x1f\x8b")) {
			return in, nil
		}
		r, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrPage, err)
		}
		return r, nil
	case "deflate":
		if r, err := zlib.NewReader(in); err == nil {
			return r, nil
		}
		return flate.NewReader(in), nil
	default:
		const looked = 512 // bytes
		first, _ := in.Peek(looked)
		isPage := len(head) > 0 && (head[0] == '<' || head[0] == '\n' || head[0] == ' ') &&
			!bytes.ContainsFunc(first, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' })
		switch {
		case encoding == "br" && !isPage:
			return brotli.NewReader(in), nil
		case encoding == "zstd" && bytes.HasPrefix(first, []byte("\x28\xB5\x2F\xFD")):
			r, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(mostWindow))
			if err != nil {
				return nil, fmt.Errorf("%w: %w", ErrPage, err)
			}
			return r, nil
		case isPage:
			return in, nil
		}
		return nil, fmt.Errorf("%w: %s", ErrEncoding, encoding)
	}
}

// readAll reads a page that is not too large. What was read before an error counts.
func readAll(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case int64(len(data)) > most:
		return nil, ErrSize
	case errors.Is(err, ErrRatio):
		return nil, err //nolint:wrapcheck // it says what it is
	case err != nil && len(data) == 0:
		return nil, fmt.Errorf("%w: %w", ErrPage, err)
	}
	return data, nil
}

// counter counts what is read.
type counter struct {
	from io.Reader
	got  int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.got += int64(n)
	return n, err //nolint:wrapcheck // it is the reader's, io.EOF too
}

// metered ends what unpacks to too much.
type metered struct {
	from   io.Reader
	packed *counter
	ratio  int64
	got    int64
}

// minUnpacked is how much may come out of anything, however little it was.
const minUnpacked = 1 << 20

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.from.Read(p)
	if m.got += int64(n); m.got > minUnpacked && m.got/max(m.ratio, 1) > m.packed.got {
		return n, ErrRatio
	}
	return n, err //nolint:wrapcheck // it is the reader's, io.EOF too
}
