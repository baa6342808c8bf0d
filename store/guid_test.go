package store

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// Which articles are one is told by guid, address, title and text together: each of them
// alone is wrong somewhere.
func TestGUIDs(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	base := articles.Article{GUID: "https://s.example/?p=1", Title: "افتتاح سوق الوراقين القديم", Source: "النهار", URL: "https://s.example/news/1", Published: day, Body: long("السوق")}
	with := func(changes ...func(*articles.Article)) articles.Article {
		a := base
		for _, change := range changes {
			change(&a)
		}
		return a
	}
	guid := func(s string) func(*articles.Article) { return func(a *articles.Article) { a.GUID = s } }
	title := func(s string) func(*articles.Article) { return func(a *articles.Article) { a.Title = s } }
	url := func(s string) func(*articles.Article) { return func(a *articles.Article) { a.URL = s } }
	body := func(s string) func(*articles.Article) { return func(a *articles.Article) { a.Body = s } }
	source := func(s string) func(*articles.Article) { return func(a *articles.Article) { a.Source = s } }
	after := func(d time.Duration) func(*articles.Article) {
		return func(a *articles.Article) { a.Published = day.Add(d) }
	}
	undated := func(a *articles.Article) { a.Published = time.Time{} }
	for name, tt := range map[string]struct {
		forms []articles.Article
		want  int
	}{
		"a changed title and slug": {[]articles.Article{base, with(title("الوراقون يعودون إلى سوقهم"), url("https://s.example/news/warraqun"), body(long("السوق")+" ثم زيد فيه"))}, 1},
		"a guid that changes at each edit": {[]articles.Article{
			base, with(guid("https://s.example/?p=1&v=2"), body(long("السوق")+" ثم زيد فيه")), with(guid("https://s.example/?p=1&v=3"), title("سوق الوراقين يفتح")),
		}, 1},
		"one item in four feeds": {[]articles.Article{
			base, with(source("النهار - ثقافة")), with(source("النهار - مدن"), url("https://s.example/news/1?utm_source=rss")), with(source("النهار - عاجل"), url("https://s.example/culture/1")),
		}, 1},
		"one item in four feeds, each with a guid of its own": {[]articles.Article{
			with(guid("culture-1")), with(guid("cities-1"), source("النهار - مدن")), with(guid("all-1"), source("النهار")), with(guid("home-1")),
		}, 1},
		"urgent at first":                {[]articles.Article{with(title("عاجل | افتتاح سوق الوراقين القديم")), base}, 1},
		"urgent, and of another address": {[]articles.Article{with(title("عاجل: افتتاح سوق الوراقين القديم"), guid(""), url("")), with(guid(""), url(""))}, 1},
		"urgent, and of few words": {[]articles.Article{
			with(title("عاجل | افتتاح سوق الوراقين"), body("افتتح السوق القديم صباح اليوم بعد إغلاق دام سنتين.")), base,
		}, 1},
		"a teaser and its page": {[]articles.Article{with(body("حكاية سوق لا ينام")), with(guid(""), title("سوق الوراقين"))}, 1},
		"one guid over two items": {[]articles.Article{
			with(guid("same")), with(guid("same"), title("مدرسة جديدة"), url("https://s.example/news/2"), body("ويستمر المعرض حتى نهاية الشهر المقبل، والدخول إليه بلا رسم في أيام الجمعة، ثم ينقل بعد ذلك إلى مدينتين.")),
		}, 2},
		"numbers of two papers": {[]articles.Article{
			with(guid("17")), with(guid("17"), source("الأخبار"), url("https://t.example/17"), body(long("السوق")+" كما قال آخر"), title("سوق آخر")),
		}, 2},
		"a daily bulletin": {[]articles.Article{
			with(title("أسعار الذهب"), body("سعر الغرام اليوم 55 دينارا كما يقول الصاغة في السوق القديم من المدينة")),
			with(title("أسعار الذهب"), body("سعر الغرام اليوم 54 دينارا كما يقول الصاغة في السوق القديم من المدينة"), after(24*time.Hour)),
			with(title("أسعار الذهب"), body("سعر الغرام اليوم 53 دينارا كما يقول الصاغة في السوق القديم من المدينة"), after(48*time.Hour)),
		}, 3},
		"bulletins without dates": {[]articles.Article{
			with(undated, guid("w-0"), title("نشرة الطقس"), body("غائم جزئيا مع فرصة لهطول الأمطار على الساحل مساء")),
			with(undated, guid("w-1"), title("نشرة الطقس"), body("مشمس دافئ والرياح شمالية خفيفة إلى معتدلة السرعة نهارا")),
			with(undated, guid("w-2"), title("نشرة الطقس"), body("عاصف يثير الغبار في الداخل ويهيج البحر حتى فجر الغد")),
		}, 3},
		"two of one day and title": {[]articles.Article{
			with(guid("w-0"), title("نشرة الطقس"), body("غائم جزئيا")),
			with(guid("w-1"), title("نشرة الطقس"), body("مشمس دافئ والرياح شمالية خفيفة إلى معتدلة السرعة نهارا"), after(3*time.Hour)),
		}, 2},
		"two of one day and title that differ by numbers": {[]articles.Article{
			with(guid("w-0"), title("نشرة الطقس"), body("الحرارة اليوم على الساحل 21 درجة وفي الجبل 9 درجات والرياح خفيفة")),
			with(guid("w-1"), title("نشرة الطقس"), body("الحرارة اليوم على الساحل 14 درجة وفي الجبل 3 درجات والرياح خفيفة"), after(12*time.Hour)),
		}, 2},
		"a guid with the number of its edit": {[]articles.Article{
			with(guid("https://s.example/1#0"), body("قتل ثلاثة في حادث 5 سيارات على الطريق الساحلي صباح اليوم")),
			with(guid("https://s.example/1#1"), body("قتل ثلاثة في حادث 6 سيارات على الطريق الساحلي صباح اليوم"), after(time.Hour)),
		}, 1},
		"teasers of one page whose guid changes": {[]articles.Article{
			with(guid("r-1"), body("حكاية سوق لا ينام")), with(guid("r-2"), body("حكاية سوق لا ينام ولا يشبع من الورق"), after(time.Hour)), with(guid("")),
		}, 1},
		"a text that two papers have": {[]articles.Article{
			with(guid("")), with(guid(""), source("الضفتان"), url("https://t.example/9"), after(time.Hour)),
		}, 2},
		"entries without a text, by their guids": {[]articles.Article{
			with(guid("w-0"), title("نشرة أولى"), body("")), with(guid("w-1"), title("نشرة ثانية"), body("")), with(guid("w-0"), title("نشرة أولى"), body("")),
		}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for order := range permutations(len(tt.forms)) {
				l := open(t)
				for _, i := range append(order, order...) {
					addArticles(t, l, tt.forms[i])
				}
				if all := listEntries(t, l, Filter{}); len(all) != tt.want {
					t.Errorf("order %v: there are %d: %s", order, len(all), titles(all))
				}
			}
		})
	}
}

