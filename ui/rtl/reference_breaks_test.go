package rtl

import (
	"slices"
	"testing"
)

// referenceUnit is a character with the marks on it (LB9).
type referenceUnit struct {
	class  lineClass
	wide   bool // East Asian
	joiner bool // its last mark is a ZWJ
	at     int
}

// hasClass reports whether unit i, counted away from a place, is of one of the classes.
func hasClass(units []referenceUnit, i int, classes ...lineClass) bool {
	return i < len(units) && slices.Contains(classes, units[i].class)
}

// wideAt reports whether there is a unit i that is East Asian.
func wideAt(units []referenceUnit, i int) bool { return i < len(units) && units[i].wide }

// mayBeginBefore reports whether a line may be said to start before unit i, counted back.
func mayBeginBefore(units []referenceUnit, i int, classes ...lineClass) bool {
	return i >= len(units) || hasClass(units, i, append(classes, lbBK, lbCR, lbLF, lbNL, lbSP, lbZW)...)
}

// mayEndBehind reports whether a line may be said to end behind the first unit.
func mayEndBehind(units []referenceUnit, classes ...lineClass) bool {
	return len(units) < 2 || hasClass(units, 1, append(classes, lbBK, lbCR, lbLF, lbNL, lbSP, lbZW)...)
}

// skipClasses leaves those of some classes out.
func skipClasses(units []referenceUnit, classes ...lineClass) []referenceUnit {
	for len(units) > 0 && slices.Contains(classes, units[0].class) {
		units = units[1:]
	}
	return units
}

// numberBefore reports whether a number ends here (LB25).
func numberBefore(units []referenceUnit) bool {
	return hasClass(skipClasses(units, lbSY, lbIS), 0, lbNU)
}

// regionals counts the regional indicators that end here.
func regionals(units []referenceUnit) int { return len(units) - len(skipClasses(units, lbRI)) }

var (
	lettersList = []lineClass{lbAL, lbHL, lbDottedCircle, lbALunassigned}
	aksaraList  = []lineClass{lbAK, lbDottedCircle, lbAS}
	quotesList  = []lineClass{lbQU, lbQUinitial, lbQUfinal}
	closeList   = []lineClass{lbCL, lbCP, lbCPwide}
	openList    = []lineClass{lbOP, lbOPwide}
	ideoList    = []lineClass{lbID, lbIDunassigned, lbEB, lbEM}
	hangulList  = []lineClass{lbJL, lbJV, lbJT, lbH2, lbH3}
)

