package store

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/query"
)

// searchable is a library to search in. The times go down, so that the list is
// in this order.
func searchable(t testing.TB) *Library {
	l := open(t)
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 12, 0, 0, 0, time.Local) }
	added := addArticles(t, l,
		articles.Article{Title: "وزير الخارجية يصل إلى موسكو", Source: "الشرق الأوسط", Section: "سياسة", Body: "وصل الوزيرُ صباح اليوم، والمحادثاتُ تبدأ غدًا.", Published: day(2024, 12, 29)},
		articles.Article{Title: "محكمة تنظر في القضية", Source: "النهار", Section: "محليات", Body: "قال القاضي إن الوزير السابق سيحضر، وإن القضيّة طويلة.", Published: day(2024, 12, 5)},
		articles.Article{Title: "كتاب جديد عن البحر", Source: "النهار", Section: "ثقافة", Body: "صدر عن دار النشر كتابٌ عن البحار وسفنها في ١٩٧٣.", Published: day(2024, 3, 1)},
		articles.Article{Title: "The sea and its books", Source: "Example", Section: "Culture", Lang: "en", Body: "A café by the sea.", Published: day(2023, 6, 1)},
		articles.Article{Title: "کتاب‌های تازه", Source: "همشهری", Section: "فرهنگ", Lang: "fa", Body: "نویسنده می‌گوید: کتاب خوب است.", Published: day(2022, 6, 1)},
		articles.Article{Title: "بطاقة المدرسة", Section: "تعليم", Summary: "للمدرسة خبر", Published: day(2021, 6, 1)},
	)
	if err := l.SetRead(t.Context(), added[0].ID, true); err != nil {
		t.Fatal(err)
	}
	if err := l.SetBookmarked(t.Context(), added[2].ID, true); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestSearch(t *testing.T) {
	t.Parallel()
	const minister, court, book, sea, persian, card = "وزير الخارجية يصل إلى موسكو", "محكمة تنظر في القضية",
		"كتاب جديد عن البحر", "The sea and its books", "کتاب‌های تازه", "[بطاقة المدرسة]"
	l := searchable(t)
	for _, test := range []struct {
		name, query string
		want        []string
	}{
		{"titles come before texts", "الوزير", []string{minister, court}},
		{"the word as written comes before its forms", "كتاب", []string{book, persian}},
		{"every word", "الوزير القضية", []string{court}},
		{"tashkeel, hamza, ta marbuta", "المُحادَثات موسكو", []string{minister}},
		{"other forms of a word", "المحكمة", []string{court}},
		{"the article of one in the text", "محادثات", []string{minister}},
		{"prepositions", "مدرسة", []string{card}},
		{"Persian with and without ZWNJ", "کتابهای", []string{persian, book}},
		{"Persian letters for Arabic ones", "کتاب جدید", []string{book}},
		{"digits", "1973", []string{book}},
		{"case and accents", "CAFE", []string{sea}},
		{"a phrase", `"كتاب جديد"`, []string{book}},
		{"a phrase the other way round", `"جديد كتاب"`, nil},
		{"a phrase has no other forms", `"محادثات"`, nil},
		{"guillemets", "«دار النشر»", []string{book}},
		{"a phrase that stays open", `"دار النشر`, []string{book}},
		{"without", "الوزير -موسكو", []string{court}},
		{"without a phrase", `الوزير -"الوزير السابق"`, []string{minister}},
		{"only without", "-الوزير -sea -كتاب", []string{card}},
		{"either", "موسكو OR البحر", []string{minister, book}},
		{"either in Arabic", "موسكو أو café", []string{minister, sea}},
		{"either binds closer", "الوزير موسكو | القاضي", []string{minister, court}},
		{"a beginning", "محك*", []string{court}},
		{"in the title", "title:sea", []string{sea}},
		{"in the title only", "عنوان:القاضي", nil},
		{"in the title, other forms", "عنوان:الوزير", []string{minister}},
		{"by source", "مصدر:النهار", []string{court, book}},
		{"by source, several words", `source:"الشرق الأوسط"`, []string{minister}},
		{"by section", "section:culture", []string{sea}},
		{"a field and a word", "مصدر:النهار البحر", []string{book}},
		{"without a field", "الوزير -source:النهار", []string{minister}},
		{"unread", "الوزير is:unread", []string{court}},
		{"a state alone", "is:bookmarked", []string{book}},
		{"a state in Arabic", "حالة:بطاقة", []string{card}},
		{"after a month", "after:2024-12", []string{minister, court}},
		{"before a year", "قبل:٢٠٢٣", []string{persian, card}},
		{"between days", "after:2024-12-05 before:2024-12-29", []string{court}},
		{"a day the other way round", "after:29/12/2024", []string{minister}},
		{"not after is before", "-after:2022-12", []string{persian, card}},
		{"a time in quotation marks", `before:"2022/01/01"`, []string{card}},
		{"what is no day is words", "after:never", nil},
		{"a field that is quoted otherwise", "مصدر:«الشرق الأوسط»", []string{minister}},
		{"without a quoted field", `الوزير -مصدر:"الشرق الأوسط"`, []string{court}},
		{"a word and a time", "كتاب before:2023", []string{persian}},
		{"names of writers and places are found", "همشهری", []string{persian}},
		{"an address is words", "https://a.example/?q=1", nil},
		{"an unknown state is a word", "is:green", nil},
		{"nothing", "", nil},
		{"symbols", `"" - * () : ^ ؟ OR OR | AND NOT NEAR("`, nil},
		{"what FTS5 calls operators are words", "sea AND books", []string{sea}},
	} {
		t.Run(test.name, func(t *testing.T) {
			hits, err := search(t.Context(), l, test.query, 0)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range hits {
				got = append(got, titles([]Entry{e}))
			}
			if fmt.Sprint(got) != fmt.Sprint(test.want) {
				t.Errorf("%s finds %q, want %q", test.query, got, test.want)
			}
			for limit := 1; limit <= len(hits); limit++ {
				some, err := search(t.Context(), l, test.query, limit)
				if err != nil || !equalEntries(some, hits[:limit]) {
					t.Errorf("with limit %d: %s, %v", limit, titles(some), err)
				}
			}
		})
	}
}

