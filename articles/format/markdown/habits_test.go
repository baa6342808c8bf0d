package markdown

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// What programs for notes and their users write above, within and beside a text says what it
// says to them.
func TestHabits(t *testing.T) {
	t.Parallel()
	const long = "رست السفينة عند الفجر، وفي عنابرها قمح كثير."
	for _, c := range []struct {
		name, source              string
		title, author, date, body string
		tags                      []string
	}{
		{"properties of Logseq", "title:: المرسى\nauthor:: [[هند الساحلي]]\ndate:: [[2024-12-06]]\ntags:: بحر, سفن\n\n- الرصيف\n  id:: 6751a2b3-1111\n  collapsed:: true\n\t- قمح\n\t  id:: 6751a2b3-2222\n", "المرسى", "هند الساحلي", "2024-12-06", "- الرصيف\n\t- قمح", []string{"بحر", "سفن"}},
		{"a property that says something to its reader", "# المرسى\n\n- القمح\n  الوزن:: 40 طنًا\n", "المرسى", "", "", "- القمح\n  الوزن:: 40 طنًا", nil},
		{"notes within the text", "# المرسى\n\nرست^[انظر [الدفتر](https://a.example/1) كله] عند الفجر.[^1]\n\n[^1]: نعم\n", "المرسى", "", "", "رست[^inline1] عند الفجر.[^1]\n\n[^1]: نعم\n\n[^inline1]: انظر [الدفتر](https://a.example/1) كله", nil},
		{"a power is no note, nor is code", "# المرسى\n\n10^[16] و`^[x]`\n", "المرسى", "", "", "10^[16] و`^[x]`", nil},
		{"a day below who wrote it", "# المرسى\n\nبقلم: هند الساحلي\n\nالجمعة 6 ديسمبر 2024\n\n" + long, "المرسى", "", "2024-12-06", "بقلم: هند الساحلي\n\nالجمعة 6 ديسمبر 2024\n\n" + long, nil},
		{"a day beside who wrote it", "# المرسى\n*هند الساحلي* | **2024/12/06**\n\n" + long, "المرسى", "", "2024-12-06", "*هند الساحلي* | **2024/12/06**\n\n" + long, nil},
		{"a day that the text is about", "# المرسى\n\nمعركة 6 أكتوبر 1973\n\n" + long, "المرسى", "", "", "معركة 6 أكتوبر 1973\n\n" + long, nil},
		{"badges behind the title", "# المرسى [![Awesome](https://a.example/b.svg)](https://a.example)\n\n" + long, "المرسى", "", "", long, nil},
	} {
		list, mine, err := Format.Read(context.Background(), articles.NewSource("note.md", []byte(c.source)))
		if err != nil || !mine || len(list) != 1 {
			t.Fatalf("%s: %d articles, %v", c.name, len(list), err)
		}
		a := list[0]
		date := strings.TrimSuffix(a.Published.Format(time.DateOnly), "0001-01-01")
		if a.Title != c.title || a.Author != c.author || date != c.date || a.Body != c.body || !slices.Equal(a.Tags, c.tags) {
			t.Errorf("%s: title %q, author %q, date %q, tags %q, body %q", c.name, a.Title, a.Author, date, a.Tags, a.Body)
		}
	}
}
