package bidi

// maxDepth is the deepest embedding level that controls may ask for (BD2).
const maxDepth = 125

// noOverride is the directional override status "neutral".
const noOverride = ON

// status is an entry of the directional status stack (X1).
type status struct {
	level    uint8
	override Class
	isolate  bool
}

// statusStack is the directional status stack and its three counts (X1). It has
// room for each level up to maxDepth and one more for the paragraph's own.
type statusStack struct {
	entries          [maxDepth + 2]status
	top              int
	overflowIsolates int
	overflowOthers   int
	validIsolates    int
}

func (s *statusStack) reset(base uint8) {
	*s = statusStack{}
	s.entries[0] = status{base, noOverride, false}
}

func (s *statusStack) last() status { return s.entries[s.top] }

// room gives the next level in a direction, and whether it may be entered.
func (s *statusStack) room(direction Class) (uint8, bool) {
	level := s.last().level + 1
	if directionOf(level) != direction {
		level++
	}
	return level, level <= maxDepth && s.overflowIsolates == 0 && s.overflowOthers == 0
}

// embed is what LRE, LRO, RLE and RLO do (X2 to X5).
func (s *statusStack) embed(direction, override Class) {
	level, ok := s.room(direction)
	switch {
	case ok:
		s.top++
		s.entries[s.top] = status{level, override, false}
	case s.overflowIsolates == 0:
		s.overflowOthers++
	}
}

// isolate is what LRI, RLI and FSI do (X5a to X5c).
func (s *statusStack) isolate(direction Class) {
	level, ok := s.room(direction)
	if !ok {
		s.overflowIsolates++
		return
	}
	s.validIsolates++
	s.top++
	s.entries[s.top] = status{level, noOverride, true}
}

// popIsolate is what PDI does (X6a): it closes the embeddings inside the
// isolate too.
func (s *statusStack) popIsolate() {
	switch {
	case s.overflowIsolates > 0:
		s.overflowIsolates--
	case s.validIsolates > 0:
		s.overflowOthers = 0
		for !s.last().isolate {
			s.top--
		}
		s.top--
		s.validIsolates--
	}
}

// popEmbedding is what PDF does (X7).
func (s *statusStack) popEmbedding() {
	switch {
	case s.overflowIsolates > 0:
	case s.overflowOthers > 0:
		s.overflowOthers--
	case !s.last().isolate && s.top > 0:
		s.top--
	}
}

// explicitLevels finds the levels that the controls ask for, and overrides types
// (X1 to X8).
func (p *Paragraph) explicitLevels() {
	var stack statusStack
	stack.reset(p.base)
	top := stack.last()
	for i, c := range p.classes {
		if !c.in(controlClasses | removedClasses) {
			p.enter(i, top)
			continue
		}
		switch c {
		case LRE:
			stack.embed(L, noOverride)
		case RLE:
			stack.embed(R, noOverride)
		case LRO:
			stack.embed(L, L)
		case RLO:
			stack.embed(R, R)
		case PDF:
			stack.popEmbedding()
		case LRI, RLI, FSI:
			p.enter(i, top)
			stack.isolate(p.isolateDirection(i))
		case PDI:
			stack.popIsolate()
			p.enter(i, stack.last())
		case B:
			stack.reset(p.base)
			p.enter(i, stack.last())
		}
		top = stack.last()
	}
}

// enter gives a character the level and the override around it (X5a to X6a).
func (p *Paragraph) enter(i int, s status) {
	p.levels[i] = s.level
	if s.override != noOverride {
		p.types[i] = s.override
	}
}

// isolateDirection gives the direction of the isolate that starts at i.
func (p *Paragraph) isolateDirection(i int) Class {
	switch p.classes[i] {
	case LRI:
		return L
	case RLI:
		return R
	}
	end := len(p.classes)
	if p.matches[i] != noPartner {
		end = int(p.matches[i])
	}
	if strong, ok := p.firstStrong(i+1, end); ok {
		return strong
	}
	return L
}
