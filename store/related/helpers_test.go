package related_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/store/related"
)

// labelledArticle is an article of the labelled ones.
type labelledArticle struct {
	related.Article
	story  string // "-" for none
	source string
	day    int
	at     int // the hour of the day
}

func (a *labelledArticle) hour() int { return 24*a.day + a.at }

// labelledStories reads the labelled articles.
func labelledStories(t testing.TB) []labelledArticle { return labelled(t, "testdata/stories.txt") }

func labelled(t testing.TB, path string) []labelledArticle {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []labelledArticle
	for _, block := range strings.Split(string(raw), "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		title, body, _ := strings.Cut(rest, "\n")
		fields := strings.Split(head, " | ")
		day, err := time.Parse(time.DateOnly, fields[2])
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, labelledArticle{
			Article: related.Article{Title: title, Body: strings.TrimSpace(body), Source: fields[1]},
			story:   fields[0], source: fields[1], day: int(day.Unix() / 86400),
		})
	}
	return list
}

// memory is an index in memory: the plain reference of what a library does.
type memory struct {
	documents []related.Document
	written   []related.Analysis
	in        map[related.Term]int
	leading   map[related.Term][]int64
}

func newMemory(list []labelledArticle) *memory {
	m := &memory{in: map[related.Term]int{}, leading: map[related.Term][]int64{}}
	lines := map[related.Term]int{}
	for _, a := range list {
		for _, line := range a.Lines() {
			lines[line]++
		}
	}
	for i, a := range list {
		a.Leave = a.Standing(func(line related.Term) int { return lines[line] })
		analysis := related.Analyse(a.Article)
		m.written = append(m.written, analysis)
		m.documents = append(m.documents, related.Document{
			ID: int64(i), Source: a.source, Hour: a.hour(), Profile: analysis.Profile,
		})
		for _, t := range analysis.Terms {
			m.in[t.Term]++
		}
	}
	for i := range m.documents {
		d := &m.documents[i]
		in, n, _ := m.Frequencies(context.Background(), profileTerms(d.Profile))
		d.Lengths = d.Measure(in, n)
		for _, term := range related.Leading(d.Profile, in, n, related.LeadingTerms) {
			m.leading[term] = append(m.leading[term], int64(i))
		}
	}
	return m
}

func profileTerms(p related.Profile) []related.Term {
	var list []related.Term
	for _, t := range p.Terms {
		list = append(list, t.Term)
	}
	return list
}

func (m *memory) Frequencies(_ context.Context, terms []related.Term) (in []int, articles int, err error) {
	for _, t := range terms {
		in = append(in, m.in[t])
	}
	return in, len(m.documents), nil
}

func (m *memory) Having(_ context.Context, terms []related.Term, tell func(place int, id int64)) error {
	for place, term := range terms {
		for _, id := range m.leading[term] {
			tell(place, id)
		}
	}
	return nil
}

func (m *memory) Documents(_ context.Context, ids []int64) ([]related.Document, error) {
	var list []related.Document
	for _, id := range ids {
		list = append(list, m.documents[id])
	}
	return list, nil
}

// find gives the neighbours of an article.
func (m *memory) find(t testing.TB, id int) []related.Neighbour {
	t.Helper()
	list, err := related.Find(t.Context(), m, m.documents[id], m.written[id], 12)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// ranked gives the neighbours of an article one after the other, each with what
// goes with it.
func (m *memory) ranked(t testing.TB, id int) []int {
	var list []int
	for _, n := range m.find(t, id) {
		list = append(list, int(n.ID))
		for _, other := range n.Copies {
			list = append(list, int(other))
		}
	}
	return list
}
