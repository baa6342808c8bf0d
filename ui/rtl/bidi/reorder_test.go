package bidi

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// plainOrder is the order of a line by the letter of rule L2.
func plainOrder(levels []uint8) []int32 {
	order := make([]int32, len(levels))
	for i := range order {
		order[i] = int32(i)
	}
	for level := uint8(maxDepth + 1); level > 0; level-- {
		for i := 0; i < len(levels); i++ {
			start := i
			for i < len(levels) && levels[i] >= level {
				i++
			}
			slices.Reverse(order[start:i])
		}
	}
	return order
}

// A line of any levels has the order of rule L2.
func TestReorderOfAnyLevels(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		first, count := random.IntN(4), 1+random.IntN(4)
		levels := make([]uint8, random.IntN(12))
		for i := range levels {
			levels[i] = uint8(first + random.IntN(count))
		}
		if got, want := Reorder([]int32{7}, levels), append([]int32{7}, plainOrder(levels)...); !slices.Equal(got, want) {
			t.Fatalf("%v: got %v, want %v", levels, got, want)
		}
	}
}
