package store

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"warraq/articles/text"
)

// query is what someone looks for: every clause, none of the exclusions, and
// what the conditions say.
type query struct {
	clauses [][]term // of each clause, one of its terms at least
	without []term
	filter  searchFilter
}

// term is a word, or several that follow one another.
type term struct {
	words   []string // folded
	written string   // before that
	forms   []string // of a single word: the others of its forms that the library has
	column  string   // of the index; "" is any
	exact   bool     // as it is written: it was in quotation marks
	prefix  bool     // the last word may go on
}

// searchFilter is what a query asks of an article beside its words.
type searchFilter struct {
	conditions    []string // SQL on article a
	args          []any    // of the conditions
	after, before time.Time
}

// columns are the fields of the index by the names they have in queries, folded.
var columns = map[string]string{
	"title": "title", "عنوان": "title", "العنوان": "title",
	"source": "source", "مصدر": "source", "المصدر": "source",
	"section": "section", "قسم": "section", "القسم": "section",
}

// states are the states that articles can be asked for, by their names, folded.
var states = map[string]string{
	"read": "a.read = 1", "مقروء": "a.read = 1", "مقروءه": "a.read = 1",
	"unread": unread, "جديد": unread, "جديده": unread,
	"bookmarked": "a.bookmarked = 1", "محفوظ": "a.bookmarked = 1", "محفوظه": "a.bookmarked = 1",
	"card": "a.full = 0", "بطاقه": "a.full = 0",
	"highlighted": highlighted, "مظلل": highlighted, "مظلله": highlighted,
	"noted": noted, "معلق": noted, "معلقه": noted,
}

// States that take more than a word. A card has no text that could be read.
const (
	unread      = "a.read = 0 AND a.full = 1"
	highlighted = "a.num IN (SELECT num FROM highlight WHERE quote <> '')"
	noted       = "a.num IN (SELECT num FROM highlight WHERE note <> '')"
)

// beginsAWord is that a title, a section or a source has a word that begins so, or a
// text the very word. It is asked of the few articles that have the other words of a
// query: to look for all words that begin with two letters takes long.
const beginsAWord = `(instr(char(10) || replace(a.listed, ' ', char(10)), char(10) || ?) > 0
	OR a.newness IN (SELECT rowid FROM words WHERE words MATCH ?))`

// parseQuery understands a query. Every text is one: what has no meaning as an
// operator is looked for as words, and what has no words is passed over.
//
//	word word        both
//	"two words"      one after the other, as they are written; also «»  “”
//	-word            not this
//	one OR other     either; also | and أو
//	begin*           what begins so
//	title:word       in the title; also source:, section:, عنوان: مصدر: قسم:
//	is:unread        also read, bookmarked, highlighted, noted, card;
//	                 حالة:جديد مقروء محفوظ مظلل معلق بطاقة; -is: is not so
//	tag:word         tagged so, also tag:"two words"; وسم: -tag:
//	after:2024-12    published then or later; before: earlier; بعد: قبل:
//	                 also days, years, today, yesterday (see parseDay)
//	typed:wo         what of a word was typed so far (see Typed)
func parseQuery(s string) query {
	var q query
	either := false
	for _, token := range tokens(s) {
		if token == "OR" || token == "|" || token == "أو" {
			either = len(q.clauses) > 0
			continue
		}
		rest, negated := strings.CutPrefix(token, "-")
		if q.filter.take(rest, negated) {
			continue
		}
		t, ok := parseTerm(rest)
		switch {
		case !ok:
		case negated:
			q.without = append(q.without, t)
		case either:
			last := len(q.clauses) - 1
			q.clauses[last] = append(q.clauses[last], t)
		default:
			q.clauses = append(q.clauses, []term{t})
		}
		either = false
	}
	q.togetherOrApart()
	return q
}

// terms is how many terms the clauses of a query have.
func (q *query) terms() (n int) {
	for _, clause := range q.clauses {
		n += len(clause)
	}
	return n
}

