package related

import (
	"hash/fnv"
	"slices"
)

// Texts are compared by the runs of four words that they share, and of each text
// only the least hashes of its runs are kept: of two sets, how many of the least
// of both together are in both estimates what they share of all (Broder, On the
// resemblance and containment of documents, 1997).
const (
	runLength  = 4
	sketchSize = 32
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
		hashes = append(hashes, h.Sum32())
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	return slices.Clone(hashes[:min(sketchSize, len(hashes))])
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
