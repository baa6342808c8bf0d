package html

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Texts beside each other become one, in their order; what stands between them that is
// no comment stays.
func TestTextsAreJoined(t *testing.T) {
	t.Parallel()
	root, err := html.Parse(strings.NewReader("<body><!--أ-->نص<!---->أول<!--ب--><b>ثان<!----></b><!---->ثالث<!---->رابع</body>"))
	if err != nil {
		t.Fatal(err)
	}
	joinTexts(root)
	var out strings.Builder
	if err := html.Render(&out, root); err != nil {
		t.Fatal(err)
	}
	if want := "<body><!--أ-->نصأول<b>ثان</b><!---->ثالثرابع</body>"; !strings.Contains(out.String(), want) {
		t.Errorf("it is %s, want %s", out.String(), want)
	}
}
