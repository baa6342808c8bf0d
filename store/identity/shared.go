package identity

import (
	"hash/crc64"
	"hash/maphash"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// runLength is the length in words of the runs by which texts are compared.
const runLength = 4

// Shared gives how much of the shorter text, by its runs of words, is also in the
// longer one: 1 is all, 0 nothing.
func Shared(a, b string) float64 {
	short, long := wordRuns(a), wordRuns(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 {
		return 0
	}
	common := 0
	for run := range short {
		if _, ok := long[run]; ok {
			common++
		}
	}
	return float64(common) / float64(len(short))
}

var runSeed = maphash.MakeSeed()

// wordRuns gives the runs of words in a text, hashed. A text shorter than a run is
// one run, and pictures are no words.
func wordRuns(s string) map[uint64]struct{} {
	words := text.Words(withoutImages(s))
	set := make(map[uint64]struct{}, len(words))
	for i := range max(1, len(words)-runLength+1) {
		run := words[i:min(i+runLength, len(words))]
		if len(run) > 0 {
			set[maphash.String(runSeed, strings.Join(run, " "))] = struct{}{}
		}
	}
	return set
}

// countWords gives how many words a text has.
func countWords(s string) int { return len(text.Words(withoutImages(s))) }

// fewestKeyed is how many words a text has at the least that is told by them.
const fewestKeyed = 20

// TextKey gives a number that texts of the same words have in common, 0 of few words,
// which say nothing.
func TextKey(s string) int64 { return wordsKey(text.Spaced(articles.WithoutPictures(s))) }

// wordsKey is TextKey of a text by its words, with a space between each two.
func wordsKey(words string) int64 {
	if words == "" || strings.Count(words, " ")+1 < fewestKeyed {
		return 0
	}
	ended := []byte(words + " ") // each word with what no word holds behind it
	for i, c := range ended {
		if c == ' ' {
			ended[i] = 0
		}
	}
	return int64(crc64.Checksum(ended, sumTable) | 1)
}
