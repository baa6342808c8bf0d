package bidi

// levelRise is by how much a type is above its embedding level, for even (I1) and
// for odd levels (I2).
var levelRise = [2][numClasses]uint8{
	{R: 1, AN: 2, EN: 2},
	{L: 1, AN: 1, EN: 1},
}

// implicit turns types into levels (I1, I2).
func (s *runSequence) implicit(levels []uint8) {
	types, rise := s.types, &levelRise[s.level&1]
	for i, at := range s.at {
		levels[at] = s.level + rise[types[i]]
	}
}
