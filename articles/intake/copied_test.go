package intake

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/copied"
	"github.com/warraq/warraq/articles/text"
)

// copiedPages are the fixtures of pages that were copied whole.
func copiedPages(t testing.TB) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("testdata/copied-*.txt")
	if err != nil || len(paths) < 8 {
		t.Fatalf("%v, %d pages", err, len(paths))
	}
	pages := map[string]string{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		pages[filepath.Base(path)] = string(data)
	}
	return pages
}

// How a page was copied does not change what is read from it.
func TestCopiedInOtherClothes(t *testing.T) {
	t.Parallel()
	for name, way := range map[string]func(string) string{
		"a blank line below each": func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") },
		"no blank lines":          func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n") },
		"Windows line ends":       func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"spaces around":           func(s string) string { return strings.ReplaceAll(s, "\n", " \n\u00A0") },
	} {
		t.Run(name, func(t *testing.T) {
			for page, text := range copiedPages(t) {
				want, err := Read(page, []byte(text))
				if err != nil {
					t.Fatal(err)
				}
				got, err := Read(page, []byte(way(text)))
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(got, want) {
					t.Errorf("%s differs:\n got %+v\nwant %+v", page, got, want)
				}
			}
		})
	}
}

// Advertisements, bars of buttons and links to other articles among the
// paragraphs change nothing in the text, wherever they stand.
func TestCopiedWithMoreFurniture(t *testing.T) {
	t.Parallel()
	for page, s := range copiedPages(t) {
		want, err := Read(page, []byte(s))
		if err != nil {
			t.Fatal(err)
		}
		for name, more := range map[string]string{
			"an advertisement": "إعلان", "buttons": "facebook\nwhatsapp\nنسخ الرابط", "a link": "اقرأ أيضا: خبر آخر من الصفحة",
		} {
			for _, paragraph := range strings.Split(want[0].Body, "\n\n")[1:] {
				plain := text.Unescape(paragraph)
				got, err := Read(page, []byte(strings.Replace(s, plain, more+"\n"+plain, 1)))
				if err != nil {
					t.Fatal(err)
				}
				if got[0].Body != want[0].Body || got[0].Title != want[0].Title {
					t.Errorf("%s: %s before %q gives\n%s", page, name, plain, got[0].Body)
				}
			}
		}
	}
}

// What nobody copied from a page stays as it is.
func TestNotCopied(t *testing.T) {
	t.Parallel()
	sentence := "هذه جملة طويلة بما يكفي لتكون فقرة في نص كتبه صاحبه بنفسه لا صفحة نُسخت.\n\n"
	for name, text := range map[string]string{
		"an essay":                  "عنوان المقال\n\n" + strings.Repeat(sentence, 5),
		"an essay with a date":      "عنوان المقال\n\nبقلم: صاحبه\n\n3 مارس 2026\n\n" + strings.Repeat(sentence, 5),
		"an essay with a list":      "عنوان\n\n" + strings.Repeat(sentence, 3) + "تفاح\nخبز\nجبن\nزيتون\nزيت\n",
		"an essay that says more":   "عنوان\n\n" + strings.Repeat(sentence, 3) + "اقرأ المزيد: كتاب آخر\n",
		"verses":                    strings.Repeat("شطر أول\nشطر ثان\n\n", 10),
		"a menu and nothing else":   "الرئيسية\nأخبار\nرياضة\nثقافة\nشارك\nfacebook\nالأكثر قراءة\nخبر\nخبر آخر\n",
		"a note about sharing":      "شارك\n\n" + strings.Repeat(sentence, 3),
		"Markdown with code of web": "# عنوان\n\n" + strings.Repeat(sentence, 2) + "شارك\n\n<b>facebook</b>\n",
	} {
		if _, mine, _ := copied.Format.Read(t.Context(), articles.NewSource("", []byte(text))); mine {
			t.Errorf("%s is taken for a copied page", name)
		}
	}
}

func FuzzCopied(f *testing.F) {
	for _, text := range copiedPages(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		list, mine, err := copied.Format.Read(t.Context(), articles.NewSource("", []byte(text)))
		if mine && err == nil && (len(list) != 1 || list[0].Title == "" && list[0].Body == "") {
			t.Errorf("%+v", list)
		}
	})
}
