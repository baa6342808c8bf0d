package bidi

import "slices"

// referenceSequence is an isolating run sequence on which reference runs the
// rules from W1 to I2, each in a pass of its own.
type referenceSequence struct {
	*referenceRun
	at       []int
	level    uint8
	sos, eos Class
}

func (s referenceSequence) resolve() {
	for _, rule := range []func(){s.w1, s.w2, s.w3, s.w4, s.w5, s.w6, s.w7, s.n0, s.n1, s.n2, s.i} {
		rule()
	}
}

func (s referenceSequence) get(k int) Class    { return s.types[s.at[k]] }
func (s referenceSequence) set(k int, c Class) { s.types[s.at[k]] = c }

// each calls f with the place and the type of each character of the given types,
// as they were when the rule began.
func (s referenceSequence) each(f func(k int), types ...Class) {
	for k := range s.at {
		if slices.Contains(types, s.get(k)) {
			f(k)
		}
	}
}

// strongBefore gives the nearest of the given types before k, or sos.
func (s referenceSequence) strongBefore(k int, types ...Class) Class {
	for k--; k >= 0; k-- {
		if slices.Contains(types, s.get(k)) {
			return s.get(k)
		}
	}
	return s.sos
}

func (s referenceSequence) w1() {
	s.each(func(k int) {
		switch {
		case k == 0:
			s.set(k, s.sos)
		case isInitiator(s.get(k-1)) || s.get(k-1) == PDI:
			s.set(k, ON)
		default:
			s.set(k, s.get(k-1))
		}
	}, NSM)
}

func (s referenceSequence) w2() {
	s.each(func(k int) {
		if s.strongBefore(k, R, L, AL) == AL {
			s.set(k, AN)
		}
	}, EN)
}

func (s referenceSequence) w3() { s.each(func(k int) { s.set(k, R) }, AL) }

func (s referenceSequence) w4() {
	s.each(func(k int) {
		if k == 0 || k+1 == len(s.at) {
			return
		}
		before, after := s.get(k-1), s.get(k+1)
		if before == EN && after == EN {
			s.set(k, EN)
		}
		if s.get(k) == CS && before == AN && after == AN {
			s.set(k, AN)
		}
	}, ES, CS)
}

func (s referenceSequence) w5() {
	s.each(func(k int) {
		for step := -1; step <= 1; step += 2 {
			i := k
			for i >= 0 && i < len(s.at) && s.get(i) == ET {
				i += step
			}
			if i >= 0 && i < len(s.at) && s.get(i) == EN {
				s.set(k, EN)
				return
			}
		}
	}, ET)
}

func (s referenceSequence) w6() { s.each(func(k int) { s.set(k, ON) }, ES, ET, CS) }

func (s referenceSequence) w7() {
	s.each(func(k int) {
		if s.strongBefore(k, R, L) == L {
			s.set(k, L)
		}
	}, EN)
}

// bracketPairs is BD16.
func (s referenceSequence) bracketPairs() [][2]int {
	type entry struct {
		closing rune
		at      int
	}
	var stack []entry
	var pairs [][2]int
	for k, i := range s.at {
		b, ok := bracketOf(s.text[i])
		if !ok || s.get(k) != ON {
			continue
		}
		if b.open {
			if len(stack) == 63 {
				return nil
			}
			stack = append(stack, entry{b.closing, k})
			continue
		}
		for top, opening := range slices.Backward(stack) {
			if opening.closing == b.closing {
				pairs = append(pairs, [2]int{opening.at, k})
				stack = stack[:top]
				break
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] })
	return pairs
}

func (s referenceSequence) n0() {
	asStrong := func(c Class) Class {
		if c == EN || c == AN {
			return R
		}
		return c
	}
	embedding := Class(s.level % 2)
	for _, pair := range s.bracketPairs() {
		holds := map[Class]bool{}
		for k := pair[0] + 1; k < pair[1]; k++ {
			holds[asStrong(s.get(k))] = true
		}
		var direction Class
		switch {
		case holds[embedding]: // b
			direction = embedding
		case holds[1-embedding]: // c
			direction = asStrong(s.strongBefore(pair[0], L, R, EN, AN))
		default: // d
			continue
		}
		for _, k := range pair {
			s.set(k, direction)
			for k++; k < len(s.at) && s.original[s.at[k]] == NSM; k++ {
				s.set(k, direction)
			}
		}
	}
}

func isNeutral(c Class) bool {
	return c == B || c == S || c == WS || c == ON || isInitiator(c) || c == PDI
}

func (s referenceSequence) n1() {
	before := slices.Clone(s.at) // the types before the rule
	for k := range before {
		before[k] = int(s.get(k))
	}
	side := func(k, step int, edge Class) Class {
		for ; k >= 0 && k < len(before); k += step {
			if c := Class(before[k]); !isNeutral(c) {
				if c == L {
					return L
				}
				return R
			}
		}
		return edge
	}
	for k := range s.at {
		if c := side(k, -1, s.sos); isNeutral(Class(before[k])) && c == side(k, 1, s.eos) {
			s.set(k, c)
		}
	}
}

func (s referenceSequence) n2() {
	for k := range s.at {
		if isNeutral(s.get(k)) {
			s.set(k, Class(s.level%2))
		}
	}
}

func (s referenceSequence) i() {
	for k, i := range s.at {
		c, even := s.get(k), s.level%2 == 0
		switch {
		case even && c == R: // I1
			s.levels[i] = s.level + 1
		case even && (c == AN || c == EN):
			s.levels[i] = s.level + 2
		case !even && c != R: // I2
			s.levels[i] = s.level + 1
		}
	}
}
