package joining

// reference shapes text as the Unicode Standard, section 9.2, tells it: each
// letter looks for the nearest character on either side that is not transparent,
// and joins it if the joining types of both allow it. It takes time quadratic in
// the number of transparent characters.
func reference(text []rune) []rune {
	near := func(i, step int) (Type, int) {
		for i += step; i >= 0 && i < len(text); i += step {
			if t := TypeOf(text[i]); t != T {
				return t, i
			}
		}
		return U, -1
	}
	joinsBefore := func(i int) bool { // R1, R2, R4: a letter that joins on its right
		t := TypeOf(text[i])
		before, _ := near(i, -1)
		return (t == R || t == D || t == C) && (before == L || before == D || before == C)
	}
	joinsBehind := func(i int) bool { // R3, R5: a letter that joins on its left
		t := TypeOf(text[i])
		behind, _ := near(i, 1)
		return (t == L || t == D || t == C) && (behind == R || behind == D || behind == C)
	}
	forms := make([]rune, len(text))
	for i, r := range text {
		var joined side
		if joinsBefore(i) {
			joined |= rightSide
		}
		if joinsBehind(i) {
			joined |= leftSide
		}
		forms[i] = r
		if t := TypeOf(r); t == U || t == T {
			continue
		}
		forms[i] = formOf(r, joined)
		if _, before := near(i, -1); joined&rightSide != 0 && text[before] == 'ل' { // L1 to L3
			var lam side
			if joinsBefore(before) {
				lam = rightSide
			}
			if form := lamAlef(r, lam); form != 0 {
				forms[before], forms[i] = form, Ligated
			}
		}
	}
	return forms
}
