package fetch

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"strings"
	"testing"

	"github.com/warraq/warraq/store"
)

// pictureOf makes a picture of a size, each shade another one.
func pictureOf(t *testing.T, width, height int, shade uint8) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, width, height))
	m.SetGray(0, 0, color.Gray{Y: shade})
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The pictures of a page come with it, as many as are wanted, and are in the library as
// those of a page that was saved; what cannot be had is left out, and the page comes.
func TestPictures(t *testing.T) {
	t.Parallel()
	p := newPaper(t)
	p.feeds["/feed"] = news("item", 1, 1)
	text := told("item-0", 20)
	page := strings.Replace(pageOf(p.feeds["/feed"][0].title, text), "</p>", `</p>
		<p><img src="/icon.png" alt="أيقونة"></p>
		<p><img src="/liar.png" alt="ليست صورة"></p>
		<p><img src="/gone.png" alt="ليست هناك"></p>
		<p><img src="http://169.254.169.254/secret.png" alt="سر"></p>
		<figure><img src="img/one.png" alt="السوق صباحًا"><figcaption>السوق القديم في الصباح</figcaption></figure>
		<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="img/two.png" alt="السوق مساءً"></p>
		<p><img src="img/one.png" alt="مرة أخرى"></p>`, 1)
	page = strings.Replace(page, "<head>", `<head><base href="/static/">`, 1)
	p.pages["/item-0"] = page
	serve := func(path string, data []byte) {
		p.answer[path] = func(w http.ResponseWriter, r *http.Request) {
			if !strings.HasPrefix(r.Header.Get("Accept"), "image/") {
				t.Errorf("%s is asked for as %s", path, r.Header.Get("Accept"))
			}
			_, _ = w.Write(data)
		}
	}
	serve("/icon.png", pictureOf(t, 8, 8, 1))
	serve("/static/img/one.png", pictureOf(t, 64, 48, 2))
	serve("/static/img/two.png", pictureOf(t, 64, 48, 3))
	serve("/liar.png", []byte("<html>هذه صفحة</html>"))
	for most, want := range []int{0, 1, 2} {
		t.Run(fmt.Sprint(most), func(t *testing.T) {
			l := openLibrary(t)
			kept := p.follow(t, l, "/feed")[0]
			kept.Whole = store.WholeAlways
			if err := l.EditFeed(t.Context(), &kept); err != nil {
				t.Fatal(err)
			}
			p.asked()
			s := fetchAll(t, l, newClient(t), Options{Pictures: func(string) int { return most }})
			asked := strings.Join(p.asked(), "\n")
			if s.Pages != 1 || most == 0 && strings.Contains(asked, ".png") || strings.Count(asked, "/one.png") > 1 {
				t.Errorf("%d pages, asked were\n%s", s.Pages, asked)
			}
			list, err := l.Pictures(t.Context(), s.New()[0])
			if err != nil || len(list) != want {
				t.Errorf("%d pictures, %v", len(list), err)
			}
			item, err := l.Article(t.Context(), s.New()[0])
			if err != nil || !strings.Contains(item.Body, "رقم 19") || strings.Count(item.Body, "picture:") != []int{0, 2, 3}[most] {
				t.Errorf("%v\n%s", err, item.Body)
			}
		})
	}
}
