package rtl

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// isolateHints are the characters without one of which a text holds nothing that
// findIsolates looks for.
var isolateHints = [utf8.RuneSelf]bool{'/': true, '\\': true, '@': true, '+': true, '-': true, '(': true, '$': true, '%': true, '#': true, '{': true,
	'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true}

// findIsolates appends the stretches of a text that are read left to right
// whatever surrounds them: addresses of the web and of mail, handles, paths of
// files, numbers of telephones, cards and accounts, names of code with their signs, words of digits and
// letters, placeholders. They are found simply, by what they look like; the punctuation around
// them belongs to the sentence.
func findIsolates(dst []stretch, text []rune) []stretch {
	for i := 0; i < len(text); {
		if n := max(phoneNumber(text, i), serviceCode(text, i)); n > 0 {
			dst = append(dst, stretch{start: i, end: i + n, override: true})
			i += n
			continue
		}
		if !isToken(text[i]) {
			i++
			continue
		}
		if n := accountNumber(text, i); n > 0 {
			dst = append(dst, stretch{start: i, end: i + n})
			i += n
			continue
		}
		if n := placeholderLength(text[i:]); n > 0 {
			dst = append(dst, stretch{start: i, end: i + n})
			i += n
			continue
		}
		end := i
		for end < len(text) && isToken(text[end]) {
			end++
		}
		if end == i+1 { // mostly the end of a sentence
			i = end
			continue
		}
		start, stop := trimPunctuation(text, i, end)
		if n := codeLength(text[start:end]); n > 0 && !isInWord(text, start) {
			dst = append(dst, stretch{start: start, end: start + n})
		} else if isAddress(text[start:stop]) && !goesOn(text, start) {
			if stop == end {
				stop = extend(text, start, stop)
			}
			stop = extendQuoted(text, start, stop)
			dst = append(dst, stretch{start: start, end: stop})
			end = max(end, stop)
		} else if at, n := mixedNumber(text, i, end); n > 0 {
			dst = append(dst, stretch{start: at, end: at + n})
		}
		i = end
	}
	return dst
}

// mixedNumber finds a word of digits and letters in a token, behind an opening bracket or what
// joins it to a word before, and gives where it begins and how long it is. One before any
// other letter is none: it gives the paragraph its direction, or is the number of an item.
func mixedNumber(text []rune, start, end int) (at, length int) {
	at = start
	for at < end && !isWord(text[at]) {
		at++
	}
	length = mixedNumberLength(text[at:end])
	if length > 0 && !slices.ContainsFunc(text[:at], func(r rune) bool { k := propertiesOf(r).kind(); return k == Left || k == Right }) {
		return at, 0
	}
	return at, length
}

// goesOn tells whether what looks like a path is the end of one that begins in another
// script.
func goesOn(text []rune, start int) bool {
	return start > 0 && text[start] == '/' && propertiesOf(text[start-1]).kind() == Right
}

// isInWord tells whether a letter or a digit stands before a place.
func isInWord(text []rune, start int) bool {
	if start == 0 {
		return false
	}
	switch propertiesOf(text[start-1]).kind() {
	case Left, Right, EuropeanNumber, ArabicNumber:
		return true
	}
	return text[start-1] == '_'
}

// isToken is true of what an address may hold: what ASCII has to show, but for
// what encloses one.
func isToken(r rune) bool {
	return r > ' ' && r < 0x7f && r != '<' && r != '>' && r != '"' && r != '`'
}

func isASCIILetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

func isWord(r rune) bool { return isASCIILetter(r) || r >= '0' && r <= '9' || r == '_' }

// asciiSet is a set of characters of ASCII.
type asciiSet [utf8.RuneSelf]bool

// has reports whether a character is in the set.
func (s *asciiSet) has(r rune) bool { return r < utf8.RuneSelf && s[r] }

// setOf returns the set of the characters of a text.
func setOf(all string) (s asciiSet) {
	for _, r := range all {
		s[r] = true
	}
	return s
}

// What a sentence puts before an address and behind it.
var punctuationBefore, punctuationBehind = setOf("([{'*,;:!?="), setOf("'*.,;:!?")

// trimPunctuation leaves out what a sentence puts around an address. A closing
// bracket that closes one inside of it stays.
func trimPunctuation(text []rune, start, end int) (int, int) {
	for start < end && punctuationBefore.has(text[start]) {
		start++
	}
	if end > start && !punctuationBehind.has(text[end-1]) && bracketSort(text[end-1]) <= 0 {
		return start, end
	}
	var open [bracketSorts + 1]int // how many brackets of each sort have no partner
	for _, r := range text[start:end] {
		if sort := bracketSort(r); sort < 0 {
			open[-sort]++
		} else {
			open[sort]--
		}
	}
	for ; end > start; end-- {
		last := text[end-1]
		sort := bracketSort(last)
		if sort > 0 && open[sort] >= 0 || sort <= 0 && !punctuationBehind.has(last) {
			break
		}
		if sort > 0 {
			open[sort]++
		}
	}
	return start, end
}

// bracketSorts is how many sorts of brackets are told apart.
const bracketSorts = 3

// bracketSort returns of which sort a bracket is that closes, from 1 to bracketSorts, the
// same below 0 of one that opens, and 0 of any other character.
func bracketSort(r rune) int {
	switch r {
	case ')':
		return 1
	case ']':
		return 2
	case '}':
		return 3
	case '(':
		return -1
	case '[':
		return -2
	case '{':
		return -3
	}
	return 0
}

// isAddress reports whether a token is an address, a handle or a path.
func isAddress(token []rune) bool {
	if len(token) < 2 {
		return false
	}
	slash := slices.IndexFunc(token, func(r rune) bool { return r == '/' || r == '\\' })
	switch at := slices.Index(token, '@'); {
	case at == 0: // @handle, @handle@host
		return isWord(token[1])
	case at > 0 && slash < 0:
		dot := slices.Index(token[at:], '.')
		return isWord(token[at-1]) && dot > 1 && isWord(token[len(token)-1])
	}
	return slash >= 0 && isPath(token, slash)
}

// isPath reports whether a token, whose first slash is given, is a path, or a
// web address: it starts with what begins a path, or has something before and
// behind the slash. A letter tells it from a fraction or a date.
func isPath(token []rune, slash int) bool {
	if !slices.ContainsFunc(token, isASCIILetter) {
		return false
	}
	rest := token[slash:]
	behind := slices.IndexFunc(rest, func(r rune) bool { return r != '/' && r != '\\' })
	if behind < 0 {
		return slash > 0 && slices.Contains(token[:slash], '.') // example.com/
	}
	switch before := token[:max(slash, 0)]; {
	case len(before) == 0:
		return isWord(rest[behind]) || rest[behind] == '.'
	case string(before) == "~", string(before) == ".", string(before) == "..":
		return true
	case before[len(before)-1] == ':': // https://, C:\
		return isASCIILetter(before[0])
	default:
		return isWord(before[len(before)-1])
	}
}

// extend gives the end of a web address, or of a path from its root on, with the letters
// of other scripts that it has: https://ar.wikipedia.org/wiki/سوريا, ~/كتب.
func extend(text []rune, start, end int) int {
	scheme := slices.Index(text[start:end], ':')
	isRooted := (text[start] == '/' || text[start] == '~' || text[start] == '.') && text[end-1] == '/'
	if !isRooted && !isHostPath(text[start:end]) && (scheme < 0 || !slices.Contains(text[min(start+scheme+3, end):end], '/')) {
		return end
	}
	at := end
	for at < len(text) {
		p := propertiesOf(text[at])
		if !isToken(text[at]) && (text[at] < 0x80 || p.kind() <= Space && p&isMark == 0) {
			break
		}
		at++
	}
	_, at = trimPunctuation(text, start, at)
	return at
}

// isHostPath tells a path that ends in a slash, whose first part is the name of a host:
// example.com/ar/.
func isHostPath(token []rune) bool {
	slash := slices.Index(token, '/')
	if slash < 0 || token[len(token)-1] != '/' {
		return false
	}
	dot := slash - 1
	for dot >= 0 && isASCIILetter(token[dot]) {
		dot--
	}
	const shortest = 2 // letters of a domain
	return dot > 0 && token[dot] == '.' && isWord(token[dot-1]) && slash-dot > shortest
}

// mostQuoted is how many characters a path in quotes has at the most.
const mostQuoted = 256

// extendQuoted gives the end of a path from its root on that stands in quotes and has
// blanks in its names: behind the blank stands another slash, or the ending of a file's name.
func extendQuoted(text []rune, start, end int) int {
	if start == 0 || end == len(text) || text[end] != ' ' || !strings.ContainsRune(`"'`+"`", text[start-1]) {
		return end
	}
	if slash := slices.Index(text[start:end], '/'); slash < 0 || slash > 2 || isWord(text[start]) {
		return end
	}
	rest := text[end:min(len(text), end+mostQuoted)]
	closing := slices.Index(rest, text[start-1])
	if closing < 0 || !slices.Contains(rest[:closing], '/') && !endsInExtension(rest[:closing]) {
		return end
	}
	return end + closing
}

// endsInExtension tells whether a text ends as the names of files do: .txt.
func endsInExtension(text []rune) bool {
	at := len(text)
	for at > 0 && isWord(text[at-1]) {
		at--
	}
	return at > 0 && at < len(text) && text[at-1] == '.'
}
