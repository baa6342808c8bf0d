package rtl

import "github.com/warraq/warraq/ui/rtl/joining"

// Resolver finds what those need to know of a text who draw it with a font and not in
// cells: the order of its characters, where its lines may end, where a kashida may
// stand. It finds what [Layouter] does. The zero Resolver is ready; it keeps its buffers
// between texts and is not for concurrent use.
type Resolver struct {
	p paragraphText
}

// Resolve takes the paragraph of a text that begins at an offset in bytes, and returns
// where the next one begins, behind the separator; what the other methods return is of
// that paragraph. Lines end within it too, behind VT, FF and U+2028.
func (r *Resolver) Resolve(text string, start int, d Direction) (next int) {
	next = r.p.load(text, start, &Options{Direction: d, Shaping: ShapeNone, Protocols: AllProtocols})
	r.p.forms = joining.ShapeLevels(r.p.forms[:0], r.p.runes, r.p.embedding)
	return next
}

// Runes returns the characters of the paragraph. They are valid until the next one.
func (r *Resolver) Runes() []rune { return r.p.runes }

// Offset returns where a character begins in the text, in bytes; of the number of
// characters it is where the paragraph ends.
func (r *Resolver) Offset(i int) Offset { return Offset(r.p.start) + Offset(r.p.offsets[i]) }

// Levels returns the embedding level of each character, before rule L1.
func (r *Resolver) Levels() []uint8 { return r.p.embedding }

// AppendLine appends the levels of the characters from start to end, which make a line,
// after rule L1, and returns the extended slice.
func (r *Resolver) AppendLine(dst []uint8, start, end int) []uint8 {
	return r.p.lineLevels(dst, start, end)
}

// Direction returns the direction of the paragraph, LTR or RTL.
func (r *Resolver) Direction() Direction { return r.p.direction() }

// MayBreak tells whether a line may end before a character.
func (r *Resolver) MayBreak(i int) bool {
	return r.p.units[i]&(unitMayBreak|unitMustBreak) != 0
}

// MustBreak tells whether a line has to end before a character.
func (r *Resolver) MustBreak(i int) bool { return r.p.units[i]&unitMustBreak != 0 }

// Begins tells whether a cluster begins with a character: a line is cut at no other place.
func (r *Resolver) Begins(i int) bool { return r.p.units[i]&unitInside == 0 }

// IsSpace tells whether a character is white space that vanishes at the end of a line.
func (r *Resolver) IsSpace(i int) bool { return r.p.props[i]&isSpace != 0 }

// IsHidden tells whether nothing is ever shown of a character: of controls and formats.
func (r *Resolver) IsHidden(i int) bool { return r.p.props[i]&isHidden != 0 }

// Hyphenates tells whether a line that ends before a character shows a hyphen there.
func (r *Resolver) Hyphenates(end int) bool { return r.p.hyphenates(end) }

// Kashida is a place for a kashida: before a character. The lower its rank, the better it
// stands there.
type Kashida struct {
	Before int
	Rank   int
}

// AppendKashidas appends the best place for a kashida in each word of more than two
// letters on the line of the characters from start to end, in their order, and returns
// the extended slice.
func (r *Resolver) AppendKashidas(dst []Kashida, start, end int) []Kashida {
	p := &r.p
	best, letters, last := Kashida{Rank: int(noKashida)}, 0, -1
	for i := start; i <= end; i++ {
		if i < end && p.units[i]&unitCell == 0 {
			if p.props[i].kind() == Right && p.props[i]&(isFormat|isMark) == 0 {
				letters++
			}
			continue
		}
		if i == end || p.props[i].kind() != Right || p.props[i]&isFormat != 0 {
			if letters > 2 && best.Rank != int(noKashida) {
				dst = append(dst, best)
			}
			best, letters, last = Kashida{Rank: int(noKashida)}, 0, -1
			continue
		}
		letters++
		if last >= 0 && p.embedding[last] == p.embedding[i] && p.embedding[i]&1 == 1 {
			if rank := int(rankKashida(p.forms[last], p.forms[i])); rank != int(noKashida) && rank <= best.Rank {
				best = Kashida{Before: i, Rank: rank}
			}
		}
		last = i
	}
	return dst
}
