package bidi

import "slices"

// Direction is the direction of a paragraph, or how to find it.
type Direction uint8

// The directions.
const (
	// Auto finds it by rules P2 and P3; left to right where no character is strong.
	Auto Direction = iota
	// AutoRTL is Auto, but right to left where no character is strong.
	AutoRTL
	// LTR is left to right.
	LTR
	// RTL is right to left.
	RTL
)

// Paragraph resolves one paragraph at a time and keeps its buffers for the
// next. The zero Paragraph is ready. It is not for concurrent use.
type Paragraph struct {
	base    uint8
	seen    set     // of classes
	classes []Class // as the characters have them
	types   []Class // as the rules change them
	levels  []uint8

	matches []int32 // of isolates, see matchIsolates
	runs    []levelRun
	seq     runSequence
}

// Resolve finds the embedding level of each character by rules P2 to I2. The
// text is one paragraph (rule P1 is the caller's); what follows a paragraph
// separator inside of it is resolved by itself, in the same direction. Time is
// linear in the text's length whatever the text holds.
func (p *Paragraph) Resolve(text []rune, d Direction) {
	p.classify(text)
	if p.seen&isolateClasses != 0 {
		p.matchIsolates()
	}
	p.base = p.baseLevel(d)
	if p.uniform() {
		for i := range p.levels {
			p.levels[i] = p.base
		}
		return
	}
	p.types = append(p.types[:0], p.classes...)
	if p.seen&controlClasses == 0 {
		p.oneRun()
	} else {
		p.explicitLevels()
		p.levelRuns()
	}
	p.resolveSequences(text)
	if p.seen&removedClasses != 0 {
		p.restoreRemoved()
	}
}

// Base gives the paragraph's embedding level: 0 left to right, 1 right to left.
func (p *Paragraph) Base() uint8 { return p.base }

// Levels gives the embedding level of each character before rule L1, which
// needs the lines: see [Paragraph.Line]. Characters that X9 removes have the
// level of the one before them. The slice is valid until the next Resolve.
func (p *Paragraph) Levels() []uint8 { return p.levels }

// Classes gives the class of each character, as [ClassOf] does. The slice is
// valid until the next Resolve.
func (p *Paragraph) Classes() []Class { return p.classes }

func (p *Paragraph) classify(text []rune) {
	p.classes = slices.Grow(p.classes[:0], len(text))[:len(text)]
	p.levels = slices.Grow(p.levels[:0], len(text))[:len(text)]
	var seen set
	for i, r := range text {
		c := ClassOf(r)
		p.classes[i] = c
		seen |= 1 << c
	}
	p.seen = seen
}

// uniform reports whether every character is of the paragraph's level: none is
// strong the other way, none changes the level, and numbers follow (W7).
func (p *Paragraph) uniform() bool {
	others := set(1<<R | 1<<AL | 1<<AN)
	if p.base == 1 {
		others = 1<<L | 1<<EN | 1<<AN
	}
	return p.seen&(others|controlClasses) == 0
}
