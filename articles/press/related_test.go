package press

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles/text"
)

// A line that is among a table's entries, or begins with one, may always begin so,
// whatever stands around and between its words.
func TestMayBegin(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 6))
	between := []string{" ", "  ", "\u00A0", " \u200F", "ـ ", ". "}
	behind := []string{"", ":", " : عنوان", ":عنوان", " …", "\u064E", " عنوان طويل جدا من كلمات كثيرة لا تنتهي عند حد"}
	for _, table := range [][]string{relatedHeadings(), readStarts(), advertisementLines()} {
		for _, entry := range table {
			for range 50 {
				line := strings.ReplaceAll(entry, " ", between[random.IntN(len(between))]) + behind[random.IntN(len(behind))]
				if StartsWith(text.Key(line), table) && !MayBegin(line, table) {
					t.Errorf("%q is said not to begin with %q", line, entry)
				}
			}
		}
	}
	if MayBegin("قال وزير الخارجية إن المباحثات مثمرة", relatedHeadings()) {
		t.Error("the first words do not tell")
	}
}
