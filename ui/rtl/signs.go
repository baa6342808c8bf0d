package rtl

const (
	ornateOpen  = '\ufd3f' // ﴿, at the right of what it encloses
	ornateClose = '\ufd3e' // ﴾
)

// foldSign gives what is shown of a sign that goes before a number and that
// terminals differ on, some giving it no column at all: the ends of a verse
// become ornate parentheses around the number, the others a letter or sign that
// is read alike. It is 0 for every other character.
func foldSign(r rune) rune {
	switch r {
	case '\u0600', '\u0605': // number sign, number mark above
		return '№'
	case '\u0601', '\u0604': // year, Samvat year
		return 'س'
	case '\u0602': // footnote marker
		return '※'
	case '\u0603': // page
		return 'ص'
	case '\u06dd', '\u08e2': // end of ayah, disputed end of ayah
		return ornateOpen
	}
	return 0
}

// isSign is true of what sign knows.
func isSign(r rune, props properties) bool {
	return props.cluster() == gbPrepend && foldSign(r) != 0
}
