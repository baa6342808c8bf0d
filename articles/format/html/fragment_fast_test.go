package html

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// hasElement tells of every text what elementPattern does.
func TestHasElement(t *testing.T) {
	parts := []string{"<", ">", "</", "/>", "p", "br", "img src='a'", "unknown", " ", "\n", "نص", "5 < 6", "<p>", "<IMG\tsrc=\"x\">", "<a href='<b>'>", "&lt;p&gt;"}
	r := rand.New(rand.NewPCG(1, 18))
	for range 20_000 {
		var b strings.Builder
		for range r.IntN(9) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		if got, want := hasElement(b.String()), elementPattern.MatchString(b.String()); got != want {
			t.Fatalf("%q: %t, want %t", b.String(), got, want)
		}
	}
}
