package jsontext

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// Elements end where the decoder says that they do, however their bytes come.
func TestElements(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		var want []string
		for range random.IntN(4) {
			b, err := json.Marshal(map[string]any{fmt.Sprint(random.IntN(9)): []any{strings.Repeat(`"\]}`, random.IntN(3)), nil, map[string]any{}, random.IntN(5)}})
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, string(b))
		}
		text := strings.Join(want, " , ") + " ] "
		var in Elements
		var got []string
		open := ""
		for ended := false; !ended; {
			n, event := in.Next([]byte(text[:1+random.IntN(len(text))]))
			open += text[:n]
			text = text[n:]
			switch event {
			case EndsOne:
				got, open = append(got, strings.TrimSpace(open)), ""
			case PartsValues:
				open = ""
			case EndsAll:
				ended = true
			case OfNothing:
				t.Fatalf("%q is nothing", open)
			case GoesOn:
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("got %s, want %s", got, want)
		}
	}
}
