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

func setOf(classes ...lineClass) (set lineClasses) {
	for _, c := range classes {
		set |= 1 << c
	}
	return set
}

func (c lineClass) in(set lineClasses) bool { return set>>c&1 != 0 }

// breakBetween applies the rules of UAX #14 from LB7 on, in their order, to the
// class of a character and that of the one after it, spaces and marks between
// them left out.
func breakBetween(before, after lineClass) breakAction {
	var (
		open      = setOf(lbOP, lbOPwide)
		closing   = setOf(lbCL, lbCP, lbCPwide)
		quotes    = setOf(lbQU, lbQUinitial, lbQUfinal)
		letters   = setOf(lbAL, lbHL)
		ideograph = setOf(lbID, lbIDunassigned, lbEB, lbEM)
		affixes   = setOf(lbPR, lbPO)
		hangul    = setOf(lbJL, lbJV, lbJT, lbH2, lbH3)
	)
	b, a := before, after
	switch {
	case b == lbZW: // LB8
		return breakAllowed
	case a == lbWJ, // LB11
		a.in(closing | setOf(lbEX, lbIS, lbSY)), // LB13
		b.in(open),                              // LB14
		b.in(quotes) && a.in(open),              // LB15
		b.in(closing) && a == lbNS,              // LB16
		b == lbB2 && a == lbB2:                  // LB17
		return breakNever
	case b == lbSP: // LB18, at the start of a text
		return breakAllowed
	case b == lbWJ, b == lbGL, // LB11, LB12
		a == lbGL && !b.in(setOf(lbBA, lbHY)), // LB12a
		a.in(quotes), b.in(quotes):            // LB19
		return breakAtSpaces
	case a == lbCB, b == lbCB: // LB20
		return breakAllowed
	case a.in(setOf(lbBA, lbHY, lbNS)), b == lbBB, // LB21
		b == lbSY && a == lbHL,                                 // LB21b
		a == lbIN,                                              // LB22
		b.in(letters) && a == lbNU, b == lbNU && a.in(letters), // LB23
		b == lbPR && a.in(ideograph), b.in(ideograph) && a == lbPO, // LB23a
		b.in(affixes) && a.in(letters), b.in(letters) && a.in(affixes), // LB24
		b.in(affixes|setOf(lbHY, lbNU)) && a == lbNU, b == lbNU && a.in(affixes), // LB25
		b == lbJL && a.in(setOf(lbJL, lbJV, lbH2, lbH3)), // LB26
		b.in(setOf(lbJV, lbH2)) && a.in(setOf(lbJV, lbJT)),
		b.in(setOf(lbJT, lbH3)) && a == lbJT,
		b.in(hangul) && a == lbPO, b == lbPR && a.in(hangul), // LB27
		b.in(letters) && a.in(letters),         // LB28
		b == lbIS && a.in(letters),             // LB29
		b.in(letters|setOf(lbNU)) && a == lbOP, // LB30
		b == lbCP && a.in(letters|setOf(lbNU)),
		b.in(setOf(lbEB, lbIDunassigned)) && a == lbEM: // LB30b
		return breakAtSpaces
	case b.in(setOf(lbBA, lbHY)), // LB21a
		b.in(affixes) && a.in(open), // LB25
		b.in(setOf(lbSY, lbIS)) && a == lbNU,
		b.in(closing|setOf(lbSY, lbIS)) && a.in(affixes),
		b == lbRI && a == lbRI: // LB30a
		return breakContext
	}
	return breakAllowed // LB31
}
