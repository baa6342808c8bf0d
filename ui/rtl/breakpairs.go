package rtl

// breakAction is what two characters alone say of the place between them.
type breakAction uint8

const (
	breakAllowed  breakAction = iota
	breakNever                // nor where spaces stand between
	breakAtSpaces             // only where spaces stand between
	breakContext              // where spaces stand between; else what is further away decides
)

// breakPairs holds breakBetween for all pairs.
var breakPairs = func() (table [numLineClasses][numLineClasses]breakAction) {
	for before := range numLineClasses {
		for after := range numLineClasses {
			table[before][after] = breakBetween(before, after)
		}
	}
	return table
}()

// lineClasses is a set of line breaking classes.
type lineClasses uint64

func (c lineClass) in(set lineClasses) bool { return set>>c&1 != 0 }

// The sets that the rules speak of.
const (
	openClasses      lineClasses = 1<<lbOP | 1<<lbOPwide
	closingClasses   lineClasses = 1<<lbCL | 1<<lbCP | 1<<lbCPwide
	quoteClasses     lineClasses = 1<<lbQU | 1<<lbQUinitial | 1<<lbQUfinal
	hyphenClasses    lineClasses = 1<<lbHY | 1<<lbHH
	letterClasses    lineClasses = 1<<lbAL | 1<<lbHL | 1<<lbDottedCircle | 1<<lbALunassigned
	ideographClasses lineClasses = 1<<lbID | 1<<lbIDunassigned | 1<<lbEB | 1<<lbEM
	affixClasses     lineClasses = 1<<lbPR | 1<<lbPO
	hangulClasses    lineClasses = 1<<lbJL | 1<<lbJV | 1<<lbJT | 1<<lbH2 | 1<<lbH3
	// aksaraClasses are the letters that syllables of Indic scripts begin with, or
	// that stand alone (LB28a).
	aksaraClasses lineClasses = 1<<lbAK | 1<<lbDottedCircle | 1<<lbAS

	// hardBreaks are the classes after which a line must end (LB4, LB5), neverFirst
	// those before which none may (LB6, LB7).
	hardBreaks lineClasses = 1<<lbBK | 1<<lbCR | 1<<lbLF | 1<<lbNL
	neverFirst             = hardBreaks | 1<<lbSP | 1<<lbZW
)

// breakBetween applies the rules of UAX #14 from LB7 on, in their order, to the
// class of a character and that of the one after it, spaces and marks between
// them left out. Of an initial quotation mark after, and a final one before, it
// gives what holds where LB19 and LB19a do not.
func breakBetween(before, after lineClass) breakAction {
	b, a := before, after
	switch {
	case b == lbZW: // LB8
		return breakAllowed
	case a == lbWJ, // LB11
		a.in(closingClasses | 1<<lbEX | 1<<lbIS | 1<<lbSY), // LB13, LB15d
		b.in(openClasses),                 // LB14
		b.in(closingClasses) && a == lbNS, // LB16
		b == lbB2 && a == lbB2:            // LB17
		return breakNever
	case b == lbSP: // LB18, at the start of a text
		return breakAllowed
	case b == lbWJ, b == lbGL, // LB11, LB12
		a == lbGL && !b.in(1<<lbBA|hyphenClasses),                    // LB12a
		a.in(1<<lbQU | 1<<lbQUfinal), b.in(1<<lbQU | 1<<lbQUinitial): // LB19
		return breakAtSpaces
	case a == lbCB, b == lbCB: // LB20
		return breakAllowed
	}
	return breakInWords(before, after)
}

// breakInWords applies the rules from LB21 on.
func breakInWords(before, after lineClass) breakAction {
	b, a := before, after
	switch {
	case a.in(hyphenClasses | 1<<lbBA | 1<<lbNS), b == lbBB, // LB21
		b == lbSY && a == lbHL,                                             // LB21b
		a == lbIN,                                                          // LB22
		b.in(letterClasses) && a == lbNU, b == lbNU && a.in(letterClasses), // LB23
		b == lbPR && a.in(ideographClasses), b.in(ideographClasses) && a == lbPO, // LB23a
		b.in(affixClasses) && a.in(letterClasses), b.in(letterClasses) && a.in(affixClasses), // LB24
		b.in(affixClasses|1<<lbHY|1<<lbIS|1<<lbNU) && a == lbNU, b == lbNU && a.in(affixClasses), // LB25
		b == lbJL && a.in(1<<lbJL|1<<lbJV|1<<lbH2|1<<lbH3), // LB26
		b.in(1<<lbJV|1<<lbH2) && a.in(1<<lbJV|1<<lbJT),
		b.in(1<<lbJT|1<<lbH3) && a == lbJT,
		b.in(hangulClasses) && a == lbPO, b == lbPR && a.in(hangulClasses), // LB27
		b.in(letterClasses) && a.in(letterClasses),                                     // LB28
		b == lbAP && a.in(aksaraClasses), b.in(aksaraClasses) && a.in(1<<lbVF|1<<lbVI), // LB28a
		b == lbIS && a.in(letterClasses),                                                   // LB29
		b.in(letterClasses|1<<lbNU) && a == lbOP, b == lbCP && a.in(letterClasses|1<<lbNU), // LB30
		b.in(1<<lbEB|1<<lbIDunassigned|1<<lbALunassigned) && a == lbEM: // LB30b
		return breakAtSpaces
	case b.in(hyphenClasses), // LB20a, LB21a
		b.in(affixClasses) && a.in(openClasses), // LB25
		b == lbSY && a == lbNU,
		b.in(closingClasses|1<<lbSY|1<<lbIS) && a.in(affixClasses),
		b == lbVI && a.in(1<<lbAK|1<<lbDottedCircle), // LB28a
		b.in(aksaraClasses) && a.in(aksaraClasses),
		b == lbRI && a == lbRI: // LB30a
		return breakContext
	}
	return breakAllowed // LB31
}
