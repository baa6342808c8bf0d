package sftp

import (
	"encoding/binary"
	"io/fs"
)

// request is a request of a client, of which is read what is left.
type request struct {
	kind  byte
	rest  []byte
	short bool // there was less than was to be read
}

// take gives the next bytes, none where there are not so many.
func (r *request) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.short, r.rest = true, nil
		return nil
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *request) number() uint32 {
	if b := r.take(4); b != nil {
		return binary.BigEndian.Uint32(b)
	}
	return 0
}

func (r *request) long() uint64 {
	if b := r.take(8); b != nil {
		return binary.BigEndian.Uint64(b)
	}
	return 0
}

func (r *request) text() string { return string(r.take(uint64(r.number()))) }

// answer is what a client is answered.
type answer []byte

func (a *answer) begin(kind byte, id uint32) {
	*a = append(*a, kind)
	a.number(id)
}

func (a *answer) number(n uint32) { *a = binary.BigEndian.AppendUint32(*a, n) }

func (a *answer) text(s string) {
	a.number(uint32(len(s)))
	*a = append(*a, s...)
}

// Which attributes of a file are told, and the bits of its kind beside those of who may do
// what.
const (
	hasSize        = 1
	hasPermissions = 4
	hasTimes       = 8
	isFolder       = 0o040000
	isFile         = 0o100000
)

// attributes says what is known of a file, a size that is negative and a time that is zero
// left out.
func (a *answer) attributes(info fs.FileInfo) {
	size, at := info.Size(), info.ModTime().Unix()
	flags := uint32(hasPermissions)
	if size >= 0 {
		flags |= hasSize
	}
	if at > 0 {
		flags |= hasTimes
	}
	a.number(flags)
	if size >= 0 {
		*a = binary.BigEndian.AppendUint64(*a, uint64(size))
	}
	kind := uint32(isFile)
	if info.IsDir() {
		kind = isFolder
	}
	a.number(kind | uint32(info.Mode().Perm()))
	if at > 0 {
		at32 := uint32(min(at, 1<<32-1))
		a.number(at32)
		a.number(at32)
	}
}
