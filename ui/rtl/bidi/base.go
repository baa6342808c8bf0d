package bidi

import "slices"

// noPartner stands for the partner of an isolate initiator or a PDI that has none.
const noPartner = -1

// baseLevel finds the paragraph embedding level (P2, P3), or takes the one given.
func (p *Paragraph) baseLevel(d Direction) uint8 {
	switch d {
	case LTR:
		return 0
	case RTL:
		return 1
	default:
		if strong, ok := p.firstStrong(0, len(p.classes)); ok {
			return uint8(strong)
		}
		return uint8(d) // Auto is 0, AutoRTL is 1
	}
}

// firstStrong gives the direction, L or R, of the first strong character from
// start to end, isolates left out (P2). An isolate without an end, or a
// paragraph separator, ends the search.
func (p *Paragraph) firstStrong(start, end int) (Class, bool) {
	for i := start; i < end; i++ {
		switch c := p.classes[i]; c {
		case L:
			return L, true
		case R, AL:
			return R, true
		case LRI, RLI, FSI:
			if p.matches[i] == noPartner {
				return ON, false
			}
			i = int(p.matches[i])
		case B:
			return ON, false
		}
	}
	return ON, false
}

// matchIsolates finds the PDI of each isolate initiator and the other way about
// (BD9). An initiator that is still open holds the one around it in the meantime.
func (p *Paragraph) matchIsolates() {
	p.matches = slices.Grow(p.matches[:0], len(p.classes))[:len(p.classes)]
	open := int32(noPartner)
	closeAll := func() {
		for open != noPartner {
			p.matches[open], open = noPartner, p.matches[open]
		}
	}
	for i, c := range p.classes {
		switch c {
		case LRI, RLI, FSI:
			p.matches[i] = open
			open = int32(i)
		case PDI:
			initiator := open
			p.matches[i] = initiator
			if initiator != noPartner {
				p.matches[initiator], open = int32(i), p.matches[initiator]
			}
		case B:
			closeAll()
		}
	}
	closeAll()
}
