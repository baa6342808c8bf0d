package linear

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/words"
)

// sampleLibrary holds articles of two sections; the first names the second and one
// whose text is not there.
func sampleLibrary(t *testing.T) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	var list []articles.Article
	for i, title := range []string{"سوق النحاس", "ميناء جديد", "كتاب الطبخ"} {
		list = append(list, articles.Article{
			Title: title, Section: "مدن", Source: "دفتر", Lang: "ar", Full: true,
			Published: time.Date(2026, 3, 9-i, 0, 0, 0, 0, time.UTC),
			Body:      "## " + title + " اليوم\n\nفقرة أولى\nمن سطرين.\n\n- بند\n- **بند** آخر\n",
		})
	}
	list[0].Related = []articles.Related{
		{Title: "ميناء جديد", Section: "مدن", Source: "دفتر"}, {Title: "خبر لم يصل", Summary: "موجزه."},
	}
	if _, err := l.Add(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	return l
}

// transcript is what the reader prints between the lines that it is given, each
// of which stands behind the prompt.
func transcript(t *testing.T, l *store.Library, lang string, open string, lines ...string) string {
	t.Helper()
	w := words.For(lang)
	var out strings.Builder
	err := Run(t.Context(), Config{
		Library: l, Words: w, In: strings.NewReader(joined(lines)), Out: &out, Open: open, Sentence: error.Error,
	})
	if err != nil {
		t.Fatal(err)
	}
	said := out.String()
	for _, line := range lines {
		said = strings.Replace(said, w.Linear.Prompt+" ", "> "+line+"\n", 1)
	}
	return strings.ReplaceAll(said, w.Linear.Prompt+" ", "> ")
}

// joined ends every line, as Enter does.
func joined(lines []string) (text string) {
	for _, line := range lines {
		text += line + "\n"
	}
	return text
}

func TestReadingLineByLine(t *testing.T) {
	const list = `Articles: 4 articles
1. سوق النحاس, مدن, دفتر, 9 March 2026, unread
2. خبر لم يصل, summary only
3. ميناء جديد, مدن, دفتر, 8 March 2026, unread
4. كتاب الطبخ, مدن, دفتر, 7 March 2026, unread
`
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"leaving", []string{"q"}, list + "> q\n"},
		{"with the Arabic layout on", []string{"ض"}, list + "> ض\n"},
		{"the end of the input", nil, list + "> \n"},
		{"an article and its related ones", []string{"1"}, list + `> 1
مدن · 9 March 2026 · 1 minute
سوق النحاس
دفتر
سوق النحاس اليوم
فقرة أولى من سطرين.
• بند
• بند آخر
Related:
1. ميناء جديد, مدن, دفتر, 8 March 2026, unread, named by the article
2. خبر لم يصل, summary only, named by the article
> 
`},
		{"a number in any digits", []string{"٩"}, list + "> ٩\nNo article has that number.\n> \n"},
		{"a key that does nothing", []string{"x"}, list + "> x\nThere is no command on that key. The key ? lists the commands.\n> \n"},
		{"no more of the list", []string{""}, list + "> \nThere are no more. The key l lists the articles again.\n> \n"},
		{"nothing is open", []string{"b", "r", "["}, list + "> b\nChoose an article from the list.\n> r\nChoose an article from the list.\n> [\nNothing before this.\n> \n"},
		{"looking for words", []string{"مينا", "/كتاب"}, list + "> مينا\nNo article matches.\n> /كتاب\n1 article\n1. كتاب الطبخ, مدن, دفتر, 7 March 2026, unread\n> \n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := transcript(t, sampleLibrary(t), "en", "", tt.lines...); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// What the reader does to an article is there the next time.
func TestMarksAndHistory(t *testing.T) {
	l := sampleLibrary(t)
	got := transcript(t, l, "ar", "", "4", "b", "l", "1", "[", "u", "]", "]", "B", "U")
	for _, want := range []string{
		"> b\nوُضعت الإشارة.\n",
		"4. كتاب الطبخ، مدن، دفتر، 7 مارس 2026، إشارة\n",
		"> [\nمدن · 7 مارس 2026 · دقيقة للقراءة\nكتاب الطبخ\n",
		"> u\nعُلّمت غير مقروءة.\n",
		"> ]\nمدن · 9 مارس 2026 · دقيقة للقراءة\nسوق النحاس\n",
		"> ]\nلا شيء بعد هذا.\n",
		"> B\nالمقالات: مقالة واحدة\n1. كتاب الطبخ، مدن، دفتر، 7 مارس 2026، غير مقروءة، إشارة\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	read, err := l.List(t.Context(), store.Filter{Unread: true})
	if err != nil || len(read) == 0 || read[len(read)-1].Title != "كتاب الطبخ" {
		t.Errorf("unread: %+v, %v", read, err)
	}
}

func TestOpensTheArticleAskedFor(t *testing.T) {
	l := sampleLibrary(t)
	entries, err := l.List(t.Context(), store.Filter{Title: "ميناء"})
	if err != nil || len(entries) != 1 {
		t.Fatal(entries, err)
	}
	if got := transcript(t, l, "en", entries[0].ID, "q"); !strings.HasPrefix(got, "مدن · 8 March 2026 · 1 minute\nميناء جديد\n") {
		t.Error(got)
	}
}

// A long list comes in parts, in the order of its numbers.
func TestLongLists(t *testing.T) {
	l := sampleLibrary(t)
	var more []articles.Article
	for _, letter := range "ابتثجحخدذرز" {
		more = append(more, articles.Article{Title: "حرف " + string(letter), Body: "نص " + string(letter), Full: true})
	}
	if _, err := l.Add(t.Context(), more); err != nil {
		t.Fatal(err)
	}
	got := transcript(t, l, "en", "", "", "n")
	if !strings.Contains(got, "\nEnter shows what is left: 5 articles\n> \n11. ") || !strings.Contains(got, "\n15. ") ||
		!strings.HasSuffix(got, "> n\nThere are no more. The key l lists the articles again.\n> \n") {
		t.Error(got)
	}
}

// The reader ends with its context, and says errors in its user's words.
func TestEndsAndErrors(t *testing.T) {
	l := sampleLibrary(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out strings.Builder
	c := Config{
		Library: l, Words: words.English(), In: neverReady{}, Out: &out, Open: "nothing",
		Sentence: func(err error) string {
			if errors.Is(err, context.Canceled) {
				return "cancelled"
			}
			return err.Error()
		},
	}
	if err := Run(ctx, c); err != nil || out.String() != "cancelled\n"+c.Words.Linear.Prompt+" \n" {
		t.Errorf("%q, %v", out.String(), err)
	}
	c.Out = full{}
	if err := Run(t.Context(), c); err == nil {
		t.Error("no error where nothing can be written")
	}
}

type neverReady struct{}

func (neverReady) Read([]byte) (int, error) { select {} }

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }
