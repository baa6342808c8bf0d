package html

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// An element has text where its text is not empty, whatever stands in it.
func TestHasText(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"", " ", "\n\t", "خبر", "  خبر", "a", "<b></b>", "<b> </b>خ", "<script>x</script>", "<style>x</style> <b>ب</b>", "\u00A0", "\u200C", "\u061C", "\u202C", "\u064B",
		"\x1b[31m", "\x1b[31mأ", "\u009b31m", "\x7f", "…", "é", "\uFEFF", "\u202Bأ", "<!-- خبر -->", "\xd8", "<noscript>خبر</noscript>", "<br>", "<p class='credit'></p>", "\x00أ",
	} {
		document, err := html.Parse(strings.NewReader("<div>" + s + "</div>"))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := hasText(document), TextOf(document) != ""; got != want {
			t.Errorf("hasText of %+q is %t, want %t", s, got, want)
		}
	}
}
