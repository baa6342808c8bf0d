package related

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// The highest scores are those that stand first when all are put in order.
func TestBestScores(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		scores := map[int64]float64{}
		var all []scored
		for range random.IntN(200) {
			id := random.Int64N(1000)
			scores[id] = float64(random.IntN(20)) / 4 // some are alike
		}
		for id, score := range scores {
			all = append(all, scored{id, score})
		}
		slices.SortFunc(all, compareScored)
		n := random.IntN(60)
		var want []int64
		for _, s := range all[:min(n, len(all))] {
			want = append(want, s.id)
		}
		if got := bestScores(scores, n); !slices.Equal(got, want) {
			t.Fatalf("of %v the %d highest are %v, want %v", scores, n, got, want)
		}
	}
}
