package store

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	rel "github.com/warraq/warraq/store/related"
)

// partBits is how many bits of an article's number say where it is within a part.
const partBits = 15

// termPart is the key of a row of found_term.
type termPart struct {
	term rel.Term
	part int64
}

// termRow is what a row of found_term holds.
type termRow struct {
	articles int
	nums     []int64 // within the part, ascending
}

// storedTerm gives a term as found_term keeps it.
func storedTerm(term rel.Term) int64 { return int64(term) - 1<<21 }

func termOfStored(stored int64) rel.Term { return rel.Term(stored + 1<<21) }

// encodeNums writes ascending numbers as the distances between them.
func encodeNums(nums []int64) []byte {
	b := make([]byte, 0, len(nums)+8)
	last := int64(-1)
	for _, n := range nums {
		b = binary.AppendUvarint(b, uint64(n-last-1))
		last = n
	}
	return b
}

// decodeNums tells the numbers that encodeNums wrote.
func decodeNums(b []byte, tell func(num int64)) error {
	last := int64(-1)
	for len(b) > 0 {
		distance, size := binary.Uvarint(b)
		if size <= 0 {
			return fmt.Errorf("the articles of a term: %d bytes are no number", len(b))
		}
		last += int64(distance) + 1
		tell(last)
		b = b[size:]
	}
	return nil
}

// termChange is what changes of a row of found_term.
type termChange struct {
	articles   int
	come, gone []int64
}

// termChanges is what a batch changes in how many articles have each term, and where
// terms lead to.
type termChanges map[termPart]*termChange

func (c termChanges) at(term rel.Term, num int64) *termChange {
	key := termPart{term, num >> partBits}
	if c[key] == nil {
		c[key] = &termChange{}
	}
	return c[key]
}

// lose takes an article with all its terms out.
func (c termChanges) lose(num int64, p rel.Profile) {
	for _, t := range p.Terms {
		change := c.at(t.Term, num)
		change.articles--
		change.gone = append(change.gone, num&(1<<partBits-1))
	}
}

// gain counts the terms of an article.
func (c termChanges) gain(num int64, p rel.Profile) {
	for _, t := range p.Terms {
		c.at(t.Term, num).articles++
	}
}

// lead has terms lead to an article.
func (c termChanges) lead(num int64, terms []rel.Term) {
	for _, term := range terms {
		change := c.at(term, num)
		change.come = append(change.come, num&(1<<partBits-1))
	}
}

// readTerms reads the rows of the terms that change, and gives in how many articles
// each will be.
func (t *taking) readTerms(ctx context.Context) (map[termPart]termRow, map[rel.Term]int, error) {
	total := map[rel.Term]int{}
	for key, change := range t.terms {
		total[key.term] += change.articles
	}
	rows := make(map[termPart]termRow, len(t.terms))
	for some := range slices.Chunk(slices.Sorted(maps.Keys(total)), rowsAtOnce) {
		err := eachTermRow(ctx, t, some, func(key termPart, articles int, nums []byte) error {
			total[key.term] += articles
			if t.terms[key] == nil {
				return nil
			}
			row := termRow{articles: articles}
			err := decodeNums(nums, func(num int64) { row.nums = append(row.nums, num) })
			rows[key] = row
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return rows, total, nil
}

// encodeTerms writes terms as found_term keeps them for json_each.
func encodeTerms(terms []rel.Term) string {
	stored := make([]int64, len(terms))
	for i, term := range terms {
		stored[i] = storedTerm(term)
	}
	return encodeJSON(stored)
}

// eachTermRow tells the rows of some terms.
func eachTermRow(ctx context.Context, q querier, terms []rel.Term, tell func(key termPart, articles int, nums []byte) error) error {
	type row struct {
		term, part int64
		articles   int
		nums       []byte
	}
	for r, err := range eachRow(ctx, q, func(scan scanner) (r row, err error) { return r, scan(&r.term, &r.part, &r.articles, &r.nums) },
		"SELECT term, part, articles, nums FROM found_term WHERE term IN (SELECT value FROM json_each(?))", encodeTerms(terms)) {
		if err != nil {
			return err
		}
		if err := tell(termPart{termOfStored(r.term), r.part}, r.articles, r.nums); err != nil {
			return err
		}
	}
	return nil
}

// rowsAtOnce is how many rows one statement reads, in the order of their keys.
const rowsAtOnce = 500

// writeTerms writes the rows of the terms that change.
func (t *taking) writeTerms(ctx context.Context, rows map[termPart]termRow) error {
	keys := slices.SortedFunc(maps.Keys(t.terms), func(a, b termPart) int {
		return cmp.Or(cmp.Compare(a.term, b.term), cmp.Compare(a.part, b.part))
	})
	for _, key := range keys {
		if err := t.writeTerm(ctx, key, rows[key], t.terms[key]); err != nil {
			return err
		}
	}
	return nil
}

func (t *taking) writeTerm(ctx context.Context, key termPart, row termRow, change *termChange) error {
	row.articles += change.articles
	if row.articles <= 0 {
		_, err := t.exec(ctx, "DELETE FROM found_term WHERE term = ? AND part = ?", storedTerm(key.term), key.part)
		return err
	}
	if len(change.gone) > 0 {
		row.nums = slices.DeleteFunc(row.nums, func(num int64) bool { return slices.Contains(change.gone, num) })
	}
	if len(change.come) > 0 {
		row.nums = append(row.nums, change.come...)
		slices.Sort(row.nums)
		row.nums = slices.Compact(row.nums)
	}
	_, err := t.exec(ctx, "INSERT OR REPLACE INTO found_term (term, part, articles, nums) VALUES (?, ?, ?, ?)",
		storedTerm(key.term), key.part, row.articles, encodeNums(row.nums))
	return err
}
