package plaintext

import (
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/ui/rtl"
)

// hardGutters are what stands in front of a line that a program printed, whatever its
// neighbours are, each with a look at whether it may be there.
var hardGutters = []struct {
	may     func(text string) bool
	pattern *pattern.Pattern
}{
	// a time with seconds, a date before it or behind it, or seconds since a start
	{beginsWithTime, pattern.New(`^[\[(<]?(\d{4}[-/.]\d\d?[-/.]\d\d?[T ]\s?|\d\d?[-/.]\d\d?[-/.]\d{2,4}[T ]\s?)?\d\d?:\d\d:\d\d([.,]\d+)?\s?(Z|[-+]\d\d:?\d\d)?[\])>]?\s*`)},
	{beginsWithBracket, pattern.New(`^\[ *\d+\.\d+\]\s*`)},
	// the number of a line, maybe that of a column, as no prose has it
	{beginsWithNumber(":"), pattern.New(`^\d+:(\d+:)?`)},
	// an address of a computer
	{beginsWithNumber("."), pattern.New(`^\d{1,3}(\.\d{1,3}){3} `)},
	// who wrote a line and when
	{beginsWithHash, pattern.New(`^\^?[0-9a-f]{7,40} .*?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [-+]\d{4} +\d+\) ?`)},
	// a file, the number of a line, and maybe that of a column
	{namesLine, pattern.New(`^[^\s:]+[:(]\d+[:,)](\d+[:)])?:?\s*`)},
	{namesLine, pattern.New(`^[^\s:]*[./][^\s:]*-\d+-\s*`)},
	{namesLine, pattern.New(`^[^\s:]*[./][^\s:]*:\d+$`)},
	// a day and a time, as in logs of a system
	{namesTime, pattern.New(`^\pL{3,} +\d{1,2} \d\d:\d\d:\d\d `)},
	// branches of a tree
	{beginsBranch, pattern.New("^[\\s\u00a0]*[\u2500-\u257f][\u2500-\u257f\\s\u00a0]*")},
	{beginsASCIIBranch, pattern.New("^[|\\s]*[|`+\\\\]-- ")},
}

// numberGutter is the one of them that prose may have as well.
const numberGutter = 2

// beginsWithDigit tells whether a text begins with a digit, in brackets or not.
func beginsWithDigit(text string) bool {
	c := text[0]
	if strings.IndexByte("[(<", c) >= 0 && len(text) > 1 {
		if text = strings.TrimLeft(text[1:], " "); text != "" {
			c = text[0]
		}
	}
	return c >= '0' && c <= '9'
}

// beginsWithBracket tells whether a text begins with a number in square brackets.
func beginsWithBracket(text string) bool { return text[0] == '[' && beginsWithDigit(text) }

// beginsWithTime tells whether a text may begin with a time that has seconds, behind a date
// or not.
func beginsWithTime(text string) bool {
	const longest = 20 // up to the second colon
	return beginsWithDigit(text) && strings.Count(text[:min(len(text), longest)], ":") > 1
}

// beginsWithHash tells whether a text may begin with the hash of a commit.
func beginsWithHash(text string) bool {
	return (text[0] == '^' || isDigitByte(text[0]) || text[0] >= 'a' && text[0] <= 'f') && strings.Contains(text, ") ")
}

// namesLine tells whether a digit follows the first sign in a text that ends a file's
// name, and no blank stands before that.
func namesLine(text string) bool {
	for i := 1; i+1 < len(text) && text[i] > ' '; i++ {
		if c := text[i]; (c == ':' || c == '(' || c == '-') && text[i+1] >= '0' && text[i+1] <= '9' {
			return true
		}
	}
	return false
}

// namesTime tells whether a text may begin with a day and a time.
func namesTime(text string) bool {
	at := strings.IndexByte(text, ':')
	return at > 2 && at < 32 && text[at-1] >= '0' && text[at-1] <= '9'
}

// beginsBranch tells whether a text may begin, behind blanks, with what boxes are drawn
// with.
func beginsBranch(text string) bool {
	c := text[0]
	if isBlankByte(c) || c == 0xc2 {
		text = strings.TrimLeft(text, asciiBlanks+"\u00a0")
	}
	return len(text) > 2 && text[0] == 0xe2
}

// beginsASCIIBranch tells whether a text may begin with a branch of ASCII signs.
func beginsASCIIBranch(text string) bool {
	at := 0
	for at < len(text) && (text[at] == '|' || isBlankByte(text[at])) {
		at++
	}
	return isOneOf(text, at, "-`+\\") && strings.HasPrefix(text[at:], "-- ") || at+1 < len(text) && strings.HasPrefix(text[at+1:], "-- ")
}

// softGutters return where the gutter ends that a text begins with, 0 where it begins with
// none: what is one where a line above or below has another of its kind.
var softGutters = [...]func(text string) int{
	hashGutter: hashGutterEnd, numbersGutter: numbersGutterEnd, contextGutter: contextGutterEnd, signsGutter: signsGutterEnd,
}

