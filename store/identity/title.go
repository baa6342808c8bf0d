package identity

import (
	"hash/crc64"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
)

// urgentStarts are the words that papers put in front of a title for as long as what it tells is
// new, folded as titles are, each with the space behind it.
var urgentStarts = func() (keys []string) {
	for _, words := range []string{
		"عاجل", "خبر عاجل", "عاجل جدا", "تحديث", "محدث", "بالفيديو", "بالصور", "شاهد", // Arabic
		"فوری", "خبر فوری", "بریکنگ نیوز", "بریکنگ", // Persian, Urdu
		"מבזק", "דיווח ראשוני", "breaking", "breaking news", "update", "updated",
	} {
		keys = append(keys, text.WordKey(words)+" ")
	}
	slices.SortFunc(keys, func(a, b string) int { return len(b) - len(a) })
	return keys
}()

// baseTitle gives the words of a title without those that only say that it is new.
func (r *Record) baseTitle() string {
	for _, words := range urgentStarts {
		if rest, ok := strings.CutPrefix(r.TitleKey, words); ok {
			return rest
		}
	}
	return r.TitleKey
}

// TitleKeys gives the keys under which an article of this title may be here: its own, and
// those with and without the words that say that it is new.
func (r *Record) TitleKeys() []string {
	base := r.baseTitle()
	keys := []string{r.TitleKey, base}
	for _, words := range urgentStarts {
		keys = append(keys, words+base)
	}
	return keys
}

// urgentSums are the checksums of urgentStarts.
var urgentSums = func() (sums []uint64) {
	for _, words := range urgentStarts {
		sums = append(sums, crc64.Checksum([]byte(words), sumTable))
	}
	return sums
}()

// TitleHashes gives what [WordsHash] makes of each of [Record.TitleKeys].
func (r *Record) TitleHashes() []int64 {
	base := []byte(r.baseTitle())
	hashes := append(make([]int64, 0, len(urgentSums)+2), WordsHash(r.TitleKey), hashOfSum(crc64.Checksum(base, sumTable)))
	for _, sum := range urgentSums {
		hashes = append(hashes, hashOfSum(crc64.Update(sum, sumTable, base)))
	}
	return hashes
}

// WordsHash turns folded words, as of a title, into a number and returns it. Other words have
// the same one so rarely that it finds few that are not meant: whoever looks for words by it
// compares them, too. It has 48 bits, which SQLite keeps in six bytes.
func WordsHash(words string) int64 { return hashOfSum(crc64.Checksum([]byte(words), sumTable)) }

// hashOfSum gives the number of words by their checksum.
func hashOfSum(sum uint64) int64 {
	const unused = 16
	return int64(sum) >> unused
}

// HasTitle returns a check whether an article has the title of one that comes in, or that
// one with or without words that say that it is new, and agrees to another check.
func (in *Incoming) HasTitle(check func(*Record) bool) func(*Record) bool {
	keys := in.TitleKeys()
	return func(here *Record) bool { return slices.Contains(keys, here.TitleKey) && check(here) }
}

// hasTitleLike tells whether two titles have half of the words of the shorter one in
// common.
func (r *Record) hasTitleLike(other *Record) bool {
	short, long := strings.Fields(r.baseTitle()), strings.Fields(other.baseTitle())
	if len(short) > len(long) {
		short, long = long, short
	}
	common := 0
	for _, word := range short {
		if slices.Contains(long, word) {
			common++
		}
	}
	return len(short) > 0 && 2*common >= len(short)
}

// keepCalmTitle gives an article that came under a title with words that only say that it
// is new, and under one without them, the latter, whichever came last.
func (r *Record) keepCalmTitle(here, in *Record) {
	if here.TitleKey == in.TitleKey || here.baseTitle() != in.baseTitle() {
		return
	}
	for _, one := range []*Record{here, in} {
		if one.TitleKey == one.baseTitle() {
			r.Title = one.Title
		}
	}
}
