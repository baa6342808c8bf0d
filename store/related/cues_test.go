package related

import (
	"testing"

	"github.com/warraq/warraq/articles/text"
)

// No word that announces a name is passed over as a function word, with a
// conjunction or an article or without.
func TestCuesAreHeard(t *testing.T) {
	for _, s := range []string{
		"وزير الوزير والوزير وزارة الوزارة", "رئيس الرئيس والرئيس", "مدينة والمدينة", "شركة الشركة وشركة", "قاعدة القاعدة وقاعدة",
		"مطار المطار ومطار", "شهر شہر وزیراعظم شرکت", "سفير والسفير", "نادي النادي ونادي",
	} {
		for _, w := range text.Words(s) {
			if _, ok := cueOf(&token{folded: w, stem: text.Stem(w)}); !ok || isFunctionWord(w) {
				t.Errorf("%s announces nothing", w)
			}
		}
	}
}
