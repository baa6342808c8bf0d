package reader

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// photo is a picture of a bright square before a dark ground.
func photo(t testing.TB, width, height int) articles.Picture {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, width, height))
	for y := height / 4; y < height*3/4; y++ {
		for x := width / 4; x < width*3/4; x++ {
			m.SetGray(x, y, color.Gray{255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	p, err := articles.DefaultLimits().NewPicture(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// withPictures adds an article with pictures to a library, and gives its ID: one
// that is whole, one that is damaged, and one further down.
func withPictures(t testing.TB, l *store.Library) string {
	t.Helper()
	whole, damaged, last := photo(t, 640, 480), photo(t, 100, 200), photo(t, 320, 64)
	damaged.Data = damaged.Data[:60]
	body := "خرجت القوارب قبل الفجر، وبقي الميناء خاليًا إلا من النوارس.\n\n![قارب عند الرصيف](" + whole.Address() + ")\n\n" +
		"وفي الضحى عادت واحدًا بعد واحد.\n\n![](" + damaged.Address() + ")\n\n" +
		strings.Repeat("وصفٌ للسوق والناس والسمك الذي لا ينتهي.\n\n", 30) + "![المنارة](" + last.Address() + ")\n\nوهكذا كل يوم."
	added, err := l.Add(t.Context(), []articles.Article{{
		Title: "يوم في الميناء", Source: "الشراع", Lang: "ar", Direction: articles.RightToLeft, Body: body, Full: true,
		Captions: []articles.Caption{{Text: "صورة لم يبق منها غير كلامها", After: 4}}, Pictures: []articles.Picture{whole, damaged, last},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return added[0].ID
}

// openPictured opens the article with pictures.
func openPictured(t testing.TB, width, height int, profile colorprofile.Profile, w *words.Words) *session {
	t.Helper()
	l := sampleLibrary(t)
	id := withPictures(t, l)
	s := openReader(t, l, width, height, w)
	s.Display.Profile = profile
	s.run(s.perform(s.visitor.Open(dialog.Open{ID: id})))
	return s
}

func TestPicturesInTheText(t *testing.T) {
	t.Parallel()
	s := openPictured(t, 120, 40, colorprofile.TrueColor, words.Arabic())
	before, lines := s.text(), len(s.lines())
	if strings.ContainsRune(before, '▀') || !strings.Contains(before, "480×640") && !strings.Contains(before, "640×480") {
		t.Errorf("before:\n%s", before)
	}
	s.press("down", "down")
	line := s.lines()[s.top()]
	s.press("p")
	if !strings.ContainsRune(s.text(), '▀') || len(s.lines()) <= lines {
		t.Errorf("the picture is not there:\n%s", s.text())
	}
	if now := s.lines()[s.top()]; now.Position != line.Position {
		t.Errorf("the text moved from %d to %d", line.Position, now.Position)
	}
	s.press("-", "T") // laid out and styled anew, it stays
	if !strings.ContainsRune(s.text(), '▀') {
		t.Error("the picture went")
	}
	s.press("p", "T", "+")
	if strings.ContainsRune(s.text(), '▀') || len(s.lines()) != lines {
		t.Error("the picture stayed")
	}
}

func TestPictureFrames(t *testing.T) {
	t.Parallel()
	for name, key := range map[string]string{"pictures-hidden": "home", "pictures": "p", "picture": "P"} {
		golden(t, name+"-120x40-ar", openPictured(t, 120, 40, colorprofile.NoTTY, words.Arabic()).press(key).text())
	}
}

func TestPicturesWithoutColours(t *testing.T) {
	t.Parallel()
	s := openPictured(t, 120, 40, colorprofile.NoTTY, words.English()).press("p")
	if text := s.text(); strings.ContainsRune(text, '▀') || !strings.ContainsRune(text, '█') {
		t.Errorf("the picture is not in shades:\n%s", text)
	}
}

func TestPictureOnTheWholeScreen(t *testing.T) {
	t.Parallel()
	s := openPictured(t, 100, 30, colorprofile.TrueColor, words.English()).press("P")
	for _, step := range []struct {
		key, says string
		drawn     bool
	}{
		{"", "picture 1 of 3", true}, {"up", "picture 1 of 3", true},
		{"n", "picture 2 of 3", false}, {"down", "picture 3 of 3", true}, {"down", "picture 3 of 3", true},
	} {
		if step.key != "" {
			s.press(step.key)
		}
		text := s.text()
		if !strings.Contains(text, step.says) || strings.ContainsRune(text, '▀') != step.drawn ||
			strings.Contains(text, s.Words.Pictures.Unreadable) == step.drawn {
			t.Errorf("after %q:\n%s", step.key, text)
		}
	}
	if s.press("esc"); s.screen() != nil {
		t.Error("it stayed open")
	}
	s.press("end", "P")
	if !strings.Contains(s.text(), "picture 3 of 3") {
		t.Errorf("it is not the one in sight:\n%s", s.text())
	}
}

func TestNoPictures(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"p", "P"} {
		s := openReader(t, sampleLibrary(t), 100, 30, words.English()).press("enter", key)
		if s.notice != s.Words.Pictures.None || s.screen() != nil {
			t.Errorf("%s: %q", key, s.notice)
		}
	}
}

// The pictures of an article that was left come too late.
func TestLatePictures(t *testing.T) {
	t.Parallel()
	s := openPictured(t, 100, 30, colorprofile.TrueColor, words.English())
	late := s.do(keymap.Pictures)()
	s.press("right").press("down", "enter")
	s.run(func() tea.Msg { return late })
	if s.article.Gallery.Shown {
		t.Error("they are shown in another article")
	}
}

// Every size of screen has room for a picture, or none of it.
func TestPicturesFitEveryScreen(t *testing.T) {
	t.Parallel()
	s := openPictured(t, 100, 30, colorprofile.TrueColor, words.Arabic()).press("p")
	for _, size := range [][2]int{{1, 1}, {2, 3}, {10, 5}, {20, 8}, {45, 12}, {61, 9}, {200, 60}} {
		for _, key := range []string{"P", "esc"} {
			_, cmd := s.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			s.run(cmd)
			s.press(key)
			rows, _ := s.frame()
			if len(rows) != size[1] {
				t.Errorf("%v: %d rows", size, len(rows))
			}
			for _, r := range rows {
				if w := int(rtl.Width(r)); w != size[0] {
					t.Errorf("%v: a row of %d columns", size, w)
				}
			}
		}
	}
}
