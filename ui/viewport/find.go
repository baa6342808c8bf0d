package viewport

import (
	"slices"

	"github.com/warraq/warraq/articles/text"
)

// Match gives the parts of a text that hold what is looked for, in their order.
type Match func(said string) []text.Range

// Result says how far a search has come.
type Result uint8

// The results of [Model.Seek] and [Model.Continue].
const (
	Found   Result = iota // it is in sight
	Absent                // there is none, in that direction
	Pending               // more is to be searched: go on with [Model.Continue]
	Waiting               // the text that there is ran out: go on when there is more
)

// sliceSize is how much is searched before keys are looked at again, in runes: some
// milliseconds.
const sliceSize = 48 << 10

// hitFinder is what is looked for.
type hitFinder struct {
	match   Match
	hits    map[int][]text.Range // by blocks, of some that were looked through
	current foundHit
	isHit   bool
	seeking *seekState
	counts  []int // hits up to and with each block, as far as they are counted

	// Growing is true as long as more text may come.
	Growing bool
	// Wraps says that behind the last hit comes the first.
	Wraps bool
}

// foundHit is a place where something was found.
type foundHit struct {
	block int
	text.Range
}

// seekState is a search that goes on.
type seekState struct {
	block, offset int // where to look next, from that offset in bytes on, or before it
	origin        int // the block in which it began
	forward       bool
	wrapped       bool
}

// maxOffset is behind every offset.
const maxOffset = int(^uint(0) >> 1)

// maxHitBlocks is of how many blocks the hits are kept.
const maxHitBlocks = 4096

// Find says what is looked for, nil for nothing. What is in sight is marked at once.
func (m *Model) Find(match Match) {
	m.match = match
	m.findAnew()
	m.isHit = false
}

// findAnew forgets what was found.
func (m *Model) findAnew() { m.hits, m.counts, m.seeking = nil, nil, nil }

// Finds tells whether something is looked for.
func (m *Model) Finds() bool { return m.match != nil }

// hitsIn are the hits in a block.
func (m *Model) hitsIn(block int) []text.Range {
	if m.match == nil {
		return nil
	}
	if found, ok := m.hits[block]; ok {
		return found
	}
	if m.hits == nil || len(m.hits) >= maxHitBlocks {
		m.hits = map[int][]text.Range{}
	}
	found := m.source.FindIn(block, m.match)
	m.hits[block] = found
	return found
}

// Seek looks for the next hit or the one before: from the hit that was gone to last,
// else from the top of the screen. It searches a slice of the text.
func (m *Model) Seek(forward bool) Result {
	if m.match == nil || m.source.Len() == 0 {
		return Absent
	}
	s := &seekState{forward: forward}
	switch {
	case m.isHit && forward:
		s.block, s.offset = m.current.block, m.current.End
	case m.isHit:
		s.block, s.offset = m.current.block, m.current.Start
	default:
		top, _ := m.Row(0)
		s.block, s.offset = top.Block, top.Start()
	}
	s.origin = s.block
	m.seeking = s
	return m.Continue()
}

// Continue searches the next slice of the text.
func (m *Model) Continue() Result {
	s := m.seeking
	if s == nil {
		return Absent
	}
	for left := sliceSize; left > 0; {
		if s.block < 0 || s.block >= m.source.Len() {
			if r, done := m.ranOut(); done {
				return r
			}
		}
		if found, ok := s.pick(m.hitsIn(s.block)); ok {
			m.current, m.isHit, m.seeking = foundHit{s.block, found}, true, nil
			m.reveal(m.placeOf(m.current), 1./3)
			return Found
		}
		if s.wrapped && s.block == s.origin {
			m.seeking = nil
			return Absent
		}
		left -= m.source.Position(s.block+1) - m.source.Position(s.block) + blockWeight
		s.turn()
	}
	return Pending
}

// ranOut does what comes at the end of the text: it goes on at the other one, or ends
// the search.
func (m *Model) ranOut() (r Result, done bool) {
	s := m.seeking
	switch {
	case s.forward && m.Growing:
		return Waiting, true
	case !m.Wraps || s.wrapped:
		m.seeking = nil
		return Absent, true
	}
	s.wrapped = true
	if s.block = 0; !s.forward {
		s.block = m.source.Len() - 1
	}
	return 0, false
}

// pick is the first hit in a block that comes in the search.
func (s *seekState) pick(hits []text.Range) (found text.Range, ok bool) {
	if s.forward {
		for _, h := range hits {
			if h.Start >= s.offset {
				return h, true
			}
		}
		return found, false
	}
	for _, h := range slices.Backward(hits) {
		if h.Start < s.offset {
			return h, true
		}
	}
	return found, false
}

// turn goes to the next block.
func (s *seekState) turn() {
	if s.forward {
		s.block, s.offset = s.block+1, 0
	} else {
		s.block, s.offset = s.block-1, maxOffset
	}
}

// StopSeeking ends a search that goes on.
func (m *Model) StopSeeking() { m.seeking = nil }

// Seeking tells whether a search goes on.
func (m *Model) Seeking() bool { return m.seeking != nil }

// LeaveHit has the next search begin at the top of the screen.
func (m *Model) LeaveHit() { m.isHit = false }

// placeOf is the row in which a hit begins.
func (m *Model) placeOf(h foundHit) rowPlace {
	lines := m.lines(h.block)
	p := rowPlace{h.block, gapsOf(lines)}
	for i := p.row; i < len(lines); i++ {
		if len(lines[i].Showing(h.Start, h.End)) > 0 {
			return rowPlace{h.block, i}
		}
	}
	return p
}

// Count counts hits in a slice of the text, and tells whether all are counted.
func (m *Model) Count() (done bool) {
	if m.match == nil {
		return true
	}
	for left := sliceSize; left > 0; {
		block := len(m.counts)
		if block >= m.source.Len() {
			return true
		}
		before := 0
		if block > 0 {
			before = m.counts[block-1]
		}
		m.counts = append(m.counts, before+len(m.hitsIn(block)))
		left -= m.source.Position(block+1) - m.source.Position(block) + blockWeight
	}
	return len(m.counts) >= m.source.Len()
}

// Number is which hit was gone to last, from 1 on, 0 for none, and how many there are
// as far as they are counted.
func (m *Model) Number() (number, total int) {
	if n := len(m.counts); n > 0 {
		total = m.counts[n-1]
	}
	if !m.isHit || m.current.block >= len(m.counts) {
		return 0, total
	}
	hits := m.hitsIn(m.current.block)
	number = m.counts[m.current.block] - len(hits)
	for _, h := range hits {
		if h.Start <= m.current.Start {
			number++
		}
	}
	return number, total
}
