package joining

// Ligated stands for a letter that the ligature of the letter before it shows.
const Ligated rune = -1

// forms are the presentation forms of a letter by its position, 0 where Unicode
// has none.
type forms [4]uint16

// The position of a letter in its word is the sum of the sides that it joins.
const (
	joinsBefore = 1 // alone: final
	joinsBehind = 2 // alone: initial; both: medial
)

// formOf gives a letter's presentation form, or the letter where it has none.
func formOf(r rune, position int) rune {
	if r < firstLetter || r > lastLetter {
		return r
	}
	if form := letterForms[r-firstLetter][position]; form != 0 {
		return rune(form)
	}
	return r
}

// Shape appends to dst, for each character of text, the form that it takes
// beside its neighbours: a presentation form, itself where it has none, and
// [Ligated] for an alef behind a lam, whose place shows both. The text is in
// logical order and read from right to left.
func Shape(dst, text []rune) []rune {
	at := len(dst)
	dst = append(dst, text...)
	shapeRun(dst[at:], text, true)
	return dst
}

// ShapeLevels is Shape for text whose embedding levels are known: letters of
// different levels do not join (UAX #9, section 3.5), and in a run that is shown
// from left to right, as after an override, a letter's right neighbour is the
// one behind it, and no letters ligate.
func ShapeLevels(dst, text []rune, levels []uint8) []rune {
	at := len(dst)
	dst = append(dst, text...)
	for start := 0; start < len(text); {
		end := start + 1
		for end < len(text) && levels[end] == levels[start] {
			end++
		}
		shapeRun(dst[at+start:at+end], text[start:end], levels[start]&1 == 1)
		start = end
	}
	return dst
}

// shapeRun sets the forms of the characters of one run. It walks from the right
// edge to the left one. A letter takes the form for its right side when it is
// met, and is mended when the next one joins it.
func shapeRun(dst, text []rune, rightToLeft bool) {
	first, behind, step := 0, len(text), 1
	if !rightToLeft {
		first, behind, step = len(text)-1, -1, -1
	}
	previous, position := -1, 0 // the letter that waits for one to join it
	for i := first; i != behind; i += step {
		r := text[i]
		t := TypeOf(r)
		if t == T {
			continue
		}
		joined := 0
		if previous >= 0 && t.joinsBefore() {
			if rightToLeft && text[previous] == 'ل' && r >= firstAlef && r <= lastAlef {
				if form := lamAlefForms[r-firstAlef][position]; form != 0 {
					dst[previous], dst[i] = rune(form), Ligated
					previous = -1
					continue
				}
			}
			joined = joinsBefore
			dst[previous] = formOf(text[previous], position|joinsBehind)
		}
		dst[i] = formOf(r, joined)
		previous, position = i, joined
		if !t.joinsBehind() {
			previous = -1
		}
	}
}
