package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// A text is never replaced by a poorer one, of which what is new is taken; and one that
// is replaced is kept.
func TestPoorerText(t *testing.T) {
	t.Parallel()
	day := time.Date(2024, 12, 2, 9, 0, 0, 0, time.UTC)
	whole := articles.Article{Title: "سوق الكتب القديمة", Source: "النهار", URL: "https://s.example/1", Published: day,
		Body: "# في السوق\n\n" + long("الورّاق") + "\n\n- كتب\n- ورق\n\n" + long("المجلِّد")}
	in := func(change func(*articles.Article)) articles.Article {
		a := whole
		change(&a)
		return a
	}
	for _, tt := range []struct {
		name          string
		poorer        articles.Article
		summary, want string // in the end
	}{
		{"a teaser in other words", in(func(a *articles.Article) { a.Body = "حكاية سوق لا ينام" }), "حكاية سوق لا ينام", whole.Body},
		{"a teaser without an address", in(func(a *articles.Article) { a.Body, a.URL = "حكاية سوق لا ينام", "" }), "حكاية سوق لا ينام", whole.Body},
		{"its beginning", in(func(a *articles.Article) { a.Body = long("الورّاق") }), "", whole.Body},
		{"a page whose text was not found", in(func(a *articles.Article) {
			a.Body = "الرئيسية سياسة اقتصاد رياضة اتصل بنا"
		}), "الرئيسية سياسة اقتصاد رياضة اتصل بنا", whole.Body},
		{"the same words without marks", in(func(a *articles.Article) { a.Body = strings.NewReplacer("# ", "", "- ", "").Replace(a.Body) }), "", whole.Body},
		{"a shorter form with a summary", in(func(a *articles.Article) { a.Body, a.Summary = long("المجلِّد"), "موجز" }), "موجز", whole.Body},
		{"a card with a section", in(func(a *articles.Article) { a.Body, a.Section, a.Summary = "", "ثقافة", "موجز" }), "موجز", whole.Body},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, order := range [][]articles.Article{{whole, tt.poorer}, {tt.poorer, whole}, {whole, tt.poorer, whole, tt.poorer}} {
				l := open(t)
				var id string
				for _, a := range order {
					id = addArticles(t, l, a)[0].ID
				}
				if all := listEntries(t, l, Filter{}); len(all) != 1 {
					t.Fatalf("there are %s", titles(all))
				}
				got := article(t, l, id)
				if got.Body != tt.want || got.Summary != tt.summary || tt.poorer.Section != "" && got.Section != tt.poorer.Section {
					t.Errorf("it is %q, %q, %q", got.Section, got.Summary, got.Body)
				}
				checkSound(t, l)
			}
		})
	}
}

// Every text that was replaced is among the versions, the last one first, each once,
// and goes and comes back with the article.
func TestVersions(t *testing.T) {
	t.Parallel()
	l := open(t)
	var id string
	bodies := []string{long("أول"), long("أول") + " وزيد", long("أول") + " وزيد فيه مرتين", long("أول") + " وزيد", long("أول") + " وزيد فيه ثلاث مرات أخرى"}
	for _, body := range bodies {
		id = addArticles(t, l, articles.Article{Title: "أ ب", URL: "https://s.example/1", Body: body})[0].ID
	}
	want := []string{bodies[1], bodies[2], bodies[0]}
	check := func(when string) {
		t.Helper()
		versions, err := l.Versions(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, v := range versions {
			got = append(got, v.Body)
		}
		if now := article(t, l, id).Body; now != bodies[4] || !slices.Equal(got, want) {
			t.Errorf("%s it is %q, and was %q", when, now, got)
		}
	}
	check("at first")
	undo, err := l.Remove(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Undo(t.Context(), undo); err != nil {
		t.Fatal(err)
	}
	check("brought back")
	checkSound(t, l)
}

// Forms of stories come in any order, some again, and the library is the same in the
// end: one article for each story, with its fullest text and all that any form said.
func TestFormsInAnyOrder(t *testing.T) {
	t.Parallel()
	day := time.Date(2024, 12, 2, 9, 0, 0, 0, time.UTC)
	var forms []articles.Article
	for i := range 4 {
		title := fmt.Sprint("حكاية السوق رقم ", i)
		whole := articles.Article{Title: title, Source: "النهار", URL: fmt.Sprint("https://s.example/", i), Published: day,
			Body: "# مدخل\n\n" + long(fmt.Sprint("الراوي", i)) + "\n\n" + long(fmt.Sprint("البائع", i))}
		teaser, beginning, page, card := whole, whole, whole, whole
		teaser.Body, teaser.Section = fmt.Sprint("قصة قصيرة عن البائع ", i), "ثقافة"
		beginning.Body = long(fmt.Sprint("الراوي", i))
		page.Body, page.Author = strings.TrimPrefix(whole.Body, "# "), "كاتبة"
		card.Body, card.Place = "", "حلب"
		forms = append(forms, whole, teaser, beginning, page, card)
	}
	type view struct{ title, section, source, place, author, summary, body string }
	var want map[view]int
	random := rand.New(rand.NewPCG(1, 2))
	for round := range inShort(3, 8) {
		l := open(t)
		order := random.Perm(len(forms))
		order = append(order, random.Perm(len(forms))[:random.IntN(len(forms))]...)
		for _, i := range order {
			addArticles(t, l, forms[i])
		}
		got := map[view]int{}
		for _, e := range listEntries(t, l, Filter{}) {
			got[view{e.Title, e.Section, e.Source, e.Place, e.Author, e.Summary, article(t, l, e.ID).Body}]++
		}
		if want == nil {
			want = got
		}
		if len(got) != 4 || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("round %d, order %v:\n%v\nwant\n%v", round, order, got, want)
		}
		checkSound(t, l)
	}
}

// Of the forms that a feed gave one after another the last one stays, in whichever order they
// come, and the others are its versions.
func TestLaterFormStays(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	var forms []articles.Article
	for i, end := range []string{"والعدد ستة", "والعدد سبعة كما قيل", "والعدد ثمانية"} {
		forms = append(forms, articles.Article{
			GUID: fmt.Sprint("https://s.example/1#", i), Title: fmt.Sprint("سفن الميناء القديم ", i), Source: "النهار", URL: "https://s.example/1",
			Published: day.Add(time.Duration(i) * time.Hour), Body: long("السفينة") + " " + end, Full: true,
		})
	}
	last := forms[len(forms)-1]
	for order := range permutations(len(forms)) {
		l := open(t)
		var id string
		for _, i := range append(order, order...) {
			id = addArticles(t, l, forms[i])[0].ID
		}
		got := article(t, l, id)
		if all := listEntries(t, l, Filter{}); len(all) != 1 || got.Title != last.Title || got.Body != last.Body || !got.Published.Equal(last.Published) {
			t.Errorf("order %v: of %d it is %q of %v: %q", order, len(all), got.Title, got.Published, got.Body)
		}
		versions, err := l.Versions(t.Context(), id)
		if err != nil || len(versions) != len(forms)-1 {
			t.Errorf("order %v: versions %v, %v", order, versions, err)
		}
		checkSound(t, l)
	}
}
