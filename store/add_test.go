package store

import (
	"maps"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// What comes in is known again, or not.
func TestIdentity(t *testing.T) {
	t.Parallel()
	full := func(title, source, url, about string) articles.Article {
		return articles.Article{Title: title, Source: source, URL: url, Body: long(about), Full: true}
	}
	card := func(title, source, url string) articles.Article {
		return articles.Article{Title: title, Source: source, URL: url}
	}
	keyed := func(key string, a articles.Article) articles.Article {
		a.Key = key
		return a
	}
	for _, test := range []struct {
		name     string
		in       []articles.Article // added one by one
		outcomes []Outcome
		kept     int // articles in the library at the end
	}{
		{"the same again", []articles.Article{full("أ ب", "س", "", "سلم"), full("أ ب", "س", "", "سلم")}, []Outcome{New, Same}, 1},
		{"a title spelled differently", []articles.Article{full("الأُولى: مدرسةٌ", "", "", "سلم"), full("«الاولي مدرسه»", "", "", "سلم")}, []Outcome{New, Updated}, 1},
		{"another source of one text", []articles.Article{full("أ ب", "س", "", "سلم"), full("أ ب", "ع", "", "سلم")}, []Outcome{New, Updated}, 1},
		{"what comes every day", []articles.Article{
			{Title: "أ ب", Source: "س", Body: long("سلم") + " 15", Published: time.Date(2024, 12, 28, 0, 0, 0, 0, time.UTC), Full: true},
			{Title: "أ ب", Source: "س", Body: long("سلم") + " 16", Published: time.Date(2024, 12, 29, 0, 0, 0, 0, time.UTC), Full: true},
		}, []Outcome{New, New}, 2},
		{"another source of another text", []articles.Article{full("أ ب", "س", "", "سلم"), full("أ ب", "ع", "", "بحر")}, []Outcome{New, New}, 2},
		{"another source of a part", []articles.Article{
			full("أ ب", "س", "", "سلم"), {Title: "أ ب", Source: "ع", Body: long("سلم")[:len(long("سلم"))/2], Full: true},
		}, []Outcome{New, New}, 2},
		{"another source of a few words", []articles.Article{
			{Title: "أ ب", Source: "س", Body: "مات اليوم.", Full: true}, {Title: "أ ب", Source: "ع", Body: "مات اليوم.", Full: true},
		}, []Outcome{New, New}, 2},
		{"a source that was not known", []articles.Article{full("أ ب", "", "", "سلم"), full("أ ب", "ع", "", "سلم")}, []Outcome{New, Updated}, 1},
		{"one title over two texts", []articles.Article{full("افتتاحية", "س", "", "سلم"), full("افتتاحية", "س", "", "بحر")}, []Outcome{New, New}, 2},
		{"a text with one word changed", []articles.Article{
			full("أ ب", "س", "", "سلم"), {Title: "أ ب", Source: "س", Body: long("سلم") + " اليوم"},
		}, []Outcome{New, Updated}, 1},
		{"a part of the text", []articles.Article{
			full("أ ب", "س", "", "سلم"), {Title: "أ ب", Source: "س", Body: long("سلم")[:len(long("سلم"))/4*2]},
		}, []Outcome{New, Same}, 1},
		{"the text of a card", []articles.Article{card("أ ب", "س", ""), full("أ ب", "", "", "سلم")}, []Outcome{New, Filled}, 1},
		{"a card of what is here", []articles.Article{full("أ ب", "س", "", "سلم"), card("أ ب", "", "")}, []Outcome{New, Same}, 1},
		{"a card that knows more", []articles.Article{full("أ ب", "", "", "سلم"), card("أ ب", "س", "")}, []Outcome{New, Updated}, 1},
		{"a card of another paper", []articles.Article{full("أ ب", "س", "", "سلم"), card("أ ب", "ع", "")}, []Outcome{New, New}, 2},
		{"a card of another address", []articles.Article{full("أ ب", "س", "https://s.example/1", "سلم"), card("أ ب", "س", "https://s.example/2")}, []Outcome{New, New}, 2},
		{"another title at the same address", []articles.Article{full("أ", "س", "https://s.example/1", "سلم"), full("ب", "س", "http://www.s.example/1/?utm_source=x#top", "سلم")}, []Outcome{New, Updated}, 1},
		{"another title and text at the same address", []articles.Article{full("أ", "س", "https://s.example/1", "سلم"), {Title: "ب", URL: "https://s.example/1", Body: "لا شيء مما كان هناك يشبه هذا النص في كلمة"}}, []Outcome{New, New}, 2},
		{"the address of the whole paper", []articles.Article{full("أ", "س", "https://s.example/", "سلم"), full("ب", "س", "https://s.example", "بحر")}, []Outcome{New, New}, 2},
		{"queries tell addresses apart", []articles.Article{full("أ", "س", "https://s.example/?id=1", "سلم"), card("ب", "س", "https://s.example/?id=2")}, []Outcome{New, New}, 2},
		{"the same key", []articles.Article{keyed("k:1", full("أ", "س", "", "سلم")), keyed("k:1", full("ب", "ع", "", "بحر"))}, []Outcome{New, Updated}, 1},
		{"other keys", []articles.Article{keyed("k:1", full("أ", "س", "", "سلم")), keyed("k:2", full("أ", "س", "", "سلم"))}, []Outcome{New, New}, 2},
		{"a title is not enough where there is a key", []articles.Article{keyed("k:1", full("أ", "س", "", "سلم")), card("أ", "س", "")}, []Outcome{New, New}, 2},
		{"no title at all", []articles.Article{full("", "", "", "سلم"), full("", "", "", "سلم"), full("", "", "", "بحر")}, []Outcome{New, Same, New}, 2},
		{"one text under a changed title", []articles.Article{full("أ ب", "س", "https://s.example/1", "سلم"), full("ج د", "س", "https://s.example/2", "سلم")}, []Outcome{New, Updated}, 1},
		{"one text under two titles in two papers", []articles.Article{full("أ ب", "س", "", "سلم"), full("ج د", "ع", "", "سلم")}, []Outcome{New, New}, 2},
		{"one address under two fragments", []articles.Article{full("الأولى", "س", "https://s.example/live#1", "سلم"), full("الثانية", "س", "https://s.example/live#2", "بحر")}, []Outcome{New, New}, 2},
		{"bulletins of one title and address", []articles.Article{
			{Title: "نشرة الطقس", URL: "https://s.example/w", Body: "الجو صحو على الساحل، والموج خفيف، والريح شمالية", Published: time.Date(2024, 12, 2, 9, 0, 0, 0, time.UTC)},
			{Title: "نشرة الطقس", URL: "https://s.example/w", Body: "غيوم متفرقة في الجبل، وتهطل الأمطار مساء على السفوح", Published: time.Date(2024, 12, 3, 9, 0, 0, 0, time.UTC)},
			{Title: "نشرة الطقس", URL: "https://s.example/w", Body: "غيوم متفرقة في الجبل، وتهطل الأمطار مساء على السفوح", Published: time.Date(2024, 12, 3, 9, 0, 0, 0, time.UTC)},
		}, []Outcome{New, New, Same}, 2},
		{"bulletins that differ by numbers", []articles.Article{
			{Title: "أسعار الذهب", URL: "https://s.example/g", Body: long("الذهب") + " 55", Published: time.Date(2024, 12, 2, 9, 0, 0, 0, time.UTC)},
			{Title: "أسعار الذهب", URL: "https://s.example/g", Body: long("الذهب") + " 53", Published: time.Date(2024, 12, 3, 9, 0, 0, 0, time.UTC)},
		}, []Outcome{New, New}, 2},
		{"an edit of the next day", []articles.Article{
			{Title: "أ ب", URL: "https://s.example/g", Body: long("سلم"), Published: time.Date(2024, 12, 2, 9, 0, 0, 0, time.UTC)},
			{Title: "أ ب", URL: "https://s.example/g", Body: long("سلم") + " ثم أضيف إليه هذا", Published: time.Date(2024, 12, 3, 9, 0, 0, 0, time.UTC)},
		}, []Outcome{New, Updated}, 1},
		{"a teaser that says it in other words", []articles.Article{
			full("أ ب", "س", "https://s.example/1", "سلم"), {Title: "أ ب", URL: "https://s.example/1", Body: "خبر عما جرى في اللقاء"},
		}, []Outcome{New, Updated}, 1},
		{"a title of signs", []articles.Article{full("؟", "", "", "سلم"), full("!!", "", "", "بحر")}, []Outcome{New, New}, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := open(t)
			for i, a := range test.in {
				if got := addArticles(t, l, a)[0].Outcome; got != test.outcomes[i] {
					t.Errorf("adding number %d: %v, want %v", i+1, got, test.outcomes[i])
				}
			}
			if n := len(listEntries(t, l, Filter{})); n != test.kept {
				t.Errorf("%d articles are kept, want %d", n, test.kept)
			}
			checkSound(t, l)
		})
	}
}

