package bidi

// neutral resolves the neutrals and isolates that are left: between two strong
// types of one direction they take it (N1), else that of the embedding (N2).
func (s *sequence) neutral() {
	before := s.sos
	for i := 0; i < len(s.types); i++ {
		if !s.types[i].in(neutrals) {
			before = strong(s.types[i])
			continue
		}
		start := i
		for i++; i < len(s.types) && s.types[i].in(neutrals); i++ {
		}
		after := s.eos
		if i < len(s.types) {
			after = strong(s.types[i])
		}
		direction := before
		if before != after {
			direction = directionOf(s.level)
		}
		for k := start; k < i; k++ {
			s.types[k] = direction
		}
		before = after
	}
}
