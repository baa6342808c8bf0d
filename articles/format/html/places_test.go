package html

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A place is where an expression would find it, with all newlines around it.
func TestNextPlace(t *testing.T) {
	t.Parallel()
	place := regexp.MustCompile(`\n*` + placeStart + `(\d+)` + placeEnd + `\n*`)
	pieces := []string{placeStart, placeEnd, placeStart + "3" + placeEnd, "12", "\n", "\n\n", "خبر", " ", placeStart + placeEnd}
	random := rand.New(rand.NewPCG(11, 12))
	for range 20_000 {
		var b strings.Builder
		for range random.IntN(9) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		s := b.String()
		from, to, number := nextPlace(s)
		at := place.FindStringSubmatchIndex(s)
		if at == nil {
			if from != -1 {
				t.Fatalf("in %q there is a place at %d", s, from)
			}
			continue
		}
		if want, _ := strconv.Atoi(s[at[2]:at[3]]); from != at[0] || to != at[1] || number != want {
			t.Fatalf("in %q the place is %d to %d, number %d; want %v", s, from, to, number, at)
		}
	}
}
