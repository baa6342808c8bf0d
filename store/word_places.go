package store

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"

	"github.com/warraq/warraq/store/identity"
)

// The first place in the index of words, with room for older articles below it, and how
// far apart places are where there is room. The index keeps distances: small ones take
// fewer bytes, and between large ones more articles come in before others have to move.
const (
	firstWordPlace   = 1 << 27
	wordPlaceSpacing = 32
	fewestSpacing    = 8 // that articles get which are moved to make room
)

// wordPlaced is a record with its place in the index of words.
type wordPlaced struct {
	*identity.Record
	place int64
}

// placeWords gives records, in the order of their newness, places in the index of words
// that are in the same order as those of all articles, and returns them with others that
// had to be moved for it, in the order of the index: the words of all of them have to be
// written.
func (c *transaction) placeWords(ctx context.Context, records []*identity.Record) ([]wordPlaced, error) {
	all := map[int64]wordPlaced{}
	for len(records) > 0 {
		g, err := c.gapAround(ctx, records[0].Newness)
		if err != nil {
			return nil, err
		}
		run := records
		if at := slices.IndexFunc(records, func(r *identity.Record) bool { return r.Newness > g.upper.newness }); at >= 0 {
			run = records[:at]
		}
		records = records[len(run):]
		if !g.holds(len(run), 1) {
			if run, err = c.widenGap(ctx, g, run); err != nil {
				return nil, err
			}
		}
		first, step := g.spread(len(run))
		for i, r := range run {
			p := wordPlaced{r, first + int64(i)*step}
			if _, err := c.exec(ctx, "INSERT INTO word_place (place, num) VALUES (?, ?)", p.place, r.Num); err != nil {
				return nil, err
			}
			all[r.Num] = p
		}
	}
	return slices.SortedFunc(maps.Values(all), func(a, b wordPlaced) int { return cmp.Compare(a.place, b.place) }), nil
}

// wordGap is what is between two articles that are next to each other in the index of
// words, the ends of the numbers standing for none.
type wordGap struct{ lower, upper neighbour }

// neighbour is an article with a place in the index of words.
type neighbour struct{ newness, place, num int64 }

var (
	noneBelow = neighbour{newness: math.MinInt64, place: math.MinInt64}
	noneAbove = neighbour{newness: math.MaxInt64, place: math.MaxInt64}
)

// isOpen tells whether nothing is on one side.
func (g *wordGap) isOpen() bool { return g.lower == noneBelow || g.upper == noneAbove }

// holds tells whether so many places, so far apart at least, are in the gap.
func (g *wordGap) holds(count int, spacing int64) bool {
	return g.isOpen() || g.upper.place-g.lower.place > int64(count)*spacing
}

// spread gives the first of so many places in the gap, and how far apart they are.
func (g *wordGap) spread(count int) (first, step int64) {
	switch {
	case g.lower != noneBelow && g.upper != noneAbove:
		step = (g.upper.place - g.lower.place) / int64(count+1)
		return g.lower.place + step, step
	case g.lower != noneBelow:
		return g.lower.place + wordPlaceSpacing, wordPlaceSpacing
	case g.upper != noneAbove:
		return g.upper.place - int64(count)*wordPlaceSpacing, wordPlaceSpacing
	}
	return firstWordPlace, wordPlaceSpacing
}

// gapAround finds the gap in the index of words for an article of some newness.
func (c *transaction) gapAround(ctx context.Context, newness int64) (g *wordGap, err error) {
	g = &wordGap{noneBelow, noneAbove}
	below, err := c.neighbours(ctx, "a.newness < ? ORDER BY a.newness DESC", newness, 1)
	if err != nil {
		return nil, err
	}
	above, err := c.neighbours(ctx, "a.newness > ? ORDER BY a.newness", newness, 1)
	if err != nil {
		return nil, err
	}
	if len(below) > 0 {
		g.lower = below[0]
	}
	if len(above) > 0 {
		g.upper = above[0]
	}
	return g, nil
}

// neighbours finds the next articles that have a place in the index of words.
func (c *transaction) neighbours(ctx context.Context, where string, newness int64, limit int) ([]neighbour, error) {
	return collectRows(ctx, c, func(scan scanner) (n neighbour, err error) { return n, scan(&n.newness, &n.place, &n.num) },
		"SELECT a.newness, w.place, a.num FROM article a JOIN word_place w USING (num) WHERE "+where+" LIMIT ?", newness, limit)
}

// widenGap takes articles around a gap out of the index of words, as few as make room for
// some records, and returns these and those, which all stand in the gap then.
func (c *transaction) widenGap(ctx context.Context, g *wordGap, run []*identity.Record) ([]*identity.Record, error) {
	var below, above []neighbour
	next := *g
	for width := len(run); ; width *= 2 {
		var err error
		if below, err = c.neighbours(ctx, "a.newness < ? ORDER BY a.newness DESC", run[0].Newness, width+1); err != nil {
			return nil, err
		}
		if above, err = c.neighbours(ctx, "a.newness > ? ORDER BY a.newness", run[len(run)-1].Newness, width+1); err != nil {
			return nil, err
		}
		switch { // towards an end nothing has to move on the other side
		case len(above) <= width:
			*g, below = wordGap{next.lower, noneAbove}, nil
		case len(below) <= width:
			*g, above = wordGap{noneBelow, next.upper}, nil
		default:
			*g, below, above = wordGap{below[width], above[width]}, below[:width], above[:width]
		}
		if g.holds(len(below)+len(run)+len(above), fewestSpacing) {
			break
		}
	}
	for _, n := range slices.Concat(below, above) {
		moved, err := c.first(ctx, "a.num = ?", anyRecord, n.num)
		if err != nil {
			return nil, err
		}
		if err := c.dropWords(ctx, n.place); err != nil {
			return nil, err
		}
		run = append(slices.Clone(run), moved)
	}
	slices.SortFunc(run, byNewness)
	return run, nil
}

func byNewness(a, b *identity.Record) int { return cmp.Compare(a.Newness, b.Newness) }

// dropWords takes what stands at a place out of the index of words.
func (c *transaction) dropWords(ctx context.Context, place int64) error {
	if _, err := c.exec(ctx, "DELETE FROM words WHERE rowid = ?", place); err != nil {
		return err
	}
	_, err := c.exec(ctx, "DELETE FROM word_place WHERE place = ?", place)
	return err
}