// pageArticles is a page with one article, the card of one that is on the page too, and
// the card of one that is not.
func pageArticles() []articles.Article {
	return []articles.Article{
		{
			Title: "محادثات في العاصمة", Source: "النهار", Body: long("الوزير"),
			Related: []articles.Related{
				{Kind: articles.OnPage, Title: "سفينة في البحر", Section: "العالم", Place: "بيروت", Summary: "خبر السفينة", Caption: "السفينة"},
				{Kind: articles.OnPage, Title: "لقاء المدينة", Section: "أخبار", Source: "الشرق", Summary: "خبر اللقاء", Caption: "صورة"},
			},
		},
		{Title: "سفينة في البحر", Source: "النهار", Body: long("الربان")},
	}
}

func TestAddPage(t *testing.T) {
	t.Parallel()
	l := open(t)
	if got := outcomes(addArticles(t, l, pageArticles()...)); got != "new new" {
		t.Errorf("outcomes: %s", got)
	}
	all := listEntries(t, l, Filter{})
	if got, want := titles(all), "محادثات في العاصمة | سفينة في البحر | [لقاء المدينة]"; got != want {
		t.Errorf("the list is %s\nwant %s", got, want)
	}
	for _, e := range relatedEntries(t, l, all[0].ID) {
		if e.Why != WhyOnPage {
			t.Errorf("%s is related for reason %d", e.Title, e.Why)
		}
	}
	if got, want := titles(relatedEntries(t, l, all[0].ID)), "سفينة في البحر | [لقاء المدينة]"; got != want {
		t.Errorf("related are %s\nwant %s", got, want)
	}
	ship := article(t, l, all[1].ID)
	if ship.Section != "العالم" || ship.Place != "بيروت" || ship.Summary != "خبر السفينة" || ship.Source != "النهار" {
		t.Errorf("the card of the second article did not fill it in: %+v", ship.Entry)
	}
	if len(ship.Captions) != 1 || ship.Captions[0].Text != "السفينة" {
		t.Errorf("captions: %+v", ship.Captions)
	}
	before, revision := listEntries(t, l, Filter{}), revisionOf(t, l)
	if got := outcomes(addArticles(t, l, pageArticles()...)); got != "same same" {
		t.Errorf("the second time: %s", got)
	}
	if got := listEntries(t, l, Filter{}); !equalEntries(got, before) {
		t.Errorf("the second time changed the list to %+v", got)
	}
	if got := revisionOf(t, l); got != revision {
		t.Errorf("the second time made revision %d of %d", got, revision)
	}
	checkSound(t, l)
}

