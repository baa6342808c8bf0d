package rtl

// Limits of what counts as a telephone number: fewer digits are a year or a
// score, more have no subscriber (ITU-T E.164).
const (
	minPhoneDigits = 7
	maxPhoneDigits = 15
)

// digitGroups are groups of digits that stand behind each other.
type digitGroups struct {
	lengths [8]int
	count   int
	digits  int
	plus    bool // a plus sign stands before them
	bracket bool // the first stands in brackets, or a bracket opens before it
	zero    bool // the first digit is 0
	years   bool // each group could be a year
	end     int
}

// phoneNumber gives the length of the number of a telephone or of a card that starts
// with character i, or 0. So that no date is one, and no list of years, it has a plus
// sign, or groups of lengths that no date has.
func phoneNumber(text []rune, i int) int {
	if text[i] != '+' && text[i] != '(' && !isASCIIDigit(text[i]) || i > 0 && isNumberPart(text[i-1]) {
		return 0
	}
	g := readGroups(text, i)
	if g.lengths[0] == accountGroup && g.lengths[1] == accountGroup && isBehindGroup(text, i) {
		return 0 // it is the end of a longer number
	}
	if g.end < len(text) && isWord(text[g.end]) || !g.isPhone() && !g.isCard() {
		return 0
	}
	return g.end - i
}

// readGroups reads the groups of digits that start with character i, as many as there
// is room for.
func readGroups(text []rune, i int) (g digitGroups) {
	at := i
	if text[at] == '(' && at+1 < len(text) && text[at+1] == '+' {
		at++
	}
	g.years, g.plus, g.end = true, text[at] == '+', i
	if g.plus {
		at++
	}
	for g.count < len(g.lengths) && at < len(text) {
		start := separatedSign(text, at, g.count == 0)
		value, end := 0, start
		for ; end < len(text); end++ {
			d, ok := digitValue(text[end])
			if !ok {
				break
			}
			g.zero = g.zero || d == 0 && g.digits == 0 && end == start
			value = min(value*10+int(d), 1<<20)
		}
		if end == start {
			break
		}
		g.bracket = g.bracket || g.count == 0 && text[start-min(start, 1)] == '('
		g.years = g.years && value >= 1000 && value < 2200
		g.lengths[g.count] = end - start
		g.count++
		g.digits += end - start
		at, g.end = end, end
	}
	return g
}

// isPhone tells of the number of a telephone: of a country behind a plus sign, of an
// area behind a 0, or of North America behind a 1.
func (g *digitGroups) isPhone() bool {
	if g.digits < minPhoneDigits || g.digits > maxPhoneDigits {
		return false
	}
	first, second := g.lengths[0], g.lengths[1]
	switch {
	case g.plus:
		return true
	case g.zero && g.count > 1:
		return first > 2 || first == 2 && (g.bracket || second == 3 || second > 5)
	default:
		return first == 1 && second == 3 && g.count == 4 && g.digits > 9
	}
}

// isCard tells of the number of a bank's card: four groups of four digits, or of 4, 6
// and 5.
func (g *digitGroups) isCard() bool {
	switch g.count {
	case 4:
		return [4]int(g.lengths[:4]) == [4]int{4, 4, 4, 4} && !g.years && !g.plus
	case 3:
		return [3]int(g.lengths[:3]) == [3]int{4, 6, 5} && !g.plus
	default:
		return false
	}
}

// separatedSign gives the start of the group of digits behind what parts it from
// the one before: a space, hyphen or dot, and brackets around the group before
// or behind.
func separatedSign(text []rune, at int, first bool) int {
	skip := func(is func(rune) bool) {
		if at < len(text) && is(text[at]) {
			at++
		}
	}
	if !first {
		skip(func(r rune) bool { return r == ')' })
		skip(func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '-' || r == '\u2011' || r == '.' })
	}
	skip(func(r rune) bool { return r == '(' })
	return at
}

func isASCIIDigit(r rune) bool {
	_, ok := digitValue(r)
	return ok
}

// isNumberPart is true of what a telephone number does not start behind.
func isNumberPart(r rune) bool {
	switch r {
	case '+', '-', '.', ',', '/', ':', '_', '٫', '٬':
		return true
	}
	return isASCIIDigit(r) || isASCIILetter(r)
}

// serviceCode gives the length of a code that is dialled to ask a network for something, as
// *123# and #31#, which starts with character i, or 0.
func serviceCode(text []rune, i int) int {
	const fewest = 2 // digits
	if text[i] != '*' && text[i] != '#' || i > 0 && (isNumberPart(text[i-1]) || text[i-1] == '*' || text[i-1] == '#') {
		return 0
	}
	end, digits := i, 0
	for ; end < len(text) && (text[end] == '*' || text[end] == '#' || isASCIIDigit(text[end])); end++ {
		if isASCIIDigit(text[end]) {
			digits++
		}
	}
	if digits < fewest || text[end-1] != '#' || end < len(text) && isWord(text[end]) {
		return 0
	}
	return end - i
}

// Limits of the number of an account as banks write it (ISO 13616): the letters of a country, two
// digits, and digits and letters in groups of four.
const (
	accountGroup      = 4
	minAccount        = 15
	maxAccount        = 34
	accountCheckStart = 2 // where the digits behind the country stand
)

// accountNumber gives the length of the number of an account that starts with character i, or 0.
func accountNumber(text []rune, i int) int {
	if !isCapital(text[i]) || i > 0 && (isWord(text[i-1]) || propertiesOf(text[i-1]).kind() == Right) {
		return 0
	}
	group := func(at int) (end int) {
		for end = at; end < len(text) && end < at+accountGroup && (isCapital(text[end]) || isASCIIDigit(text[end])); end++ {
		}
		return end
	}
	signs, at := 0, i
	for {
		end := group(at)
		signs += end - at
		if end < at+accountGroup || end+1 >= len(text) || text[end] != ' ' || group(end+1) == end+1 {
			at = end
			break
		}
		at = end + 1
	}
	check := text[i+accountCheckStart-1 : min(len(text), i+accountGroup)]
	if signs < minAccount || signs > maxAccount || !isCapital(check[0]) || !isASCIIDigit(check[1]) || !isASCIIDigit(check[2]) ||
		at < len(text) && isWord(text[at]) {
		return 0
	}
	return at - i
}

// isBehindGroup tells whether a group of four digits stands before a place.
func isBehindGroup(text []rune, i int) bool {
	if i <= accountGroup || text[i-1] != ' ' {
		return false
	}
	for _, r := range text[i-1-accountGroup : i-1] {
		if !isASCIIDigit(r) {
			return false
		}
	}
	return true
}

func isCapital(r rune) bool { return r >= 'A' && r <= 'Z' }
