package articles_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/warraq/warraq/articles"
)

func TestWebPictures(t *testing.T) {
	t.Parallel()
	for body, want := range map[string][]string{
		"": nil, "لا صور هنا (https://news.example/a.png)": nil,
		"[رابط](https://news.example/a.png) ![هنا](picture:0123456789abcdef)":        nil,
		"![](https://news.example/a.png) ![ب](https://news.example/a.png \"عنوان\")": {"https://news.example/a.png"},
		`![السوق \[القديم\]](https://a.example/1.png)![](http://b.example/2%28.gif)`: {"https://a.example/1.png", "http://b.example/2%28.gif"},
		"[![صورة](https://a.example/1.png)](https://a.example/large.png)":            {"https://a.example/1.png"},
		"![ناقصة](https://a.example/1.png":                                           {"https://a.example/1.png"},
		"![](file:///etc/passwd) ![](ftp://a.example/1.png) ](https://x.example)":    nil,
	} {
		if got := articles.WebPictures(body); !slices.Equal(got, want) {
			t.Errorf("%s\nshows %q, want %q", body, got, want)
		}
	}
	const text = `[![\]](https://a.example/1.png)](https://a.example/1.png) ![](https://b.example/2.png "عنوان")`
	const want = `[![\]](picture:1)](https://a.example/1.png) ![](https://b.example/2.png "عنوان")`
	if got := articles.ReplaceImages(text, func(address string) string {
		return map[string]string{"https://a.example/1.png": "picture:1", "https://b.example/2.png": "https://b.example/2.png"}[address]
	}); got != want {
		t.Errorf("it is %s", got)
	}
}

// A picture that may come another time keeps its address, and counts as one that was wanted.
func TestAwaitedPictures(t *testing.T) {
	t.Parallel()
	later, asked := errors.New("later"), []string{}
	album := articles.Album{Limits: articles.DefaultLimits(), Remote: &articles.Remote{
		Most: 2, Later: func(err error) bool { return errors.Is(err, later) },
		Get: func(address string, _ int64) ([]byte, error) {
			asked = append(asked, address)
			if address == "https://a.example/gone.png" {
				return nil, errors.ErrUnsupported
			}
			return nil, later
		},
	}}
	for _, tt := range [][2]string{
		{"https://a.example/gone.png", ""},
		{"https://a.example/a_(1).png", "https://a.example/a_%281%29.png"},
		{"https://a.example/a_(1).png", "https://a.example/a_%281%29.png"},
		{"file:///etc/passwd", ""},
		{"https://a.example/2.png", "https://a.example/2.png"},
		{"https://a.example/3.png", ""},
	} {
		if got := album.Fetch(tt[0]); got != tt[1] {
			t.Errorf("%s is %q, want %q", tt[0], got, tt[1])
		}
	}
	var a articles.Article
	album.Give(&a)
	if got := fmt.Sprint(a.Awaited()); got != "[https://a.example/a_%281%29.png https://a.example/2.png]" || len(asked) != 3 {
		t.Errorf("awaited are %s, asked for were %q", got, asked)
	}
}

// FuzzReplaceImages: a text whose pictures stay where they are is as it was.
func FuzzReplaceImages(f *testing.F) {
	f.Add("![a\\]](https://a.example/1.png) ![](x \"y\")")
	f.Add("![![](![](")
	f.Fuzz(func(t *testing.T, body string) {
		if got := articles.ReplaceImages(body, func(address string) string { return address }); got != body {
			t.Errorf("%q is %q", body, got)
		}
		for _, address := range articles.WebPictures(body) {
			if !articles.IsWebAddress(address) {
				t.Errorf("%q", address)
			}
		}
	})
}
