package reader

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

const longAddress = "https://other.example/a/very/long/path/that/does/not/fit/in/one/row?with=a&query=that&goes=on&and=on"

// linkLibrary is a library with an article that links to another, to itself, to
// what is not there, and to a card.
func linkLibrary(t *testing.T) *store.Library {
	t.Helper()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	body := "انظر [ما كتبنا](https://paper.example/old) و[موقعًا](" + longAddress + ") و[هذه](https://paper.example/new)" +
		" و[بطاقة](https://paper.example/card).\n"
	for i := range 10 {
		body += fmt.Sprintf("\n[مرجع](https://books.example/%d)\n", i)
	}
	list := []articles.Article{
		{Title: "قديمة", URL: "https://paper.example/old", Body: "ما كتبناه من قبل"},
		{Title: "بطاقة", URL: "https://paper.example/card?id=7"},
		{Title: "بلا عنوان", Body: "نص"},
		{Title: "جديدة", URL: "https://paper.example/new", Body: body},
	}
	list[1].URL = "https://paper.example/card"
	if _, err := l.Add(t.Context(), list); err != nil { // in one second, whose articles keep their order
		t.Fatal(err)
	}
	return l
}

func openLinked(t *testing.T, title string, width, height int) *session {
	t.Helper()
	s := openReader(t, linkLibrary(t), width, height, words.Arabic())
	for s.entryTitle() != title {
		s.press("down")
	}
	return s.press("enter")
}

// A link is followed by its number: to the article that has its address, with the
// way back, or else its address is shown and nothing happens unasked.
func TestLinksAreFollowed(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		keys          []string
		title, screen string
		notice        string
	}{
		{[]string{"f", "0", "1", "enter"}, "قديمة", "", ""},
		{[]string{"f", "1", "enter"}, "قديمة", "", ""},
		{[]string{"f", "٤", "enter"}, "بطاقة", "", ""},
		{[]string{"f", "4", "enter"}, "بطاقة", "", ""},
		{[]string{"f", "2", "enter"}, "جديدة", longAddress, ""},
		{[]string{"f", "3", "enter"}, "جديدة", "", "هذا الرابط إلى هذه المقالة نفسها."},
		{[]string{"f", "9", "enter"}, "جديدة", "https://books.example/4", ""},
		{[]string{"f", "enter"}, "جديدة", "", ""},
		{[]string{"f", "1", "4", "enter"}, "جديدة", "https://books.example/9", ""},
		{[]string{"f", "1", "5", "enter"}, "جديدة", "", "لا رابط بهذا الرقم."},
		{[]string{"f", "x", "enter"}, "جديدة", "", "لا رابط بهذا الرقم."},
		{[]string{"f", "esc"}, "جديدة", "", ""},
	} {
		s := openLinked(t, "جديدة", 80, 24).press(test.keys...)
		shown := ""
		if a, ok := s.screen().(*dialog.Address); ok {
			shown = a.Address()
		}
		if s.article.Item.Title != test.title || shown != test.screen || s.asking() != nil || test.notice != "" && s.notice != test.notice {
			t.Errorf("%v: %q is open, the address %q, the notice %q", test.keys, s.article.Item.Title, shown, s.notice)
		}
		if test.title != "جديدة" {
			if s.press("["); s.article.Item.Title != "جديدة" {
				t.Errorf("%v: back is %q", test.keys, s.article.Item.Title)
			}
		}
	}
	s := openLinked(t, "بلا عنوان", 80, 24)
	if s.press("f"); s.asking() != nil || s.notice != s.Words.Sides.NoLinks {
		t.Errorf("a link is asked for: %q", s.notice)
	}
	if s.press("o"); s.screen() != nil || s.notice != s.Words.Sides.NoAddress {
		t.Errorf("an address is shown: %q", s.notice)
	}
}

// Links have their numbers on the screen, and none in what is copied.
func TestLinkNumbers(t *testing.T) {
	t.Parallel()
	s := openLinked(t, "جديدة", 80, 40)
	golden(t, "links", s.text())
	if text := s.article.Document.Text(); strings.Contains(text, "[") || !strings.Contains(text, "انظر ما كتبنا وموقعًا") {
		t.Errorf("what is copied is %q", text)
	}
}

// Nothing is opened unless it is chosen; the address is shown whole.
func TestAddressIsAsked(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		keys   []string
		opened bool
		copied bool
	}{
		{nil, false, false},
		{[]string{"esc"}, false, false},
		{[]string{"q"}, false, false},
		{[]string{"end", "enter"}, false, false},
		{[]string{"enter"}, false, true},
		{[]string{"down", "enter"}, true, false},
	} {
		for _, width := range []int{40, 120} {
			s := openLinked(t, "جديدة", width, 24)
			var opened, copied []string
			s.browse = func(_ context.Context, address string) error { opened = append(opened, address); return nil }
			s.clipboard = func(_ context.Context, text string) error { copied = append(copied, text); return nil }
			s.press("f", "2", "enter")
			shown := strings.ReplaceAll(strings.ReplaceAll(s.text(), "\n", ""), " ", "")
			if !strings.Contains(shown, longAddress) {
				t.Fatalf("the address is not whole in\n%s", s.text())
			}
			s.press(test.keys...)
			if got := slices.Equal(opened, []string{longAddress}); got != test.opened || !got && len(opened) > 0 {
				t.Errorf("%v opens %q", test.keys, opened)
			}
			if got := slices.Equal(copied, []string{longAddress}); got != test.copied {
				t.Errorf("%v copies %q", test.keys, copied)
			}
		}
	}
	clicked := openLinked(t, "جديدة", 80, 24)
	var opened []string
	clicked.browse = func(_ context.Context, address string) error { opened = append(opened, address); return nil }
	clicked.press("f", "5", "enter")
	for y, line := range strings.Split(clicked.text(), "\n") {
		_, cmd := clicked.Update(tea.MouseClickMsg{X: 70, Y: y, Button: tea.MouseLeft})
		if clicked.run(cmd); clicked.screen() == nil {
			if len(opened)+strings.Count(clicked.notice, clicked.Words.Sides.Copied) != 1 {
				t.Errorf("row %d, %q, opens %q, and says %q", y, line, opened, clicked.notice)
			}
			break
		}
	}
	s := openLinked(t, "جديدة", 80, 24)
	s.browse = func(context.Context, string) error { return terminal.ErrNoBrowser }
	if s.press("f", "2", "enter", "down", "enter"); s.notice != s.Words.Sides.NotOpened {
		t.Errorf("what could not be opened is said with %q", s.notice)
	}
}

// A card says that its text is not here, shows its address, and leads to adding it.
func TestCardLeadsToItsText(t *testing.T) {
	t.Parallel()
	s := openLinked(t, "بطاقة", 120, 30)
	if got := s.text(); !strings.Contains(got, "https://paper.example/card") {
		t.Errorf("the card does not show its address:\n%s", got)
	}
	s.press("o", "down", "down", "enter")
	if s.asking() == nil || s.asking().Name(s.Words) != s.Words.Intake.Ask {
		t.Fatal("it does not ask for a file")
	}
	s.press("esc")
	_, cmd := s.Update(tea.KeyPressMsg{Text: "o", Code: 'o'})
	s.run(cmd)
	golden(t, "card-with-address", s.text())
}
