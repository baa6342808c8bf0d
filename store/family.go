package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/articles/text/roots"
	"github.com/warraq/warraq/store/query"
)

// FamilyWord is a word of a root that the library has, in whatever form.
type FamilyWord struct {
	Word     string // folded, until [SpellFamily] writes it as articles do
	Articles int    // that have it
}

// SpellFamily writes the words of a family as articles write them, as far as they stand
// at some places by themselves or with the article.
func SpellFamily(family []FamilyWord, places []Occurrence) {
	written := map[string]string{}
	for _, p := range places {
		for _, hit := range p.Excerpt.Hits {
			word := p.Excerpt.Text[hit.Start:hit.End]
			written[text.Fold(word)] = word
			if bare, ok := strings.CutPrefix(word, "ال"); ok && written[text.Fold(bare)] == "" {
				written[text.Fold(bare)] = bare
			}
		}
	}
	for i, w := range family {
		family[i].Word = cmp.Or(written[w.Word], w.Word)
	}
}

// Family gives the words of a root that the library has, those first that most articles
// have. What stands in the library is counted for one word alone: the longest one that is
// in it whole, or else one of which it is a form.
func (l *Library) Family(ctx context.Context, root string) ([]FamilyWord, error) {
	words := roots.Family(root)
	slices.SortStableFunc(words, func(a, b string) int { return utf8.RuneCountInString(b) - utf8.RuneCountInString(a) })
	forms := map[string][]string{}
	for _, word := range words {
		there, err := l.present(ctx, word)
		if err != nil {
			return nil, l.failure(err)
		}
		forms[word] = append(there, word)
	}
	var family []FamilyWord
	for word, own := range divide(words, forms) {
		in, err := l.havingAny(ctx, own)
		if err != nil {
			return nil, err
		}
		if in > 0 {
			family = append(family, FamilyWord{word, in})
		}
	}
	slices.SortFunc(family, func(a, b FamilyWord) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Word, b.Word))
	})
	return family, nil
}

// divide gives each form to one of the words that have it; the longest words come first.
func divide(words []string, forms map[string][]string) map[string][]string {
	own, taken := map[string][]string{}, map[string]bool{}
	for _, whole := range []bool{true, false} {
		for _, word := range words {
			for _, form := range forms[word] {
				if !taken[form] && (!whole || isWithin(word, form)) {
					taken[form] = true
					own[word] = append(own[word], form)
				}
			}
		}
	}
	return own
}

// isWithin tells whether a form has a folded word whole, the last letter of which may be
// written as within a word.
func isWithin(word, form string) bool {
	if stem, ok := strings.CutSuffix(word, "ه"); ok && strings.Contains(form, stem+"ت") {
		return true
	}
	return strings.Contains(form, word)
}

// havingAny counts the articles that have one of some words of the index.
func (l *Library) havingAny(ctx context.Context, words []string) (in int, err error) {
	err = l.db.QueryRowContext(ctx,
		"SELECT count(DISTINCT doc) FROM vocabulary WHERE term IN (SELECT value FROM json_each(?))", encodeJSON(words)).Scan(&in)
	if err != nil {
		return 0, l.failure(fmt.Errorf("counting the words of a root: %w", err))
	}
	return in, nil
}

// Occurrence is a place where a word of a query stands in an article.
type Occurrence struct {
	Entry   Entry
	Excerpt Excerpt // of the text around it
	// Passage is the word with its surroundings; it says nothing where the text does not
	// have the word, but the title does.
	Passage articles.Highlight
}

// occurrenceLength is how long the text around an occurrence is, in characters.
const occurrenceLength = 120

// Occurrences gives the places where the words of a query stand, at most so many: of the
// articles that answer it best the first, and in each in the order of its text. Of what
// is no more in sight than in one excerpt the first word is given.
func (l *Library) Occurrences(ctx context.Context, q *query.Query, most int) ([]Occurrence, error) {
	entries, err := l.List(ctx, Filter{Query: q, Limit: most})
	if err != nil {
		return nil, err
	}
	var list []Occurrence
	for _, e := range entries {
		item, err := l.Article(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		list = append(list, occurrencesIn(q, e, item)...)
		if len(list) >= most {
			return list[:most], nil
		}
	}
	return list, nil
}

// occurrencesIn gives the places in an article.
func occurrencesIn(q *query.Query, e Entry, item Item) (list []Occurrence) {
	content := plainText(item.Body)
	at := 0
	for _, hit := range q.Find(content) {
		if hit.Start < at {
			continue // it stands in the excerpt before
		}
		start := max(at, cutBefore(content, hit.Start, occurrenceLength/shareBefore))
		end := cutBehind(content, start, occurrenceLength)
		at = max(end, hit.End)
		runes := utf8.RuneCountInString(content[:hit.Start])
		list = append(list, Occurrence{
			Entry: e, Excerpt: excerptOf(q, content[start:at], occurrenceLength),
			Passage: passageAt(content, hit.Start, hit.End, runes),
		})
	}
	if len(list) == 0 {
		list = append(list, Occurrence{Entry: e, Excerpt: excerptOf(q, strings.TrimSpace(item.Summary), occurrenceLength)})
	}
	return list
}

// passageAt makes the passage of a part of a text, by bytes, before which stand so many
// runes.
func passageAt(s string, start, end, runes int) articles.Highlight {
	from, to := start, end
	for range contextLength {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
		_, size = utf8.DecodeRuneInString(s[to:])
		to += size
	}
	return articles.Highlight{
		Start: runes, End: runes + utf8.RuneCountInString(s[start:end]),
		Quote: s[start:end], Before: s[from:start], After: s[end:to],
	}
}
