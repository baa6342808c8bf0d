package rtl

// clusterState walks a text and finds its extended grapheme clusters by UAX #29.
// The zero clusterState stands at the start of a text.
type clusterState struct {
	started    bool
	before     clusterClass
	pictograph bool // before is the end of a pictograph with its marks (GB11)
	odd        bool // before is an odd one in a row of regional indicators (GB12, GB13)
	conjunct   conjunctState
}

// conjunctState is how far the text before is the beginning of a conjunct of an
// Indic script (GB9c).
type conjunctState uint8

const (
	noConjunct      conjunctState = iota
	afterConsonant                // and what may stand on it
	linkedConsonant               // and a linker among that
)

// next reports whether a cluster starts with the next character, of class c.
func (s *clusterState) next(c clusterClass) bool {
	starts := !s.started || s.boundary(c)
	s.started = true
	s.odd = c == gbRegional && (starts || !s.odd)
	switch c {
	case gbPictographic:
		s.pictograph, s.conjunct = true, noConjunct
	case gbExtend, gbZWJ, gbNonJoiner, gbLinker:
		s.pictograph = s.pictograph && s.before != gbZWJ
		s.conjunct = s.conjunct.extend(c)
	case gbConsonant:
		s.pictograph, s.conjunct = false, afterConsonant
	default:
		s.pictograph, s.conjunct = false, noConjunct
	}
	s.before = c
	return starts
}

// extend gives the state behind a character that stands on what is before it.
func (s conjunctState) extend(c clusterClass) conjunctState {
	switch {
	case s == noConjunct || c == gbNonJoiner:
		return noConjunct
	case c == gbLinker:
		return linkedConsonant
	}
	return s
}

// boundary applies rules GB3 to GB999 between the last character and one of
// class c.
func (s *clusterState) boundary(c clusterClass) bool {
	switch s.before {
	case gbCR:
		return c != gbLF // GB3, GB4
	case gbControl, gbLF:
		return true // GB4
	case gbPrepend:
		return c == gbControl || c == gbCR || c == gbLF // GB9b, GB5
	}
	switch c {
	case gbExtend, gbLinker, gbNonJoiner, gbZWJ, gbSpacingMark:
		return false // GB9, GB9a
	case gbConsonant:
		return s.conjunct != linkedConsonant // GB9c
	case gbPictographic:
		return s.before != gbZWJ || !s.pictograph // GB11
	case gbRegional:
		return s.before != gbRegional || !s.odd // GB12, GB13
	case gbL, gbLV, gbLVT:
		return s.before != gbL // GB6
	case gbV:
		return s.before != gbL && s.before != gbV && s.before != gbLV // GB6, GB7
	case gbT:
		return s.before != gbV && s.before != gbLV && s.before != gbT && s.before != gbLVT // GB7, GB8
	}
	return true // GB5, GB999
}
