package rtl_test

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
)

// What a resolver says of a text is what the lines of cells show of it: they end where it
// says that lines may, at every width.
func TestResolverEndsLinesWhereTheLayoutDoes(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"قال الكاتب: «لا بأس» ثم مضى إلى سوق الوراقين (في بغداد) عام 1258.",
		"גרסה 2.5 של Intel Core i7 יצאה ב־15 באוקטובר, ומחירה $19.99.",
		"می‌گوید که خانه‌های قدیمی را باید مرمت کرد", "See https://example.org/a-b/c?d=e for more, please",
	} {
		for width := 8; width < 40; width += 5 {
			var r rtl.Resolver
			if next := r.Resolve(text, 0, rtl.AutoRTL); next != len(text) {
				t.Fatalf("%q: the next paragraph begins at %d", text, next)
			}
			for _, line := range rtl.WrapSpans([]rtl.Span{{Text: text}}, rtl.Options{Protocols: rtl.AllProtocols, Width: width, Direction: rtl.AutoRTL}) {
				if line.Direction != r.Direction() {
					t.Errorf("%q: the direction is %v", text, r.Direction())
				}
				if line.Last {
					continue
				}
				end := -1
				for i := range r.Runes() {
					if r.Offset(i) == line.End {
						end = i
					}
				}
				if end < 0 || !r.MayBreak(end) && !r.Begins(end) {
					t.Errorf("%q in %d columns: a line ends at %d", text, width, line.End)
				}
			}
		}
	}
}

// A word has one place for a kashida, as the lines of cells have: after seen before all
// else, never within a lam-alef, none in a word of two letters.
func TestResolverKashidas(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"السلام": "الس|لام", "محمد": "محم|د", "من": "", "لا": "", "قال": "ق|ال", "كتاب": "كت|اب", "عليه السلام": "علي|ه الس|لام",
		"شُكْرًا": "شُ|كْرًا", "שלום": "", "hello": "", "دار": "",
	} {
		var r rtl.Resolver
		r.Resolve(text, 0, rtl.RTL)
		var got strings.Builder
		places := r.AppendKashidas(nil, 0, len(r.Runes()))
		for i, c := range r.Runes() {
			if len(places) > 0 && places[0].Before == i {
				got.WriteByte('|')
				places = places[1:]
			}
			got.WriteRune(c)
		}
		if want == "" {
			want = text
		}
		if got.String() != want {
			t.Errorf("got %s, want %s", got.String(), want)
		}
	}
}
