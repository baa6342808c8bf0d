package joining

// Unshape gives the letters that an Arabic presentation form (blocks A and B)
// stands for, in logical order: the way back from [Shape], two letters for a
// lam-alef. It reports false for every other character.
func Unshape(r rune) (string, bool) {
	if r < firstForm || r > lastForm {
		return "", false
	}
	letters := plainLetters[r-firstForm]
	return letters, letters != ""
}