// Numbers and names are found behind what is written on them, acronyms with their
// prefixes, and words however they are joined; and a library of before finds them once
// it is brought up.
func TestSearchWhatIsJoined(t *testing.T) {
	t.Parallel()
	l := open(t)
	addArticles(t, l,
		articles.Article{Title: "ألف", Body: "بلغ الـ100 مليون، وطائرات إف-16"}, articles.Article{Title: "باء", Body: "انتشر وكوفيد-19 في البلاد، لا شئ بعده"},
		articles.Article{Title: "جيم", Body: "וצה\"ל הודיע, מנכ״ל החברה"}, articles.Article{Title: "دال", Body: "یہ خبر ۲۰۲۴ء کی ہے"},
		articles.Article{Title: "هاء", Body: "رئیس‌جمهور در سازمان‌ملل"}, articles.Article{Title: "واو", Body: "رئیس جمهور در سازمان ملل"},
		articles.Article{Title: "زاي", Body: "وشيء آخر"},
		articles.Article{Title: "حاء", Body: "قالت الـWHO والـBBC إن ٣٬٥٠٠ شخص تلقوا فيتامين ب12"}, articles.Article{Title: "طاء", Body: "WHO: بـ3500 و3.500 أو للـFIFA ב-CNN"},
		articles.Article{Title: "كاف", Body: "طراز F-16 ووعبد الرحمن وعبد الكريم وأبو ظبي COP 28"}, articles.Article{Title: "لام", Body: "طراز F16 وعبدالكريم COP28"},
	)
	check := func(l *Library) {
		t.Helper()
		for asked, want := range map[string]string{
			"100 مليون": "ألف", "الـ100": "ألف", "إف16": "ألف", "إف-16": "ألف", "كوفيد-19": "باء", "كوفيد": "باء", "19": "باء", "شيء": "باء | زاي", "شئ": "باء | زاي",
			`צה"ל`: "جيم", "צה״ל": "جيم", `מנכ"ל`: "جيم", `"וצה"ל הודיע"`: "جيم", "2024": "دال", "۲۰۲۴": "دال", "٢٠٢٤ء": "دال",
			"رئیس جمهور": "هاء | واو", "رئیس‌جمهور": "هاء | واو", "سازمان ملل": "هاء | واو", "كوفيد-20": "",
			"WHO": "حاء | طاء", "الـWHO": "حاء | طاء", "الـ WHO": "حاء | طاء", `"الـWHO"`: "حاء", "bbc": "حاء", "fifa": "طاء", "לـCNN": "طاء", "ה-CNN": "طاء",
			"3500": "حاء | طاء", "3,500": "حاء | طاء", "٣٬٥٠٠": "حاء | طاء", "3\u202f500": "حاء | طاء", "والـ3500": "حاء | طاء", "ب12": "حاء", "بـ12": "حاء",
			"F16": "كاف | لام", "F-16": "كاف | لام", "F 16": "كاف | لام", `"F16"`: "لام", "COP28": "كاف | لام", "cop-28": "كاف | لام", "F1": "",
			"عبدالكريم": "كاف | لام", "عبد الكريم": "كاف | لام", "أبوظبي": "كاف",
		} {
			hits, err := search(t.Context(), l, asked, 0)
			slices.SortFunc(hits, func(a, b Entry) int { return strings.Compare(a.Title, b.Title) })
			got := strings.Split(titles(hits), " | ")
			wanted := strings.Split(want, " | ")
			slices.Sort(wanted)
			if err != nil || !slices.Equal(got, wanted) {
				t.Errorf("%s finds %q, %v, want %q", asked, got, err, wanted)
			}
			if want != "" {
				item := article(t, l, hits[0].ID)
				if len(query.Parse(asked).Find(item.Body)) == 0 {
					t.Errorf("%s is not marked in %q", asked, item.Body)
				}
			}
		}
	}
	check(l)
	goBack(t, l, 27, "INSERT INTO words (words) VALUES ('delete-all')", "UPDATE article SET title_key = 'x', text_key = 0")
	path := filepath.Join(t.TempDir(), "before.db")
	if _, err := l.db.Exec("VACUUM INTO ?", path); err != nil {
		t.Fatal(err)
	}
	l = openAt(t, path)
	check(l)
	checkSound(t, l)
}