var signsPattern = pattern.New(`^[^\pL\s]{1,2} ?[^\pL\s]? `)

func signsGutterEnd(text string) int { return len(signsPattern.FindString(text)) }

// findGutters finds where the text of lines begins behind what stands in front.
func findGutters(lines []line) {
	changed := false
	for i := range lines {
		l := &lines[i]
		changed = changed || len(l.text) < longestChange && (l.first == rtl.LTR || strings.HasPrefix(l.text, "***")) && l.mayOpen() && isChange.MatchString(l.text)
		if l.laid || l.blank {
			continue
		}
		if n := hardGutter(l); n > 0 {
			l.gutter, l.laid = n, true
		} else if l.has&hasSlash != 0 && isPath(l.text) && firstRight(l.text) >= 0 {
			l.laid = true
		}
	}
	for i := range lines {
		if l := &lines[i]; changed && len(l.text) > 1 && strings.IndexByte("<>!+- ", l.text[0]) >= 0 && l.text[1] == ' ' {
			l.gutter, l.laid = len("< "), true
		}
	}
}

// longestChange is more than a change's header has characters.
const longestChange = 48

// isChange is the header of a change in a diff that is not in the unified format.
var isChange = pattern.New(`^\d+(,\d+)?[acd]\d+(,\d+)?$|^\*{15}$`)

// mayOpen tells whether a line may begin with a gutter that is none by itself.
func (l *line) mayOpen() bool {
	return l.at > 0 && len(l.text) > 0 && (mayOpenShape(l.text[0]) || l.text[0] == ' ')
}

// hardGutter returns where the text behind a line's gutter begins, 0 where it has none.
func hardGutter(l *line) int {
	for i, g := range hardGutters {
		if !g.may(l.text) {
			continue
		}
		n := len(g.pattern.FindString(l.text))
		if n == 0 {
			continue
		}
		if i == numberGutter && (n == len(l.text) || l.text[n] == ' ' || l.text[n] >= '0' && l.text[n] <= '9') {
			continue // 12: in prose, or a time
		}
		return n
	}
	return 0
}

// findAligned finds gutters of lines that stand below each other: hashes of one length,
// numbers that end in one column, signs.
func findAligned(lines []line) {
	for kind, gutterEnd := range softGutters {
		for i := range lines {
			l := &lines[i]
			if l.gutter > 0 || l.laid && kind != numbersGutter || l.first != rtl.RTL || l.diff || !l.mayOpen() {
				continue
			}
			c := strings.TrimLeft(l.text, " ")[0]
			if isDigit := c >= '0' && c <= '9'; isDigit == (kind == signsGutter) && (kind != hashGutter || strings.IndexByte("*|/\\_", c) < 0) {
				continue
			}
			n := gutterEnd(l.text)
			if n == 0 {
				continue
			}
			for _, k := range [...]int{i - 1, i + 1} {
				if k >= 0 && k < len(lines) && isAligned(kind, l.text[:n], &lines[k]) {
					l.gutter, l.laid = n, true
				}
			}
		}
	}
}

// The kinds of soft gutters.
const (
	hashGutter = iota
	numbersGutter
	contextGutter
	signsGutter
)

// isAligned tells whether a gutter stands above or below another: a hash, numbers with
// blanks before them, as nobody indents the numbers of a list, the number of a line whose
// neighbour has one that is none of a list, or signs before a text that begins in the same
// column of a line which runs from left to right.
func isAligned(kind int, gutter string, other *line) bool {
	found := other.text[:softGutters[kind](other.text)]
	switch kind {
	case contextGutter:
		return other.gutter > 0 && found != ""
	case signsGutter:
		n := len(gutter)
		return !isListMark(gutter) && other.first == rtl.LTR && len(other.text) > n && other.text[n-1] == ' ' && other.text[n] != ' ' &&
			len(strings.TrimSpace(other.text[:n])) <= mostSigns && strings.TrimSpace(other.text[:n]) != ""
	case numbersGutter:
		if strings.Contains(gutter, "\t") {
			return strings.Contains(found, "\t")
		}
		return len(found) == len(gutter) && (strings.HasPrefix(gutter, " ") || strings.HasPrefix(found, " ") || strings.ContainsAny(gutter, "|│"))
	default:
		return len(found) == len(gutter)
	}
}

// mostSigns is how many signs a gutter of them has at the most.
const mostSigns = 3

// isListMark tells whether signs mark an item of a list.
func isListMark(signs string) bool {
	t := strings.TrimSpace(signs)
	return t == "" || strings.Trim(t, "-*•–—+>#") == "" && utf8.RuneCountInString(t) == 1 || strings.Trim(t, "0123456789٠١٢٣٤٥٦٧٨٩.)-") == ""
}
