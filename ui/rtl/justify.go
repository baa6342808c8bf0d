package rtl

import "slices"

// kashidaColumns is how many columns of a line there are to a kashida; a line
// gets one at least. More would make it look like a banner.
const kashidaColumns = 12

// widestGap is by how many columns spaces are widened at the most. A line that
// would need more stays ragged: holes in the text hurt more than its edge does.
const widestGap = 2

// justification fills lines to the edge as Arabic typesetters do: a few letters
// are lengthened with a kashida, at the places that the script allows and in its
// order of preference, and what remains goes to the spaces.
type justification struct {
	places []kashidaPlace
	extra  []int // for each item: how many columns are added behind it
	filled []item
}

// kashidaPlace is a place for a kashida, behind an item.
type kashidaPlace struct {
	item int
	rank kashidaRank
}

// justify fills the line of the characters from start to end, whose items have
// some width, up to the room there is, and gives its width then. Lines with tabs
// stay as they are: they are columns.
func (s *lineSegment) justify(start, end, width, room int) int {
	free := room - width
	if free <= 0 || slices.Contains(s.runes[start:end], '\t') {
		return width
	}
	s.extra = slices.Grow(s.extra[:0], len(s.items))[:len(s.items)]
	clear(s.extra)
	s.findPlaces(start, end)
	slices.SortStableFunc(s.places, func(a, b kashidaPlace) int { return int(a.rank) - int(b.rank) })
	kashidas := min(free, len(s.places), max(1, room/kashidaColumns))
	if free-kashidas > widestGap*s.gaps() {
		return width
	}
	for _, p := range s.places[:kashidas] {
		s.extra[p.item] = 1
	}
	width += kashidas + s.widenSpaces(free-kashidas)
	s.stretch()
	return width
}

// mostKashidas is how many kashidas stand at one place at the most where a line is
// filled whatever that takes.
const mostKashidas = 4

// spread fills a line as justify does, whatever that takes: kashidas come to all places in
// turn, the better ones first, and again, before spaces are widened. A line of one word
// that nothing lengthens stays as it is.
func (s *lineSegment) spread(start, end, width, room int) int {
	free := room - width
	if free <= 0 || slices.Contains(s.runes[start:end], '\t') {
		return width
	}
	s.extra = slices.Grow(s.extra[:0], len(s.items))[:len(s.items)]
	clear(s.extra)
	s.findPlaces(start, end)
	slices.SortStableFunc(s.places, func(a, b kashidaPlace) int { return int(a.rank) - int(b.rank) })
	kashidas := min(free, mostKashidas*len(s.places))
	for i := range kashidas {
		s.extra[s.places[i%len(s.places)].item]++
	}
	width += kashidas + s.widenSpaces(free-kashidas)
	s.stretch()
	return width
}

// findPlaces finds the best place for a kashida in each word of more than two
// letters; of two that are as good, the one nearer to its end.
func (s *lineSegment) findPlaces(start, end int) {
	s.places = s.places[:0]
	if s.bidi.Base()&1 == 0 {
		return
	}
	best, letters := kashidaPlace{rank: noKashida}, 0
	endWord := func() {
		if letters > 2 && best.rank != noKashida {
			s.places = append(s.places, best)
		}
		best, letters = kashidaPlace{rank: noKashida}, 0
	}
	at, before := -1, rune(0)
	for i := start; i < end; i++ {
		letter := s.props[i].kind() == Right && s.props[i]&isFormat == 0
		if letter {
			letters++
		}
		if s.units[i]&unitCell == 0 {
			continue
		}
		for at++; s.items[at].start == addedItem; {
			at++
		}
		if !letter {
			endWord()
			before = 0
			continue
		}
		form := s.forms[i]
		if before != 0 && s.items[at-1].level == s.items[at].level {
			if r := rankKashida(before, form); r != noKashida && r <= best.rank {
				best = kashidaPlace{at - 1, r}
			}
		}
		before = form
	}
	endWord()
}

// isGap tells whether an item is the last one of a space between words; first is
// the first item that is none.
func (s *lineSegment) isGap(first, i int) bool {
	return i >= first && s.items[i].kind == Space && i+1 < len(s.items) && s.items[i+1].kind != Space
}

// firstWord is the first item that is no space.
func (s *lineSegment) firstWord() int {
	return slices.IndexFunc(s.items, func(it item) bool { return it.kind != Space })
}

// gaps is how many spaces there are between words.
func (s *lineSegment) gaps() (n int) {
	if first := s.firstWord(); first >= 0 {
		for i := range s.items {
			if s.isGap(first, i) {
				n++
			}
		}
	}
	return n
}

// widenSpaces gives columns to the spaces between words, as evenly as it goes,
// and reports how many it could give.
func (s *lineSegment) widenSpaces(free int) int {
	first, gaps := s.firstWord(), s.gaps()
	if gaps == 0 {
		return 0
	}
	n := 0
	for i := range s.items {
		if s.isGap(first, i) {
			s.extra[i] = free*(n+1)/gaps - free*n/gaps
			n++
		}
	}
	return free
}

// stretch adds the columns behind the items that have some.
func (s *lineSegment) stretch() {
	s.filled = s.filled[:0]
	for i, it := range s.items {
		s.filled = append(s.filled, it)
		it.start, it.width, it.hidesMarks, it.floor = addedItem, 1, false, 0
		it.glyph = ' '
		if it.kind == Right {
			it.glyph = tatweelRune
		}
		for range s.extra[i] {
			s.filled = append(s.filled, it)
		}
	}
	s.items, s.filled = s.filled, s.items
}
