package store

import (
	"strings"
	"testing"

	"warraq/articles"
	"warraq/articles/text"
)

// marked shows the parts of a text between brackets.
func marked(text string, hits []text.Range) string {
	var b strings.Builder
	at := 0
	for _, h := range hits {
		b.WriteString(text[at:h.Start] + "[" + text[h.Start:h.End] + "]")
		at = h.End
	}
	return b.String() + text[at:]
}

// The words of a query are marked in the forms in which the search finds them.
func TestFindInText(t *testing.T) {
	for _, tt := range []struct{ name, text, query, want string }{
		{"spelling", "الورّاقون في بغداد", "الوراقون", "[الورّاقون] في بغداد"},
		{"the article and what goes before it", "زار المكتبة وقال للمكتبة", "مكتبة", "زار [المكتبة] وقال [للمكتبة]"},
		{"no part of a word", "كتابان وكاتب", "كات", "كتابان وكاتب"},
		{"several words", "سوق الكتب القديمة في سوق أخرى", "سوق كتب", "[سوق] [الكتب] القديمة في [سوق] أخرى"},
		{"a phrase's words as they are written", "سوق الكتب والكتب", `"سوق الكتب"`, "[سوق] [الكتب] والكتب"},
		{"the start of a word", "مكتبات كثيرة", "مكت*", "[مكتبات] كثيرة"},
		{"a field", "سوق الكتب", "عنوان:سوق", "[سوق] الكتب"},
		{"either", "باب وبيت", "باب OR بيت", "[باب] [وبيت]"},
		{"not what is excluded", "باب وبيت", "باب -بيت", "[باب] وبيت"},
		{"digits", "عام ٢٠٢٤", "2024", "عام [٢٠٢٤]"},
		{"a condition alone", "باب", "is:unread", "باب"},
		{"nothing", "باب", "", "باب"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := marked(tt.text, Find(tt.text, tt.query)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestExcerpts(t *testing.T) {
	l := open(t)
	far := strings.Repeat("كلام لا شأن له بشيء ", 50)
	added, err := l.Add(t.Context(), []articles.Article{
		{Title: "أول", Full: true, Body: "# عنوان\n\n" + far + "\n\nثم زار **الميناء** القديم و[سوق النحاس](https://example.org/x) فيه.\n\n" + far},
		{Title: "ثان", Full: true, Body: "الميناء في أوله، و`code` بعده.", Summary: "موجز"},
		{Title: "ثالث", Full: true, Body: "لا شيء هنا.", Summary: "فيه ميناء"},
		{Title: "رابع ميناء", Full: true, Body: "لا شيء هنا."},
		{Title: "بطاقة", Summary: "موجز البطاقة وحده"},
	})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, a := range added {
		ids = append(ids, a.ID)
	}
	excerpts, err := l.Excerpts(t.Context(), "ميناء نحاس", ids, 50)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{
		"… ثم زار [الميناء] القديم وسوق [النحاس] فيه. كلام لا…",
		"[الميناء] في أوله، وcode بعده.",
		"فيه [ميناء]",
		"لا شيء هنا.",
		"موجز البطاقة وحده",
	} {
		got := marked(excerpts[i].Text, excerpts[i].Hits)
		if got != want {
			t.Errorf("%d: got %s, want %s", i, got, want)
		}
	}
}

// A word that is longer than an excerpt is cut behind the marks of a letter.
func TestExcerptOfALongWord(t *testing.T) {
	m := newMatcher("شيء")
	text := strings.Repeat("بَ", 50)
	for length := 1; length < 20; length++ {
		e := m.excerpt(text, length)
		if cut := strings.TrimSuffix(e.Text, "…"); cut == e.Text || !strings.HasSuffix(cut, "بَ") {
			t.Errorf("of %d characters it is %q", length, e.Text)
		}
	}
}

// An excerpt of any text is a part of it, with hits that are words.
func FuzzExcerpt(f *testing.F) {
	f.Add("سوق الكتب القديمة في المدينة", "كتب", 10)
	f.Add("a\xffb ]( \\", "b OR a*", 3)
	f.Fuzz(func(t *testing.T, s, query string, length int) {
		m := newMatcher(query)
		e := m.excerpt(plainText(s), length%1000)
		at := 0
		for _, h := range e.Hits {
			if h.Start < at || h.End > len(e.Text) || !m.matches(text.Fold(e.Text[h.Start:h.End])) {
				t.Fatalf("%q for %q: %v in %q", s, query, h, e.Text)
			}
			at = h.End
		}
	})
}

func BenchmarkExcerpt(b *testing.B) {
	text := strings.Repeat("زار الوزير ميناء المدينة القديم وقال إن العمل فيه يستمر حتى نهاية العام ", 40)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		m := newMatcher("ميناء نحاس")
		m.excerpt(text, 100)
	}
}
