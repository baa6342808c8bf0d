package rtl

// breaker finds the places where the lines of a text may end, by UAX #14.
//
// Numbers are kept whole by the regular expression of section 8.2, example 7,
// as Unicode's own test does it. One rule is of a later version (LB15b of 15.1,
// with LB15a): a closing quotation mark stays with what is before it, though a
// space stand between, and so does what follows an opening one. French sets
// guillemets so, and much Arabic from North Africa with it.
type breaker struct {
	props []properties

	last   lineClass // of the character before, as it is
	before lineClass // of the one that counts: no space, no mark on another
	spaces bool      // spaces stand between it and here

	number numberState
	hebrew bool // before is a hyphen behind a Hebrew letter (LB21a)
	odd    bool // before is an odd one in a row of regional indicators (LB30a)
	opened bool // before is an opening quotation mark (LB15a)
}

// numberState is how far the text before is a number.
type numberState uint8

const (
	noNumber     numberState = iota
	inNumber                 // NU (NU | SY | IS)*
	closedNumber             // and a closing bracket
)

// The classes after which a line must end (LB4, LB5), and before which none may
// (LB6, LB7).
var (
	hardBreaks = setOf(lbBK, lbCR, lbLF, lbNL)
	neverFirst = hardBreaks | setOf(lbSP, lbZW)
)

// markBreaks sets [unitMayBreak] and [unitMustBreak] of the units of a text.
func markBreaks(units []unit, props []properties) {
	if len(props) == 0 {
		return
	}
	b := breaker{props: props}
	b.start(props[0].line())
	for i := 1; i < len(props); i++ {
		c := props[i].line()
		if c == lbAL && b.last == lbAL && b.before == lbAL {
			continue
		}
		switch {
		case b.last.in(hardBreaks):
			if b.last != lbCR || c != lbLF {
				units[i] |= unitMustBreak
			}
			b.start(c)
		case c.in(neverFirst):
			b.pass(c)
		case (c == lbCM || c == lbZWJ) && b.last != lbSP && b.last != lbZW:
			b.last = c // LB9
		default:
			if b.mayBreak(i, effectiveClass(c)) {
				units[i] |= unitMayBreak
			}
			b.advance(effectiveClass(c))
			b.last = c
		}
	}
}

// start begins a line's text with a character of class c.
func (b *breaker) start(c lineClass) {
	*b = breaker{props: b.props, before: lbSP, spaces: true}
	if c.in(neverFirst) {
		b.pass(c)
		return
	}
	b.advance(effectiveClass(c))
	b.last = c
}

// effectiveClass is the class that a mark has which is on no letter (LB10).
func effectiveClass(c lineClass) lineClass {
	if c == lbCM || c == lbZWJ {
		return lbAL
	}
	return c
}

// pass goes over a character before which no line may start.
func (b *breaker) pass(c lineClass) {
	b.last = c
	if c == lbSP {
		b.spaces = true
		return
	}
	b.advance(c)
}

// mayBreak reports whether a line may end before character i, of class c.
func (b *breaker) mayBreak(i int, c lineClass) bool {
	if b.last == lbZWJ {
		return false // LB8a
	}
	switch breakPairs[b.before][c] {
	case breakNever:
		return false
	case breakAllowed:
	case breakAtSpaces:
		if !b.spaces {
			return false
		}
	case breakContext:
		if !b.spaces && b.joined(i, c) {
			return false
		}
	}
	return !b.spaces || b.before == lbZW || !b.opened && (c != lbQUfinal || !b.closes(i))
}

// joined applies the rules that look further than at two characters, no space
// standing between them.
func (b *breaker) joined(i int, c lineClass) bool {
	switch {
	case b.hebrew: // LB21a
		return true
	case c == lbRI: // LB30a
		return b.odd
	case c == lbNU: // LB25
		return b.number == inNumber
	case c == lbPR || c == lbPO:
		return b.number != noNumber
	case c == lbOP || c == lbOPwide:
		return b.after(i) == lbNU && b.before != lbBA && b.before != lbHY
	}
	return false
}

// after gives the class of the character behind character i, marks left out, or
// that of a line feed at the end.
func (b *breaker) after(i int) lineClass {
	for _, p := range b.props[i+1:] {
		if c := p.line(); c != lbCM && c != lbZWJ {
			return c
		}
	}
	return lbLF
}

// closes reports whether the quotation mark i closes, by what is behind it
// (LB15b).
func (b *breaker) closes(i int) bool {
	return b.after(i).in(neverFirst | setOf(lbGL, lbWJ, lbCL, lbQU, lbQUinitial, lbQUfinal, lbCP, lbCPwide, lbEX, lbIS, lbSY))
}

// advance makes a character of class c the one before.
func (b *breaker) advance(c lineClass) {
	switch {
	case c == lbNU:
		b.number = inNumber
	case b.number == inNumber && !b.spaces && (c == lbSY || c == lbIS):
	case b.number == inNumber && !b.spaces && (c == lbCL || c == lbCP || c == lbCPwide):
		b.number = closedNumber
	default:
		b.number = noNumber
	}
	b.hebrew = (c == lbBA || c == lbHY) && b.before == lbHL && !b.spaces
	b.odd = c == lbRI && (b.before != lbRI || b.spaces || !b.odd)
	b.opened = c == lbQUinitial && (b.spaces || b.before.in(setOf(lbOP, lbOPwide, lbQU, lbQUinitial, lbQUfinal, lbGL, lbZW)))
	b.before, b.spaces = c, false
}
