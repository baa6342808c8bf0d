package related_test

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"warraq/articles/text"
	"warraq/store/related"
	"warraq/store/related/newsroom"
)

var denseTable = flag.Bool("dense-table", false, "measure relatedness on whole dense libraries, both halves of several, and print the table")

// dense is a library of the newsroom with what its articles tell.
type dense struct {
	articles []newsroom.Article
	list     []told
}

func newDense(articles []newsroom.Article) *dense {
	d := &dense{articles: articles}
	for _, a := range articles {
		d.list = append(d.list, told{
			Article: related.Article{Title: a.Title, Body: a.Body, Source: a.Source},
			source:  a.Source, day: int(a.Published.Unix() / 86400), at: a.Published.Hour(),
		})
	}
	return d
}

// table is how well a method finds what is related: nDCG of the first five, the
// share of the reports of the event among them, the mean of one over the rank of the
// first, and the share of what is unrelated among what is shown of five.
type table struct {
	ndcg, event, mrr, unrelated float64
	asked, withEvent, shown     float64
	claims                      [related.Related + 1][4]float64 // by what was said and what is
	events                      float64
}

func (m *table) String() string {
	s := fmt.Sprintf("nDCG@5 %.3f  event@5 %.3f  MRR %.3f  unrelated %.3f", m.ndcg/m.asked, m.event/m.withEvent, m.mrr/m.withEvent, m.unrelated/max(m.shown, 1))
	if precision, recall, story := m.claimed(); recall > 0 {
		s += fmt.Sprintf("  same event %.3f right of %.3f  same story %.3f right", precision, recall, story)
	}
	return s
}

// claimed gives how much of what is said to be the same event is, how much of all
// that is was said, and how much of what is said to be the same story is.
func (m *table) claimed() (precision, recall, story float64) {
	var said, right float64
	for _, relation := range []related.Relation{related.SameText, related.SameEvent} {
		right += m.claims[relation][3]
		for _, n := range m.claims[relation] {
			said += n
		}
	}
	of := m.claims[related.SameStory]
	return right / max(said, 1), right / max(m.events, 1), (of[2] + of[3]) / max(of[0]+of[1]+of[2]+of[3], 1)
}

