// Package packed keeps texts in a third of their bytes. A text in Arabic letters takes
// two bytes each; SCSU makes one of them, by windows of 128 characters, and the Huffman
// codes of DEFLATE then give the frequent ones fewer bits. Both take less time than
// writing what they save.
package packed

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"sync"
	"unicode/utf8"
)

// The first byte of what is packed says how: by Pack or by PackLine.
const (
	flateKind = 1
	lineKind  = 2
)

// packer is what one text after the other is packed with.
type packer struct {
	writer *flate.Writer
	scsu   []byte
	out    bytes.Buffer
}

var packerPool = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.HuffmanOnly)
	if err != nil {
		panic(err) // there is no such level
	}
	return &packer{writer: w}
}}

// Pack packs a text and returns its bytes; ok is false for one that would not become
// smaller, or that is not valid UTF-8.
func Pack(s string) (b []byte, ok bool) {
	if !utf8.ValidString(s) {
		return nil, false
	}
	p, _ := packerPool.Get().(*packer)
	defer packerPool.Put(p)
	p.scsu = appendSCSU(p.scsu[:0], s)
	p.out.Reset()
	p.out.WriteByte(flateKind)
	p.out.Write(binary.AppendUvarint(nil, uint64(len(p.scsu))))
	p.writer.Reset(&p.out)
	if _, err := p.writer.Write(p.scsu); err != nil {
		return nil, false
	}
	if err := p.writer.Close(); err != nil || p.out.Len() >= len(s) {
		return nil, false
	}
	return bytes.Clone(p.out.Bytes()), true
}

// PackLine packs a line or two, as a summary, and returns its bytes, some half of what they
// were. For so little Pack would take hardly less, and three times as long to unpack; ok
// is false as with Pack.
func PackLine(s string) (b []byte, ok bool) {
	if !utf8.ValidString(s) {
		return nil, false
	}
	p, _ := packerPool.Get().(*packer)
	defer packerPool.Put(p)
	p.scsu = appendSCSU(append(p.scsu[:0], lineKind), s)
	if len(p.scsu) >= len(s) {
		return nil, false
	}
	return bytes.Clone(p.scsu), true
}

// IsPacked tells whether bytes begin as those of Pack.
func IsPacked(b []byte) bool { return len(b) > 0 && b[0] == flateKind }

// unpacker is what one text after the other is unpacked with.
type unpacker struct {
	from   bytes.Reader
	reader io.ReadCloser
	scsu   []byte
	text   []byte
}

var unpackerPool = sync.Pool{New: func() any {
	u := &unpacker{}
	u.reader = flate.NewReader(&u.from)
	return u
}}

// Unpack returns the text that Pack or PackLine made bytes of. Of bytes that are damaged it returns
// what comes before the damage, or other letters in its place: what it says has to be
// compared with a sum.
func Unpack(b []byte) string {
	if len(b) > 0 && b[0] == lineKind {
		return unpackLine(b)
	}
	if !IsPacked(b) {
		return ""
	}
	length, size := binary.Uvarint(b[1:])
	// No character of a Huffman code has less than a bit.
	if size <= 0 || length > 8*uint64(len(b)) {
		return ""
	}
	u, _ := unpackerPool.Get().(*unpacker)
	defer unpackerPool.Put(u)
	u.from.Reset(b[1+size:])
	if err := u.reader.(flate.Resetter).Reset(&u.from, nil); err != nil { //nolint:forcetypeassert // as its documentation says
		return ""
	}
	if uint64(cap(u.scsu)) < length {
		u.scsu = make([]byte, length)
	}
	n, _ := io.ReadFull(u.reader, u.scsu[:length]) // what is missing is damaged
	u.text = appendDecoded(u.text[:0], u.scsu[:n])
	return string(u.text)
}

// unpackLine returns the text that PackLine made bytes of.
func unpackLine(b []byte) string {
	u, _ := unpackerPool.Get().(*unpacker)
	defer unpackerPool.Put(u)
	u.text = appendDecoded(u.text[:0], b[1:])
	return string(u.text)
}