// The text of a card fills it in, and what the reader did stays.
func TestFilledCardKeepsMarks(t *testing.T) {
	t.Parallel()
	l := open(t)
	addArticles(t, l, pageArticles()...)
	card := listEntries(t, l, Filter{})[2]
	for _, err := range []error{
		l.SetBookmarked(t.Context(), card.ID, true),
		l.SetRead(t.Context(), card.ID, true),
		l.SetPosition(t.Context(), card.ID, 7),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	published := time.Date(2024, 12, 29, 10, 0, 0, 0, time.FixedZone("", 3*3600))
	added := addArticles(t, l, articles.Article{Title: "لقاءُ المدينة", Place: "دمشق", Body: long("المضيف"), Published: published})
	if added[0] != (Added{card.ID, Filled}) {
		t.Errorf("added: %+v", added)
	}
	item := article(t, l, card.ID)
	if !item.Full || !item.Read || !item.Bookmarked || item.Position != 7 {
		t.Errorf("marks: %+v", item.Entry)
	}
	if item.Section != "أخبار" || item.Source != "الشرق" || item.Place != "دمشق" || item.Body != long("المضيف") {
		t.Errorf("what was known and what came: %+v", item)
	}
	if !item.Published.Equal(published) || item.Published.Format(time.RFC3339) != published.Format(time.RFC3339) {
		t.Errorf("published %v, want %v", item.Published, published)
	}
	if got := listEntries(t, l, Filter{}); got[2].ID != card.ID {
		t.Errorf("an article of 2024 stands at %s", titles(got))
	}
	if hits, err := search(t.Context(), l, "المضيف", 0); err != nil || len(hits) != 1 || hits[0].ID != card.ID {
		t.Errorf("its text is found as %v, %v", hits, err)
	}
	checkSound(t, l)
}

// In whichever order the parts of a page come, in one batch or in many, the
// library is the same at the end.
func TestOrderDoesNotMatter(t *testing.T) {
	t.Parallel()
	parts := append(pageArticles(),
		articles.Article{Title: "لقاء المدينة", Source: "الشرق", Body: long("المضيف"), Related: []articles.Related{{Title: "محادثات في العاصمة", Section: "سياسة"}}},
		articles.Article{Title: "محادثات في العاصمة", Lang: "ar", Author: "كاتب"},
	)
	type view struct{ title, section, source, place, author, summary, body, related string }
	look := func(t *testing.T, l *Library) map[view]int {
		views := map[view]int{}
		for _, e := range listEntries(t, l, Filter{}) {
			views[view{e.Title, e.Section, e.Source, e.Place, e.Author, e.Summary, article(t, l, e.ID).Body, titles(relatedEntries(t, l, e.ID))}]++
		}
		return views
	}
	var want map[view]int
	for order := range permutations(len(parts)) {
		for _, batch := range []bool{true, false} {
			l := open(t)
			var shuffled []articles.Article
			for _, i := range order {
				shuffled = append(shuffled, parts[i])
				if !batch {
					addArticles(t, l, parts[i])
				}
			}
			if batch {
				addArticles(t, l, shuffled...)
			}
			got := look(t, l)
			if want == nil {
				want = got
			}
			if len(got) != 3 || !maps.Equal(got, want) {
				t.Errorf("order %v, in one batch %v:\n%+v\nwant\n%+v", order, batch, got, want)
			}
		}
	}
}

// An article that names others than before shows those.
func TestRelinked(t *testing.T) {
	t.Parallel()
	l := open(t)
	a := articles.Article{Title: "أ", Body: long("سلم"), Related: []articles.Related{{Title: "ب"}, {Title: "ج"}}}
	id := addArticles(t, l, a)[0].ID
	for _, test := range []struct {
		name    string
		related []articles.Related
		outcome Outcome
		want    string
	}{
		{"none: those before stay", nil, Same, "[ب] | [ج]"},
		{"another order", []articles.Related{{Title: "ج"}, {Title: "ب"}}, Updated, "[ج] | [ب]"},
		{"one twice, and itself", []articles.Related{{Title: "ب"}, {Title: "أ"}, {Title: "بّ"}}, Updated, "[ب]"},
		{"a new one", []articles.Related{{Title: "د"}}, Updated, "[د]"},
	} {
		a.Related = test.related
		if got := addArticles(t, l, a)[0]; got.Outcome != test.outcome || got.ID != id {
			t.Errorf("%s: %+v, want %v", test.name, got, test.outcome)
		}
		if got := titles(relatedEntries(t, l, id)); got != test.want {
			t.Errorf("%s: related are %s, want %s", test.name, got, test.want)
		}
	}
	if some, err := l.Related(t.Context(), id, 1); err != nil || len(some) != 1 {
		t.Errorf("one related: %v, %v", some, err)
	}
}

// Nothing of a batch comes in when it cannot come in whole.
func TestAddIsWhole(t *testing.T) {
	t.Parallel()
	l := open(t)
	addArticles(t, l, pageArticles()...)
	before := listEntries(t, l, Filter{})
	// A trigger stands for whatever may go wrong half-way.
	const trigger = `CREATE TRIGGER trouble BEFORE INSERT ON article WHEN new.title = 'عطل'
		BEGIN SELECT raise(ABORT, 'no room'); END`
	if _, err := l.db.ExecContext(t.Context(), trigger); err != nil {
		t.Fatal(err)
	}
	_, err := l.Add(t.Context(), []articles.Article{{Title: "جديد", Body: long("سلم")}, {Title: "عطل", Body: long("بحر")}})
	if err == nil {
		t.Fatal("no error")
	}
	if got := listEntries(t, l, Filter{}); !equalEntries(got, before) {
		t.Errorf("after the error the list is %s", titles(got))
	}
	if got := outcomes(addArticles(t, l, articles.Article{Title: "جديد", Body: long("سلم")})); got != "new" {
		t.Errorf("afterwards: %s", got)
	}
	checkSound(t, l)
}
