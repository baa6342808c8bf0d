package run

import (
	"slices"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"

	"github.com/warraq/warraq/ui/rtl/joining"
)

// Some programs join letters themselves, which they then write as presentation forms: vim in
// the order in which they are read, as all other text, but newt (whiptail) in the order in
// which they are seen from the left. The forms tell which it is: one that joins the letter
// behind it has that at its right in the first, and at its left in the second.

// isSeenOrder tells whether cells hold letters that the program put in the order in which
// they are seen: they are to stay as they are.
func isSeenOrder(cells []uv.Cell) bool {
	read, seen := 0, 0
	var word []rune
	hasForms := false
	end := func() {
		if hasForms && len(word) > 1 {
			read += rightForms(word)
			slices.Reverse(word)
			seen += rightForms(word)
		}
		word, hasForms = word[:0], false
	}
	for i := range cells {
		r, _ := utf8.DecodeRuneInString(cells[i].Content)
		if _, isForm := joining.Unshape(r); isForm {
			hasForms = true
		} else if joining.TypeOf(r) == joining.U {
			end()
			continue
		}
		word = append(word, r)
	}
	end()
	return seen > read
}

// rightForms counts the letters of a word whose form is the one that they take in this order.
func rightForms(word []rune) (n int) {
	var letters []rune
	for _, r := range word {
		if plain, ok := joining.Unshape(r); ok {
			letters = append(letters, []rune(plain)...)
		} else {
			letters = append(letters, r)
		}
	}
	at := 0
	for _, r := range joining.Shape(nil, letters) {
		if r == joining.Ligated {
			continue
		}
		if at < len(word) && word[at] == r {
			n++
		}
		at++
	}
	return n
}
