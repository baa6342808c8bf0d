package related_test

import (
	"context"
	"flag"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/store/related"
	"github.com/warraq/warraq/store/related/newsroom"
)

var denseTable = flag.Bool("dense-table", false, "measure relatedness on whole dense libraries, both halves of several, and print the table")

// dense is a library of the newsroom with what its articles tell.
type dense struct {
	articles []newsroom.Article
	list     []labelledArticle
}

func newDense(articles []newsroom.Article) *dense {
	d := &dense{articles: articles}
	for _, a := range articles {
		d.list = append(d.list, labelledArticle{
			Article: related.Article{Title: a.Title, Body: a.Body, Source: a.Source, Undated: a.Undated},
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
	var grades [4]int // how many articles have each
	for other := range d.articles {
		if other != id {
			grades[newsroom.Grade(d.articles[id], d.articles[other])]++
		}
	}
	events := grades[3]
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
	for g, rank := 3, 0; g > 0 && rank < 5; {
		if grades[g] == 0 {
			g--
			continue
		}
		most += gain(g, rank)
		grades[g]--
		rank++
	}
	m.asked++
	m.ndcg += gained / max(most, 1)
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

// In a dense library, as real ones are, what is related is found better than by the
// cosine of all words and by that of the parts, with less that is unrelated, since
// little is shown where little is related; and what is called the same event or the
// same story is. The parameters were chosen by the odd stories of the first library.
func TestDense(t *testing.T) {
	t.Parallel()
	seeds, parities, stories, others := []uint64{1}, []int{0}, 110, 1500
	if testing.Short() {
		stories, others = 75, 1100
	}
	if *denseTable {
		seeds, parities, stories, others = []uint64{1, 2, 3}, []int{1, 0}, 150, 2400
	}
	for _, seed := range seeds {
		compareWays(t, newDense(newsroom.Library(seed, stories, others)), seed, parities, 0.9, 0.75, 0.9)
	}
}

// compareWays judges Find beside the cosines on halves of a library, and what it says of how
// articles are related by the bars for it.
func compareWays(t *testing.T, d *dense, seed uint64, parities []int, precise, recalled, storied float64) {
	t.Helper()
	m, c := newMemory(d.list), newCosines(d.list)
	for _, parity := range parities {
		ids := d.half(parity)
		ours, plain, parts := d.measure(t, m, ids), d.measureCosine(c, ids, plainMix), d.measureCosine(c, ids, partsMix)
		t.Logf("library %d of %d articles, %d of half %d asked about\nrelated %v\ncosine  %v\nparts   %v", seed, len(d.list), len(ids), parity, ours, plain, parts)
		for name, other := range map[string]*table{"the plain cosine": plain, "the cosine of the parts": parts} {
			if ours.ndcg <= other.ndcg || ours.event <= other.event || ours.mrr <= other.mrr || ours.unrelated/ours.shown >= other.unrelated/other.shown {
				t.Errorf("it is not above %s: %v, %v", name, ours, other)
			}
		}
		precision, recall, story := ours.claimed()
		if precision < precise || recall < recalled || story < storied {
			t.Errorf("the same event is right in %.3f and said of %.3f, the same story is right in %.3f", precision, recall, story)
		}
	}
}

// So it is where articles are worn as those of real papers: with bylines, with other articles'
// titles below and between, cut short, of wrong dates.
func TestWorn(t *testing.T) {
	t.Parallel()
	seeds, parities, stories, others := []uint64{1}, []int{0}, 75, 1100
	if *denseTable {
		seeds, parities, stories, others = []uint64{1, 2, 3}, []int{1, 0}, 150, 2400
	}
	for _, seed := range seeds {
		compareWays(t, newDense(newsroom.Worn(seed, stories, others)), seed, parities, 0.9, 0.7, 0.85)
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
	t.Logf("%d of the %d nearest are found", found, want)
	if float64(found) < 0.99*float64(want) {
		t.Errorf("%d of the %d nearest are found", found, want)
	}
}

// Two briefs of one event find each other in a dense library by their numbers and
// names, though one rounds and each has words of its own.
func TestNumbersFind(t *testing.T) {
	t.Parallel()
	list := newDense(newsroom.Library(6, 24, 300)).list
	first := len(list)
	list = append(list,
		labelledArticle{Article: related.Article{
			Title: "صادرات النفط تتراجع إلى 6.9 مليون برميل",
			Body:  "هبطت شحنات الخام من المنتجين إلى 6.9 ملايين برميل يوميا وفق بيانات تتبع الناقلات، وهو أقل مستوى هذا العام.",
		}, source: "الأفق", day: 20000},
		labelledArticle{Article: related.Article{
			Title: "الخام: 6.935 مليون برميل يوميا",
			Body:  "أظهرت أرقام رسمية أن الدول المصدرة باعت في شهر 6.935 مليون برميل كل يوم بعد أن قلصت الإنتاج.",
		}, source: "البيادر", day: 20000})
	m := newMemory(list)
	for id, other := range map[int]int{first: first + 1, first + 1: first} {
		if found := m.ranked(t, id); len(found) == 0 || found[0] != other {
			t.Errorf("%q finds %v, and not %q first", list[id].Title, found, list[other].Title)
		}
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
			numbers = func(s string) []related.Term { return profileTerms(related.Analyse(related.Article{Body: s}).Profile) }
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
