package identity

import (
	"hash/crc64"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles/text"
)

// The key of a text is made of its words, each ended, and of nothing between them: keys
// that are in libraries stay what they are.
func TestTextKeyIsOfWords(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"", "خبر", strings.Repeat("خبر ", 19), strings.Repeat("خبر ", 20), strings.Repeat("قال «الوزير»، في ٣ مارس… ", 9), strings.Repeat("The minister said. ", 40),
	} {
		h := crc64.New(sumTable)
		words := text.Words(s)
		for _, word := range words {
			h.Write([]byte(word))
			h.Write([]byte{0})
		}
		want := int64(h.Sum64() | 1)
		if len(words) < fewestKeyed {
			want = 0
		}
		if got := TextKey(s); got != want {
			t.Errorf("TextKey(%q) = %d, want %d", s, got, want)
		}
	}
}
