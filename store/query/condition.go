package query

import (
	"strings"
	"time"

	"github.com/warraq/warraq/articles/text"
)

// condition is what is asked of an article beside its words: SQL on article a, and
// its values.
type condition struct {
	sql  string
	args []any
}

// Conditions on an article a that lists share with queries. A card has no text that
// could be read.
const (
	Unread     = "a.read = 0 AND a.full = 1"
	Bookmarked = "a.bookmarked = 1"
	Archived   = "a.archived = 1"
	// One whose beginning is shown is not begun.
	Begun  = "a.position > 0 AND a.full = 1 AND a.num IN (SELECT num FROM begun WHERE percent < 100)"
	Tagged = "a.num IN (SELECT num FROM filed WHERE key = ?)"
	// One in which words are, as the index has them.
	HasWords = "a.num IN (SELECT w.num FROM words JOIN word_place w ON w.place = words.rowid WHERE words MATCH ?)"
	// One whose title, section or source has some letters, which are its three values.
	Names = "(instr(a.title_key, ?) > 0 OR instr(a.section_key, ?) > 0 OR instr(a.source_key, ?) > 0)"
)

const (
	highlightedSQL = "a.num IN (SELECT num FROM highlight WHERE quote <> '')"
	notedSQL       = "a.num IN (SELECT num FROM highlight WHERE note <> '')"
)

// stateNames are the states that articles can be asked for, by their names, folded.
var stateNames = map[string]string{
	"read": "a.read = 1", "مقروء": "a.read = 1", "مقروءه": "a.read = 1",
	"unread": Unread, "جديد": Unread, "جديده": Unread,
	"bookmarked": Bookmarked, "محفوظ": Bookmarked, "محفوظه": Bookmarked,
	"archived": Archived, "مؤرشف": Archived, "مؤرشفه": Archived,
	"begun": Begun, "مبدوء": Begun, "مبدوءه": Begun,
	"card": "a.full = 0", "بطاقه": "a.full = 0",
	"highlighted": highlightedSQL, "مظلل": highlightedSQL, "مظلله": highlightedSQL,
	"noted": notedSQL, "معلق": notedSQL, "معلقه": notedSQL,
}

// beginsAWord is that a title, a section or a source has a word that begins so, or a
// text the very word. It is asked of the few articles that have the other words of a
// query: to look for all words that begin with two letters takes long.
const beginsAWord = `(instr(char(10) || replace(a.title_key || ' ' || a.section_key || ' ' || a.source_key, ' ', char(10)), char(10) || ?) > 0
	OR ` + HasWords + ")"

// addBeginning asks for what of a word was typed so far.
func (q *Query) addBeginning(word string) { q.require(false, beginsAWord, word, `"`+word+`"`) }

// maxConditions is how many conditions of a query count: SQLite takes no more than
// some hundreds in one statement.
const maxConditions = 50

// require adds a condition, or that it does not hold. It is false where there are too
// many already.
func (q *Query) require(negated bool, sql string, args ...any) bool {
	if len(q.conditions) == maxConditions {
		return false
	}
	if negated {
		sql = "NOT (" + sql + ")"
	}
	q.conditions = append(q.conditions, condition{sql, args})
	return true
}

// addCondition understands a token that asks for a state, a tag or a time, or for
// none such, and tells whether it is one. A token that only looks like one is an
// error of the query.
func (q *Query) addCondition(t queryToken, rest string, negated bool, now time.Time) (ok bool) {
	name, value, ok := strings.Cut(rest, ":")
	if !ok {
		return false
	}
	value = strings.Trim(value, `"`)
	if t.open { // the star of what may go on
		value = strings.TrimSuffix(value, "*")
	}
	kept := true
	switch name = text.WordKey(name); name {
	case "is", "حاله":
		sql, known := stateNames[text.WordKey(value)]
		if !known {
			return q.fail(t, UnknownState, value)
		}
		kept = q.require(negated, sql)
	case "tag", "وسم", "الوسم":
		key := text.WordKey(value)
		if key == "" {
			return q.fail(t, NoTag, value)
		}
		kept = q.require(negated, Tagged, key)
	case "after", "بعد", "before", "قبل":
		day, known := ParseDay(value, now)
		switch {
		case !known:
			return q.fail(t, BadDay, value)
		case (name == "after" || name == "بعد") != negated:
			q.from = day
		default:
			q.to = day
		}
	default:
		return false
	}
	if !kept {
		q.fail(t, TooMany, value)
	}
	return true
}

// Filter gives the conditions on an article a, and the values in them, that a query
// asks for beside its words. The place is the column of the article's place in an order
// of time, bound is the lowest one of a value in it, and placeOf gives the value of a time.
func (q *Query) Filter(place, bound string, placeOf func(time.Time) int64) (conditions []string, args []any) {
	if q == nil {
		return nil, nil
	}
	for _, c := range q.conditions {
		conditions, args = append(conditions, c.sql), append(args, c.args...)
	}
	if !q.from.IsZero() {
		conditions, args = append(conditions, place+" >= "+bound), append(args, placeOf(q.from))
	}
	if !q.to.IsZero() {
		conditions, args = append(conditions, place+" < "+bound), append(args, placeOf(q.to))
	}
	return conditions, args
}

// NeedsArticle tells whether the conditions of Filter need more of an article than its
// place.
func (q *Query) NeedsArticle() bool { return q != nil && len(q.conditions) > 0 }
