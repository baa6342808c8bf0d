package store

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	rel "github.com/warraq/warraq/store/related"
)

// labelled reads the labelled articles of package related; the story of each is
// its section.
func labelled(t testing.TB) []articles.Article {
	t.Helper()
	raw, err := os.ReadFile("related/testdata/stories.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []articles.Article
	for _, block := range strings.Split(string(raw), "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		title, body, _ := strings.Cut(rest, "\n")
		fields := strings.Split(head, " | ")
		day, err := time.Parse(time.DateOnly, fields[2])
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, articles.Article{
			Title: title, Body: strings.TrimSpace(body), Section: fields[0], Source: fields[1], Published: day,
		})
	}
	return list
}

func relate(t testing.TB, l *Library) {
	t.Helper()
	if err := l.Relate(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
}

// profileOf gives the profile of an article that was kept. Which of its lines were
// known for the paper's depends on what had come before.
func profileOf(a rel.Article, kept []byte) (rel.Profile, bool) {
	lines := a.Lines()
	for left := range 1 << len(lines) {
		a.Leave = func(line rel.Term) bool { return left&(1<<slices.Index(lines, line)) != 0 }
		if p := rel.Analyse(a).Profile; slices.Equal(p.Encode(), kept) {
			return p, true
		}
	}
	return rel.Profile{}, false
}

// checkFound holds all that is known of the articles to the articles.
func checkFound(t testing.TB, l *Library) {
	t.Helper()
	for check, sentence := range map[string]string{
		"SELECT count(*) FROM found_pending":                                                                                             "%d articles wait",
		"SELECT count(*) FROM article WHERE num NOT IN (SELECT num FROM found)":                                                          "%d articles are not known",
		"SELECT count(*) FROM found WHERE num NOT IN (SELECT num FROM article)":                                                          "%d articles that are gone are known",
		"SELECT articles - (SELECT count(*) FROM found) FROM found_library":                                                              "the number of articles is %d too large",
		"SELECT count(*) FROM mention WHERE source NOT IN (SELECT num FROM found)":                                                       "%d links are of no article",
		"SELECT count(*) FROM found WHERE num NOT IN (SELECT num FROM found_length)":                                                     "%d articles have no length",
		"SELECT count(*) FROM found_length WHERE num NOT IN (SELECT num FROM found)":                                                     "%d lengths are of no article",
		"SELECT count(*) FROM found_story_pending":                                                                                       "%d articles wait for their stories",
		"SELECT count(*) FROM found WHERE num NOT IN (SELECT num FROM found_story)":                                                      "%d articles are in no story",
		"SELECT count(*) FROM found_story WHERE num NOT IN (SELECT num FROM found)":                                                      "%d articles that are gone are in stories",
		"SELECT count(*) FROM found_story WHERE (link IS NULL) <> (root = num)":                                                          "%d articles hang on none and are not the first of their story",
		"SELECT count(*) FROM found_story s LEFT JOIN found_story o ON o.num = s.link WHERE s.link IS NOT NULL AND s.root IS NOT o.root": "%d articles are of another story than what they hang on",
	} {
		if n, err := l.countOf(t.Context(), check); err != nil || n != 0 {
			t.Errorf(sentence+", %v", n, err)
		}
	}
	profiles := map[int64]rel.Profile{}
	counts := map[rel.Term]int{}
	rows, err := l.db.Query(`SELECT f.num, f.hour, f.source, f.profile, a.newness, a.source_key, a.published = '', a.title, warraq_text(a.summary), coalesce(warraq_text(t.body), '')
		FROM found f JOIN article a USING (num) LEFT JOIN text t USING (num)`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var num, newness int64
		var hour int
		var source string
		var encoded []byte
		var a rel.Article
		if err := rows.Scan(&num, &hour, &source, &encoded, &newness, &a.Source, &a.Undated, &a.Title, &a.Summary, &a.Body); err != nil {
			t.Fatal(err)
		}
		want, ok := profileOf(a, encoded)
		if !ok || hour != hourOfNewness(newness) || source != a.Source {
			t.Errorf("what is known of %q is of another text, hour or paper", a.Title)
		}
		profiles[num] = want
		for _, w := range want.Terms {
			counts[w.Term]++
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	checkTerms(t, l, profiles, counts)
}

// checkTerms holds the rows of terms to what articles say: each is counted in all
// that have it, and those that it leads to have it, as many as it takes to find each.
func checkTerms(t testing.TB, l *Library, profiles map[int64]rel.Profile, counts map[rel.Term]int) {
	t.Helper()
	leads := map[int64]map[rel.Term]bool{}
	terms := slices.Collect(maps.Keys(counts))
	kept := map[rel.Term]int{}
	err := eachTermRow(t.Context(), l.db, terms, func(key termPart, articles int, nums []byte) error {
		kept[key.term] += articles
		return decodeNums(nums, func(num int64) {
			num |= key.part << partBits
			if leads[num] == nil {
				leads[num] = map[rel.Term]bool{}
			}
			leads[num][key.term] = true
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(kept, counts) {
		t.Errorf("%d terms are in articles, want %d", len(kept), len(counts))
	}
	if n, err := l.countOf(t.Context(), "SELECT count(DISTINCT term) FROM found_term"); err != nil || n != len(counts) {
		t.Errorf("%d terms are kept, want %d, %v", n, len(counts), err)
	}
	for num, p := range profiles {
		for _, c := range p.Terms {
			if c.Title > 0 && !leads[num][c.Term] {
				t.Errorf("a word of the title of article %d does not lead to it", num)
			}
			delete(leads[num], c.Term)
		}
		if len(leads[num]) > 0 {
			t.Errorf("%d terms lead to article %d for no reason", len(leads[num]), num)
		}
	}
}

// A library finds what the engine finds, however the articles came.
func TestFound(t *testing.T) {
	t.Parallel()
	list := labelled(t)
	for _, test := range []struct {
		name  string
		batch int
	}{{"all at once", len(list)}, {"some at a time", 20}, {"one by one", 1}} {
		t.Run(test.name, func(t *testing.T) {
			if testing.Short() && test.batch == 1 {
				t.Skip("it takes long")
			}
			l := open(t)
			r := rand.New(rand.NewPCG(1, uint64(test.batch)))
			r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			ids := make([]string, 0, len(list))
			for batch := range slices.Chunk(list, test.batch) {
				for _, a := range addArticles(t, l, batch...) {
					ids = append(ids, a.ID)
				}
				relate(t, l)
			}
			checkFound(t, l)
			sum, asked := 0.0, 0.0
			for i, a := range list {
				if a.Section == "-" {
					continue
				}
				asked++
				near := relatedEntries(t, l, ids[i])
				if rank := slices.IndexFunc(near, func(e Entry) bool { return e.Section == a.Section }); rank >= 0 {
					sum += 1 / float64(rank+1)
				}
				for _, e := range near {
					if !e.Why.found() || len(e.Shared) == 0 {
						t.Errorf("%s is related to %s for reason %d, %q", e.Title, a.Title, e.Why, e.Shared)
					}
				}
			}
			if mrr := sum / asked; mrr < 0.9 {
				t.Errorf("MRR is %.3f", mrr)
			}
			checkSound(t, l)
		})
	}
}

// That an article has no date makes it no news of the day on which it came.
func TestFoundUndated(t *testing.T) {
	t.Parallel()
	l := open(t)
	first := articles.Article{
		Title: "غرق العبارة «نورس» قبالة جزيرة الزمرد", Source: "الأفق", Published: time.Date(2024, 10, 4, 6, 0, 0, 0, time.UTC),
		Body: "غرقت العبارة «نورس» قبالة جزيرة الزمرد فجر الجمعة وعلى متنها 127 راكبا، وأنقذ خفر السواحل تسعين منهم.",
	}
	second := articles.Article{
		Title: "مأساة في بحر الزمرد: العبارة «نورس» تبتلعها الأمواج", Source: "البيادر",
		Body: "ابتلعت الأمواج العبارة «نورس» قرب جزيرة الزمرد وكانت تقل 127 راكبا، وانتشل خفر السواحل تسعين ناجيا.",
	}
	list := append(labelled(t), first, second)
	added := addArticles(t, l, list...)
	relate(t, l)
	checkFound(t, l)
	ids := []string{added[len(list)-2].ID, added[len(list)-1].ID}
	for i, id := range ids {
		near := relatedEntries(t, l, id)
		if len(near) == 0 || near[0].ID != ids[1-i] || near[0].Why != WhySameEvent {
			t.Errorf("related to article %d of the event are %v", i+1, near)
		}
	}
}

// What is known follows every change: texts that come, change and go, others
// that come meanwhile, and an end at any instant.
func TestFoundFollows(t *testing.T) {
	t.Parallel()
	list := labelled(t)
	l := open(t)
	r := rand.New(rand.NewPCG(3, 3))
	var ids []string
	for range 60 {
		a := list[r.IntN(len(list))]
		switch r.IntN(6) {
		case 0:
			a.Body = "" // a card
		case 1:
			a.Body += "\n\nوزيد على الخبر ما لم يكن فيه [من قبل](https://paper.example/" + fmt.Sprint(r.IntN(5)) + ")."
		case 2:
			a.URL = fmt.Sprintf("https://paper.example/%d", r.IntN(5))
		case 3:
			if len(ids) > 0 {
				gone := ids[r.IntN(len(ids))]
				if _, err := l.db.Exec("DELETE FROM words WHERE rowid = (SELECT w.place FROM word_place w JOIN article USING (num) WHERE id = ?1)", gone); err != nil {
					t.Fatal(err)
				}
				if _, err := l.db.Exec("DELETE FROM word_place WHERE num = (SELECT num FROM article WHERE id = ?1)", gone); err != nil {
					t.Fatal(err)
				}
				if _, err := l.db.Exec("DELETE FROM article WHERE id = ?1", gone); err != nil {
					t.Fatal(err)
				}
			}
		}
		for _, added := range addArticles(t, l, a) {
			ids = append(ids, added.ID)
		}
		if r.IntN(3) == 0 {
			ctx, cancel := context.WithTimeout(t.Context(), time.Duration(r.IntN(3000))*time.Microsecond)
			_ = l.Relate(ctx, nil) // wherever it gets to
			cancel()
		}
		if r.IntN(10) == 0 {
			relate(t, l)
			checkFound(t, l)
		}
	}
	relate(t, l)
	checkFound(t, l)
	checkSound(t, l)
}

// Several that relate at once do each article once.
func TestRelateTogether(t *testing.T) {
	t.Parallel()
	l := open(t)
	addArticles(t, l, labelled(t)...)
	other := openAt(t, l.path)
	ended := make(chan error)
	for _, each := range []*Library{l, other, l} {
		go func() { ended <- each.Relate(t.Context(), nil) }()
	}
	for range 3 {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
	checkFound(t, l)
}

// Progress comes to its end, and nothing is done twice.
func TestRelateProgress(t *testing.T) {
	t.Parallel()
	l := open(t)
	list := labelled(t)
	addArticles(t, l, list...)
	var last [2]int
	calls := 0
	count := func(done, total int) {
		calls++
		last = [2]int{done, total}
	}
	for range 2 {
		if err := l.Relate(t.Context(), count); err != nil {
			t.Fatal(err)
		}
	}
	if want := [2]int{len(list), len(list)}; last != want || calls != 1 {
		t.Errorf("the last progress of %d is %v, want %v", calls, last, want)
	}
}

// An article that says nothing by which it could be found, of numbers, signs or
// function words alone, keeps no other from being related.
func TestRelateWhatSaysNothing(t *testing.T) {
	t.Parallel()
	for name, a := range map[string]articles.Article{
		"numbers":        {Title: "2024", Body: "12 34\n\n٥٦"},
		"signs":          {Title: "…", Body: "★ — ★"},
		"function words": {Title: "من إلى", Body: "في على ثم"},
		"a card":         {Title: "؟"},
	} {
		t.Run(name, func(t *testing.T) {
			l := open(t)
			list := labelled(t)
			added := addArticles(t, l, append(list, a)...)
			relate(t, l)
			checkFound(t, l)
			if got := relatedEntries(t, l, added[len(list)].ID); len(got) > 0 {
				t.Errorf("related to it are %v", got)
			}
			if got := relatedEntries(t, l, added[0].ID); len(got) == 0 {
				t.Error("nothing is related to another")
			}
		})
	}
}

// A library whose profiles another version made has them made anew.
func TestRelateAnotherVersion(t *testing.T) {
	t.Parallel()
	l := open(t)
	list := labelled(t)
	list[0].Body += " [رابط](https://paper.example/1)"
	addArticles(t, l, list...)
	relate(t, l)
	for _, statement := range []string{"UPDATE found_library SET version = 0", "UPDATE found SET profile = x'00'"} {
		if _, err := l.db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	relate(t, l)
	checkFound(t, l)
}

// A link in the text counts in whichever order the articles come.
func TestLinksInText(t *testing.T) {
	t.Parallel()
	from := articles.Article{
		Title: "خبر اليوم", URL: "https://paper.example/today", Body: "سبق أن [كتبنا](http://www.paper.example/before/?utm_source=x) " +
			"و<https://paper.example/card> و[قريبًا](after) ![صورة](https://paper.example/picture) و[عنّا](https://paper.example/today#end)",
	}
	others := []articles.Article{
		{Title: "ما كان", URL: "https://paper.example/before", Body: "شيء آخر تمامًا"},
		{Title: "ما سيكون", URL: "https://paper.example/after", Body: "نص لا يشبه غيره"},
		{Title: "صورة", URL: "https://paper.example/picture", Body: "ليست مقالة مقصودة"},
		{Title: "بطاقة", URL: "https://paper.example/card"},
	}
	all := append([]articles.Article{from}, others...)
	for order := range permutations(len(all)) {
		if order[0] > 1 && order[1] > 1 {
			continue // a part of the orders is enough
		}
		l := open(t)
		var id string
		for _, i := range order {
			if added := addArticles(t, l, all[i]); i == 0 {
				id = added[0].ID
			}
		}
		near := relatedEntries(t, l, id)
		if got, want := titles(near), "ما كان | [بطاقة] | ما سيكون"; got != want || near[0].Why != WhyInText {
			t.Fatalf("added as %v, it leads to %s, for reason %d, want %s", order, got, near[0].Why, want)
		}
	}
}
