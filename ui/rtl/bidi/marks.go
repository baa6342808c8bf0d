package bidi

import "slices"

// ReorderMarks puts the nonspacing marks of right-to-left characters behind them
// again (L3), for those who draw characters one by one from the left and expect
// a mark after its base. order is what [Reorder] gave; levels and classes are
// those of the line. Those who order whole clusters do not need it.
func ReorderMarks(order []int32, levels []uint8, classes []Class) {
	for start := 0; start < len(order); start++ {
		level := levels[order[start]]
		if level&1 == 0 || classes[order[start]] != NSM {
			continue
		}
		end := start + 1 // behind the base, which is what follows the last mark
		for end < len(order) && order[end] == order[end-1]-1 && levels[order[end]] == level &&
			classes[order[end-1]].in(removedClasses|1<<NSM) {
			end++
		}
		slices.Reverse(order[start:end])
		start = end - 1
	}
}
