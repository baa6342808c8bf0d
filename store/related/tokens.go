package related

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// maxWords is how many words of an article are looked at: what it is about is
// said long before, and a book added as one article costs no more than a long
// report.
const maxWords = 1500

// token is one word of an article.
type token struct {
	text    string // as it is written
	at, end int    // where it stands in its field, in bytes
	folded  string
	stem    string
	place   wordPlace
	content bool   // not a function word, nor a number
	common  bool   // one of the words of every day
	number  string // its value in digits, "" for another word
	name    bool   // known for one wherever it stands
	// prefixed tells that the article has the word without its first letter, too.
	prefixed bool
	parted   bool // something other than a space stands between it and the word before
	opens    bool // it begins a sentence, a line or a field
	quoted   int  // the quotation that it stands in, 0 for none
}

// wordPlace is the part of an article that a word stands in.
type wordPlace uint8

const (
	inTitle wordPlace = iota
	inSummary
	inBody
)

// tokenizer cuts the fields of an article into words.
type tokenizer struct {
	tokens []token
	quotes int
	whole  bool // more than maxWords are taken in
}

// quoteClosers are the marks that close quotations, by those that open them.
var quoteClosers = map[rune]rune{'«': '»', '“': '”', '„': '“', '"': '"', '‹': '›'}

// add takes a field in.
func (t *tokenizer) add(text string, p wordPlace) {
	next := token{place: p, parted: true, opens: true}
	closer := rune(0)
	for i := 0; i < len(text) && (t.whole || len(t.tokens) < maxWords); {
		if n := wordLength(text[i:]); n > 0 {
			next.text, next.at, next.end = text[i:i+n], i, i+n
			t.word(next)
			next.parted, next.opens = false, false
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case unicode.IsSpace(r) && r != '\n', unicode.Is(unicode.Cf, r), strings.ContainsRune("*_-'’", r):
			continue
		case closer != 0 && r == closer, r == '\n':
			next.quoted, closer = 0, 0
		case closer == 0 && quoteClosers[r] != 0:
			t.quotes++
			next.quoted, closer = t.quotes, quoteClosers[r]
		}
		next.parted = true
		next.opens = next.opens || strings.ContainsRune("\n.!?؟۔:…«“\"", r)
	}
}

// wordLength is the length in bytes of the word that a text begins with, 0 for
// none. Between the letters of a Hebrew word quotation marks make it short for
// others (דו"ח).
func wordLength(s string) int {
	n := 0
	for i, r := range s {
		switch {
		case n > 0 && strings.ContainsRune("\"״'׳", r) && betweenHebrew(s[:i], s[i+utf8.RuneLen(r):]):
		case unicode.IsLetter(r), unicode.IsNumber(r):
			n = i + utf8.RuneLen(r)
		case n > 0 && strings.ContainsRune(".,٫٬", r) && betweenDigits(s[:i], s[i+utf8.RuneLen(r):]):
		case n > 0 && (unicode.IsMark(r) || unicode.Is(unicode.Cf, r)):
			if unicode.IsMark(r) {
				n = i + utf8.RuneLen(r)
			}
		default:
			return n
		}
	}
	return n
}

func betweenHebrew(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return unicode.Is(unicode.Hebrew, last) && unicode.Is(unicode.Hebrew, next) && unicode.IsLetter(next)
}

func betweenDigits(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return unicode.IsDigit(last) && unicode.IsDigit(next)
}

func (t *tokenizer) word(tok token) {
	tok.folded = strings.Map(dropQuote, text.Fold(tok.text))
	tok.content = len(tok.folded) <= text.LongestWord && utf8.RuneCountInString(tok.folded) > 1 && !isFunctionWord(tok.folded) &&
		strings.ContainsFunc(tok.folded, unicode.IsLetter)
	tok.number = digitsOf(tok.folded)
	if tok.content {
		tok.stem = text.Stem(tok.folded)
		if same, ok := spellingStems()[tok.stem]; ok {
			tok.stem = same
		}
		tok.common = commonWords()[tok.stem]
		tok.name = isPlace(tok.folded, tok.stem)
	}
	t.tokens = append(t.tokens, tok)
}

// dropQuote drops the quotation marks within a word.
func dropQuote(r rune) rune {
	if strings.ContainsRune("\"״'׳", r) {
		return -1
	}
	return r
}

// stripPrefixes gives words whose first letter may be a conjunction or a preposition
// the stem of what follows it, where the article has that word by itself too:
// the words of the article decide what the letters alone do not.
func stripPrefixes(tokens []token) {
	alone := make(map[string]bool, len(tokens))
	for _, t := range tokens {
		if t.content {
			alone[t.stem] = true
		}
	}
	for i := range tokens {
		first, size := utf8.DecodeRuneInString(tokens[i].folded)
		if !tokens[i].content || !strings.ContainsRune("وفبلك", first) {
			continue
		}
		rest := tokens[i].folded[size:]
		if stem := text.Stem(rest); utf8.RuneCountInString(rest) >= 3 && alone[stem] {
			tokens[i].stem, tokens[i].prefixed = stem, true
		}
	}
}

// plainText takes out of Markdown what is not its text: addresses, code, tags.
func plainText(markdown string) string {
	if !strings.ContainsAny(markdown, "`<](") && !strings.Contains(markdown, "://") {
		return markdown
	}
	var b strings.Builder
	b.Grow(len(markdown))
	fenced := false
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
			continue
		}
		if !fenced {
			plainLine(&b, line)
		}
	}
	return b.String()
}

func plainLine(b *strings.Builder, line string) {
	for line != "" {
		i := strings.IndexAny(line, "]<`:")
		if i < 0 {
			b.WriteString(line)
			return
		}
		b.WriteString(line[:i])
		line = line[i:]
		skip := 1
		switch {
		case strings.HasPrefix(line, "]("), strings.HasPrefix(line, "<"), strings.HasPrefix(line, "`"):
			closer := map[byte]string{']': ")", '<': ">", '`': "`"}[line[0]]
			if end := strings.Index(line[1:], closer); end >= 0 {
				skip = end + 2
			}
			b.WriteByte(' ')
		case strings.HasPrefix(line, "://"):
			if skip = strings.IndexFunc(line, unicode.IsSpace); skip < 0 {
				skip = len(line)
			}
		default:
			b.WriteByte(line[0])
		}
		line = line[skip:]
	}
}