// Once all forms of a story are here, those that come again change nothing.
func TestFormsComeToRest(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	l := open(t)
	whole := articles.Article{GUID: "a", Title: "افتتاح سوق الوراقين", Source: "النهار", Section: "مدن", URL: "https://s.example/1", Published: day, Body: long("السوق")}
	other := whole
	other.GUID, other.Source, other.Section = "b", "النهار - ثقافة", "ثقافة"
	addArticles(t, l, whole, other)
	if got := outcomes(addArticles(t, l, whole, other, whole)); got != "same same same" {
		t.Errorf("they came again as %s", got)
	}
}

// A title that says no more that what it tells is urgent stays, whichever came last.
func TestCalmTitle(t *testing.T) {
	t.Parallel()
	for _, urgent := range []string{"عاجل | سوق الكتب يفتح", "خبر عاجل: سوق الكتب يفتح", "عاجل.. سوقُ الكتب يفتح"} {
		calm := articles.Article{Title: "سوق الكتب يفتح", Source: "النهار", Body: long("السوق")}
		hot := calm
		hot.Title = urgent
		for _, order := range [][]articles.Article{{calm, hot}, {hot, calm}, {hot, calm, hot}} {
			l := open(t)
			addArticles(t, l, order...)
			if all := listEntries(t, l, Filter{}); titles(all) != calm.Title {
				t.Errorf("%s: %s", urgent, titles(all))
			}
		}
	}
}

// Forms of stories, each with a guid, an address, a title or a text of its own, come in
// any order, some again, and the library is the same in the end.
func TestStoriesInAnyOrder(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	var forms []articles.Article
	for i := range 4 {
		whole := articles.Article{
			GUID: fmt.Sprint("https://s.example/?p=", i), Title: fmt.Sprintf("حكاية السوق رقم %d في المدينة", i), Source: "النهار", URL: fmt.Sprint("https://s.example/news/", i),
			Published: day, Body: "# مدخل\n\n" + long(fmt.Sprint("الراوي", i)) + "\n\n" + long(fmt.Sprint("البائع", i)),
		}
		urgent, slug, page, edited, teaser := whole, whole, whole, whole, whole
		urgent.Title = "عاجل | " + whole.Title
		slug.URL = fmt.Sprint("https://s.example/souk/", i)
		page.GUID, page.Author = "", "كاتبة"
		edited.GUID += "&v=2"
		teaser.Body = long(fmt.Sprint("الراوي", i))
		forms = append(forms, whole, urgent, slug, page, edited, teaser)
	}
	r := rand.New(rand.NewPCG(3, 4))
	var want string
	for round := range inShort(3, 10) {
		l := open(t)
		order := append(r.Perm(len(forms)), r.Perm(len(forms))[:r.IntN(len(forms))]...)
		for _, i := range order {
			addArticles(t, l, forms[i])
		}
		var all []string
		for _, e := range listEntries(t, l, Filter{Sort: ByTitle}) {
			item := article(t, l, e.ID)
			all = append(all, strings.Join([]string{item.Title, item.Source, item.Author, item.Body}, "|"))
		}
		got := strings.Join(all, "\n")
		if want == "" {
			want = got
		}
		if len(all) != 4 || got != want {
			t.Fatalf("round %d, order %v: %d articles:\n%s\nwant\n%s", round, order, len(all), got, want)
		}
		checkSound(t, l)
	}
}

// The texts that an article had before go to another library with it, each once.
func TestVersionsTravel(t *testing.T) {
	t.Parallel()
	l, to := open(t), open(t)
	a := articles.Article{Title: "أ ب", URL: "https://s.example/1", GUID: "1", Body: long("أول")}
	addArticles(t, l, a)
	a.Body += " وزيد"
	addArticles(t, l, a)
	a.Body += " وزيد مرتين"
	id := addArticles(t, l, a)[0].ID
	exported := export(t, l)
	for range 2 {
		addArticles(t, to, exported...)
	}
	was, err := l.Versions(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	is, err := to.Versions(t.Context(), id)
	if err != nil || len(was) != 2 || fmt.Sprint(is) != fmt.Sprint(was) {
		t.Errorf("they are %v, %v; they were %v", is, err, was)
	}
	checkSound(t, to)
}
