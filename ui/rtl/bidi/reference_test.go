package bidi

import "slices"

// reference resolves a paragraph as the annex's text tells it, definition by
// definition and rule by rule, one pass each, with no care for time. It shares
// the properties of characters with the package, and nothing else. It gives the
// paragraph level and the level of each character before L1, where those that
// X9 removes have removedLevel.
func reference(text []rune, d Direction) (base uint8, levels []uint8) {
	r := referenceRun{text: text, n: len(text)}
	for _, c := range text {
		r.original = append(r.original, ClassOf(c))
	}
	if i := slices.Index(r.original, B); i >= 0 { // P1
		r.n = i + 1
	}
	r.original = r.original[:r.n]
	r.matchIsolates()
	switch d {
	case LTR:
		r.base = 0
	case RTL:
		r.base = 1
	case Auto:
		r.base = r.firstStrongLevel(0, r.n, 0)
	case AutoRTL:
		r.base = r.firstStrongLevel(0, r.n, 1)
	}
	r.explicitLevels()
	r.isolatingRunSequences()
	levels = r.levels
	if r.n < len(text) { // the next paragraph, in the direction of the first
		next := []Direction{LTR, RTL}[r.base]
		_, rest := reference(text[r.n:], next)
		levels = append(levels, rest...)
	}
	return r.base, levels
}

// removedLevel marks a character that X9 removes.
const removedLevel = 255

type referenceRun struct {
	text     []rune
	n        int
	base     uint8
	original []Class
	types    []Class
	levels   []uint8
	partner  map[int]int // BD9, both ways
}

func isInitiator(c Class) bool { return c == LRI || c == RLI || c == FSI }

func isRemoved(c Class) bool {
	return c == LRE || c == RLE || c == LRO || c == RLO || c == PDF || c == BN
}

// matchIsolates is BD9: for each initiator the PDI where a count of the
// initiators behind it, less the PDIs, falls to zero.
func (r *referenceRun) matchIsolates() {
	r.partner = map[int]int{}
	for i, c := range r.original {
		if !isInitiator(c) {
			continue
		}
		count := 1
		for k := i + 1; k < r.n && count > 0; k++ {
			if isInitiator(r.original[k]) {
				count++
			} else if r.original[k] == PDI {
				if count--; count == 0 {
					r.partner[i], r.partner[k] = k, i
				}
			}
		}
	}
}

// firstStrongLevel is P2 and P3.
func (r *referenceRun) firstStrongLevel(start, end int, otherwise uint8) uint8 {
	for i := start; i < end; i++ {
		switch c := r.original[i]; {
		case c == L:
			return 0
		case c == R || c == AL:
			return 1
		case isInitiator(c):
			pdi, ok := r.partner[i]
			if !ok {
				return otherwise
			}
			i = pdi
		}
	}
	return otherwise
}

// explicitLevels is X1 to X8.
func (r *referenceRun) explicitLevels() {
	type entry struct {
		level    uint8
		override Class
		isolate  bool
	}
	stack := []entry{{r.base, ON, false}}
	overflowIsolates, overflowEmbeddings, validIsolates := 0, 0, 0
	r.types = slices.Clone(r.original)
	r.levels = make([]uint8, r.n)
	for i, c := range r.original {
		top := stack[len(stack)-1]
		odd, even := (top.level+1)|1, (top.level+2)&^1
		apply := func(e entry) {
			r.levels[i] = e.level
			if e.override != ON {
				r.types[i] = e.override
			}
		}
		push := func(level uint8, override Class) {
			switch {
			case level <= 125 && overflowIsolates == 0 && overflowEmbeddings == 0:
				stack = append(stack, entry{level, override, false})
			case overflowIsolates == 0:
				overflowEmbeddings++
			}
		}
		pushIsolate := func(level uint8) {
			if level <= 125 && overflowIsolates == 0 && overflowEmbeddings == 0 {
				validIsolates++
				stack = append(stack, entry{level, ON, true})
			} else {
				overflowIsolates++
			}
		}
		switch c {
		case RLE: // X2
			push(odd, ON)
		case LRE: // X3
			push(even, ON)
		case RLO: // X4
			push(odd, R)
		case LRO: // X5
			push(even, L)
		case RLI: // X5a
			apply(top)
			pushIsolate(odd)
		case LRI: // X5b
			apply(top)
			pushIsolate(even)
		case FSI: // X5c
			apply(top)
			end, ok := r.partner[i]
			if !ok {
				end = r.n
			}
			if r.firstStrongLevel(i+1, end, 0) == 1 {
				pushIsolate(odd)
			} else {
				pushIsolate(even)
			}
		case PDI: // X6a
			switch {
			case overflowIsolates > 0:
				overflowIsolates--
			case validIsolates > 0:
				overflowEmbeddings = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				validIsolates--
			}
			apply(stack[len(stack)-1])
		case PDF: // X7
			switch {
			case overflowIsolates > 0:
			case overflowEmbeddings > 0:
				overflowEmbeddings--
			case !top.isolate && len(stack) >= 2:
				stack = stack[:len(stack)-1]
			}
		case B: // X8
			r.levels[i] = r.base
		case BN:
		default: // X6
			apply(top)
		}
		if isRemoved(c) { // X9
			r.levels[i] = removedLevel
		}
	}
}

// isolatingRunSequences is BD13 and X10.
func (r *referenceRun) isolatingRunSequences() {
	var runs [][]int // BD7, of positions that are left
	var kept []int
	for i, level := range r.levels {
		if level == removedLevel {
			continue
		}
		if len(kept) == 0 || r.levels[kept[len(kept)-1]] != level {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], i)
		kept = append(kept, i)
	}
	runOf := func(i int) []int {
		for _, run := range runs {
			if run[0] == i {
				return run
			}
		}
		return nil
	}
	var sequences [][]int
	for _, run := range runs {
		if _, matched := r.partner[run[0]]; r.original[run[0]] == PDI && matched {
			continue
		}
		sequence := slices.Clone(run)
		for {
			last := sequence[len(sequence)-1]
			pdi, matched := r.partner[last]
			if !isInitiator(r.original[last]) || !matched {
				break
			}
			sequence = append(sequence, runOf(pdi)...)
		}
		sequences = append(sequences, sequence)
	}
	explicit := slices.Clone(r.levels)
	for _, sequence := range sequences {
		level := explicit[sequence[0]]
		neighbour := func(i, step int) uint8 {
			at := slices.Index(kept, i) + step
			if at < 0 || at == len(kept) {
				return r.base
			}
			return explicit[kept[at]]
		}
		last := sequence[len(sequence)-1]
		after := neighbour(last, 1)
		if isInitiator(r.original[last]) {
			after = r.base
		}
		s := referenceSequence{r, sequence, level, Class(max(level, neighbour(sequence[0], -1)) % 2), Class(max(level, after) % 2)}
		s.resolve()
	}
}
