package page

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
)

func TestIsolateWords(t *testing.T) {
	t.Parallel()
	comment := rtl.Style{Foreground: purposeColor(purposeTheme.Muted)}
	for _, test := range []struct {
		text  string
		style rtl.Style
		want  string
	}{
		{"x = 1", rtl.Style{}, "x = 1"},
		{"", comment, ""},
		{`"نص عربي." + x`, rtl.Style{}, "\"\u2068نص عربي\u2069.\" + x"},
		{"س", rtl.Style{}, "\u2068س\u2069"},
		{"سُ- x מילה", rtl.Style{}, "\u2068سُ\u2069- x \u2068מילה\u2069"},
		{"// سُ- x מילה.", comment, "// \u2068سُ- x מילה\u2069."},
	} {
		if got := isolateWords(test.text, test.style); got != test.want {
			t.Errorf("%q is %q, want %q", test.text, got, test.want)
		}
	}
}

// Random texts are isolated as by an expression that says it.
func TestIsolateWordsAsAnExpression(t *testing.T) {
	t.Parallel()
	stretch := regexp.MustCompile(`[\p{Arabic}\p{Hebrew}][\p{Arabic}\p{Hebrew}\p{M} .,:;!?-]*[\p{Arabic}\p{Hebrew}\p{M}]|[\p{Arabic}\p{Hebrew}]`)
	letters := []rune("abبעא\u064e\u0301 .,:-()،\ufefc\xff")
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var b strings.Builder
		for range random.IntN(30) {
			b.WriteRune(letters[random.IntN(len(letters))])
		}
		if got, want := isolateWords(b.String(), rtl.Style{}), stretch.ReplaceAllString(b.String(), firstIsolate+"$0"+popIsolate); got != want {
			t.Fatalf("%q is %q, want %q", b.String(), got, want)
		}
	}
}