// What someone has typed so far is looked for with the last word as a beginning: one
// of two letters behind others in titles alone, and in texts as a word.
func TestSearchTyped(t *testing.T) {
	t.Parallel()
	l := searchable(t)
	const minister, court = "وزير الخارجية يصل إلى موسكو", "محكمة تنظر في القضية"
	for typed, want := range map[string]string{
		"الوزير مو": minister, "الوزير إن": court, "الوزير ظظ": "", "الوزير سيح": court,
	} {
		hits, err := l.List(t.Context(), Filter{Query: query.ParseTyped(typed)})
		if got := titles(hits); err != nil || got != want {
			t.Errorf("%q finds %q, %v, want %q", typed, got, err, want)
		}
	}
}

// What a whole word finds is found with it as the last word that someone typed, too.
func TestSearchTypedFindsWhatIsWhole(t *testing.T) {
	t.Parallel()
	l := searchable(t)
	addArticles(t, l, articles.Article{Title: "الزرافة في حديقتها", Body: "طالت عنقها، وبكتابهم رسوم."})
	for _, asked := range []string{"زرافة", "زرافات", "حديقة", "كتاب", "الوزير", "وزير", "بحر", "مدرسة", "قضية", "سفن", "محادثة", "title:زرافة", "كتاب بحر", `"وزير الخارجية"`, "sea books", "نویسنده", "کتاب تازه"} {
		whole, err := l.List(t.Context(), Filter{Query: query.Parse(asked)})
		if err != nil || len(whole) == 0 {
			t.Fatalf("%q finds %d articles, %v", asked, len(whole), err)
		}
		typed, err := l.List(t.Context(), Filter{Query: query.ParseTyped(asked)})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range whole {
			if !slices.ContainsFunc(typed, func(other Entry) bool { return other.ID == e.ID }) {
				t.Errorf("%q finds %q, and does not while it is typed", asked, e.Title)
			}
		}
	}
}

