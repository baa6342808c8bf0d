package store

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/query"
)

// Excerpt is a part of an article's text in which the words of a query stand.
type Excerpt struct {
	Text string       // on one line, in logical order, "…" where it is cut
	Hits []text.Range // the words, in their order
}

// Excerpts gives for each of some articles the part of its text in which most of
// a query's words stand, of so many characters at the most, from the summary or
// from the text. One that has none of them has the beginning.
func (l *Library) Excerpts(ctx context.Context, q *query.Query, ids []string, length int) ([]Excerpt, error) {
	excerpts := make([]Excerpt, len(ids))
	for i, id := range ids {
		var summary packedLine
		var body string
		err := l.db.QueryRowContext(ctx,
			"SELECT a.summary, coalesce(warraq_text(t.body), '') FROM article a LEFT JOIN text t ON t.num = a.num WHERE a.id = ?", id,
		).Scan(&summary, &body)
		if err != nil {
			return nil, l.failure(fmt.Errorf("reading an article: %w", err))
		}
		excerpts[i] = excerptOf(q, plainText(body[:min(len(body), excerptFrom)]), length)
		if len(excerpts[i].Hits) == 0 {
			if e := excerptOf(q, string(summary), length); len(e.Hits) > 0 || body == "" {
				excerpts[i] = e
			}
		}
	}
	return excerpts, nil
}

// excerptFrom is how much of a text an excerpt is taken from, in bytes.
const excerptFrom = 128 << 10

// shareBefore is how much of an excerpt goes before its first word.
const shareBefore = 4 // a quarter

// excerptOf gives the part of a text with the most different hits, the first of
// those that have as many.
func excerptOf(q *query.Query, content string, length int) Excerpt {
	hits := q.Find(content)
	first, most := 0, 0
	for i := range hits {
		different := map[string]bool{}
		for _, h := range hits[i:] {
			if utf8.RuneCountInString(content[hits[i].Start:h.End]) > length {
				break
			}
			different[text.Fold(content[h.Start:h.End])] = true
		}
		if len(different) > most {
			first, most = i, len(different)
		}
	}
	start := 0
	if len(hits) > 0 {
		start = cutBefore(content, hits[first].Start, length/shareBefore)
	}
	end := cutBehind(content, start, length)
	e := Excerpt{}
	shift := -start
	if start > 0 {
		e.Text, shift = "… ", shift+len("… ")
	}
	e.Text += content[start:end]
	if end < len(content) {
		e.Text += "…"
	}
	for _, h := range hits {
		if h.Start >= start && h.End <= end {
			e.Hits = append(e.Hits, text.Range{Start: h.Start + shift, End: h.End + shift})
		}
	}
	return e
}

// cutBefore is where the word begins that stands so many characters before a place, or
// the text.
func cutBefore(content string, from, runes int) int {
	at := from
	for range runes {
		_, size := utf8.DecodeLastRuneInString(content[:at])
		at -= size
	}
	if at == 0 {
		return 0
	}
	if i := strings.IndexByte(content[at:from], ' '); i >= 0 {
		return at + i + 1
	}
	return from
}

// cutBehind is where the last word ends that is whole within so many characters.
func cutBehind(content string, from, runes int) int {
	at := from
	for range runes {
		_, size := utf8.DecodeRuneInString(content[at:])
		at += size
	}
	if at == len(content) {
		return at
	}
	if i := strings.LastIndexByte(content[from:at], ' '); i > 0 {
		return from + i
	}
	for at < len(content) { // a word that is cut keeps the marks on its last letter
		r, size := utf8.DecodeRuneInString(content[at:])
		if !unicode.In(r, unicode.M, unicode.Cf) {
			break
		}
		at += size
	}
	return at
}

// longestAddress is how far the end of an address is looked for, in bytes.
const longestAddress = 2 << 10

// ruleLength is the length of the line that a text begins with, if it draws a line: below the
// head of a table, below a heading or between paragraphs. It is 0 for another.
func ruleLength(s string) int {
	end := len(s)
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		end = i
	}
	line := strings.TrimSpace(s[:end])
	if len(line) < 3 || strings.Trim(line, "|-: ") != "" && strings.Trim(line, "=") != "" || !strings.ContainsAny(line, "-=") {
		return 0
	}
	return end
}

// plainText is Markdown without its signs, on one line: for excerpts, where it
// need not be right to the last sign.
func plainText(markdown string) string {
	var b strings.Builder
	b.Grow(len(markdown))
	space := true
	for at := 0; at < len(markdown); {
		if at == 0 || markdown[at-1] == '\n' {
			at += ruleLength(markdown[at:])
			if at == len(markdown) {
				break
			}
		}
		c := markdown[at]
		switch {
		case c == '\\' && at+1 < len(markdown):
			at++
			continue
		case c == ']' && strings.HasPrefix(markdown[at:], "]("):
			if end := strings.IndexByte(markdown[at:min(at+longestAddress, len(markdown))], ')'); end > 0 {
				at += end + 1
				continue
			}
			at++
		case strings.IndexByte("#*_`>|[]!~", c) >= 0:
			at++
		case c == ' ' || c == '\n' || c == '\t':
			if !space {
				b.WriteByte(' ')
			}
			space = true
			at++
			continue
		default:
			b.WriteByte(c)
			space = false
			at++
			continue
		}
	}
	return strings.TrimSpace(b.String())
}
