package rtl

import "github.com/warraq/warraq/ui/rtl/bidi"

// zeroDigits is the digit 0 of each set.
var zeroDigits = [...]rune{DigitsArabic: '٠', DigitsPersian: '۰', DigitsEuropean: '0'}

// showDigits shows the decimal digits of the three sets in one of them.
//
// European digits stay where they belong to left-to-right text: where the last
// strong character before them is a left-to-right one, as rule W7 of UAX #9 has
// it, or in an address or the like (see findIsolates). So "في 2024" changes, and
// "Go 1.26" and "https://example.com/2024" do not.
func (p *paragraphText) showDigits(set Digits) {
	rightToLeft := p.bidi.Base()&1 == 1
	for i, r := range p.runes {
		d, ok := digitValue(r)
		if !ok {
			switch bidi.ClassOf(r) {
			case bidi.L:
				rightToLeft = false
			case bidi.R, bidi.AL:
				rightToLeft = true
			}
			continue
		}
		if (rightToLeft || r > '9' || set == DigitsEuropean) && !p.isIsolated(i) {
			p.shapes[i] = zeroDigits[set] + d
		}
	}
}

// digitValue gives the value of a decimal digit of the three sets.
func digitValue(r rune) (rune, bool) {
	switch {
	case r >= '0' && r <= '9':
		return r - '0', true
	case r >= '٠' && r <= '٩':
		return r - '٠', true
	case r >= '۰' && r <= '۹':
		return r - '۰', true
	}
	return 0, false
}