// Words that some write together and others apart are found in both spellings, and
// nothing is found for that which only has a part.
func TestSearchTogetherOrApart(t *testing.T) {
	t.Parallel()
	l := open(t)
	addArticles(t, l,
		articles.Article{Title: "ألف", Body: "زار عبدالله الميناء"}, articles.Article{Title: "باء", Body: "زار عبد الله الميناء"},
		articles.Article{Title: "جيم", Body: "طريق أبوظبي"}, articles.Article{Title: "دال", Body: "طريق أبو ظبي"},
		articles.Article{Title: "هاء", Body: "او به خانه می‌رود"}, articles.Article{Title: "واو", Body: "او به خانه می رود"},
		articles.Article{Title: "زاي", Body: "دریا‌ها و کوه‌ها"}, articles.Article{Title: "حاء", Body: "دریا ها و کوه ها"},
		articles.Article{Title: "طاء", Body: "عبد الرحمن في رود، وطريق أبو مازن"},
	)
	for query, want := range map[string]string{
		"عبدالله":         "ألف | باء",
		"عبد الله":        "ألف | باء",
		`"عبد الله"`:      "باء",
		"عبدالله الميناء": "ألف | باء",
		"أبوظبي":          "جيم | دال",
		"أبو ظبي":         "جيم | دال",
		"می‌رود":          "هاء | واو",
		"می رود":          "هاء | واو",
		"دریا ها":         "زاي | حاء",
		"دریا‌ها":         "زاي | حاء",
		"عبد":             "باء | طاء",
		"عبد ال*":         "ألف | باء | طاء",
	} {
		hits, err := search(t.Context(), l, query, 0)
		got := strings.Split(titles(hits), " | ")
		slices.Sort(got)
		wanted := strings.Split(want, " | ")
		slices.Sort(wanted)
		if err != nil || !slices.Equal(got, wanted) {
			t.Errorf("%s finds %s, %v, want %s", query, titles(hits), err, want)
		}
	}
}

