package charset

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// FromUTF16 gives what is read as UTF-8 where it begins as UTF-16, else as it is,
// without the mark that UTF-8 may begin with. It waits for no more than one read.
func FromUTF16(in io.Reader) (io.Reader, error) {
	start := make([]byte, sampleSize)
	n, err := in.Read(start)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("reading the start: %w", err)
	}
	start = start[:n]
	whole := io.MultiReader(bytes.NewReader(start), in)
	switch {
	case bytes.HasPrefix(start, []byte("\xFF\xFE")), isUTF16(start, 1):
		return transform.NewReader(whole, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), nil
	case bytes.HasPrefix(start, []byte("\xFE\xFF")), isUTF16(start, 0):
		return transform.NewReader(whole, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder()), nil
	case bytes.HasPrefix(start, []byte("\uFEFF")):
		return io.MultiReader(bytes.NewReader(start[len("\uFEFF"):]), in), nil
	default:
		return whole, nil
	}
}

// Decoder makes UTF-8 of a text that comes piece by piece, each of whole lines. The
// pieces may be in several character sets, as those of a program's output can be. The
// zero Decoder is ready.
type Decoder struct{ charset func([]byte) string }

// Decode gives a piece as UTF-8. One that is UTF-8, or is no text, stays as it is. Of
// those that are neither, the first says which character set they are in.
func (d *Decoder) Decode(piece []byte) []byte {
	sample := piece[:min(len(piece), sampleSize)]
	if utf8.Valid(piece) || isBinary(sample) || nearlyUTF8(piece) {
		return piece
	}
	if d.charset == nil {
		d.charset = detect("", sample, recodeHead(piece))
	}
	return []byte(d.charset(piece))
}
