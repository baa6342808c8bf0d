package bidi

import (
	"cmp"
	"slices"
)

// bracket is a paired bracket (BD14, BD15). Two brackets pair if they have the
// same closing one, canonical equivalents counting as one.
type bracket struct {
	r       rune
	closing rune
	open    bool
}

// maxOpeners is how many brackets may be open at a time (BD16). A sequence that
// needs more has no pairs at all: the annex says to stop there, and Unicode's
// reference program in C then drops what it had found.
const maxOpeners = 63

// opener is an opening bracket that was found in a sequence.
type opener struct {
	closing rune
	at      int32 // in the sequence
	end     int32 // where its closing one is, or 0
	inside  Class // the strong type that decides, or ON; see N0 b and c
}

// asciiBrackets is how many of the brackets are in ASCII, the first of them.
const asciiBrackets = 6

// bracketOf finds a paired bracket. Most characters that it is asked for are
// common punctuation, which is told apart without a search.
func bracketOf(r rune) (bracket, bool) {
	if r < bracketTable[asciiBrackets].r {
		for _, b := range bracketTable[:asciiBrackets] {
			if b.r == r {
				return b, true
			}
		}
		return bracket{}, false
	}
	at, ok := slices.BinarySearchFunc(bracketTable[:], r, func(b bracket, r rune) int { return cmp.Compare(b.r, r) })
	if !ok {
		return bracket{}, false
	}
	return bracketTable[at], true
}

// brackets resolves bracket pairs (N0).
func (s *runSequence) brackets() {
	if s.pair() {
		s.resolvePairs()
	}
}

// strongClass gives the strong type that N0 to N2 take a type for, or ON: numbers
// count as right to left.
func strongClass(t Class) Class {
	switch t {
	case L:
		return L
	case R, EN, AN:
		return R
	default:
		return ON
	}
}

// pair finds the bracket pairs (BD16) and, in the same pass, which strong types
// each pair holds: the last place of either type is known when a pair ends.
// openers come out in the order of their opening brackets, which is that of N0.
// It reports whether there is a pair.
func (s *runSequence) pair() bool {
	s.openers = s.openers[:0]
	var open [maxOpeners]int32 // indices into s.openers
	depth := 0
	last := [2]int{-1, -1} // of L, of R
	embedding := directionOf(s.level)
	found := false
	for i, t := range s.types {
		if t != ON {
			if depth > 0 {
				if t = strongClass(t); t != ON {
					last[t] = i
				}
			}
			continue
		}
		b, ok := bracketOf(s.text[s.at[i]])
		if !ok {
			continue
		}
		if b.open {
			if depth == maxOpeners {
				return false
			}
			open[depth] = int32(len(s.openers))
			depth++
			s.openers = append(s.openers, opener{closing: b.closing, at: int32(i), inside: ON})
			continue
		}
		for k := depth - 1; k >= 0; k-- {
			o := &s.openers[open[k]]
			if o.closing != b.closing {
				continue
			}
			depth, found = k, true
			o.end = int32(i)
			switch {
			case last[embedding] > int(o.at):
				o.inside = embedding
			case last[1-embedding] > int(o.at):
				o.inside = 1 - embedding
			}
			break
		}
	}
	return found
}

// resolvePairs sets the types of the pairs that have one. context is the last
// strong type before a pair, earlier brackets as they were set; since pairs
// come in order it is found in one walk.
func (s *runSequence) resolvePairs() {
	embedding := directionOf(s.level)
	context, seen := s.sos, 0
	for _, o := range s.openers {
		if o.end == 0 || o.inside == ON {
			continue
		}
		direction := embedding
		if o.inside != embedding {
			for ; seen < int(o.at); seen++ {
				if t := strongClass(s.types[seen]); t != ON {
					context = t
				}
			}
			direction = context
		}
		s.setBracket(int(o.at), direction)
		s.setBracket(int(o.end), direction)
	}
}

// setBracket sets the type of a bracket and of the marks on it.
func (s *runSequence) setBracket(i int, t Class) {
	s.types[i] = t
	for i++; i < len(s.types) && s.classes[s.at[i]] == NSM; i++ {
		s.types[i] = t
	}
}