// What the reader did can be asked for, and that it was not done.
func TestSearchMarks(t *testing.T) {
	t.Parallel()
	l := open(t)
	added := addArticles(t, l,
		articles.Article{Title: "ألف", Body: "x"}, articles.Article{Title: "باء", Body: "x"},
		articles.Article{Title: "جيم", Body: "x"}, articles.Article{Title: "دال"},
	)
	if _, err := l.Tag(t.Context(), added[0].ID, "كتب السفر", "بحر"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Tag(t.Context(), added[1].ID, "بحر"); err != nil {
		t.Fatal(err)
	}
	for i, h := range []articles.Highlight{{Note: "كلها"}, {Quote: "x", End: 1}, {Quote: "x", End: 1, Note: "كلمة"}} {
		if _, _, err := l.AddHighlight(t.Context(), added[i].ID, h); err != nil {
			t.Fatal(err)
		}
	}
	for query, want := range map[string]string{
		"tag:بحر":                       "ألف | باء",
		`وسم:"كُتُب السفر"`:             "ألف",
		"وسم:بحر باء":                   "باء",
		"tag:بحر tag:«كتب السفر»":       "ألف",
		"-tag:بحر":                      "جيم | [دال]",
		"tag:بحر -وسم:«كتب السفر»":      "باء",
		"is:highlighted":                "باء | جيم",
		"is:noted":                      "ألف | جيم",
		"حالة:معلق is:highlighted":      "جيم",
		"-is:noted":                     "باء | [دال]",
		"is:unread":                     "ألف | باء | جيم",
		"-is:bookmarked -is:card":       "جيم",
		"tag:لا_وسم_كهذا":               "",
		"tag:":                          "",
		"باء OR جيم -is:highlighted":    "",
		"is:bookmarked after:2020 -ألف": "باء",
	} {
		hits, err := search(t.Context(), l, query, 0)
		if got := titles(hits); err != nil || got != want {
			t.Errorf("%s finds %s, %v, want %s", query, got, err, want)
		}
	}
}

// A whole text is a query too, as one pastes it.
func TestSearchLong(t *testing.T) {
	t.Parallel()
	l := searchable(t)
	text := newGenerator().text(inShort(4_000, 20_000))
	for name, query := range map[string]string{
		"words":        text,
		"alternatives": strings.ReplaceAll(text, " ", " OR "),
		"exclusions":   "البحر -" + strings.ReplaceAll(text, " ", " -"),
		"a phrase":     `"` + text + `"`,
		"one word":     strings.Repeat("ا", 100_000),
		"conditions":   strings.Repeat("is:unread -tag:x ", 5_000),
		"operators":    strings.Repeat(`- OR "" title: `, 5_000),
	} {
		if _, err := search(t.Context(), l, query, 10); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Every text is a query: none is an error, and each that is made of one word of
// an article's title finds the article.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{`a "b`, "-x", "title:", "a OR", `"*`, "is:", "after:x", "NEAR(a b)", "a^2", "\x00", "{a b}: c", "عنوان:-*", "٣%", "हिन्दी", "①", "𐀀", "\u0301"} {
		f.Add(s)
	}
	l := searchable(f)
	f.Fuzz(func(t *testing.T, query string) {
		if _, err := search(t.Context(), l, query, 3); err != nil {
			t.Errorf("%q: %v", query, err)
		}
		if _, err := l.List(t.Context(), Filter{Title: query, Limit: 3}); err != nil {
			t.Errorf("typing %q: %v", query, err)
		}
	})
}

// A query looks among what the rest of a filter chooses: its list, its count, the
// place and the next unread article in it, and marking all of it agree, page by page.
func TestSearchWithFilter(t *testing.T) {
	t.Parallel()
	l := open(t)
	const count = 24
	for i := range count {
		a := articles.Article{Title: fmt.Sprint("خبر ", i), Source: []string{"الأولى", "الثانية"}[i%2], Section: []string{"ثقافة", "سياسة"}[i/2%2], Body: "في السوق قديم " + fmt.Sprint(i)}
		if i%5 == 0 {
			a.Body = "لا شيء منه"
		}
		added := addArticles(t, l, a)
		if i%3 == 0 {
			if err := l.SetRead(t.Context(), added[0].ID, true); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, f := range []Filter{{}, {Source: "الاولى"}, {Section: "سياسة", Source: "الثانية"}, {Unread: true}, {Unread: true, Source: "الثانية"}} {
		for _, text := range []string{"سوق", "-شيء", "السوق -is:card", "سو*", "in:x", "خبر -سوق", "is:read"} {
			f.Query = query.Parse(text)
			want := map[string]bool{}
			everywhere := listEntries(t, l, Filter{Query: f.Query})
			for _, e := range listEntries(t, l, Filter{Unread: f.Unread, Source: f.Source, Section: f.Section}) {
				if slices.ContainsFunc(everywhere, func(other Entry) bool { return other.ID == e.ID }) {
					want[e.ID] = true
				}
			}
			all := listEntries(t, l, f)
			for _, e := range all {
				if !want[e.ID] {
					t.Errorf("%q in %+v finds %q", text, f, e.Title)
				}
			}
			n, err := l.Count(t.Context(), f)
			if len(all) != len(want) || n != len(want) || err != nil {
				t.Errorf("%q in %+v: %d listed, %d counted, want %d, %v", text, f, len(all), n, len(want), err)
			}
			var paged, behind []Entry
			page := f
			for page.Limit = 3; page.Offset < len(all); page.Offset += page.Limit {
				paged = append(paged, listEntries(t, l, page)...)
			}
			page.Offset = 0
			for len(behind) < len(all) {
				some := listEntries(t, l, page)
				if len(some) == 0 {
					break
				}
				behind = append(behind, some...)
				page.After = some[len(some)-1].ID
			}
			if !equalEntries(paged, all) || !equalEntries(behind, all) {
				t.Errorf("%q in %+v by pages: %s, %s, want %s", text, f, titles(paged), titles(behind), titles(all))
			}
			for i, e := range all {
				if at, ok, placeOfErr := l.PlaceOf(t.Context(), f, e.ID); at != i || !ok || placeOfErr != nil {
					t.Errorf("%q in %+v: %q is at %d, %v, %v, want %d", text, f, e.Title, at, ok, placeOfErr, i)
				}
				next := slices.IndexFunc(slices.Concat(all[i+1:], all[:i+1]), func(e Entry) bool { return !e.Read })
				got, ok, nextUnreadErr := l.NextUnread(t.Context(), e.ID, f)
				if nextUnreadErr != nil || ok != (next >= 0) || ok && got.ID != slices.Concat(all[i+1:], all[:i+1])[next].ID {
					t.Errorf("%q in %+v: behind %q the next unread one is %q, %v, %v", text, f, e.Title, got.Title, ok, nextUnreadErr)
				}
			}
			unread := 0
			for _, e := range all {
				unread += boolInt(!e.Read)
			}
			undo, err := l.MarkAllRead(t.Context(), f)
			if err != nil || undo.Count != unread {
				t.Errorf("%q in %+v: %d were marked, want %d, %v", text, f, undo.Count, unread, err)
			}
			if err := l.Undo(t.Context(), undo); err != nil || !equalEntries(listEntries(t, l, f), all) {
				t.Errorf("%q in %+v: not taken back, %v", text, f, err)
			}
		}
	}
}
