package web

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// acceptedEncodings are those in which a server may pack an answer.
const acceptedEncodings = "gzip, deflate, br, zstd"

// bodyReader reads the body of an answer and ends it where nothing comes for too long.
type bodyReader struct {
	from   io.ReadCloser
	ctx    context.Context //nolint:containedctx // of the request that the body belongs to
	cancel context.CancelCauseFunc
	idle   time.Duration
	timer  *time.Timer
}

func (b *bodyReader) Read(p []byte) (int, error) {
	if b.timer == nil {
		b.timer = time.AfterFunc(b.idle, func() { b.cancel(timeoutError{PhaseIdle}) })
	} else {
		b.timer.Reset(b.idle)
	}
	n, err := b.from.Read(p)
	b.timer.Stop()
	return n, err //nolint:wrapcheck // it is the connection's, io.EOF too
}

// mostDrained is how much is read of a body that nobody wants, so that its connection
// can be used again.
const mostDrained = 64 << 10

// drain reads a short body to its end.
func (b *bodyReader) drain() { _, _ = io.CopyN(io.Discard, b, mostDrained) }

func (b *bodyReader) close() {
	if b.timer != nil {
		b.timer.Stop()
	}
	_ = b.from.Close() // it was only read
}

var (
	errTooMuch = errors.New("it is more than the limit")
	errPacked  = errors.New("it is packed")
)

// bounded ends what becomes too much.
type bounded struct {
	from io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, errTooMuch
	}
	return n, err //nolint:wrapcheck // it is the reader's, io.EOF too
}

// mostPacked is how many times over an answer may be packed.
const mostPacked = 3

// unpack reads a body to its end and returns it as it was before it was packed: what its
// head says, where the bytes do not say otherwise, and what the bytes say, where it does
// not. Neither packed nor unpacked, nor between, is it more than a limit. With an error
// of the connection there is what came before.
func unpack(body io.Reader, h http.Header, most int64) ([]byte, error) {
	in := bufio.NewReader(&bounded{body, most})
	names := bodyEncodings(h)
	if len(names) > mostPacked {
		return nil, fmt.Errorf("%w: %s", errPacked, strings.Join(names, ", "))
	}
	for _, name := range slices.Backward(names) {
		out, err := bodyDecoder(name, in)
		if err != nil {
			return nil, err
		}
		in = bufio.NewReader(&bounded{out, most})
	}
	if head, _ := in.Peek(len(gzipMagic)); bytes.Equal(head, gzipMagic) { // done, and not said
		if out, err := gzip.NewReader(in); err == nil {
			in = bufio.NewReader(&bounded{out, most})
		}
	}
	data, err := io.ReadAll(in)
	return data, asPacked(err)
}

// gzipMagic is how what gzip has packed begins: its mark and the one method there is.
var gzipMagic = []byte("\x1f\x8b\x08")

// asPacked tells what is wrong with how a body is packed from what is wrong with its
// connection.
func asPacked(err error) error {
	for _, damaged := range []error{gzip.ErrHeader, gzip.ErrChecksum, zlib.ErrHeader, zlib.ErrChecksum} {
		if errors.Is(err, damaged) {
			return fmt.Errorf("%w: %w", errPacked, err)
		}
	}
	if _, corrupt := errors.AsType[flate.CorruptInputError](err); corrupt {
		return fmt.Errorf("%w: %w", errPacked, err)
	}
	return err
}

// bodyEncodings returns the names of how a body is packed, in the order in which it was.
func bodyEncodings(h http.Header) []string {
	var names []string
	for name := range strings.SplitSeq(strings.Join(h.Values("Content-Encoding"), ","), ",") {
		switch name = strings.ToLower(strings.TrimSpace(name)); name {
		case "", "identity", "none", "utf-8", "utf8", "binary", "8bit":
		default:
			names = append(names, name)
		}
	}
	return names
}

// bodyDecoder returns what unpacks a body that is said to be packed in a way. Servers say so
// of what is not, too.
func bodyDecoder(name string, in *bufio.Reader) (io.Reader, error) {
	head, _ := in.Peek(len(gzipMagic))
	switch {
	case len(head) == 0:
		return in, nil
	case bytes.HasPrefix(head, gzipMagic):
		r, err := gzip.NewReader(in)
		if err != nil {
			return nil, asPacked(err)
		}
		return r, nil
	case name == "br" && isBrotli(in):
		connection := &failureReader{from: in}
		return &packedReader{brotli.NewReader(connection), connection}, nil
	case isPlain(in):
		return in, nil
	case name == "zstd":
		connection := &failureReader{from: in}
		r, err := zstd.NewReader(connection, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(mostWindow))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errPacked, err)
		}
		return &packedReader{r, connection}, nil
	case name == "deflate" && isZlib(head):
		r, err := zlib.NewReader(in)
		if err != nil {
			return nil, asPacked(err)
		}
		return r, nil
	case name == "deflate":
		return flate.NewReader(in), nil
	}
	return nil, fmt.Errorf("%w: %s", errPacked, name)
}

// mostWindow is how far back a body packed by zstd may point (RFC 9659).
const mostWindow = 8 << 20

// packedReader reads what a decoder unpacks. What is not the fault of the connection is one
// of how the body is packed, and said to be.
type packedReader struct {
	decoder    io.Reader
	connection *failureReader
}

func (p *packedReader) Read(b []byte) (int, error) {
	n, err := p.decoder.Read(b)
	if err == nil || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || p.connection.err != nil {
		return n, err //nolint:wrapcheck // it is the connection's, or its end
	}
	return n, fmt.Errorf("%w: %w", errPacked, err)
}

// failureReader keeps the error that ended the reading, nil where it was the end.
type failureReader struct {
	from io.Reader
	err  error
}

func (f *failureReader) Read(b []byte) (int, error) {
	n, err := f.from.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		f.err = err
	}
	return n, err //nolint:wrapcheck // it is the reader's, io.EOF too
}

// isBrotli reports whether a body can be one that is packed by Brotli (RFC 7932), whose
// bytes have no mark and may begin as a page does: a page has no control characters, and
// what has none and is short enough to be seen whole can be tried.
func isBrotli(in *bufio.Reader) bool {
	if !isPlain(in) {
		return true
	}
	head, _ := in.Peek(in.Size())
	if bytes.ContainsFunc(head, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\f' && r != '\r' }) {
		return true
	}
	_, err := io.Copy(io.Discard, io.LimitReader(brotli.NewReader(bytes.NewReader(head)), mostDrained))
	return err == nil
}

// isZlib reports whether bytes are how zlib begins (RFC 1950): without the two of them a
// body that is said to be deflated is as well.
func isZlib(head []byte) bool {
	return len(head) >= 2 && head[0]&0x0F == 8 && (uint(head[0])<<8|uint(head[1]))%31 == 0
}

// isPlain reports whether a body begins as a page or a feed does, in one character set
// or another.
func isPlain(in *bufio.Reader) bool {
	head, _ := in.Peek(16)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	if len(head) == 0 {
		return true
	}
	return head[0] == '<' || head[0] == '{' || head[0] == '[' || bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF"))
}
