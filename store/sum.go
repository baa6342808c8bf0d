package store

import (
	"encoding/binary"
	"hash/crc64"
)

// sum is a checksum of what an article says: of everything that its record came
// with and that no reader changes. SQLite has none of its own, and a bit that
// flips within a text breaks no rule of its file. It is never 0, which stands for
// one that is not known.
func (r *record) sum() int64 {
	h := crc64.New(sums)
	var length [8]byte
	for _, s := range []string{
		r.id, r.key, r.title, r.section, r.source, r.place, r.author, r.lang, r.direction, r.url, r.summary, r.published,
		r.body, r.captions,
	} {
		binary.LittleEndian.PutUint64(length[:], uint64(len(s)))
		_, _ = h.Write(length[:]) // a hash takes everything
		_, _ = h.Write([]byte(s))
	}
	return int64(h.Sum64() | 1)
}

var sums = crc64.MakeTable(crc64.ECMA)
