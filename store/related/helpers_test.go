package related_test

import (
	"cmp"
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"warraq/store/related"
)

// told is an article of the labelled ones.
type told struct {
	related.Article
	story  string // "-" for none
	source string
	day    int
}

// stories reads the labelled articles.
func stories(t testing.TB) []told { return labelled(t, "testdata/stories.txt") }

func labelled(t testing.TB, path string) []told {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []told
	for _, block := range strings.Split(string(raw), "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		title, body, _ := strings.Cut(rest, "\n")
		fields := strings.Split(head, " | ")
		day, err := time.Parse(time.DateOnly, fields[2])
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, told{
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
	leading   [][]related.Term
}

func newMemory(list []told) *memory {
	m := &memory{in: map[related.Term]int{}}
	lines := map[related.Term]int{}
	for _, a := range list {
		for _, line := range a.Lines() {
			lines[line]++
		}
	}
	for i, a := range list {
		a.Leave = func(line related.Term) bool { return related.Standing(lines[line]) }
		analysis := related.Analyse(a.Article)
		m.written = append(m.written, analysis)
		m.documents = append(m.documents, related.Document{
			ID: int64(i), Source: a.source, Day: a.day, Profile: analysis.Profile,
		})
		for _, t := range analysis.Terms {
			m.in[t.Term]++
		}
	}
	for _, d := range m.documents {
		in, n, _ := m.Frequencies(context.Background(), terms(d.Profile))
		m.leading = append(m.leading, related.Leading(d.Profile, in, n, related.LeadingTerms))
	}
	return m
}

func terms(p related.Profile) []related.Term {
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

func (m *memory) Having(_ context.Context, term related.Term, day, limit int) ([]int64, error) {
	var before, after []int64
	for i, leading := range m.leading {
		switch {
		case !slices.Contains(leading, term):
		case m.documents[i].Day < day:
			before = append(before, int64(i))
		default:
			after = append(after, int64(i))
		}
	}
	apart := func(a, b int64) int {
		distance := func(id int64) int { return max(m.documents[id].Day-day, day-m.documents[id].Day) }
		return cmp.Compare(distance(a), distance(b))
	}
	slices.SortStableFunc(before, apart)
	slices.SortStableFunc(after, apart)
	return append(before[:min(limit, len(before))], after[:min(limit, len(after))]...), nil
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
	list, err := related.Find(t.Context(), m, m.documents[id], m.written[id], 10)
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
		for _, other := range append(n.Also, n.Copies...) {
			list = append(list, int(other))
		}
	}
	return list
}
