package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/query"
)

// Bounds of correcting: from how many letters on a word can be told from others by
// one of them, how many words of a query are corrected, and up to how many
// articles with a word are counted.
const (
	minCorrected  = 3
	maxCorrected  = 3
	countedEnough = 1000
)

// Correct gives the text of a query as it may have been meant: its words that nothing in the
// library has, each corrected by one letter to a word that is there. Of several it
// takes the one that is likeliest to be mistaken so and that most articles have.
// It gives "" where there is nothing to correct, or the query would find nothing
// all the same.
func (l *Library) Correct(ctx context.Context, q *query.Query) (string, error) {
	corrected, done := q.Text(), 0
	for _, t := range q.Terms() {
		for at, word := range t.Words {
			if done == maxCorrected || utf8.RuneCountInString(word) < minCorrected {
				continue
			}
			last := at == len(t.Words)-1
			meant, err := l.correct(ctx, query.Term{Words: []string{word}, Column: t.Column, Exact: t.Exact, Prefix: t.Prefix && last})
			if err != nil {
				return "", l.failure(fmt.Errorf("correcting %q: %w", word, err))
			}
			if meant != "" {
				corrected, done = replaceWord(corrected, word, meant), done+1
			}
		}
	}
	if done == 0 {
		return "", nil
	}
	found, err := l.List(ctx, Filter{Query: query.Parse(corrected), Limit: 1})
	if err != nil || len(found) == 0 {
		return "", err
	}
	return corrected, nil
}

// correct gives what a word was meant for, as it is written in an article, or ""
// where it is there as it is or nothing is near to it.
func (l *Library) correct(ctx context.Context, t query.Term) (string, error) {
	b := query.Breadth{Forms: query.Forms{}}
	if t.Inflects() {
		forms, err := l.present(ctx, t.Words[0])
		if err != nil {
			return "", err
		}
		b.Forms[t.Words[0]] = forms
	}
	var there bool
	const hit = "SELECT EXISTS (SELECT 1 FROM words WHERE words MATCH ?)"
	if err := l.db.QueryRowContext(ctx, hit, t.Match(b)).Scan(&there); err != nil || there {
		return "", err //nolint:wrapcheck // Correct says of what
	}
	meant, err := l.likeliest(ctx, text.Edits(t.Words[0]), t.Column)
	if first, _ := utf8.DecodeRuneInString(t.Words[0]); err != nil || meant != "" || !t.Inflects() || !unicode.Is(unicode.Arabic, first) {
		return meant, err
	}
	return l.likeliest(ctx, text.Edits(otherArticle(t.Words[0])), t.Column)
}

// arabicArticle is what stands before nouns; a word may be there with it alone, or without.
const arabicArticle = "ال"

// otherArticle returns a word with the article, or one that has it without.
func otherArticle(word string) string {
	if rest, has := strings.CutPrefix(word, arabicArticle); has {
		return rest
	}
	return arabicArticle + word
}

// likeliest returns the one of some edits of a word that is likeliest to be meant and there,
// as it is written in an article, "" where none is there.
func (l *Library) likeliest(ctx context.Context, edits []text.Edit, column string) (string, error) {
	matches := make([]string, len(edits))
	for i, e := range edits {
		matches[i] = (&query.Term{Words: []string{e.Word}, Column: column}).Match(query.Breadth{})
	}
	type candidate struct{ edit, weight int }
	scan := func(scan scanner) (one candidate, err error) { return one, scan(&one.edit, &one.weight) }
	var best candidate
	for one, err := range eachRow(ctx, l.db, scan, `SELECT key, n FROM (
			SELECT j.key AS key, (SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH j.value LIMIT ?)) AS n
			FROM json_each(?) j) WHERE n > 0`, countedEnough, encodeJSON(matches)) {
		if err != nil {
			return "", err
		}
		one.weight *= edits[one.edit].Likely
		if cmp.Or(cmp.Compare(one.weight, best.weight), cmp.Compare(edits[best.edit].Word, edits[one.edit].Word)) > 0 {
			best = one
		}
	}
	if best.weight == 0 {
		return "", nil
	}
	return l.spelling(ctx, edits[best.edit].Word)
}

// spelling gives a folded word as the newest article that has it writes it, without
// marks.
func (l *Library) spelling(ctx context.Context, word string) (string, error) {
	var content string
	err := l.db.QueryRowContext(ctx, `SELECT concat_ws(char(10), a.title, a.section, a.source, a.author, a.place, warraq_text(a.summary), warraq_text(t.body))
		FROM words JOIN word_place w ON w.place = words.rowid JOIN article a USING (num) LEFT JOIN text t USING (num)
		WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT 1`, `"`+word+`"`).Scan(&content)
	if err != nil {
		return "", err //nolint:wrapcheck // Correct says of what
	}
	hits := query.FindWord(content, word)
	if len(hits) == 0 {
		return word, nil
	}
	return text.CleanLine(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == 'ـ' {
			return -1
		}
		return r
	}, content[hits[0].Start:hits[0].End])), nil
}

// replaceWord writes another word for a folded one wherever a text has it.
func replaceWord(content, word, other string) string {
	for _, hit := range slices.Backward(query.FindWord(content, word)) {
		content = content[:hit.Start] + other + content[hit.End:]
	}
	return content
}
