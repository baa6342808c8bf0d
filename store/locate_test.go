package store

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
)

func TestLocate(t *testing.T) {
	t.Parallel()
	const text = "عاد النهر إلى مجراه بعد ثلاث سنين، وقال أهل القرية إن النهر لا ينسى. ثم زرعوا الضفة كلها قمحًا، وقال أهل المدينة إن النهر لا ينسى."
	mark := func(quote string, nth int) articles.Highlight {
		at := 0
		for range nth {
			at += strings.Index(text[at:], quote) + len(quote)
		}
		at += strings.Index(text[at:], quote)
		start := utf8.RuneCountInString(text[:at])
		return Passage(text, start, start+utf8.RuneCountInString(quote))
	}
	for _, test := range []struct {
		name string
		h    articles.Highlight
		now  string // the passage in brackets; none where it is not found
	}{
		{"as it was", mark("ثلاث سنين", 0), "عاد النهر إلى مجراه بعد [ثلاث سنين]، وقال"},
		{"further down", mark("ثلاث سنين", 0), "مقدمة طويلة زيدت. عاد النهر إلى مجراه بعد [ثلاث سنين]، وقال"},
		{"spelled otherwise", mark("زرعوا الضفة", 0), "ثم زَرَعُوا القمح و[زَرَعوا الضفه] كلها"},
		{"broken over lines", mark("إلى مجراه بعد", 0), "عاد النهر [إلى\n   مجراه بعد] ثلاث"},
		{"the first of two", mark("النهر لا ينسى", 0), "قيل إن النهر لا ينسى، وقال أهل القرية إن [النهر لا ينسى]. ثم زرعوا. وقال أهل المدينة إن النهر لا ينسى."},
		{"the second of two", mark("النهر لا ينسى", 1), "وقال أهل القرية إن النهر لا ينسى. كلها قمحًا، وقال أهل المدينة إن [النهر لا ينسى]."},
		{"changed a little", mark("ثم زرعوا الضفة كلها قمحًا", 0), "وقال أهل القرية إن النهر لا ينسى. [ثم زرعوا الضفتين شعيرًا]، وقال أهل المدينة إن"},
		{"gone", mark("ثلاث سنين", 0), "نص آخر لا صلة له بما كان"},
		{"gone with all that was between", mark("ثلاث سنين", 0), "عاد النهر إلى مجراه بعد، وقال أهل القرية إن النهر"},
		{"a note on the whole", articles.Highlight{Note: "جيد"}, text},
		{"nothing left", mark("ثلاث سنين", 0), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			now := strings.NewReplacer("[", "", "]", "").Replace(test.now)
			start, end, ok := Locate(now, test.h)
			got := now
			if ok {
				r := []rune(now)
				got = string(r[:start]) + "[" + string(r[start:end]) + "]" + string(r[end:])
			}
			if got != test.now {
				t.Errorf("it is\n%s\nwant\n%s", got, test.now)
			}
		})
	}
}

// Of two that read alike the nearer is taken.
func TestLocateNearest(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("سطر ", 20)
	for _, at := range []int{0, 4, 40, 76} {
		if start, end, ok := Locate(text, articles.Highlight{Start: at, End: at + 3, Quote: "سطر"}); !ok || start != at || end != at+3 {
			t.Errorf("at %d: %d to %d, %v", at, start, end, ok)
		}
	}
}

// A passage of any text is found in it, and whatever is found lies in the text.
func FuzzLocate(f *testing.F) {
	f.Add("عاد النهر  إلى\nمجراه", "النهر عاد إلى مجراه", 4, 9)
	f.Add("ﷺ a\xffb\u200f", "ab", 0, 2)
	f.Fuzz(func(t *testing.T, text, other string, start, end int) {
		h := Passage(text, start, end)
		if from, to, ok := Locate(other, h); ok && (from < 0 || to < from || to > utf8.RuneCountInString(other)) {
			t.Errorf("%d to %d of %q", from, to, other)
		}
		words := strings.TrimSpace(h.Quote)
		if _, _, ok := Locate(text, h); !ok && utf8.ValidString(text) && strings.ContainsAny(words, "abcdefghابتث") {
			t.Errorf("%q is not found in %q", h.Quote, text)
		}
	})
}
