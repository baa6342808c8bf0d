package related_test

import (
	"fmt"
	"slices"
	"testing"

	"warraq/store/related"
	"warraq/store/related/newsroom"
)

// clustersOf puts the articles of a memory together.
func clustersOf(m *memory, documents []related.Document) []related.Story {
	return related.Cluster(documents, m.in, len(m.documents))
}

// Articles of one story come together, and few others with them; each is in one
// cluster, in order of time, in whatever order they are given.
func TestCluster(t *testing.T) {
	t.Parallel()
	d := newDense(newsroom.Library(4, 24, 200))
	m := newMemory(d.list)
	stories := clustersOf(m, m.documents)
	seen := make([]bool, len(d.list))
	var right, wrong, all float64
	for _, s := range stories {
		if !slices.Contains(s.Members, s.Central) {
			t.Errorf("%d is the centre of %v", s.Central, s.Members)
		}
		if !slices.IsSortedFunc(s.Members, func(a, b int) int { return m.documents[a].Hour - m.documents[b].Hour }) {
			t.Errorf("%v are not in order of time", s.Members)
		}
		for i, a := range s.Members {
			if seen[a] {
				t.Errorf("article %d is in two stories", a)
			}
			seen[a] = true
			for _, b := range s.Members[:i] {
				if newsroom.Grade(d.articles[a], d.articles[b]) >= 2 {
					right++
				} else if d.articles[a].Story+d.articles[b].Story > 0 {
					wrong++
				}
			}
		}
	}
	if slices.Contains(seen, false) {
		t.Error("an article is in no story")
	}
	for a := range d.articles {
		for b := range a {
			if d.articles[a].Story > 0 && newsroom.Grade(d.articles[a], d.articles[b]) >= 2 {
				all++
			}
		}
	}
	precision, recall := right/(right+wrong), right/all
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("of pairs %.3f are right of those together, %.3f together of those that are to be: F1 %.3f", precision, recall, f1)
	if f1 < 0.85 {
		t.Errorf("F1 is %.3f", f1)
	}
}

// The order in which articles are given is nothing to their stories.
func TestClusterInAnyOrder(t *testing.T) {
	m := newMemory(stories(t))
	ids := func(documents []related.Document) (list []string) {
		for _, s := range clustersOf(m, documents) {
			var members []int64
			for _, at := range s.Members {
				members = append(members, documents[at].ID)
			}
			list = append(list, fmt.Sprint(members, documents[s.Central].ID))
		}
		return list
	}
	reversed := slices.Clone(m.documents)
	slices.Reverse(reversed)
	if one, other := ids(m.documents), ids(reversed); !slices.Equal(one, other) {
		t.Errorf("stories are %v, and %v the other way round", one, other)
	}
	if got := related.Cluster(nil, nil, 0); len(got) != 0 {
		t.Errorf("of nothing come %v", got)
	}
}
