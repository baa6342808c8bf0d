package related

import (
	"encoding/binary"
	"errors"
	"math"
)

// Version is the version of what [Analyse] and [Profile.Encode] give. Profiles of
// another version are to be made anew.
const Version = 3

// step is the smallest difference of weights that is kept of a profile: with one
// byte for each they go up to 21, and no weight is above 19.
const step = 1.0 / 12

// errProfile is the error of bytes that are no profile.
var errProfile = errors.New("not a profile of an article")

// Encode writes a profile as bytes: some four for each term.
func (p Profile) Encode() []byte {
	b := binary.AppendUvarint(nil, uint64(len(p.Terms)))
	last := Term(0)
	for _, t := range p.Terms {
		b = binary.AppendUvarint(b, uint64(t.Term-last))
		last = t.Term
	}
	for _, t := range p.Terms {
		b = append(b, byte(min(255, math.Round(t.Weight/step))))
	}
	for _, h := range p.Sketch {
		b = binary.LittleEndian.AppendUint32(b, h)
	}
	return b
}

// DecodeProfile reads what Encode wrote. Weights come back to within a 24th.
func DecodeProfile(b []byte) (Profile, error) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > uint64(len(b)) {
		return Profile{}, errProfile
	}
	b = b[size:]
	p := Profile{Terms: make([]Weighted, n)}
	last := Term(0)
	for i := range p.Terms {
		delta, size := binary.Uvarint(b)
		if size <= 0 || delta > math.MaxUint32 {
			return Profile{}, errProfile
		}
		b = b[size:]
		last += Term(delta)
		p.Terms[i].Term = last
	}
	if uint64(len(b)) < n || (uint64(len(b))-n)%4 != 0 {
		return Profile{}, errProfile
	}
	for i := range p.Terms {
		p.Terms[i].Weight = float64(b[i]) * step
	}
	for b = b[n:]; len(b) > 0; b = b[4:] {
		p.Sketch = append(p.Sketch, binary.LittleEndian.Uint32(b))
	}
	return p, nil
}