// add judges what a method found for an article.
func (m *table) add(d *dense, id int, found []int) {
	grades := make([]int, 0, len(d.articles))
	events := 0
	for other := range d.articles {
		if other != id {
			g := newsroom.Grade(d.articles[id], d.articles[other])
			grades = append(grades, g)
			events += boolInt(g == 3)
		}
	}
	slices.SortFunc(grades, func(a, b int) int { return b - a })
	gain := func(g, rank int) float64 { return (math.Exp2(float64(g)) - 1) / math.Log2(float64(rank)+2) }
	var gained, most, hits, first float64
	for rank, other := range found {
		g := newsroom.Grade(d.articles[id], d.articles[other])
		if g == 3 && first == 0 {
			first = 1 / float64(rank+1)
		}
		if rank < 5 {
			gained += gain(g, rank)
			hits += float64(boolInt(g == 3))
			m.unrelated += float64(boolInt(g == 0))
			m.shown++
		}
	}
	for rank, g := range grades[:5] {
		most += gain(g, rank)
	}
	m.asked++
	m.ndcg += gained / most
	if events > 0 {
		m.withEvent++
		m.event += hits / float64(min(5, events))
		m.mrr += first
		m.events += float64(events)
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// half gives the articles of one half of the stories.
func (d *dense) half(parity int) (ids []int) {
	for id, a := range d.articles {
		if a.Story > 0 && a.Story%2 == parity {
			ids = append(ids, id)
		}
	}
	return ids
}

// measure judges Find on some articles.
func (d *dense) measure(t *testing.T, m *memory, ids []int) *table {
	to := &table{}
	for _, id := range ids {
		var found []int
		for _, n := range m.find(t, id) {
			for _, other := range append([]int64{n.ID}, n.Copies...) {
				found = append(found, int(other))
				to.claims[n.Relation][newsroom.Grade(d.articles[id], d.articles[other])]++
			}
		}
		to.add(d, id, found)
	}
	return to
}

// cosines are the two baselines: the cosine of all words, 1 + log of how often they
// are there by their rarity, titles counted three times; and with half the cosine of
// the titles and half that of the first eighty words.
type cosines struct {
	parts    [][3]map[string]float64
	postings map[string][]int
}

func newCosines(list []told) *cosines {
	c := &cosines{postings: map[string][]int{}}
	for id, a := range list {
		title, body := text.Words(a.Title), text.Words(a.Body)
		whole := slices.Concat(title, title, title, body)
		c.parts = append(c.parts, [3]map[string]float64{bag(whole), bag(title), bag(body[:min(80, len(body))])})
		for w := range c.parts[id][0] {
			c.postings[w] = append(c.postings[w], id)
		}
	}
	for _, parts := range c.parts {
		for _, v := range parts {
			length := 0.0
			for w, n := range v {
				v[w] = (1 + math.Log(n)) * math.Log(float64(len(list)+1)/float64(len(c.postings[w])))
				length += v[w] * v[w]
			}
			for w := range v {
				v[w] /= math.Sqrt(length)
			}
		}
	}
	return c
}

// bag counts words without what is written together with them.
func bag(words []string) map[string]float64 {
	v := map[string]float64{}
	for _, w := range words {
		v[text.Stem(w)]++
	}
	return v
}

func cosine(a, b map[string]float64) (sum float64) {
	for w, x := range a {
		sum += x * b[w]
	}
	return sum
}

// rank gives the first twenty for an article, by a mix of the parts.
func (c *cosines) rank(id int, mix [3]float64) []int {
	scores := map[int]float64{}
	for w, x := range c.parts[id][0] {
		for _, other := range c.postings[w] {
			scores[other] += x * c.parts[other][0][w]
		}
	}
	delete(scores, id)
	first := sortedBy(scores)[:min(200, len(scores))]
	for _, other := range first {
		scores[other] *= mix[0]
		for part := 1; part < 3 && mix[part] > 0; part++ {
			scores[other] += mix[part] * cosine(c.parts[id][part], c.parts[other][part])
		}
	}
	slices.SortFunc(first, func(a, b int) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b)) })
	return first[:min(20, len(first))]
}

func sortedBy(scores map[int]float64) []int {
	ids := make([]int, 0, len(scores))
	for id := range scores {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b int) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b)) })
	return ids
}

func (d *dense) measureCosine(c *cosines, ids []int, mix [3]float64) *table {
	to := &table{}
	for _, id := range ids {
		to.add(d, id, c.rank(id, mix))
	}
	return to
}

var (
	plainMix = [3]float64{1, 0, 0}
	partsMix = [3]float64{1, 0.5, 0.5}
)

// In a dense library, as real ones are, related articles are found as well as by
// the cosine of all words, and by one of the title and the beginning too, with less
// that is unrelated, for little is shown where little is related; and what is called the same event or the same story is. Parameters were
// chosen by the odd stories of the first library alone.
func TestDense(t *testing.T) {
	t.Parallel()
	seeds, parities, stories, others := []uint64{1}, []int{0}, 70, 700
	if testing.Short() {
		stories, others = 36, 260
	}
	if *denseTable {
		seeds, parities, stories, others = []uint64{1, 2, 3}, []int{1, 0}, 150, 2400
	}
	for _, seed := range seeds {
		d := newDense(newsroom.Library(seed, stories, others))
		m, c := newMemory(d.list), newCosines(d.list)
		for _, parity := range parities {
			ids := d.half(parity)
			ours, plain, parts := d.measure(t, m, ids), d.measureCosine(c, ids, plainMix), d.measureCosine(c, ids, partsMix)
			t.Logf("library %d of %d articles, %d of half %d asked about\nrelated %v\ncosine  %v\nparts   %v", seed, len(d.list), len(ids), parity, ours, plain, parts)
			for name, other := range map[string]*table{"the plain cosine": plain, "the cosine of the parts": parts} {
				if ours.ndcg < other.ndcg-0.01*ours.asked || ours.event < other.event-0.01*ours.withEvent ||
					ours.mrr < other.mrr-0.01*ours.withEvent || ours.unrelated/ours.shown > 0.9*other.unrelated/other.shown {
					t.Errorf("it is not above %s: %v, %v", name, ours, other)
				}
			}
			precision, recall, story := ours.claimed()
			if precision < 0.85 || recall < 0.75 || story < 0.85 {
				t.Errorf("the same event is right in %.3f and said of %.3f, the same story is right in %.3f", precision, recall, story)
			}
		}
	}
}

