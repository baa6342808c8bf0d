package joining

// Ligated stands for a letter that the ligature of the letter before it shows.
const Ligated rune = -1

// shapedForms are the presentation forms of a letter by the sides on which it joins:
// isolated, final, initial, medial. 0 is a form that Unicode does not have.
type shapedForms [4]uint16

const zeroWidthJoiner = '\u200d'

// Shape appends to dst, for each character of text, the form that it takes
// beside its neighbours: a presentation form, or itself where it has none. A lam
// takes the form of its ligature with the alef behind it, whose place holds
// [Ligated]. The text is in logical order and read from right to left.
func Shape(dst, text []rune) []rune {
	return shapeRunes(dst, text, nil)
}

// ShapeLevels is Shape for text whose embedding levels are known, one for each
// character, before rule L1. Letters of different levels do not join (UAX #9,
// section 3.5). Where letters are shown from left to right, as after an override,
// a letter's right neighbour is the one behind it, and none ligate.
func ShapeLevels(dst, text []rune, levels []uint8) []rune {
	return shapeRunes(dst, text, levels)
}

// shapeRunes makes one pass. A letter takes its form when it is known whether the next
// letter joins it.
func shapeRunes(dst, text []rune, levels []uint8) []rune {
	at := len(dst)
	dst = append(dst, text...)
	out := dst[at:]
	before, after := leftSide, rightSide // the sides on which neighbours meet
	open := -1                           // the letter before, if it may join the next one
	var joined, joins side               // on which sides it does, and could
	for i, r := range text {
		t := TypeOf(r)
		if open >= 0 && (t == U || levels != nil && !lettersMeet(text, levels, open, i)) {
			out[open] = formOf(text[open], joined)
			open = -1
		}
		if t == U || t == T {
			continue
		}
		if levels != nil && (r != zeroWidthJoiner || open < 0) {
			before, after = leftSide, rightSide
			if levels[i]&1 == 0 {
				before, after = rightSide, leftSide
			}
		}
		was, could := joined, joins
		joined, joins = 0, joiningSides[t]
		if open >= 0 && could&before != 0 && joins&after != 0 {
			if text[open] == 'ل' && before == leftSide {
				if form := lamAlef(r, was); form != 0 {
					out[open], out[i] = form, Ligated
					open = -1
					continue
				}
			}
			out[open] = formOf(text[open], was|before)
			joined = after
		} else if open >= 0 {
			out[open] = formOf(text[open], was)
		}
		open = i
	}
	if open >= 0 {
		out[open] = formOf(text[open], joined)
	}
	return dst
}

// lettersMeet reports whether two characters, neighbours but for transparent ones, are
// of one level. A zero width joiner has none (rule X9): it joins either side.
func lettersMeet(text []rune, levels []uint8, a, b int) bool {
	return levels[a] == levels[b] || text[a] == zeroWidthJoiner || text[b] == zeroWidthJoiner
}

// formOf gives a letter's presentation form, or the letter where it has none.
func formOf(r rune, joined side) rune {
	if r < firstLetter || r > lastLetter {
		return r
	}
	if form := letterForms[r-firstLetter][joined]; form != 0 {
		return rune(form)
	}
	return r
}

// lamAlef gives the ligature of a lam, which joins on a side or not, with an
// alef, or 0 if the letter is none.
func lamAlef(alef rune, lam side) rune {
	if alef < firstAlef || alef > lastAlef {
		return 0
	}
	return rune(lamAlefForms[alef-firstAlef][lam])
}
