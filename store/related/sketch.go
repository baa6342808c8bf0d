package related

import (
	"hash/fnv"
	"math"
	"slices"
)

// Texts are compared by the runs of three words that they share, and of each text
// only the least hashes of its runs are kept: of two sets, how many of the least
// of both together are in both estimates what they share of all (Broder, On the
// resemblance and containment of documents, 1997), and how far apart the least are
// how many there are.
const (
	runLength  = 3
	sketchSize = 64
)

// From which part on that both have of all they say, or of what the shorter says,
// two texts are one: agencies' reports come with other headlines, some words
// changed, or cut. What follows a story up repeats less of it.
const (
	sameText   = 0.42
	sameInPart = 0.75
)

// sketch is the sketch of an article's text, title and summary left out: papers
// give one agency's report titles of their own.
func sketch(tokens []token) []uint32 {
	var words []string
	for _, t := range tokens {
		if t.place == inBody {
			words = append(words, t.folded)
		}
	}
	var hashes []uint32
	for i := range len(words) - runLength + 1 {
		h := fnv.New32a()
		for _, w := range words[i : i+runLength] {
			_, _ = h.Write([]byte(w + " ")) // it never fails
		}
		hashes = append(hashes, spread(h.Sum32()))
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	return slices.Clone(hashes[:min(sketchSize, len(hashes))])
}

// spread makes hashes lie evenly, which FNV's of short texts do not (the finalizer
// of MurmurHash3).
func spread(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// copies tells whether two texts are one.
func copies(a, b []uint32) bool {
	shared := resemblance(a, b)
	if shared >= sameText {
		return true
	}
	// What both have is this part of all, which is the lengths less what both have.
	first, second := runs(a), runs(b)
	both := shared / (1 + shared) * (first + second)
	return both >= sameInPart*max(min(first, second), 1)
}

// runs estimates how many runs the text of a sketch has.
func runs(s []uint32) float64 {
	if len(s) < sketchSize {
		return float64(len(s))
	}
	return (sketchSize - 1) * math.MaxUint32 / float64(max(s[sketchSize-1], 1))
}

// resemblance estimates how much of two texts is in both: 1 is all, 0 nothing.
func resemblance(a, b []uint32) float64 {
	size := min(sketchSize, max(len(a), len(b)))
	if size == 0 {
		return 0
	}
	both, common, i, j := 0, 0, 0, 0
	for both < size && i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			common++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
		both++
	}
	return float64(common) / float64(size)
}
