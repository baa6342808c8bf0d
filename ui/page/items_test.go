package page

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/rtl"
)

// The items of a list that was written by hand stand on lines of their own.
func TestItemsWrittenByHand(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"numbers", "١. الأولى\n٢. الثانية\n٣. الثالثة"},
		{"Persian numbers", "۱- اول\n۲- دوم\n۱۰- دهم"},
		{"numbers behind a bracket", "١) أولًا\n٢) ثانيًا"},
		{"numbers in brackets", "(١) أولًا\n(٢) ثانيًا"},
		{"letters", "أ- بند\nب- بند"},
		{"letters with a tatweel", "أـ بند\nب ـ بند"},
		{"Hebrew letters", "א. סעיף\nב. סעיף"},
		{"bullets", "• نقطة\n• نقطة ثانية"},
		{"bullets of other kinds", "●نقطة\n●نقطة ثانية"},
		{"dashes", "– شرطة\n– شرطة ثانية"},
		{"behind a sentence", "وهي:\n– شرطة\n– شرطة ثانية\n– ثالثة"},
		{"with **looks**", "١. **الأولى**\n٢. `x`"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDocument(t, bodyItem(articles.RightToLeft, tt.text))
			want := strings.NewReplacer("*", "", "`", "").Replace(tt.text)
			if got := d.Text(); got != want {
				t.Errorf("the text is %q, want %q", got, want)
			}
			if n := len(d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: 60})); n != strings.Count(tt.text, "\n")+1 {
				t.Errorf("%d lines", n)
			}
		})
	}
}

// What merely looks like an item is text that goes on.
func TestNoItems(t *testing.T) {
	for _, text := range []string{
		"بلغ العدد في عام\n٢٠٢٤. وكان ذلك\n٢٠٢٥ أيضًا",
		"قال الوزير – وهو\n– كما نعلم – يعرف\nذلك – إن الأمر",
		"جملة تنتهي برقم\n١. ثم أخرى",
		"كلمة\nوأخرى\nوثالثة",
	} {
		d := newDocument(t, bodyItem(articles.RightToLeft, text))
		if got := d.Text(); strings.Contains(got, "\n") {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}
