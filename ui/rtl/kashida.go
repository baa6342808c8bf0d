package rtl

const tatweelRune = 'ـ'

// kashidaRank is how well a kashida stands between two letters: the lower the
// better.
type kashidaRank uint8

// The ranks, in the order of preference of Arabic typography.
const (
	afterTatweel    kashidaRank = iota // the author lengthened the word there
	afterSeen                          // seen, sheen, sad and dad have a long tail
	beforeTaMarbuta                    // and heh, which looks like it
	beforeDal
	beforeRa
	beforeYa
	beforeAlef
	noKashida
)

// rankKashida ranks the place between two letters of a word by the forms that
// they take. A place is one only where they join, so the form before is an
// initial or medial one, or the form behind a final one. The letters of Persian
// and Urdu go with the Arabic ones that they look like. Where the letter behind
// is the alef of a lam-alef there is no place: that is no letter of its own.
func rankKashida(before, after rune) kashidaRank {
	switch before {
	case tatweelRune:
		return afterTatweel
	case 'ﺳ', 'ﺴ', 'ﺷ', 'ﺸ', 'ﺻ', 'ﺼ', 'ﺿ', 'ﻀ':
		return afterSeen
	}
	switch after {
	case 'ﺔ', 'ﻪ', 'ﮥ', 'ﮧ', 'ﮫ':
		return beforeTaMarbuta
	case 'ﺪ', 'ﺬ', 'ﮉ', 'ﮃ', 'ﮅ', 'ﮇ':
		return beforeDal
	case 'ﺮ', 'ﺰ', 'ﮋ', 'ﮍ':
		return beforeRa
	case 'ﻲ', 'ﻰ', 'ﺊ', 'ﯽ', 'ﮯ', 'ﮱ':
		return beforeYa
	case 'ﺎ', 'ﺂ', 'ﺄ', 'ﺈ':
		return beforeAlef
	}
	return noKashida
}
