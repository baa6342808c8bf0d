package bidi

// neutral resolves the neutrals and isolates that are left: between two strong
// types of one direction they take it (N1), else that of the embedding (N2).
func (s *runSequence) neutral() {
	types, before := s.types, s.sos
	for i := 0; i < len(types); i++ {
		if !types[i].in(neutralClasses) {
			before = strongClass(types[i])
			continue
		}
		start := i
		for i++; i < len(types) && types[i].in(neutralClasses); i++ {
		}
		after := s.eos
		if i < len(types) {
			after = strongClass(types[i])
		}
		direction := before
		if before != after {
			direction = directionOf(s.level)
		}
		for k := start; k < i; k++ {
			types[k] = direction
		}
		before = after
	}
}
