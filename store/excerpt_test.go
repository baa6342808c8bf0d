package store

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store/query"
)

// Lines that are drawn, below the head of a table or between paragraphs, are no text; dashes
// within a line are.
func TestPlainText(t *testing.T) {
	t.Parallel()
	for markdown, want := range map[string]string{
		"قبل\n\n| العملة | شراء |\n|---|:---:|\n| الدولار | 3.5 |\n\nبعد": "قبل العملة شراء الدولار 3.5 بعد",
		"| --- | --- |\nكلام":             "كلام",
		"عنوان\n=====\n\nنص\n\n---\n\nنص": "عنوان نص نص",
		"نص\n---": "نص",
		"قال - وهو يضحك - نعم\n- أول\n- ثان": "قال - وهو يضحك - نعم - أول - ثان",
		"--\n-": "-- -",
		"---":   "",
		"":      "",
	} {
		if got := plainText(markdown); got != want {
			t.Errorf("%q is %q, want %q", markdown, got, want)
		}
	}
}

// markHits shows the parts of a text between brackets.
func markHits(content string, hits []text.Range) string {
	var b strings.Builder
	at := 0
	for _, h := range hits {
		b.WriteString(content[at:h.Start] + "[" + content[h.Start:h.End] + "]")
		at = h.End
	}
	return b.String() + content[at:]
}

func TestExcerpts(t *testing.T) {
	t.Parallel()
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
	excerpts, err := l.Excerpts(t.Context(), query.Parse("ميناء نحاس"), ids, 50)
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
		got := markHits(excerpts[i].Text, excerpts[i].Hits)
		if got != want {
			t.Errorf("%d: got %s, want %s", i, got, want)
		}
	}
}

// A word that is longer than an excerpt is cut behind the marks of a letter.
func TestExcerptOfALongWord(t *testing.T) {
	t.Parallel()
	q := query.Parse("شيء")
	content := strings.Repeat("بَ", 50)
	for length := 1; length < 20; length++ {
		e := excerptOf(q, content, length)
		if cut := strings.TrimSuffix(e.Text, "…"); cut == e.Text || !strings.HasSuffix(cut, "بَ") {
			t.Errorf("of %d characters it is %q", length, e.Text)
		}
	}
}

// An excerpt of any text is a part of it, with hits that are words.
func FuzzExcerpt(f *testing.F) {
	f.Add("سوق الكتب القديمة في المدينة", "كتب", 10)
	f.Add("a\xffb ]( \\", "b OR a*", 3)
	f.Fuzz(func(t *testing.T, content, asked string, length int) {
		q := query.Parse(asked)
		e := excerptOf(q, plainText(content), length%1000)
		at := 0
		for _, h := range e.Hits {
			if h.Start < at || h.End > len(e.Text) || len(q.Find(e.Text[h.Start:h.End])) != 1 {
				t.Fatalf("%q for %q: %v in %q", content, asked, h, e.Text)
			}
			at = h.End
		}
	})
}

func BenchmarkExcerpt(b *testing.B) {
	content := strings.Repeat("زار الوزير ميناء المدينة القديم وقال إن العمل فيه يستمر حتى نهاية العام ", 40)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		excerptOf(query.Parse("ميناء نحاس"), content, 100)
	}
}
