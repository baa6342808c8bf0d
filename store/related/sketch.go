package related

import (
	"hash/fnv"
	"math"
)

// Texts are compared by the runs of three words that they share. Every run falls by
// its hash into one of some bins, and of each bin the least hash is kept, a byte of
// it: of two sets, in how many bins the least of both are the same estimates what
// they share of all (Li, Owen and Zhang, One permutation hashing, 2012).
const (
	runLength  = 3
	sketchBins = 64
)

// Sketch is what is kept of a text for telling its copies.
type Sketch struct {
	Runs int    // how many runs of words it has, each once
	Bins []byte // a byte of the least hash of each bin, 0 where there is none; nil for no text
}

// From which part on that both have of all they say, or of what the shorter says,
// two texts are one: agencies' reports come with other headlines, some words
// changed, or cut. What follows a story up repeats less of it.
// Of two texts of which one is many times as long chance has a say.
const (
	sameText    = 0.42
	sameInPart  = 0.75
	leastShared = 5.0 / sketchBins
)

// sketchText is the sketch of an article's text, title and summary left out: papers
// give one agency's report titles of their own.
func sketchText(tokens []token) Sketch {
	var words []string
	for i := range tokens {
		if tokens[i].place == inBody {
			words = append(words, tokens[i].folded)
		}
	}
	if len(words) < runLength {
		return Sketch{}
	}
	least := [sketchBins]uint32{}
	seen := make(map[uint32]struct{}, len(words))
	for i := range len(words) - runLength + 1 {
		h := fnv.New32a()
		for _, w := range words[i : i+runLength] {
			_, _ = h.Write([]byte(w + " ")) // it never fails
		}
		hash := spreadHash(h.Sum32())
		seen[hash] = struct{}{}
		bin := hash % sketchBins
		if rest := hash/sketchBins + 1; least[bin] == 0 || rest < least[bin] {
			least[bin] = rest
		}
	}
	s := Sketch{len(seen), make([]byte, sketchBins)}
	for i, hash := range least {
		if hash > 0 {
			s.Bins[i] = byte(1 + spreadHash(hash)%255)
		}
	}
	return s
}

// spreadHash makes hashes lie evenly, which FNV's of short texts do not (the finalizer
// of MurmurHash3).
func spreadHash(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// areCopies tells whether two texts are one.
func areCopies(a, b Sketch) bool {
	shared := resemblance(a, b)
	if shared >= sameText || shared < leastShared {
		return shared >= sameText
	}
	// What both have is this part of all, which is the lengths less what both have.
	both := shared / (1 + shared) * float64(a.Runs+b.Runs)
	return both >= sameInPart*max(float64(min(a.Runs, b.Runs)), 1)
}

// resemblance estimates how much of two texts is in both: 1 is all, 0 nothing.
func resemblance(a, b Sketch) float64 {
	if a.Bins == nil || b.Bins == nil {
		return 0
	}
	same, filled := 0, 0
	for i, x := range a.Bins {
		y := b.Bins[i]
		if x != 0 || y != 0 {
			filled++
		}
		if x == y && x != 0 {
			same++
		}
	}
	// One in 255 is the same by chance.
	return math.Max(0, float64(same)-float64(filled-same)/254) / float64(max(filled, 1))
}