// breakRules are those of UAX #14 for Unicode 17, in their order: the first that is
// true of what stands before a place, the nearest first, and of what stands after it,
// says whether a line may end there.
var breakRules = []struct {
	name   string
	breaks bool
	holds  func(b, a []referenceUnit) bool
}{
	{"LB4", true, func(b, a []referenceUnit) bool { return hasClass(b, 0, lbBK) }},
	{"LB5", false, func(b, a []referenceUnit) bool { return hasClass(b, 0, lbCR) && hasClass(a, 0, lbLF) }},
	{"LB5", true, func(b, a []referenceUnit) bool { return hasClass(b, 0, lbCR, lbLF, lbNL) }},
	{"LB6", false, func(b, a []referenceUnit) bool { return hasClass(a, 0, lbBK, lbCR, lbLF, lbNL) }},
	{"LB7", false, func(b, a []referenceUnit) bool { return hasClass(a, 0, lbSP, lbZW) }},
	{"LB8", true, func(b, a []referenceUnit) bool { return hasClass(skipClasses(b, lbSP), 0, lbZW) }},
	{"LB8a", false, func(b, a []referenceUnit) bool { return b[0].joiner }},
	{"LB11", false, func(b, a []referenceUnit) bool { return hasClass(a, 0, lbWJ) || hasClass(b, 0, lbWJ) }},
	{"LB12", false, func(b, a []referenceUnit) bool { return hasClass(b, 0, lbGL) }},
	{"LB12a", false, func(b, a []referenceUnit) bool {
		return hasClass(a, 0, lbGL) && !hasClass(b, 0, lbSP, lbBA, lbHY, lbHH)
	}},
	{"LB13", false, func(b, a []referenceUnit) bool { return hasClass(a, 0, append(closeList, lbEX, lbSY)...) }},
	{"LB14", false, func(b, a []referenceUnit) bool { return hasClass(skipClasses(b, lbSP), 0, openList...) }},
	{"LB15a", false, func(b, a []referenceUnit) bool {
		quote := skipClasses(b, lbSP)
		return hasClass(quote, 0, lbQUinitial) && mayBeginBefore(quote, 1, append(slices.Concat(openList, quotesList), lbGL)...)
	}},
	{"LB15b", false, func(b, a []referenceUnit) bool {
		return hasClass(a, 0, lbQUfinal) && mayEndBehind(a, append(slices.Concat(closeList, quotesList), lbGL, lbWJ, lbEX, lbIS, lbSY)...)
	}},
	{"LB15c", true, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, lbSP) && hasClass(a, 0, lbIS) && hasClass(a, 1, lbNU)
	}},
	{"LB15d", false, func(b, a []referenceUnit) bool { return hasClass(a, 0, lbIS) }},
	{"LB16", false, func(b, a []referenceUnit) bool {
		return hasClass(skipClasses(b, lbSP), 0, closeList...) && hasClass(a, 0, lbNS)
	}},
	{"LB17", false, func(b, a []referenceUnit) bool {
		return hasClass(skipClasses(b, lbSP), 0, lbB2) && hasClass(a, 0, lbB2)
	}},
	{"LB18", true, func(b, a []referenceUnit) bool { return hasClass(b, 0, lbSP) }},
	{"LB19", false, func(b, a []referenceUnit) bool {
		return hasClass(a, 0, lbQU, lbQUfinal) || hasClass(b, 0, lbQU, lbQUinitial)
	}},
	{"LB19a", false, func(b, a []referenceUnit) bool {
		return hasClass(a, 0, quotesList...) && (!wideAt(b, 0) || !wideAt(a, 1))
	}},
	{"LB19a", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, quotesList...) && (!wideAt(a, 0) || !wideAt(b, 1))
	}},
	{"LB20", true, func(b, a []referenceUnit) bool { return hasClass(a, 0, lbCB) || hasClass(b, 0, lbCB) }},
	{"LB20a", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, lbHY, lbHH) && mayBeginBefore(b, 1, lbCB, lbGL) && hasClass(a, 0, lettersList...)
	}},
	{"LB21", false, func(b, a []referenceUnit) bool { return hasClass(a, 0, lbBA, lbHH, lbHY, lbNS) || hasClass(b, 0, lbBB) }},
	{"LB21a", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 1, lbHL) && hasClass(b, 0, lbHY, lbHH) && !hasClass(a, 0, lbHL)
	}},
	{"LB21b", false, func(b, a []referenceUnit) bool { return hasClass(b, 0, lbSY) && hasClass(a, 0, lbHL) }},
	{"LB22", false, func(b, a []referenceUnit) bool { return hasClass(a, 0, lbIN) }},
	{"LB23", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, lettersList...) && hasClass(a, 0, lbNU) || hasClass(b, 0, lbNU) && hasClass(a, 0, lettersList...)
	}},
	{"LB23a", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, lbPR) && hasClass(a, 0, ideoList...) || hasClass(b, 0, ideoList...) && hasClass(a, 0, lbPO)
	}},
	{"LB24", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, lbPR, lbPO) && hasClass(a, 0, lettersList...) || hasClass(b, 0, lettersList...) && hasClass(a, 0, lbPR, lbPO)
	}},
	{"LB25", false, func(b, a []referenceUnit) bool {
		return hasClass(a, 0, lbPO, lbPR) && (numberBefore(b) || hasClass(b, 0, closeList...) && numberBefore(b[1:]))
	}},
	{"LB25", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, lbPO, lbPR) && hasClass(a, 0, openList...) && (hasClass(a, 1, lbNU) || hasClass(a, 1, lbIS) && hasClass(a, 2, lbNU))
	}},
	{"LB25", false, func(b, a []referenceUnit) bool {
		return hasClass(a, 0, lbNU) && (hasClass(b, 0, lbPO, lbPR, lbHY, lbIS) || numberBefore(b))
	}},
	{"LB26", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, lbJL) && hasClass(a, 0, lbJL, lbJV, lbH2, lbH3) || hasClass(b, 0, lbJV, lbH2) && hasClass(a, 0, lbJV, lbJT) ||
			hasClass(b, 0, lbJT, lbH3) && hasClass(a, 0, lbJT)
	}},
	{"LB27", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, hangulList...) && hasClass(a, 0, lbPO) || hasClass(b, 0, lbPR) && hasClass(a, 0, hangulList...)
	}},
	{"LB28", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, lettersList...) && hasClass(a, 0, lettersList...)
	}},
	{"LB28a", false, func(b, a []referenceUnit) bool { return hasClass(b, 0, lbAP) && hasClass(a, 0, aksaraList...) }},
	{"LB28a", false, func(b, a []referenceUnit) bool { return hasClass(b, 0, aksaraList...) && hasClass(a, 0, lbVF, lbVI) }},
	{"LB28a", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 1, aksaraList...) && hasClass(b, 0, lbVI) && hasClass(a, 0, lbAK, lbDottedCircle)
	}},
	{"LB28a", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, aksaraList...) && hasClass(a, 0, aksaraList...) && hasClass(a, 1, lbVF)
	}},
	{"LB29", false, func(b, a []referenceUnit) bool { return hasClass(b, 0, lbIS) && hasClass(a, 0, lettersList...) }},
	{"LB30", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, append(lettersList, lbNU)...) && hasClass(a, 0, lbOP) || hasClass(b, 0, lbCP) && hasClass(a, 0, append(lettersList, lbNU)...)
	}},
	{"LB30a", false, func(b, a []referenceUnit) bool { return hasClass(a, 0, lbRI) && regionals(b)%2 == 1 }},
	{"LB30b", false, func(b, a []referenceUnit) bool {
		return hasClass(b, 0, lbEB, lbIDunassigned, lbALunassigned) && hasClass(a, 0, lbEM)
	}},
	{"LB31", true, func(b, a []referenceUnit) bool { return true }},
}

