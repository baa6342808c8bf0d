package bidi

import "slices"

// Reorder appends to dst the logical index of each visual position of a line,
// from the left, by the levels that [Paragraph.Line] gave (L2): from the
// highest level down to the lowest odd one, each stretch at that level or above
// is reversed.
func Reorder(dst []int32, levels []uint8) []int32 {
	at := len(dst)
	dst = slices.Grow(dst, len(levels))
	lowest, highest := uint8(maxDepth+2), uint8(0)
	lowestOdd := lowest
	for _, level := range levels {
		lowest, highest = min(lowest, level), max(highest, level)
		if level&1 == 1 {
			lowestOdd = min(lowestOdd, level)
		}
	}
	dst = dst[:at+len(levels)]
	order := dst[at:]
	if lowest == highest && lowest&1 == 1 { // all one way, as most lines are
		for i := range order {
			order[i] = int32(len(order) - 1 - i)
		}
		return dst
	}
	for i := range order {
		order[i] = int32(i)
	}
	for level := highest; level >= lowestOdd; level-- {
		for i := 0; i < len(levels); i++ {
			start := i
			for i < len(levels) && levels[i] >= level {
				i++
			}
			slices.Reverse(order[start:i])
		}
	}
	return dst
}
