package related_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/store/related"
)

var corpus = flag.String("corpus", "", "a file of labelled articles in the form of testdata/stories.txt, to measure on")

// Measures on articles that are not checked in, real ones say: by their labels,
// and in two ways that need none: the second half of an article, without its
// title, has to find the first, and a title has to find its text.
func TestCorpus(t *testing.T) {
	if *corpus == "" {
		t.Skip("no -corpus is given")
	}
	list := labelled(t, *corpus)
	ours, bm25, cosine := methods(t, list)
	t.Logf("%d articles\nrelated           %v\nBM25 of the title %v\nTF-IDF cosine     %v", len(list),
		measure(list, ours), measure(list, bm25), measure(list, cosine))
	for _, way := range []struct {
		name string
		cut  func(labelledArticle) (asking, sought labelledArticle)
	}{{"second half to first", halves}, {"title to text", headline}} {
		var all []labelledArticle
		for _, a := range list {
			asking, sought := way.cut(a)
			all = append(all, asking, sought)
		}
		ours, _, cosine := methods(t, all)
		t.Logf("%s: MRR %.3f, TF-IDF cosine %.3f", way.name, partners(all, ours), partners(all, cosine))
	}
	m := newMemory(list)
	t.Logf("same story: %v\nthreads:    %v", sameStories(t, list, m), threads(t, list, m))
	if testing.Verbose() {
		for id, a := range list {
			t.Logf("%s: %s", a.story, a.Title)
			for _, n := range m.find(t, id)[:min(10, len(m.find(t, id)))] {
				other := list[n.ID]
				t.Logf("    %.2f %v %d %-12s %s: %s", n.Score, other.story == a.story, n.Relation, other.story, other.Title, strings.Join(n.Shared, "، "))
			}
		}
	}
}

// methods gives the three ways of ranking.
func methods(t *testing.T, list []labelledArticle) (ours, bm25, cosine func(id int) []int) {
	m := newMemory(list)
	return func(id int) []int { return m.ranked(t, id) }, titleSearch(t, list), plainCosine(list)
}

// partners gives the MRR of articles that stand at odd places for those before
// them. Others of the same story are not in their way, since they are no mistake.
func partners(list []labelledArticle, rank func(id int) []int) float64 {
	sum := 0.0
	for id := 0; id < len(list); id += 2 {
		found := slices.DeleteFunc(rank(id), func(other int) bool {
			return other%2 == 0 || other != id+1 && list[id].story != "-" && list[other].story == list[id].story
		})
		if at := slices.Index(found, id+1); at >= 0 {
			sum += 1 / float64(at+1)
		}
	}
	return sum / float64(len(list)/2)
}

func halves(a labelledArticle) (asking, sought labelledArticle) {
	words := strings.Fields(a.Body)
	asking, sought = a, a
	asking.Title, asking.Body = "", strings.Join(words[len(words)/2:], " ")
	sought.Body = strings.Join(words[:len(words)/2], " ")
	return asking, sought
}

func headline(a labelledArticle) (asking, sought labelledArticle) {
	asking, sought = a, a
	asking.Body, sought.Title = "", ""
	return asking, sought
}

// agreement is how much of what was said is right, and of what is right was said.
type agreement struct{ right, wrong, missed int }

func (a agreement) String() string {
	return fmt.Sprintf("precision %.3f, recall %.3f", float64(a.right)/float64(max(a.right+a.wrong, 1)), float64(a.right)/float64(max(a.right+a.missed, 1)))
}

func (a *agreement) count(said, is bool) {
	switch {
	case said && is:
		a.right++
	case said:
		a.wrong++
	case is:
		a.missed++
	}
}

// sameStories judges what is said to be of the same story, or closer.
func sameStories(t *testing.T, list []labelledArticle, m *memory) (a agreement) {
	for id, one := range list {
		said := map[int64]bool{}
		for _, n := range m.find(t, id) {
			if n.Relation <= related.SameStory {
				for _, other := range slices.Concat([]int64{n.ID}, n.Copies) {
					said[other] = true
				}
			}
		}
		for other, two := range list {
			if one.story != "-" && other != id {
				a.count(said[int64(other)], two.story == one.story)
			}
		}
	}
	return a
}

// threads judges the threads of the articles of stories.
func threads(t *testing.T, list []labelledArticle, m *memory) (a agreement) {
	for id, one := range list {
		if one.story == "-" {
			continue
		}
		ids, err := related.Thread(t.Context(), m, m.documents[id], m.written[id])
		if err != nil {
			t.Fatal(err)
		}
		for other, two := range list {
			if other != id {
				a.count(slices.Contains(ids, int64(other)), two.story == one.story)
			}
		}
	}
	return a
}
