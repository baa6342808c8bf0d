package bidi

import "slices"

// Reorder appends to dst the logical index of each visual position of a line,
// from the left, by the levels that [Paragraph.Line] gave (L2): from the
// highest level down to the lowest odd one, each stretch at that level or above
// is reversed.
func Reorder(dst []int32, levels []uint8) []int32 {
	at := len(dst)
	dst = slices.Grow(dst, len(levels))
	var highest uint8
	lowestOdd := uint8(maxDepth + 2)
	for i, level := range levels {
		dst = append(dst, int32(i))
		highest = max(highest, level)
		if level&1 == 1 {
			lowestOdd = min(lowestOdd, level)
		}
	}
	order := dst[at:]
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
