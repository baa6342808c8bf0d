package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// contextLength is how much of what stands before and after a passage is kept
// with it, in runes: enough to tell places apart that say the same.
const contextLength = 32

// Passage makes a highlight of a part of a text, by rune offsets, with what stands
// around it.
func Passage(text string, start, end int) articles.Highlight {
	runes := []rune(text)
	start = max(0, min(start, len(runes)))
	end = max(start, min(end, len(runes)))
	return articles.Highlight{
		Start: start, End: end, Quote: string(runes[start:end]),
		Before: string(runes[max(0, start-contextLength):start]),
		After:  string(runes[end:min(len(runes), end+contextLength)]),
	}
}

// Locate finds the passage of a highlight in a text, by rune offsets: where it was
// if it still stands there, else where the same words stand, however they are
// spelled now, in the most similar surroundings and nearest to the old place.
// Where they stand nowhere it is what stands between the old surroundings now,
// unless that is much longer. ok is false where it is not found, and of a note on
// the whole article.
func Locate(s string, h articles.Highlight) (start, end int, ok bool) {
	if h.Quote == "" {
		return 0, 0, false
	}
	in := squeezeText(s)
	wasAt := in.place(h.Start)
	best, most := text.Range{}, -1
	quote, before, after := squeezeText(h.Quote).text, squeezeText(h.Before).text, squeezeText(h.After).text
	for _, r := range text.Find(in.text, quote) {
		likeness := 4 * (commonSuffix(in.text[:r.Start], before) + commonPrefix(in.text[r.End:], after))
		if in.text[r.Start:r.End] == quote {
			likeness += 2
		}
		if likeness > most || likeness == most && absInt(r.Start-wasAt) < absInt(best.Start-wasAt) {
			best, most = r, likeness
		}
	}
	if most < 0 {
		if best, ok = in.between(h, wasAt); !ok {
			return 0, 0, false
		}
	}
	return in.runes[best.Start], in.runes[best.End], true
}

// between finds what stands between the surroundings of a passage.
func (s *squeezed) between(h articles.Highlight, wasAt int) (best text.Range, ok bool) {
	const near = contextLength / 2
	runesBefore, runesAfter := []rune(squeezeText(h.Before).text), []rune(squeezeText(h.After).text)
	if len(runesBefore) < near || len(runesAfter) < near {
		return best, false // less could stand anywhere
	}
	before := strings.TrimSpace(string(runesBefore[len(runesBefore)-near:]))
	after := strings.TrimSpace(string(runesAfter[:near]))
	for _, b := range text.Find(s.text, before) {
		behind := text.Find(s.text[b.End:], after)
		if len(behind) == 0 {
			break
		}
		found := strings.TrimSpace(s.text[b.End : b.End+behind[0].Start])
		if found == "" || len(found) > 2*len(h.Quote) {
			continue
		}
		start := b.End + strings.Index(s.text[b.End:], found)
		if !ok || absInt(start-wasAt) < absInt(best.Start-wasAt) {
			best, ok = text.Range{Start: start, End: start + len(found)}, true
		}
	}
	return best, ok
}

// squeezed is a text with one space for all white space in one place, so that
// lines that are broken elsewhere are the same.
type squeezed struct {
	text  string
	runes []int // of each byte, and of the end: the runes of the text before it
}

func squeezeText(text string) squeezed {
	var s squeezed
	var b strings.Builder
	n, space := 0, false
	for _, r := range text {
		isSpace := unicode.IsSpace(r)
		if isSpace {
			r = ' '
		}
		if !isSpace || !space {
			for range utf8.RuneLen(r) {
				s.runes = append(s.runes, n)
			}
			b.WriteRune(r)
		}
		space = isSpace
		n++
	}
	s.text, s.runes = b.String(), append(s.runes, n)
	return s
}

// place is the byte at which a rune of the text stands.
func (s *squeezed) place(runes int) int {
	for i, n := range s.runes {
		if n >= runes {
			return i
		}
	}
	return len(s.text)
}

// commonPrefix is how many bytes two texts begin alike.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// commonSuffix is how many bytes two texts end alike.
func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

func absInt(n int) int { return max(n, -n) }
