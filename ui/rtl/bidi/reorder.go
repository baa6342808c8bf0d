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
	if highest <= lowest+1 { // as of most lines
		reorderTwo(order, levels, lowest)
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

// reorderTwo is [Reorder] of a line of two levels at the most, one above the other.
func reorderTwo(order []int32, levels []uint8, lowest uint8) {
	next := 0
	for i := 0; i < len(levels); {
		start := i
		for i < len(levels) && levels[i] > lowest {
			i++
		}
		if lowest&1 == 0 {
			for k := i - 1; k >= start; k-- {
				order[next] = int32(k)
				next++
			}
			for ; i < len(levels) && levels[i] == lowest; i++ {
				order[next] = int32(i)
				next++
			}
			continue
		}
		for k := start; k < i; k++ { // from the end of the line, which is turned as a whole
			order[len(order)-i+k-start] = int32(k)
		}
		for ; i < len(levels) && levels[i] == lowest; i++ {
			order[len(order)-1-i] = int32(i)
		}
	}
}
