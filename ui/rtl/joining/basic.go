package joining

// Block B of the Arabic presentation forms holds those of the Arabic language
// and its lam-alefs; those of other languages' letters are in block A, which
// fonts hold more rarely.
const (
	firstBasic   = 0xfe70
	firstLamAlef = 0xfef5
	lastBasic    = 0xfefc
)

// sharedForms is the Arabic letter by whose forms a reader knows another language's
// letter, by the position: isolated, final, initial, medial.
var sharedForms = map[rune][4]rune{
	'ی': {'ى', 'ى', 'ي', 'ي'},
	'ک': {'ك', 'ك', 'ك', 'ك'},
	'ہ': {'ه', 'ه', 'ه', 'ه'},
}

// Basic changes the forms that [Shape] gave text into those that a font for
// Arabic has which holds neither the forms of Persian and Urdu letters nor
// lam-alefs: the former stand as they are, or as the forms of an Arabic letter
// that looks the same, and the latter are two letters again. The neighbours stay
// as they were, so a word is still one piece.
func Basic(forms, text []rune) {
	for i, form := range forms {
		switch {
		case form >= firstLamAlef && form <= lastBasic:
			joined := leftSide
			if form&1 == 0 { // a lam-alef's final form follows its isolated one
				joined |= rightSide
			}
			forms[i] = formOf('ل', joined)
		case form == Ligated:
			forms[i] = formOf(text[i], rightSide)
		case form != text[i] && form < firstBasic:
			forms[i] = basicForm(text[i], form)
		}
	}
}

// basicForm is what stands for a letter's form of block A.
func basicForm(letter, form rune) rune {
	twins, ok := sharedForms[letter]
	if !ok {
		return letter
	}
	for joined, f := range letterForms[letter-firstLetter] {
		if rune(f) == form {
			return formOf(twins[joined], side(joined))
		}
	}
	return letter
}
