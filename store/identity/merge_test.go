package identity_test

import (
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// The same text again, with fewer of the pictures that came along or with their addresses on
// the web, takes none away; a text of other words is a newer one.
func TestPicturesStay(t *testing.T) {
	t.Parallel()
	const before, between, behind = "يفتح السوق القديم أبوابه للزائرين كل صباح.\n\n", "\n\nوقال تجار إن الحركة عادت إلى ما كانت عليه.\n\n", "\n\nويغلق السوق في المساء."
	text := func(one, other string) string {
		return before + "![السوق \\[القديم\\]](" + one + ")" + between + "![التجار](" + other + ")" + behind
	}
	const one, other = "picture:0123456789abcdef", "picture:fedcba9876543210"
	const oneOnWeb, otherOnWeb = "https://news.example/a_%281%29.jpg", "https://news.example/b.jpg"
	for name, tt := range map[string]struct {
		here, in string
		stays    bool
	}{
		"both on the web":           {text(one, other), text(oneOnWeb, otherOnWeb), true},
		"one on the web":            {text(one, other), text(oneOnWeb, other), true},
		"without any":               {text(one, other), before + between + behind, true},
		"one came, both on the web": {text(one, otherOnWeb), text(oneOnWeb, otherOnWeb), true},
		"both come":                 {text(one, otherOnWeb), text(one, other), false},
		"another text":              {text(one, other), text(oneOnWeb, otherOnWeb) + "\n\nوأضافوا أن عدد الزائرين زاد هذا العام كثيرًا عما كان عليه قبله.", false},
		"none before, on the web":   {before + between + behind, text(oneOnWeb, otherOnWeb), false},
	} {
		here := identity.NewIncoming(&articles.Article{Title: "السوق", Body: tt.here, Full: true})
		in := identity.NewIncoming(&articles.Article{Title: "السوق", Body: tt.in, Full: true})
		want := tt.in
		if tt.stays {
			want = tt.here
		}
		if got := identity.Merge(here.Record, in).Body; got != want {
			t.Errorf("%s: the text is\n%s\nwant\n%s", name, got, want)
		}
	}
	if !identity.SameButPictures(text(one, otherOnWeb), text(oneOnWeb, other)) || identity.SameButPictures(text(one, other), text(one, other)+" و") {
		t.Error("texts are not told apart by their words alone")
	}
}
