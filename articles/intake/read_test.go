package intake

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

func TestReadBadInputs(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, data string
		kind       error
	}{
		{"empty", "", articles.ErrEmpty},
		{"blank", " \n\t\n", articles.ErrEmpty},
		{"binary", "\x89PNG\x00\x01", articles.ErrBinary},
		{"nothing visible", "\u200B\n\u2060", articles.ErrNoArticle},
		{"front matter alone, without a title", "---\nlang: ar\n---\n", articles.ErrNoArticle},
		{"an empty array", "[]", articles.ErrNoArticle},
		{"an object that is no article", `{"id": 5}`, articles.ErrJSON},
		{"a list as front matter", "---\n- title: x\n---\nنص", articles.ErrFrontMatter},
		{"wrong captions", "---\ntitle: x\ncaptions: y\n---\nنص", articles.ErrFrontMatter},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, err := Read("in\x1b[31mput", []byte(test.data))
			if !errors.Is(err, test.kind) || len(list) > 0 {
				t.Fatalf("got %v, %v; want %v", list, err, test.kind)
			}
			if !strings.HasPrefix(err.Error(), "input") || !strings.Contains(err.Error(), test.kind.Error()) {
				t.Errorf("does not say which and what was wrong: %q", err)
			}
		})
	}
}

// What is no text is none, whatever its name says that it is.
func TestBinaryByAnyName(t *testing.T) {
	t.Parallel()
	for _, f := range knownFormats {
		for _, extension := range f.Extensions {
			list, err := Read("a"+extension, []byte("\x00\x01\x02\x00"))
			if !errors.Is(err, articles.ErrBinary) || len(list) > 0 {
				t.Errorf("%s: %v, %v", extension, list, err)
			}
		}
	}
}

// What an article prints as JSON is read back to the same article.
func TestJSONThereAndBack(t *testing.T) {
	t.Parallel()
	day := time.Date(2024, time.December, 29, 18, 30, 0, 5000, time.UTC)
	want := []articles.Article{
		{
			Title: "مكتبة الميناء", Section: "محليات", Source: "صدى الميناء", Place: "الميناء", Author: "سلمى الحداد",
			Published: day, Lang: "ar", Direction: articles.RightToLeft, URL: "https://example.org/1", Summary: "ملخص",
			Body: "نص **غامق**.\n\n- بند\n", Captions: []articles.Caption{{Text: "صورة"}, {Text: "أخرى", After: 2}}, Full: true,
			Related: []articles.Related{{
				ID: "efgh6789", URL: "https://example.org/2", Title: "جسر", Section: "مدن", Source: "صدى", Author: "نادر",
				Place: "حلب", Summary: "بطاقة", Caption: "صورة الجسر",
			}},
			Kept: &articles.Kept{ID: "abcd2345", Read: true, Bookmarked: true, Position: 42, Added: day.AddDate(0, 0, 1)},
		},
		{Title: "A card", Direction: articles.LeftToRight, Kept: &articles.Kept{ID: "efgh6789", Added: day}},
	}
	var lines strings.Builder
	for _, a := range want {
		if err := json.NewEncoder(&lines).Encode(a.JSON()); err != nil {
			t.Fatal(err)
		}
	}
	want[0].Body = strings.TrimRight(want[0].Body, "\n")
	for _, name := range []string{"export.jsonl", "-"} {
		got, err := Read(name, []byte(lines.String()))
		if err != nil {
			t.Fatal(err)
		}
		for i := range want {
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Errorf("article %d:\n got %+v\nwant %+v", i, got[i], want[i])
			}
		}
	}
}

// Whatever bytes come in, what comes out is clean, and prints and reads back
// the same.
func FuzzRead(f *testing.F) {
	for _, path := range fixtures(f) {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(path, data)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		list, err := Read(name, data)
		if err != nil {
			expectClean(t, "the error", err.Error())
		}
		if err == nil && len(list) == 0 {
			t.Error("neither an article nor an error")
		}
		for _, a := range list {
			if a.Title == "" {
				t.Errorf("an article without a title: %+v", a)
			}
			checkStrings(t, reflect.ValueOf(a))
			line, err := json.Marshal(a.JSON())
			if err != nil {
				t.Fatal(err)
			}
			again, err := Read("-", line)
			if err != nil || len(again) != 1 {
				t.Fatalf("%s reads back as %+v, %v", line, again, err)
			}
			if got, _ := json.Marshal(again[0].JSON()); string(got) != string(line) {
				t.Errorf("reads back otherwise:\n%s\n%s", line, got)
			}
		}
	})
}

// checkStrings fails where any string in a value is not clean.
func checkStrings(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		expectClean(t, "a field", v.String())
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for _, field := range v.Fields() {
			checkStrings(t, field)
		}
	case reflect.Slice:
		for i := range v.Len() {
			checkStrings(t, v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			checkStrings(t, v.Elem())
		}
	}
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("كان الكرملين متفائلاً بشأن «البقاء» في قاعدتين عام 2024. ", 30) // 3 KB
	for name, line := range map[string]any{
		"flat":   map[string]string{"title": "عنوان", "text": text, "date": "2024-12-29"},
		"export": articles.Article{Title: "عنوان", Body: text, Full: true}.JSON(),
	} {
		data, err := json.Marshal(line)
		if err != nil {
			b.Fatal(err)
		}
		const count = 1000
		lines := []byte(strings.Repeat(string(data)+"\n", count))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(lines)))
			for b.Loop() {
				if list, err := Read("-", lines); err != nil || len(list) != count {
					b.Fatal(len(list), err)
				}
			}
			b.ReportMetric(float64(count*b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// expectClean fails where a text holds what no article may.
func expectClean(t *testing.T, what, s string) {
	t.Helper()
	if clean := text.CleanText(s); clean != s {
		t.Errorf("%s is not clean: %+q", what, s)
	}
}
