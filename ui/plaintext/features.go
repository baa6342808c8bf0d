package plaintext

import "strings"

// features are what a line holds of what shows a shape, as bits: most text has none, which
// is found in one pass.
type features uint16

const (
	hasControl features = 1 << iota // an escape sequence, maybe
	hasTab
	hasGap // two blanks
	hasBar // a bar, or what boxes are drawn with
	hasComma
	hasSemicolon // neither with a blank behind
	hasEquals
	hasColon
	hasQuote
	hasBracket // { or [
	hasSlash
)

// byteFeatures are the features that a byte may be one of.
var byteFeatures = [256]features{
	0x1b: hasControl, '\b': hasControl, '\r': hasControl, 0xc2: hasControl, '\t': hasTab, ' ': hasGap, '|': hasBar, 0xe2: hasBar,
	',': hasComma, ';': hasSemicolon, '=': hasEquals, ':': hasColon, '"': hasQuote, '\'': hasQuote, '{': hasBracket, '[': hasBracket, '/': hasSlash,
}

// featuresOf returns the features of a line.
func featuresOf(text string) (all features) {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 0xd0 && c < 0xe0 {
			i++ // a letter of two bytes
			continue
		}
		f := byteFeatures[c]
		if f == 0 || f&all != 0 {
			continue
		}
		next := byte(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		switch f {
		case hasGap:
			if next != ' ' {
				continue
			}
		case hasComma, hasSemicolon:
			if next == ' ' {
				continue
			}
		case hasControl:
			if text[i] == 0xc2 && next != 0x9b && next != 0x9d {
				continue
			}
		case hasBar:
			if text[i] == 0xe2 && next != 0x94 && next != 0x95 {
				continue
			}
		}
		all |= f
	}
	return all
}

// mayOpenShape is true of the bytes that a line may begin with which stands behind a gutter
// or among code: digits and signs, but for those of lists and of quoted speech.
func mayOpenShape(c byte) bool {
	return c >= '0' && c <= '9' || strings.IndexByte("[(<|+`\\*?!#;/.~@\"{}])>$%^&=_:", c) >= 0
}
