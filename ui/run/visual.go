package run

import (
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"

	"github.com/warraq/warraq/ui/rtl/joining"
)

// Some programs join letters themselves and write presentation forms. newt (whiptail) puts
// them in the order in which they are seen, from the left; vim leaves them in the order in
// which they are read, and joins them as they then stand on the screen, unless it is set to
// put all at the right. Their forms are the same. But words tell: the article al- begins a
// word, and taa marbuta and alef maksura end one.

// wordEvidence counts what words say of the order in which letters stand: as they are read
// from the left, or as they are seen.
type wordEvidence struct{ read, seen int }

// isSeenOrder tells whether a program put the letters of a field in the order in which they
// are seen: they are to stay as they are. Where its words say nothing, the screen's do.
func (s *screen) isSeenOrder(y int, field span) bool {
	cells := s.lines[y].cells[field.from:field.to]
	if !hasForms(cells) {
		return false
	}
	e := evidenceOf(cells)
	if e.read != e.seen {
		return e.seen > e.read
	}
	if !s.weighed {
		s.weighed = true
		for i := range s.lines {
			if l := &s.lines[i]; l.right && hasForms(l.cells) {
				e := evidenceOf(l.cells)
				s.evidence.read += e.read
				s.evidence.seen += e.seen
			}
		}
	}
	return s.evidence.seen > s.evidence.read
}

// hasForms tells whether cells hold letters that the program joined.
func hasForms(cells []uv.Cell) bool {
	for i := range cells {
		if len(cells[i].Content) > 2 {
			r, _ := utf8.DecodeRuneInString(cells[i].Content)
			if _, isForm := joining.Unshape(r); isForm {
				return true
			}
		}
	}
	return false
}

// evidenceOf counts the words whose ends say in which order they stand.
func evidenceOf(cells []uv.Cell) (e wordEvidence) {
	var word []rune
	end := func() {
		if n := len(word); n > 2 {
			if word[0] == 'ا' && word[1] == 'ل' || isLast(word[n-1]) {
				e.read++
			}
			if word[n-1] == 'ا' && word[n-2] == 'ل' || isLast(word[0]) {
				e.seen++
			}
		}
		word = word[:0]
	}
	for i := range cells {
		r, _ := utf8.DecodeRuneInString(cells[i].Content)
		if letters, isForm := joining.Unshape(r); isForm {
			r, _ = utf8.DecodeRuneInString(letters)
		} else if joining.TypeOf(r) == joining.U {
			end()
			continue
		}
		word = append(word, r)
	}
	end()
	return e
}

// isLast tells whether a letter ends words, and stands nowhere else in one.
func isLast(r rune) bool { return r == 'ة' || r == 'ى' }
