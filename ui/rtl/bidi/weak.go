package bidi

// weak resolves the weak types (W1 to W7).
func (s *runSequence) weak() {
	s.marksAndLetters()
	s.numbers()
}

// marksAndLetters applies W1 (a mark is as the character before it), W2 (a
// European number after an Arabic letter is an Arabic one) and W3 (an Arabic
// letter is right to left). One pass does: each rule asks for nothing that the
// later ones change, but for the last strong letter, which is kept apart.
func (s *runSequence) marksAndLetters() {
	types, previous, strong := s.types, s.sos, s.sos
	for i, t := range types {
		switch t {
		case L, R:
			strong = t
		case AL:
			strong = AL
			t = R
			types[i] = t
		case NSM:
			t = previous
			if previous.in(isolateClasses) {
				t = ON
			}
			types[i] = t
		case EN:
			if strong == AL {
				t = AN
				types[i] = t
			}
		}
		previous = t
	}
}

// numbers applies W4 (a separator inside a number), W5 (terminators beside a
// European number), W6 (the other separators and terminators are neutral) and
// W7 (a European number after a left-to-right letter is like it). previous is
// the type that W4 and W5 see: that before W5 and W7.
func (s *runSequence) numbers() {
	european := EN
	if s.sos == L {
		european = L
	}
	types, previous := s.types, ON
	for i := 0; i < len(types); i++ {
		t := types[i]
		switch t {
		case L:
			european = L
		case R:
			european = EN
		case EN:
			types[i] = european
		case ES, CS:
			joins := i+1 < len(types) && types[i+1] == previous &&
				(previous == EN || previous == AN && t == CS)
			switch {
			case !joins:
				t = ON
				types[i] = ON
			case previous == EN:
				t = EN
				types[i] = european
			default:
				t = AN
				types[i] = AN
			}
		case ET:
			end := i + 1
			for end < len(types) && types[end] == ET {
				end++
			}
			as := ON
			if previous == EN || end < len(types) && types[end] == EN {
				as = european
			}
			for ; i < end; i++ {
				types[i] = as
			}
			i--
		}
		previous = t
	}
}
