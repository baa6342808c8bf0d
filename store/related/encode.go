package related

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// Version is the version of what [Analyse] and [Profile.Encode] give. Profiles of
// another version are to be made anew.
const Version = 9

// errProfile is the error of bytes that are no profile.
var errProfile = errors.New("not a profile of an article")

// The flags of a profile stand in one number with the runs of its sketch.
const (
	undatedFlag = 1 << iota
	digestFlag
	flagBits = iota
)

// Encode writes a profile as bytes: some three for each term. Terms are written as
// the distances between them, in Rice's code, and counts as so many ones and a zero.
func (p Profile) Encode() []byte {
	b := binary.AppendUvarint(nil, uint64(len(p.Terms)))
	flags := uint64(0)
	if p.Undated {
		flags |= undatedFlag
	}
	if p.Digest {
		flags |= digestFlag
	}
	b = binary.AppendUvarint(b, uint64(p.Sketch.Runs)<<flagBits|flags)
	b = append(b, p.Sketch.Bins...)
	w := bitWriter{b: b}
	k := riceBits(len(p.Terms))
	last := Term(0)
	for _, t := range p.Terms {
		distance := uint32(t.Term - last)
		last = t.Term
		w.unary(int(distance >> k))
		w.write(distance, k)
		w.unary(t.Times)
		if t.Times > 0 {
			w.unary(t.Title)
			w.unary(t.Lead)
			w.bit(t.Name)
		}
	}
	return w.b
}

// riceBits is how many bits of a distance are written as they are, where so many
// terms lie evenly.
func riceBits(terms int) int {
	return max(0, bits.Len(uint(1<<termBits/max(terms, 1)))-1)
}

// DecodeProfile reads what Encode wrote.
func DecodeProfile(b []byte) (Profile, error) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > uint64(8*len(b)) {
		return Profile{}, errProfile
	}
	runs, more := binary.Uvarint(b[size:])
	if more <= 0 || runs > math.MaxInt32 {
		return Profile{}, errProfile
	}
	b = b[size+more:]
	p := Profile{Sketch: Sketch{Runs: int(runs >> flagBits)}, Undated: runs&undatedFlag != 0, Digest: runs&digestFlag != 0}
	if p.Sketch.Runs > 0 {
		if len(b) < sketchBins {
			return Profile{}, errProfile
		}
		p.Sketch.Bins, b = b[:sketchBins:sketchBins], b[sketchBins:]
	}
	return p.decodeTerms(b, int(n))
}

func (p Profile) decodeTerms(b []byte, n int) (Profile, error) {
	r := bitReader{b: b}
	k := riceBits(n)
	p.Terms = make([]Counted, n)
	last := Term(0)
	for i := range p.Terms {
		t := &p.Terms[i]
		last += Term(r.unary()<<k) + Term(r.read(k))
		t.Term = last
		if t.Times = r.unary(); t.Times > 0 {
			t.Title, t.Lead, t.Name = r.unary(), r.unary(), r.read(1) == 1
		}
		if r.over || last >= 1<<termBits || t.Times > maxTimes || t.Title > maxPlace || t.Lead > maxPlace {
			return Profile{}, errProfile
		}
	}
	return p, nil
}

// bitWriter writes bits, the first the highest of its byte.
type bitWriter struct {
	b    []byte
	free int // bits of the last byte that are free
}

func (w *bitWriter) write(value uint32, n int) {
	for n > 0 {
		if w.free == 0 {
			w.b, w.free = append(w.b, 0), 8
		}
		some := min(n, w.free)
		part := value >> (n - some) & (1<<some - 1)
		w.b[len(w.b)-1] |= byte(part << (w.free - some))
		w.free -= some
		n -= some
	}
}

func (w *bitWriter) bit(set bool) {
	if set {
		w.write(1, 1)
	} else {
		w.write(0, 1)
	}
}

func (w *bitWriter) unary(n int) {
	for ; n > 0; n-- {
		w.write(1, 1)
	}
	w.write(0, 1)
}

// bitReader reads what a bitWriter wrote.
type bitReader struct {
	b    []byte
	at   int // in bits
	over bool
}

func (r *bitReader) read(n int) uint32 {
	value := uint32(0)
	for n > 0 {
		if r.at>>3 >= len(r.b) {
			r.over = true
			return 0
		}
		left := 8 - r.at&7
		some := min(n, left)
		part := uint32(r.b[r.at>>3]) >> (left - some) & (1<<some - 1)
		value = value<<some | part
		r.at += some
		n -= some
	}
	return value
}

func (r *bitReader) unary() int {
	n := 0
	for {
		if r.at>>3 >= len(r.b) {
			r.over = true
			return 0
		}
		left := 8 - r.at&7
		rest := r.b[r.at>>3] << (8 - left)
		ones := bits.LeadingZeros8(^rest)
		if ones < left {
			r.at += ones + 1
			return n + ones
		}
		n += left
		r.at += left
	}
}
