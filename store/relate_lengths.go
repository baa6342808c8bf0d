package store

import (
	"context"
	"math"

	rel "github.com/warraq/warraq/store/related"
)

// packLengths writes lengths into one number, of each some four digits.
func packLengths(l rel.Lengths) int64 {
	packed := int64(0)
	for _, length := range l {
		packed = packed<<16 | int64(min(math.Round(length*lengthSteps), math.MaxUint16))
	}
	return packed
}

func unpackLengths(packed int64) (l rel.Lengths) {
	for i := range l {
		l[i] = float64(packed>>(16*(len(l)-1-i))&math.MaxUint16) / lengthSteps
	}
	return l
}

// lengthSteps is how fine lengths are kept.
const lengthSteps = 256

// grownBy is by how much a library grows until all lengths are found again: what is
// rare in a library is rarer in a larger one, and a quarter more changes little.
const grownBy = 1.25

// measureAgain finds the lengths of all articles again if the library has grown or
// shrunk much since that was done. Like relating it works in batches, and ended at any
// instant it begins again the next time.
func (l *Library) measureAgain(ctx context.Context) error {
	var articles, measured int
	err := l.db.QueryRowContext(ctx, "SELECT l.articles, m.articles FROM found_library l, found_measured m").Scan(&articles, &measured)
	now, before := float64(articles), float64(measured)
	if err != nil || now <= before*grownBy && now*grownBy >= before {
		return l.failure(err)
	}
	counts, err := l.allCounts(ctx)
	if err != nil {
		return err
	}
	for after := int64(math.MinInt64); ; {
		last, err := l.measureSome(ctx, after, counts, articles)
		if err != nil {
			return err
		}
		if last == after {
			break
		}
		after = last
	}
	return l.change(ctx, func(c *transaction) error {
		_, err := c.exec(ctx, "UPDATE found_measured SET articles = ?", articles)
		return err
	})
}

// allCounts gives in how many articles every term is.
func (l *Library) allCounts(ctx context.Context) (map[rel.Term]int, error) {
	counts := map[rel.Term]int{}
	for row, err := range eachRow(ctx, l.db, func(scan scanner) (r [2]int64, err error) { return r, scan(&r[0], &r[1]) },
		"SELECT term, articles FROM found_term") {
		if err != nil {
			return nil, l.failure(err)
		}
		counts[termOfStored(row[0])] += int(row[1])
	}
	return counts, nil
}

// measureSome finds the lengths of the articles after a number, of a batch, and gives
// the last number.
func (l *Library) measureSome(ctx context.Context, after int64, counts map[rel.Term]int, articles int) (int64, error) {
	type known struct {
		num     int64
		profile rel.Profile
	}
	batch, err := collectRows(ctx, l.db, func(scan scanner) (k known, err error) {
		var encoded []byte
		if scanErr := scan(&k.num, &encoded); scanErr != nil {
			return k, scanErr
		}
		k.profile, err = rel.DecodeProfile(encoded)
		return k, err
	}, "SELECT num, profile FROM found WHERE num > ? ORDER BY num LIMIT ?", after, relateBatch)
	if err != nil || len(batch) == 0 {
		return after, l.failure(err)
	}
	err = l.change(ctx, func(c *transaction) error {
		for _, k := range batch {
			in := make([]int, len(k.profile.Terms))
			for i, t := range k.profile.Terms {
				in[i] = counts[t.Term]
			}
			_, execErr := c.exec(ctx, "UPDATE found_length SET lengths = ? WHERE num = ?", packLengths(k.profile.Measure(in, articles)), k.num)
			if execErr != nil {
				return execErr
			}
		}
		return nil
	})
	return batch[len(batch)-1].num, err
}
