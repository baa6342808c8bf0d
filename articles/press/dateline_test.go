package press

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// A town before a colon opens a text in Urdu; elsewhere it may be who says what follows.
func TestTownsBeforeColons(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, body, place string }{
		{"ur", "لاہور: بلدیہ نے دیوار کی مرمت کا اعلان کیا ہے۔", "لاہور"},
		{"ur-PK", "**کراچی:** بلدیہ نے دیوار کی مرمت کا اعلان کیا ہے۔", "کراچی"},
		{"ur", "بلدیہ: دیوار کی مرمت اگلے ہفتے شروع ہو گی۔", ""},
		{"ar", "موسكو: لن نرمّم السور هذا العام ولا العام الذي يليه.", ""},
	} {
		a := articles.Article{Lang: c.lang, Body: c.body}
		if FindPlace(&a); a.Place != c.place || a.Body != c.body {
			t.Errorf("%s: the place is %q", c.body, a.Place)
		}
	}
}
