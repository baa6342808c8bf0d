package bidi

// levelRun is a run of characters of one level (BD7), those that X9 removes
// left out. A run that ends with an isolate initiator goes on where the isolate
// ends (BD13).
type levelRun struct {
	first, last int32 // positions in the text, both in the run
	before      uint8 // level of the character before it, or the paragraph's
	after       uint8 // level of the character behind it, or the paragraph's
	continues   bool  // an earlier run
	next        int32 // the run that continues this one, or noRun
}

const noRun = -1

// runSequence is an isolating run sequence (BD13). Rules W1 to I2 work on one at a
// time.
type runSequence struct {
	text     []rune  // of the paragraph
	classes  []Class // of the paragraph, as they came
	types    []Class // of the sequence's characters, as the rules change them
	at       []int32 // where each is in the paragraph
	level    uint8
	sos, eos Class // X10
	openers  []opener
}

// oneRun makes a paragraph without explicit controls one level run.
func (p *Paragraph) oneRun() {
	for i := range p.levels {
		p.levels[i] = p.base
	}
	p.runs = append(p.runs[:0], levelRun{last: int32(len(p.levels) - 1), before: p.base, after: p.base, next: noRun})
}

// levelRuns splits the text into level runs and links those of one isolating
// run sequence. Isolates that open a level are at most maxDepth deep, and each
// ends its run, so that a small stack holds the runs that wait for their PDI.
func (p *Paragraph) levelRuns() {
	p.runs = p.runs[:0]
	var waiting [maxDepth + 1]int32
	depth := 0
	last, previous, level := int32(0), B, p.base // the character before, its class and level
	for i, c := range p.classes {
		if c.in(removedClasses) {
			continue
		}
		if previous != B && p.levels[i] == level {
			last, previous = int32(i), c
			continue
		}
		run := levelRun{first: int32(i), last: int32(i), before: p.base, after: p.base, next: noRun}
		if k := len(p.runs) - 1; k >= 0 {
			p.runs[k].last = last
			if previous != B {
				run.before, p.runs[k].after = level, p.levels[i]
			}
			if previous.in(initiatorClasses) && p.matches[last] != noPartner {
				waiting[depth] = int32(k)
				depth++
			}
		}
		if c == PDI && p.matches[i] != noPartner {
			depth--
			p.runs[waiting[depth]].next = int32(len(p.runs))
			run.continues = true
		}
		p.runs = append(p.runs, run)
		last, previous, level = int32(i), c, p.levels[i]
	}
	if k := len(p.runs) - 1; k >= 0 {
		p.runs[k].last = last
	}
}

// resolveSequences gathers each isolating run sequence (X10) and resolves it.
func (p *Paragraph) resolveSequences(text []rune) {
	s := &p.seq
	s.text, s.classes = text, p.classes
	for _, run := range p.runs {
		if run.continues {
			continue
		}
		s.types, s.at = s.types[:0], s.at[:0]
		s.level = p.levels[run.first]
		s.sos = directionOf(max(s.level, run.before))
		for p.gather(run); run.next != noRun; p.gather(run) {
			run = p.runs[run.next]
		}
		after := run.after
		if p.classes[run.last].in(initiatorClasses) {
			after = p.base // an isolate without an end
		}
		s.eos = directionOf(max(s.level, after))
		s.resolve(p.levels)
	}
	s.text = nil // it is the caller's
}

// gather adds a run to the sequence, without what X9 removes.
func (p *Paragraph) gather(run levelRun) {
	s := &p.seq
	first, end := int(run.first), int(run.last)+1
	if p.seen&removedClasses == 0 {
		s.types = append(s.types, p.types[first:end]...)
		for i := first; i < end; i++ {
			s.at = append(s.at, int32(i))
		}
		return
	}
	for i := first; i < end; i++ {
		if !p.classes[i].in(removedClasses) {
			s.types = append(s.types, p.types[i])
			s.at = append(s.at, int32(i))
		}
	}
}

// resolve takes a sequence through the rules from W1 to I2.
func (s *runSequence) resolve(levels []uint8) {
	s.weak()
	s.brackets()
	s.neutral()
	s.implicit(levels)
}

// restoreRemoved gives the characters that X9 took out the level of the one
// before them, as section 5.2 recommends for those who keep them.
func (p *Paragraph) restoreRemoved() {
	level := p.base
	for i, c := range p.classes {
		if c.in(removedClasses) {
			p.levels[i] = level
		}
		level = p.levels[i]
	}
}
