package roots_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/articles/text/roots"
)

// Words have the root that a dictionary has them under, whatever is written together
// with them.
func TestOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ word, root string }{
		{"كتاب", "كتب"}, {"والكتاب", "كتب"}, {"كُتُب", "كتب"}, {"مكتبات", "كتب"}, {"مكتبتها", "كتب"}, {"يكتبون", "كتب"}, {"سيكتبونها", "كتب"},
		{"مدارس", "درس"}, {"بالمدرسة", "درس"}, {"تدريسهم", "درس"}, {"اجتماع", "جمع"}, {"يجتمعون", "جمع"}, {"مجاميع", "جمع"},
		{"يقول", "قول"}, {"قال", "قول"}, {"يدعو", "دعو"}, {"يصل", "وصل"}, {"استقلال", "قلل"}, {"يستقبل", "قبل"}, {"وزارة", "وزر"}, {"الوزراء", "وزر"},
		{"مستواها", "سوي"}, {"يترجم", "ترجم"},
	} {
		if got := roots.Of(test.word); !slices.Contains(got, test.root) {
			t.Errorf("the roots of %s are %v, want %s", test.word, got, test.root)
		}
	}
	for _, none := range []string{"", "و", "Tarshiha", "שלום", "فيسبوكيات", "١٢"} {
		if got := roots.Of(none); len(got) > 0 {
			t.Errorf("%q has the roots %v", none, got)
		}
	}
}

// A root is understood as people write it.
func TestParse(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		"كتب": "كتب", "ك ت ب": "كتب", "ك-ت-ب": "كتب", "أكل": "ءكل", "سأل": "سءل", "قرأ": "قرء", "ترجم": "ترجم", "كتاب": "كتب",
		"": "", "xyz": "", "ظظظظ": "",
	} {
		if got, ok := roots.Parse(written); got != want || ok != (want != "") {
			t.Errorf("%q is the root %q, %v, want %q", written, got, ok, want)
		}
	}
}

// Every word of a family is folded and has the root of the family, unless it is a word
// of another too.
func TestFamily(t *testing.T) {
	t.Parallel()
	for _, root := range []string{"كتب", "درس", "قول", "ترجم", "ءكل"} {
		family := roots.Family(root)
		if len(family) < 3 {
			t.Errorf("%s has the words %v", root, family)
		}
		of := 0
		for _, word := range family {
			if text.Fold(word) != word {
				t.Errorf("%s is not folded", word)
			}
			if slices.Contains(roots.Of(word), root) {
				of++
			}
		}
		if 10*of < 8*len(family) {
			t.Errorf("%d of the %d words of %s have that root", of, len(family), root)
		}
	}
	if got := roots.Family("xyz"); got != nil {
		t.Errorf("xyz has the words %v", got)
	}
}

// Whatever is looked up, there is an answer.
func FuzzOf(f *testing.F) {
	for _, word := range []string{"", "كتاب", "وبال", "ااااااااااااااااااااا", "\xff", "ييييييييييييييييي"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for _, root := range roots.Of(word) {
			if roots.Family(root) == nil {
				t.Errorf("%q has the root %q, which has no words", word, root)
			}
		}
		_, _ = roots.Parse(word)
	})
}

func ExampleOf() {
	fmt.Println(roots.Of("وبمكتباتهم"))
	// Output: [كتب]
}
