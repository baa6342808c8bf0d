package store

import (
	"fmt"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/query"
)

// The family of a root are its words in the library, each with how many articles have it,
// whatever is written together with it.
func TestFamily(t *testing.T) {
	t.Parallel()
	l := open(t)
	addArticles(t, l,
		articles.Article{Title: "المكتبة", Body: "في المكتبة كتاب، ومكتبة أخرى قريبة."},
		articles.Article{Title: "ثانية", Body: "بالكتاب وصل الكاتب إلى مكتبتها."},
		articles.Article{Title: "ثالثة", Body: "في المدارس مقاعد جديدة."},
	)
	family, err := l.Family(t.Context(), "كتب")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for i, w := range family {
		got[w.Word] = w.Articles
		if i > 0 && w.Articles > family[i-1].Articles {
			t.Errorf("%v is not in order", family)
		}
	}
	if got["مكتبه"] != 2 || got["كتاب"] != 2 || got["كاتب"] != 1 || got["مدرسه"] != 0 {
		t.Errorf("the family is %v", family)
	}
	if family, err := l.Family(t.Context(), "xyz"); err != nil || len(family) != 0 {
		t.Errorf("of no root it is %v, %v", family, err)
	}
}

// Each place is given with the text around it, and its passage is found again there.
func TestOccurrences(t *testing.T) {
	t.Parallel()
	l := open(t)
	far := strings.Repeat("كلام كثير لا صلة له بما يُطلب هنا. ", 12)
	addArticles(t, l,
		articles.Article{Title: "أولى", Body: "فُتحت المكتبة والكتب في صناديقها. " + far + "ثم جاء **الكاتب** إليها."},
		articles.Article{Title: "كتاب جديد", Summary: "وصل أمس."},
		articles.Article{Title: "ثالثة", Body: "في المدارس مقاعد جديدة."},
	)
	q := query.Parse("جذر:كتب")
	found, err := l.Occurrences(t.Context(), q, 10)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range found {
		got = append(got, o.Entry.Title+": "+o.Passage.Quote)
		if o.Passage.Quote != "" && len(o.Excerpt.Hits) == 0 {
			t.Errorf("%q has no word marked", o.Excerpt.Text)
		}
	}
	if text := fmt.Sprint(got); text != "[كتاب جديد:  أولى: المكتبة أولى: الكاتب]" {
		t.Errorf("the places are %s", text)
	}
	item, err := l.Article(t.Context(), found[2].Entry.ID)
	if err != nil {
		t.Fatal(err)
	}
	if start, end, ok := Locate(item.Body, found[2].Passage); !ok || string([]rune(item.Body)[start:end]) != "الكاتب" {
		t.Errorf("it is found at %d to %d, %v", start, end, ok)
	}
	if one, err := l.Occurrences(t.Context(), q, 2); err != nil || len(one) != 2 {
		t.Errorf("of two at most it gives %d, %v", len(one), err)
	}
}
