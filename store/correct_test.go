package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/query"
)

func TestCorrect(t *testing.T) {
	t.Parallel()
	l := open(t)
	for i := range 12 {
		addArticles(t, l, articles.Article{Title: fmt.Sprint("نظر في مَدْرَسَةِ النهر ", i), Body: "كتاب عن الصحراء والمصطفى " + fmt.Sprint(i)})
	}
	addArticles(t, l, articles.Article{Title: "نصر", Source: "الضفة", Body: "كتان، ونضير"})
	for _, test := range []struct{ name, query, want string }{
		{"all there", "نظر مدرسة", ""},
		{"there in another form", "مدرستهم", ""},
		{"by ear, and as it is written", "مدرصة", "مدرسة"},
		{"the more frequent", "كتاث", "كتاب"},
		{"by ear before by hand", "نضر", "نظر"},
		{"within a query", "نظر \"مدرصة النهر\" -غائب", "نظر \"مدرسة النهر\" -غائب"},
		{"with its operator", "title:مدرصة OR نظر", "title:مدرسة OR نظر"},
		{"with its marks", "مَدْرَصَةٌ", "مدرسة"},
		{"in another field", "source:الظفة", "source:الضفة"},
		{"two of them", "مدرصة النهز", "مدرسة النهر"},
		{"one beyond help", "مدرصة غضنفر", ""},
		{"together they find nothing", "مدرصة كتان", ""},
		{"too short", "نظ", ""},
		{"what is left out is not corrected", "نظر -مدرصة", ""},
		{"nothing", "", ""},
		{"signs", "؟ * \" - ()", ""},
		{"there with its article alone", "صحراغ", "الصحراء"},
		{"there without the article", "الكتاث", "كتاب"},
		{"nothing near", "قسطنطينية", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := l.Correct(t.Context(), query.Parse(test.query))
			if err != nil || got != test.want {
				t.Errorf("%q, %v, want %q", got, err, test.want)
			}
			if got != "" {
				if hits, err := search(t.Context(), l, got, 0); err != nil || len(hits) == 0 {
					t.Errorf("it finds %d, %v", len(hits), err)
				}
			}
		})
	}
}

// A word of the library with one mistake, as one types it who finds nothing.
func BenchmarkCorrect(b *testing.B) {
	sizes(b, func(b *testing.B, l *Library) {
		g := newGenerator()
		var took []time.Duration
		corrected := 0
		for i := 0; b.Loop(); i++ {
			word := []rune(g.words[i*37%3000])
			at := 1 + i%(len(word)-1)
			asked := string(word[:at]) + "ژ" + string(word[at:])
			start := time.Now()
			meant, err := l.Correct(b.Context(), query.Parse(asked))
			if err != nil {
				b.Fatal(err)
			}
			took = append(took, time.Since(start))
			if !strings.Contains(meant, "ژ") && meant != "" {
				corrected++
			}
		}
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		b.ReportMetric(100*float64(corrected)/float64(len(took)), "%corrected")
	})
}
