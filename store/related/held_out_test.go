package related_test

import "testing"

// Articles by which no parameter was chosen are found too. The floors are a little
// below what was measured the first time, when nothing had been changed for them;
// they are not to be tuned to.
func TestHeldOut(t *testing.T) {
	list := labelled(t, "testdata/held-out.txt")
	m := newMemory(list)
	ours := measure(list, func(id int) []int { return m.ranked(t, id) })
	bm25 := measure(list, titleSearch(t, list))
	cosine := measure(list, plainCosine(list))
	t.Logf("%d articles\nrelated           %v\nBM25 of the title %v\nTF-IDF cosine     %v", len(list), ours, bm25, cosine)
	if ours.p3 < 0.68 || ours.r5 < 0.83 || ours.mrr < 0.90 {
		t.Errorf("it is worse than it was: %v", ours)
	}
	for name, other := range map[string]quality{"BM25": bm25, "cosine": cosine} {
		if ours.mrr <= other.mrr || ours.p3 <= other.p3 || ours.r5 <= other.r5 {
			t.Errorf("it is not above %s: %v, %v", name, ours, other)
		}
	}
}
