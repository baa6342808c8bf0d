package office

import "strings"

// privateUse is where fonts of signs have their characters.
const privateUse = 0xF000

// symbolFont are the Greek letters of the font Symbol, from "A" and from "a" on.
const (
	upperGreek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
	lowerGreek = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
)

// fontSigns are those of Symbol and Wingdings that texts have.
var fontSigns = map[string]map[rune]string{
	"symbol": {
		0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
		0xAC: "←", 0xAE: "→", 0xA5: "∞", 0xD6: "√", 0xE5: "∑", 0xD0: "∠", 0xDE: "⇒", 0xA2: "′", 0xB2: "″",
	},
	"wingdings": {
		0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0xA7: "▪", 0x6E: "■", 0x6C: "●",
		0xE0: "→", 0xDF: "←", 0xD8: "➢", 0x76: "❖", 0x4A: "☺", 0x28: "☎", 0x2A: "✉",
	},
}

// Symbol returns the character that a font of signs shows for a code, or "▪" where
// it is not known which.
func Symbol(font string, code rune) string {
	if code < privateUse && code >= 0x20 {
		if fontSigns[strings.ToLower(font)] == nil {
			return string(code)
		}
	}
	code &= 0xFF
	name := strings.ToLower(font)
	if sign, ok := fontSigns[name][code]; ok {
		return sign
	}
	if name == "symbol" {
		return greekLetter(code)
	}
	return "▪"
}

// greekLetter is a letter of the font Symbol, or the sign that it shares with text.
func greekLetter(code rune) string {
	switch {
	case code >= 'A' && code <= 'Z':
		return string([]rune(upperGreek)[code-'A'])
	case code >= 'a' && code <= 'z':
		return string([]rune(lowerGreek)[code-'a'])
	case code >= ' ' && code < 0x7F:
		return string(code)
	}
	return "▪"
}
