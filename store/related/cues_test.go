package related

import (
	"testing"

	"warraq/store/arabic"
)

// No word that announces a name is passed over as a function word, with a
// conjunction or an article or without.
func TestCuesAreHeard(t *testing.T) {
	for _, text := range []string{
		"وزير الوزير والوزير وزارة الوزارة", "رئيس الرئيس والرئيس", "مدينة والمدينة", "شركة الشركة وشركة", "قاعدة القاعدة وقاعدة",
		"مطار المطار ومطار", "شهر شہر وزیراعظم شرکت", "سفير والسفير", "نادي النادي ونادي",
	} {
		for _, w := range arabic.Words(text) {
			if _, ok := cueOf(&token{folded: w, stem: arabic.Stem(w)}); !ok || isFunctionWord(w) {
				t.Errorf("%s announces nothing", w)
			}
		}
	}
}