// referenceUnits applies LB9 and LB10.
func referenceUnits(text []rune) (units []referenceUnit) {
	for i, r := range text {
		p := propertiesOf(r)
		u := referenceUnit{class: p.line(), wide: p&isEastAsian != 0, joiner: p.line() == lbZWJ, at: i}
		if u.class == lbCM || u.class == lbZWJ {
			last := len(units) - 1
			if last >= 0 && !hasClass(units, last, lbBK, lbCR, lbLF, lbNL, lbSP, lbZW) {
				units[last].joiner = u.joiner
				continue
			}
			u.class = lbAL
		}
		units = append(units, u)
	}
	return units
}

// The rules that are applied to pairs from a table and to what was seen say what the
// standard's say, one after the other.
func TestLineBreaksAgainstRules(t *testing.T) {
	n := 0
	eachText(func(text []rune) {
		n++
		units := referenceUnits(text)
		back := slices.Clone(units)
		slices.Reverse(back)
		want := make([]bool, len(text))
		for i := 1; i < len(units); i++ {
			before, after := back[len(units)-i:], units[i:]
			for _, rule := range breakRules {
				if rule.holds(before, after) {
					want[units[i].at] = rule.breaks
					break
				}
			}
		}
		if got := lineBreaks(text)[:len(text)]; !slices.Equal(got, want) {
			t.Errorf("%U: got %v, want %v", text, got, want)
		}
	})
	t.Logf("%d texts", n)
}
