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
	"time"

	"github.com/warraq/warraq/store"
)

// pictureOf makes a picture of a size, each shade another one.
func pictureOf(t testing.TB, width, height int, shade uint8) []byte {
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

// The pictures in a text that the feed itself carries come with it, once: the same text
// again changes nothing and asks for none.
func TestPicturesOfFeeds(t *testing.T) {
	t.Parallel()
	p, l, c := newPaper(t), openLibrary(t), newClient(t)
	p.feeds["/feed"] = news("item", 3, 20)
	p.feeds["/feed"][1].text += `</p><p><img src="` + p.URL + `/one.png" alt="السوق صباحًا"></p><p>` + told("more", 2) + `</p><p><img src="` + p.URL + `/gone.png" alt="ليست هناك">`
	p.answer["/one.png"] = func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(pictureOf(t, 64, 48, 2)) }
	p.follow(t, l, "/feed")
	all := func(string) int { return 9 }
	for round := range 2 {
		s := fetchAll(t, l, c, Options{Pictures: all, WithoutPages: true, Now: func() time.Time { return time.Now().Add(time.Duration(round) * time.Hour) }})
		asked := strings.Join(p.asked(), "\n")
		if n := len(s.New()) + s.Results[0].Updated; n != []int{3, 1}[round] || strings.Count(asked, "/one.png") != 1-round {
			t.Errorf("round %d: %d are new or changed, asked were\n%s", round, n, asked)
		}
		shown := 0
		entries, err := l.List(t.Context(), store.Filter{})
		for _, e := range entries {
			list, failed := l.Pictures(t.Context(), e.ID)
			if shown += len(list); failed != nil {
				t.Error(failed)
			}
		}
		if err != nil || len(entries) != 3+round || shown != 1 {
			t.Errorf("round %d: %d articles with %d pictures, %v", round, len(entries), shown, err)
		}
		p.mu.Lock()
		p.feeds["/feed"] = append(p.feeds["/feed"], news("late", 1, 3)...)
		p.mu.Unlock()
	}
}

// An article that is deleted while its picture is fetched stays deleted.
func TestPicturesOfDeletedArticles(t *testing.T) {
	t.Parallel()
	p, l := newPaper(t), openLibrary(t)
	p.feeds["/feed"] = news("item", 2, 20)
	p.feeds["/feed"][0].text += `</p><p><img src="` + p.URL + `/one.png" alt="السوق صباحًا">`
	p.answer["/one.png"] = func(w http.ResponseWriter, _ *http.Request) {
		entries, err := l.List(t.Context(), store.Filter{})
		for _, e := range entries {
			if _, removed := l.Remove(t.Context(), e.ID); removed != nil {
				err = removed
			}
		}
		if err != nil || len(entries) != 2 {
			t.Errorf("%d articles, %v", len(entries), err)
		}
		_, _ = w.Write(pictureOf(t, 64, 48, 2))
	}
	p.follow(t, l, "/feed")
	fetchAll(t, l, newClient(t), Options{Pictures: func(string) int { return 9 }, WithoutPages: true})
	if left, err := l.List(t.Context(), store.Filter{}); err != nil || len(left) > 0 {
		t.Errorf("%d articles are back, %v", len(left), err)
	}
}
