package store

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/warraq/warraq/store/identity"
)

// Of articles that share a title, an address or a name with one that comes in, the newest are
// compared with it. An older one is its earlier form where it has runs of words of its text,
// which the index of words tells, however many there are: a few runs are looked for, and a few
// articles that have one are compared.

// Bounds of what is looked for in the index: how many runs, of how many words, and how many
// articles that have one of them.
const (
	askedRuns  = 6
	runWords   = 5
	mostHaving = 4 * mostCompared
)

// farOne returns the article that one that comes in is, of those that a condition is true of and
// that a check agrees to, among those that have some of its words in a row; nil for none, and
// where all that the condition is true of were compared already.
func (c *transaction) farOne(ctx context.Context, in *identity.Incoming, where string, check func(*identity.Record) bool, values ...any) (*identity.Record, error) {
	more := false
	for _, err := range eachRow(ctx, c, scanColumn[int], "SELECT 1 FROM article a WHERE "+where+" LIMIT 1 OFFSET "+strconv.Itoa(mostCompared), values...) {
		if err != nil {
			return nil, err
		}
		more = true
	}
	if !more {
		return nil, nil //nolint:nilnil // not found is no error
	}
	nums := c.waitingLike(in)
	for _, run := range runsOf(in.Body) {
		const having = `SELECT p.num FROM word_place p WHERE p.place IN (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)`
		for num, err := range eachRow(ctx, c, scanColumn[int64], having, "body : \""+run+"\"", mostHaving) {
			if err != nil {
				return nil, err
			}
			if !slices.Contains(nums, num) {
				nums = append(nums, num)
			}
		}
	}
	of := strings.ReplaceAll(where, "a.", "+a.")
	likely := "a.num IN (SELECT a.num FROM json_each(?) j CROSS JOIN article a ON a.num = j.value WHERE " + of + " LIMIT " + strconv.Itoa(mostCompared) + ")"
	return c.first(ctx, likely, check, append([]any{encodeJSON(nums)}, values...)...)
}

// runsOf returns some runs of the words of a text, from all over it, as the index has them.
func runsOf(body string) (runs []string) {
	words := strings.Fields(bodyWords(body))
	last := len(words) - runWords
	if last <= 0 {
		if len(words) == 0 {
			return nil
		}
		return []string{strings.Join(words, " ")}
	}
	for i := range askedRuns {
		at := last * i / (askedRuns - 1)
		if run := strings.Join(words[at:at+runWords], " "); !slices.Contains(runs, run) {
			runs = append(runs, run)
		}
	}
	return runs
}

// waitingRuns are runs of the texts of articles that are not in the index yet: by each the numbers
// of those that have it.
type waitingRuns struct {
	nums map[int64][]int64
	seen map[int64]bool
}

// waitingLike returns the numbers of articles that came in the same change under the title of one
// that comes in, and have runs of words of its text.
func (c *transaction) waitingLike(in *identity.Incoming) (nums []int64) {
	w := &c.indexing.runs
	if w.seen == nil {
		w.nums, w.seen = map[int64][]int64{}, map[int64]bool{}
	}
	var unseen []int64
	for num, r := range c.indexing.in {
		if r.TitleKey == in.TitleKey && !w.seen[num] {
			unseen = append(unseen, num)
		}
	}
	slices.Sort(unseen)
	for _, num := range unseen {
		w.seen[num] = true
		for _, run := range smallestRuns(c.indexing.in[num].Body) {
			w.nums[run] = append(w.nums[run], num)
		}
	}
	for _, run := range smallestRuns(in.Body) {
		having := w.nums[run]
		for _, num := range having[:min(len(having), mostCompared)] {
			if !slices.Contains(nums, num) {
				nums = append(nums, num)
			}
		}
	}
	return nums
}

// smallestRuns returns the smallest of the numbers that are made of the runs of a text: texts that
// have most runs in common mostly have some of these in common, wherever they stand.
func smallestRuns(body string) (smallest []int64) {
	words := strings.Fields(bodyWords(body))
	for i := range max(1, len(words)-runWords+1) {
		run := identity.WordsHash(strings.Join(words[i:min(i+runWords, len(words))], " "))
		at, there := slices.BinarySearch(smallest, run)
		if !there && at < askedRuns {
			smallest = slices.Insert(smallest, at, run)[:min(len(smallest)+1, askedRuns)]
		}
	}
	return smallest
}
