package identity

import (
	"encoding/binary"
	"hash/crc64"
	"slices"
)

// Sum gives a checksum of what an article says: of everything that its record came
// with and that no reader changes. SQLite has none of its own, and a bit that flips
// within a text breaks no rule of its file. It is never 0, which stands for one that
// is not known.
func (r *Record) Sum() int64 {
	h := crc64.New(sumTable)
	var length [8]byte
	for _, s := range slices.Concat([]*string{&r.ID, &r.Key}, r.Details(), []*string{&r.Body, &r.Captions}) {
		if s == &r.GUID && *s == "" {
			continue // as it was before articles had one
		}
		binary.LittleEndian.PutUint64(length[:], uint64(len(*s)))
		_, _ = h.Write(length[:]) // a hash takes everything
		_, _ = h.Write([]byte(*s))
	}
	return int64(h.Sum64() | 1)
}

var sumTable = crc64.MakeTable(crc64.ECMA)
