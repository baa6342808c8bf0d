package store

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// A thread is the story in order of time, whichever of its articles it is asked
// for, and however they came.
func TestThread(t *testing.T) {
	t.Parallel()
	l := open(t)
	list := append(labelled(t), articles.Article{Title: "بطاقة عن عين الصخر وجبل الغار"}) // of no known time
	slices.Reverse(list)
	ids := map[string]string{}
	for i, a := range addArticles(t, l, list...) {
		ids[list[i].Title] = a.ID
	}
	relate(t, l)
	for _, title := range []string{"زلزال يهز جبل الغار ويهدم بيوتًا من الطين", "قتلى تحت الركام في عين الصخر"} {
		thread, err := l.Thread(t.Context(), ids[title])
		if err != nil {
			t.Fatal(err)
		}
		of := 0
		for i, e := range thread {
			if e.Section == "quake" {
				of++
			}
			if !e.Full || i > 0 && e.Published.Before(thread[i-1].Published) {
				t.Errorf("%q stands at place %d", e.Title, i)
			}
		}
		if of != 4 || len(thread) > 5 {
			t.Errorf("the thread of %q is %s", title, titles(thread))
		}
	}
}

// An article that stands alone is a thread of one, with or without an index.
func TestThreadAlone(t *testing.T) {
	t.Parallel()
	l := open(t)
	id := addArticles(t, l, articles.Article{Title: "وحيدة", Body: "لا شيء يشبهها"})[0].ID
	for range 2 {
		thread, err := l.Thread(t.Context(), id)
		if err != nil || titles(thread) != "وحيدة" {
			t.Errorf("the thread is %s, %v", titles(thread), err)
		}
		relate(t, l)
	}
}

// Whoever points at an article is among its backlinks, in whichever order they
// came.
func TestBacklinks(t *testing.T) {
	t.Parallel()
	all := []articles.Article{
		{Title: "الهدف", URL: "https://paper.example/target", Body: "نص الهدف وحده"},
		{Title: "يسميها", Body: "شيء آخر تمامًا", Related: []articles.Related{{Title: "الهدف", URL: "https://paper.example/target"}}},
		{Title: "يربط إليها", Body: "انظر [هنا](https://paper.example/target#a)"},
		{Title: "كلاهما", Body: "<https://paper.example/target>", Related: []articles.Related{{URL: "https://paper.example/target"}}},
		{Title: "بعيدة", Body: "انظر https://paper.example/other"},
	}
	for order := range permutations(len(all)) {
		if order[0] != 0 && order[len(order)-1] != 0 {
			continue // first and last are enough
		}
		l := open(t)
		var id string
		for _, i := range order {
			if added := addArticles(t, l, all[i]); i == 0 {
				id = added[0].ID
			}
		}
		relate(t, l)
		back, err := l.Backlinks(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]Why{}
		for _, e := range back {
			got[e.Title] = e.Why
		}
		if len(back) != 3 || got["يسميها"] != WhyPointsHere || got["كلاهما"] != WhyPointsHere || got["يربط إليها"] != WhyLinksHere {
			t.Fatalf("added as %v, it is pointed at by %v", order, got)
		}
	}
}

// A neighbourhood is bounded, of one piece, and says of each link what it is.
func TestNeighbourhood(t *testing.T) {
	t.Parallel()
	l := open(t)
	list := labelled(t)
	for i := range 20 {
		list = append(list, articles.Article{
			Title: list[i].Title + " من جديد", Body: "عودة إلى خبر قديم",
			Related: []articles.Related{{Title: list[0].Title, Source: list[0].Source}},
		})
	}
	added := addArticles(t, l, list...)
	relate(t, l)
	for i, a := range added {
		if i%inShort(5, 1) != 0 {
			continue
		}
		n, err := l.Neighbourhood(t.Context(), a.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(n.Articles) > 1+firstStep*(1+secondStep) || len(n.Steps) != len(n.Articles) || n.Articles[0].ID != a.ID || n.Steps[0] != 0 {
			t.Fatalf("the neighbourhood has %d articles, from %s", len(n.Articles), n.Articles[0].Title)
		}
		if !slices.IsSorted(n.Steps) {
			t.Errorf("the steps are %v", n.Steps)
		}
		reached := map[int]bool{0: true}
		for _, link := range n.Links {
			if link.Why == WhyUnknown || link.From == link.To {
				t.Errorf("%+v binds nothing", link)
			}
			if a, b := n.Steps[link.From], n.Steps[link.To]; a-b > 1 || b-a > 1 {
				t.Errorf("%+v goes from step %d to step %d", link, a, b)
			}
			reached[link.From], reached[link.To] = true, true
		}
		if len(reached) != len(n.Articles) {
			t.Errorf("%d of %d articles are bound to others", len(reached), len(n.Articles))
		}
		ids := map[string]bool{}
		for _, e := range n.Articles {
			if ids[e.ID] {
				t.Errorf("%s is there twice", e.Title)
			}
			ids[e.ID] = true
		}
	}
}

// Why an article is related to another is said as it is, both ways, and an export
// keeps it.
func TestReasonsOfNaming(t *testing.T) {
	t.Parallel()
	all := []articles.Article{{Title: "الأصل", Body: long("أصل")}}
	wants := map[string]Why{}
	for kind, why := range kindReasons {
		title := "عنوان " + string(kind)
		all[0].Related = append(all[0].Related, articles.Related{Kind: kind, Title: title})
		all = append(all, articles.Article{Title: title, Body: long("نص " + string(kind))})
		wants[title] = why
	}
	l := open(t)
	ids := addArticles(t, l, all...)
	check := func(when string) {
		t.Helper()
		for _, e := range entriesByID(t, l, ids[0].ID) {
			if e.Why != wants[e.Title] {
				t.Errorf("%s: %q is named for reason %d, want %d", when, e.Title, e.Why, wants[e.Title])
			}
			back, err := l.Backlinks(t.Context(), e.ID)
			if err != nil || len(back) != 1 || back[0].ID != ids[0].ID || back[0].Why != WhyPointsHere {
				t.Errorf("%s: %q is pointed at by %s, %v", when, e.Title, titles(back), err)
			}
			near := relatedEntries(t, l, e.ID)
			if len(near) == 0 || near[0].ID != ids[0].ID || near[0].Why != WhyPointsHere {
				t.Errorf("%s: of %q are %s", when, e.Title, titles(near))
			}
		}
	}
	check("added")
	for i := range all[0].Related { // a source that does not say where
		all[0].Related[i].Kind = articles.Named
	}
	if got := outcomes(addArticles(t, l, all[0])); got != "same" {
		t.Errorf("the second time: %s", got)
	}
	check("added again")
}

// Those that point at an article come after those that it points at, and an index
// of many does not stand before all others.
func TestRelatedPointing(t *testing.T) {
	t.Parallel()
	all := []articles.Article{{Title: "الأصل", Body: long("أصل"), Related: []articles.Related{{Title: "مقصود"}}}}
	for i := range 3 * maxPointing {
		all = append(all, articles.Article{
			Title: "فهرس " + string(rune('أ'+i)), Body: long("فهرس " + strings.Repeat(string(rune('أ'+i)), 4)),
			Related: []articles.Related{{Title: "الأصل"}},
		})
	}
	l := open(t)
	id := addArticles(t, l, all...)[0].ID
	near := relatedEntries(t, l, id)
	if len(near) != 1+maxPointing || near[0].Title != "مقصود" || near[1].Why != WhyPointsHere {
		t.Errorf("related are %s", titles(near))
	}
}