// Typed gives the query that someone means who has typed so much of it: the last
// word may go on, and as long as it says nothing yet it is left out. Two letters
// behind other words are the beginning of too many to be looked for in texts: there
// they are a word, and only in titles a beginning. It is "" where nothing is left.
func Typed(typed string) string {
	at := 1 + strings.LastIndexFunc(typed, func(r rune) bool { return !inWord(r) && !unicode.Is(unicode.Cf, r) })
	if at > 0 {
		_, size := utf8.DecodeRuneInString(typed[at-1:])
		at += size - 1
	}
	before, last := typed[:at], typed[at:]
	begun := strings.Join(text.Words(last), " ")
	switch {
	case begun == "":
	case !text.HasBegun(begun):
		typed = before
	case utf8.RuneCountInString(begun) == 2 && strings.HasSuffix(before, " ") && len(parseQuery(before).clauses) > 0 && strings.Count(before, `"`)%2 == 0:
		typed = before + "typed:" + last
	default:
		typed += "*"
	}
	if q := parseQuery(typed); len(q.clauses)+len(q.without) == 0 && q.filter.isZero() {
		return ""
	}
	return typed
}

// inWord tells whether a character can be a part of a word.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// quotes are the marks that open a phrase, with those that close it.
var quotes = map[rune]rune{'"': '"', '“': '”', '«': '»', '„': '“'}

// tokens cuts a query at its spaces, those in quotation marks apart.
func tokens(s string) []string {
	var list []string
	var token strings.Builder
	var closing rune // of the phrase that is open, 0 outside
	end := func() {
		if token.Len() > 0 {
			list = append(list, token.String())
		}
		token.Reset()
	}
	for _, r := range s {
		switch {
		case closing != 0 && r == closing:
			token.WriteRune('"')
			closing = 0
			end()
		case closing == 0 && quotes[r] != 0:
			token.WriteRune('"')
			closing = quotes[r]
		case closing == 0 && unicode.IsSpace(r):
			end()
		default:
			token.WriteRune(r)
		}
	}
	end()
	return list
}

// parseTerm understands one token; false where it holds no word.
func parseTerm(token string) (term, bool) {
	var t term
	if name, rest, ok := strings.Cut(token, ":"); ok && columns[foldedKey(name)] != "" {
		t.column, token = columns[foldedKey(name)], rest
	}
	token, t.exact = strings.CutPrefix(token, `"`)
	t.prefix = strings.HasSuffix(token, "*")
	t.written = token
	t.words = slices.DeleteFunc(text.Words(token), func(word string) bool {
		return !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
	})
	return t, len(t.words) > 0
}

// maxConditions is how many conditions of a query count: SQLite takes no more than
// some hundreds in one statement.
const maxConditions = 50

// take understands a token that asks for a state, a tag or a time, or for none
// such, and tells whether it is one.
func (f *searchFilter) take(token string, negated bool) bool {
	name, value, ok := strings.Cut(token, ":")
	if !ok {
		return false
	}
	also := func(condition string, args ...any) {
		if len(f.conditions) == maxConditions {
			return
		}
		if negated {
			condition = "NOT (" + condition + ")"
		}
		f.conditions, f.args = append(f.conditions, condition), append(f.args, args...)
	}
	switch name = foldedKey(name); name {
	case "is", "حاله":
		condition, ok := states[foldedKey(value)]
		if ok {
			also(condition)
		}
		return ok
	case "tag", "وسم", "الوسم":
		key := foldedKey(strings.Trim(value, `"`))
		if key != "" {
			also(tagCondition, key)
		}
		return key != ""
	case "typed":
		words := text.Words(value)
		if len(words) == 1 {
			also(beginsAWord, words[0], `"`+words[0]+`"`)
		}
		return len(words) == 1
	case "after", "بعد", "before", "قبل":
		day, ok := parseDay(strings.Trim(value, `"`), time.Now())
		switch {
		case !ok:
		case (name == "after" || name == "بعد") != negated:
			f.after = day
		default:
			f.before = day
		}
		return ok
	}
	return false
}
