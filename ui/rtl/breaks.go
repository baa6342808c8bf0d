package rtl

// breaker finds the places where the lines of a text may end, by UAX #14.
type breaker struct {
	props []properties

	last   lineClass // of the character before, as it is
	before lineClass // of the one that counts: no space, no mark on another
	spaces bool      // spaces stand between it and here

	number numberState
	facts  breakFacts
}

// numberState is how far the text before is a number.
type numberState uint8

const (
	noNumber     numberState = iota
	inNumber                 // NU (NU | SY | IS)*
	closedNumber             // and a closing bracket
)

// breakFacts are what rules ask of the character before beyond its class.
type breakFacts uint8

const (
	hebrewHyphen  breakFacts = 1 << iota // a hyphen behind a Hebrew letter (LB21a)
	leadingHyphen                        // a hyphen that begins a word (LB20a)
	oddRegional                          // an odd one in a row of regional indicators (LB30a)
	openingQuote                         // an initial quotation mark that opens (LB15a)
	wideBefore                           // it is East Asian (LB19a)
	wideQuoted                           // a quotation mark behind what is East Asian (LB19a)
	aksaraVirama                         // a virama behind a letter (LB28a)
)

// markBreaks sets [unitMayBreak] and [unitMustBreak] of the units of a text.
func markBreaks(units []unit, props []properties) {
	if len(props) == 0 {
		return
	}
	b := breaker{props: props}
	b.start(props[0])
	for i := 1; i < len(props); i++ {
		c := props[i].line()
		if c == lbAL && b.last == lbAL && b.before == lbAL && props[i]&isEastAsian == 0 {
			b.facts = 0
			continue
		}
		switch {
		case b.last.in(hardBreaks):
			if b.last != lbCR || c != lbLF {
				units[i] |= unitMustBreak
			}
			b.start(props[i])
		case c.in(neverFirst):
			b.pass(c)
		case (c == lbCM || c == lbZWJ) && b.last != lbSP && b.last != lbZW:
			b.last = c // LB9
		default:
			if b.mayBreak(i, effectiveClass(c)) {
				units[i] |= unitMayBreak
			}
			b.advance(props[i])
			b.last = c
		}
	}
}

// start begins a line's text with a character.
func (b *breaker) start(p properties) {
	*b = breaker{props: b.props, before: lbSP, spaces: true}
	if c := p.line(); c.in(neverFirst) {
		b.pass(c)
		return
	}
	b.advance(p)
	b.last = p.line()
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
	b.before, b.spaces, b.number, b.facts = c, false, noNumber, 0
}

// mayBreak reports whether a line may end before character i, of class c.
func (b *breaker) mayBreak(i int, c lineClass) bool {
	switch {
	case b.last == lbZWJ: // LB8a
		return false
	case b.before == lbZW: // LB8
		return true
	case b.spaces:
		return b.mayBreakAtSpaces(i, c)
	case c == lbQUinitial && (b.facts&wideBefore == 0 || !b.wideAfter(i)), // LB19a
		b.before == lbQUfinal && (b.facts&wideQuoted == 0 || b.props[i]&isEastAsian == 0):
		return false
	}
	switch breakPairs[b.before][c] {
	case breakAllowed:
		return true
	case breakContext:
		return !b.joined(i, c)
	}
	return false
}

// mayBreakAtSpaces reports whether a line may end before character i, of class c,
// which stands behind spaces.
func (b *breaker) mayBreakAtSpaces(i int, c lineClass) bool {
	switch {
	case b.facts&openingQuote != 0, c == lbQUfinal && b.closes(i): // LB15a, LB15b
		return false
	case c == lbIS && !b.before.in(openClasses) && b.after(i).line() == lbNU: // LB15c
		return true
	}
	return breakPairs[b.before][c] != breakNever
}

// joined applies the rules that look further than at two characters, no space
// standing between them.
func (b *breaker) joined(i int, c lineClass) bool {
	switch {
	case b.before.in(hyphenClasses): // LB20a, LB21a
		return b.facts&leadingHyphen != 0 && c.in(letterClasses) || b.facts&hebrewHyphen != 0 && c != lbHL
	case c == lbRI: // LB30a
		return b.facts&oddRegional != 0
	case c == lbNU: // LB25
		return b.number == inNumber
	case c.in(affixClasses):
		return b.number != noNumber
	case c.in(openClasses):
		return b.opensNumber(i)
	case b.before == lbVI: // LB28a
		return b.facts&aksaraVirama != 0
	default:
		return b.after(i).line() == lbVF
	}
}

// after gives the properties of the character behind character i, marks left out,
// or those of a line feed at the end.
func (b *breaker) after(i int) properties {
	for _, p := range b.props[i+1:] {
		if c := p.line(); c != lbCM && c != lbZWJ {
			return p
		}
	}
	return properties(lbLF)
}

// wideAfter reports whether what is behind character i is East Asian (LB19a).
func (b *breaker) wideAfter(i int) bool { return b.after(i)&isEastAsian != 0 }

// closes reports whether the quotation mark i closes, by what is behind it
// (LB15b).
func (b *breaker) closes(i int) bool {
	return b.after(i).line().in(neverFirst | closingClasses | quoteClasses | 1<<lbGL | 1<<lbWJ | 1<<lbEX | 1<<lbIS | 1<<lbSY)
}

// opensNumber reports whether a number follows the bracket i, with or without a
// decimal point in front (LB25).
func (b *breaker) opensNumber(i int) bool {
	point := false
	for _, p := range b.props[i+1:] {
		switch c := p.line(); {
		case c == lbCM || c == lbZWJ:
		case c == lbIS && !point:
			point = true
		default:
			return c == lbNU
		}
	}
	return false
}

// advance makes a character the one before.
func (b *breaker) advance(p properties) {
	c, before, facts := effectiveClass(p.line()), b.before, b.facts
	if b.spaces {
		before, facts, b.number = lbSP, 0, noNumber
	}
	b.before, b.spaces, b.facts = c, false, 0
	if p&isEastAsian != 0 {
		b.facts = wideBefore
	}
	switch {
	case c == lbNU:
		b.number = inNumber
		return
	case b.number == inNumber && (c == lbSY || c == lbIS):
	case b.number == inNumber && c.in(closingClasses):
		b.number = closedNumber
	default:
		b.number = noNumber
	}
	switch {
	case c.in(hyphenClasses) && before == lbHL:
		b.facts |= hebrewHyphen
	case c.in(hyphenClasses) && before.in(1<<lbSP|1<<lbZW|1<<lbCB|1<<lbGL):
		b.facts |= leadingHyphen
	case c == lbRI && (before != lbRI || facts&oddRegional == 0):
		b.facts |= oddRegional
	case c == lbVI && before.in(aksaraClasses):
		b.facts |= aksaraVirama
	case c == lbQUinitial && before.in(openClasses|quoteClasses|1<<lbGL|1<<lbSP|1<<lbZW):
		b.facts |= openingQuote
	case c == lbQUfinal && facts&wideBefore != 0:
		b.facts |= wideQuoted
	}
}
