package related

import (
	"cmp"
	"slices"
)

// Cluster puts articles together that tell one story and gives the clusters by their
// places in the list: each in order of time with the most central article apart, and
// those of one article too, in the order of their first articles. The frequencies say in
// how many articles of the library a term is; a term that is not among them is in one.
//
// Articles come as they do in life, in order of time. Each joins the story of the one
// that is nearest to it among those before it, where that is surely of its story, and
// begins one of its own otherwise.
func Cluster(documents []Document, in map[Term]int, articles int) []Story {
	c := clusters{in: in, articles: articles, postings: map[Term][]int{}, of: make([]int, len(documents)), central: make([]float64, len(documents))}
	order := make([]int, len(documents))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(documents[a].Hour, documents[b].Hour), cmp.Compare(documents[a].ID, documents[b].ID))
	})
	for _, i := range order {
		c.add(documents, i)
	}
	for i := range c.stories {
		s := &c.stories[i]
		// Of several the first, in time.
		s.Central = slices.MaxFunc(s.Members, func(a, b int) int { return cmp.Compare(c.central[a], c.central[b]) })
	}
	return c.stories
}

// Story is articles that tell one, by their places in a list.
type Story struct {
	Members []int // in order of time
	Central int   // that is most like the others
}

// clusters is what [Cluster] has put together so far.
type clusters struct {
	in       map[Term]int
	articles int
	postings map[Term][]int // by leading term, the places of articles
	of       []int          // the story of each article that came
	central  []float64      // how near each article is to others of its story, in all
	stories  []Story
}

// How many of the articles that share the most with one it is compared with, and how
// much more than to be called of its story it takes to join that: one wrong article
// brings those that are like it.
const (
	clusterCompared = 12
	surer           = 0.06
)

func (c *clusters) add(documents []Document, at int) {
	d := &documents[at]
	in := make([]int, len(d.Terms))
	for i, t := range d.Terms {
		in[i] = max(1, c.in[t.Term])
	}
	q := newQuery(*d, Analysis{}, in, c.articles)
	story, nearest := -1, 0.0
	for _, other := range c.candidates(q) {
		r := q.rank(documents[other : other+1])[0]
		if relation := q.relation(&r); relation == 0 || relation > SameStory || r.score < q.story+surer {
			continue
		}
		c.central[at] += r.score
		c.central[other] += r.score
		if r.score > nearest {
			story, nearest = c.of[other], r.score
		}
	}
	if story < 0 {
		story = len(c.stories)
		c.stories = append(c.stories, Story{})
	}
	c.of[at] = story
	c.stories[story].Members = append(c.stories[story].Members, at)
	for _, place := range q.leading {
		term := q.Terms[place].Term
		c.postings[term] = append(c.postings[term], at)
	}
}

// candidates gives the places of the articles that share the most with the query.
func (c *clusters) candidates(q *query) []int {
	scores := map[int64]float64{}
	for _, place := range q.leading {
		for _, other := range c.postings[q.Terms[place].Term] {
			scores[int64(other)] += q.brings(place)
		}
	}
	var places []int
	for _, id := range best(scores, clusterCompared) {
		places = append(places, int(id))
	}
	return places
}