// Nothing is missed for how candidates are found: what is nearest of all articles is
// among them.
func TestCandidates(t *testing.T) {
	t.Parallel()
	d := newDense(newsroom.Library(5, 24, 200))
	m := newMemory(d.list)
	all := &everything{m}
	found, want := 0, 0
	for _, id := range d.half(0) {
		near, err := related.Find(t.Context(), all, m.documents[id], m.written[id], 12)
		if err != nil {
			t.Fatal(err)
		}
		ours := m.ranked(t, id)
		for _, n := range near {
			if n.ID != int64(id) {
				want++
				found += boolInt(slices.Contains(ours, int(n.ID)) || slices.ContainsFunc(n.Copies, func(other int64) bool { return slices.Contains(ours, int(other)) }))
			}
		}
	}
	if float64(found) < 0.99*float64(want) {
		t.Errorf("%d of the %d nearest are found", found, want)
	}
}

// everything is an index that gives all articles to be compared, whichever lead there.
type everything struct{ *memory }

func (x *everything) Documents(context.Context, []int64) ([]related.Document, error) {
	return x.documents, nil
}

// Two papers round one number differently, and find each other.
func TestNumbersMeet(t *testing.T) {
	for _, test := range []struct {
		name, a, b string
		meet       bool
	}{
		{"rounded", "صادرات الخام 6.935 مليون برميل", "6.9 ملايين برميل", true},
		{"in Arabic digits", "بلغت ٦٫٩٣٥ مليون", "بلغت 6.935 مليون", true},
		{"with commas", "جمعوا 12,437 توقيعا", "جمعوا 12 ألف توقيع", true},
		{"in words", "أربعة وعشرون قتيلا", "24 قتيلا", true},
		{"others", "صادرات الخام 6.935 مليون برميل", "7.4 ملايين برميل", false},
		{"small ones", "ثلاثة قتلى", "3 جرحى", false},
	} {
		numbers := func(s string) (list []related.Term) {
			for _, term := range related.Analyse(related.Article{Body: s}).Terms {
				words := related.Analyse(related.Article{Body: strings.Map(notDigit, s)}).Terms
				if !slices.ContainsFunc(words, func(w related.Counted) bool { return w.Term == term.Term }) {
					list = append(list, term.Term)
				}
			}
			return list
		}
		if test.name == "in words" {
			numbers = func(s string) []related.Term { return terms(related.Analyse(related.Article{Body: s}).Profile) }
		}
		second := numbers(test.b)
		if meet := slices.ContainsFunc(numbers(test.a), func(x related.Term) bool { return slices.Contains(second, x) }); meet != test.meet && test.name != "in words" {
			t.Errorf("%s: %q and %q meet: %v", test.name, test.a, test.b, meet)
		}
	}
}

func notDigit(r rune) rune {
	if strings.ContainsRune("0123456789٠١٢٣٤٥٦٧٨٩.,٫٬", r) {
		return 'س'
	}
	return r
}

// Titles alone find one another by their words, the kin of these, and time.
func TestTitlesWithTimes(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3) {
		d := newDense(newsroom.Titles(seed + 1))
		m, c := newMemory(d.list), newCosines(d.list)
		ids := d.half(1)
		ours, plain := d.measure(t, m, ids), d.measureCosine(c, ids, plainMix)
		t.Logf("%d titles\nrelated %v\ncosine  %v", len(ids), ours, plain)
		if ours.event <= plain.event || ours.mrr <= plain.mrr || ours.event/ours.withEvent < 0.82 || ours.mrr/ours.withEvent < 0.9 {
			t.Errorf("they are %v, a plain cosine is %v", ours, plain)
		}
	}
}
