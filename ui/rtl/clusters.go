package rtl

// clusterState walks a text and finds its extended grapheme clusters by UAX #29.
// The zero clusterState stands at the start of a text.
type clusterState struct {
	started    bool
	before     clusterClass
	pictograph bool // before is the end of a pictograph with its marks (GB11)
	odd        bool // before is an odd one in a row of regional indicators (GB12, GB13)
}

// next reports whether a cluster starts with the next character, of class c.
func (s *clusterState) next(c clusterClass) bool {
	starts := !s.started || s.boundary(c)
	s.started = true
	s.odd = c == gbRegional && (starts || !s.odd)
	switch c {
	case gbPictographic:
		s.pictograph = true
	case gbExtend:
		s.pictograph = s.pictograph && s.before != gbZWJ
	case gbZWJ:
		s.pictograph = s.pictograph && s.before != gbZWJ
	default:
		s.pictograph = false
	}
	s.before = c
	return starts
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
	case gbExtend, gbZWJ, gbSpacingMark:
		return false // GB9, GB9a
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
