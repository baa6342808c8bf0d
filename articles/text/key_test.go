package text

import (
	"strings"
	"testing"
)

func TestKey(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"spaces alone", " \t\u00A0\n", ""},
		{"letters as Fold has them", "إقرأ أيضًا", "اقرا ايضا"},
		{"stops and colons", " أ.ف.ب… : ", "افب"},
		{"spaces of any kind", "مقالات\u00A0 ذات\u2003\tصلة", "مقالات ذات صله"},
		{"other signs stay", "(رويترز) - «صحيفة»", "(رويترز) - «صحيفه»"},
		{"digits and capitals", "Image ١٢", "image 12"},
		{"Persian, joined and apart", "پربیننده\u200cترین", "پربينندهترين"},
		{"controls", "a\x07b\u0085c", "ab c"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := Key(test.in); got != test.want {
				t.Errorf("Key(%+q) = %+q, want %+q", test.in, got, test.want)
			}
		})
	}
}

// A key of a key is that key, and it is what Fold gives but for spaces and stops.
func FuzzKey(f *testing.F) {
	for _, seed := range []string{"إقرأ أيضًا: ", "a  b", " . ", "\u3000x…", "A.B"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := Key(s)
		if again := Key(key); again != key {
			t.Errorf("%+q, then %+q", key, again)
		}
		if strings.Contains(key, "  ") || strings.TrimSpace(key) != key {
			t.Errorf("%+q has spaces too many", key)
		}
	})
}
