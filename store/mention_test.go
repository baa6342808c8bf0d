package store

import (
	"slices"
	"testing"
)

// The addresses that a text names, however it names them.
func TestMentioned(t *testing.T) {
	t.Parallel()
	const own = "https://paper.example/news/1"
	for _, test := range []struct {
		name, body string
		want       []string
	}{
		{"in a link", "اقرأ [التقرير](https://other.example/a) كله", []string{"other.example/a"}},
		{"relative", "اقرأ [التقرير](2) كله", []string{"paper.example/news/2"}},
		{"as it stands, before an Arabic comma", "كما في https://other.example/a، وفي غيره", []string{"other.example/a"}},
		{"at the end of a question", "هل قرأت https://other.example/a؟", []string{"other.example/a"}},
		{"at the end of a sentence", "في «https://other.example/a».", []string{"other.example/a"}},
		{"a picture", "![صورة](https://other.example/a.jpg)", nil},
		{"its own", "هذه المقالة: https://paper.example/news/1.", nil},
		{"twice", "https://other.example/a ثم https://other.example/a", []string{"other.example/a"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := mentionedIn(test.body, own); !slices.Equal(got, test.want) {
				t.Errorf("%q names %q, want %q", test.body, got, test.want)
			}
		})
	}
}
