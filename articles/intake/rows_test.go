package intake

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// A table that is beyond the limit of a file comes in pieces, which together say what it
// says as a whole; a newline within quotation marks parts nothing.
func TestLargeTable(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("\uFEFFtitle,url,\"text\nof it\",text\n")
	for i := range 400 {
		fmt.Fprintf(&b, "\"خبر \"\"%d\"\"\",https://marsa.example/%[1]d,,\"%s\n\nنهاية %[1]d\"\r\n", i, strings.Repeat("رست السفن, في الميناء. ", 200))
	}
	text := strings.TrimSuffix(b.String(), "\r\n")
	want, err := Read("-", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Limits: articles.DefaultLimits()}
	o.Size = 1 << 20
	got, wrong, pieces := readPieces(t, o, text)
	if pieces < 4 || len(wrong) > 0 || len(got) != 400 || !reflect.DeepEqual(got, want) {
		t.Errorf("%d articles in %d pieces are not the %d of the whole; %v", len(got), pieces, len(want), wrong)
	}
	got, wrong, _ = readPieces(t, o, text+"\n\"طويل\",,,\""+strings.Repeat("ماء ", 400_000))
	if len(got) < 400 || len(wrong) != 1 || !strings.Contains(wrong[0], "line ") {
		t.Errorf("before a row that is too long there are %d articles; %v", len(got), wrong)
	}
	if _, wrong, _ = readPieces(t, o, strings.Repeat("نص بلا جدول، سطر.\n", 100_000)); len(wrong) != 1 {
		t.Errorf("a text beyond the limit is not refused: %v", wrong)
	}
}
