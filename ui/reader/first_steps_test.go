package reader

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/words"
)

// openWelcomed starts a reader that welcomes a new one.
func openWelcomed(t *testing.T, width, height int, w *words.Words) *session {
	t.Helper()
	app, err := New(t.Context(), Config{Library: sampleLibrary(t), Words: w, Width: width, Height: height, Welcome: true})
	if err != nil {
		t.Fatal(err)
	}
	s := &session{t: t, App: app}
	s.run(app.Init())
	return s
}

// The first steps are ticked off as they are done, kept, and gone when all are.
func TestFirstSteps(t *testing.T) {
	t.Parallel()
	s := openWelcomed(t, 120, 40, words.English())
	header := func() string { return strings.SplitN(s.text(), "\n", 2)[0] }
	if at := header(); !strings.Contains(at, "○○○○○") || !strings.Contains(at, "⏎ open") {
		t.Errorf("the header is %q", at)
	}
	for _, tt := range []struct {
		keys []string
		want string
	}{
		{[]string{"j", "enter"}, "✓○○○○"}, {[]string{"1"}, "✓✓○○○"}, {[]string{"right"}, "✓✓✓○○"}, {[]string{"/", "ق", "enter"}, "✓✓✓✓○"},
	} {
		s.press(tt.keys...)
		if at := header(); !strings.Contains(at, tt.want) {
			t.Errorf("after %q the header is %q, want %s", tt.keys, at, tt.want)
		}
	}
	if done, begun, err := s.Library.FirstSteps(t.Context()); !slices.Equal(done, []string{"open", "related", "back", "search"}) || !begun || err != nil {
		t.Errorf("kept are %q, %v, %v", done, begun, err)
	}
	s.press("a")
	s.press(strings.Split(files(t, "one.txt"), "")...)
	s.press("enter")
	if at := header(); strings.ContainsAny(at, "✓○") {
		t.Errorf("all steps are done, and the header is %q", at)
	}
}

// The key that opens begins with the guide, which this library has not, where nothing was
// chosen yet, and opens else what is selected.
func TestWelcomeOpens(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		keys    []string
		isGuide bool
	}{
		{nil, true}, {[]string{"j"}, false}, {[]string{"j", "k"}, true}, {[]string{"/", "ق", "enter"}, false}, {[]string{"/", "ق", "enter", "esc"}, true}, {[]string{"}"}, false},
	} {
		s := openWelcomed(t, 120, 40, words.English())
		s.press(append(tt.keys, "enter")...)
		if wanted := s.article.Wanted; (wanted == "") != tt.isGuide {
			t.Errorf("after %q the article %q is open", tt.keys, wanted)
		}
	}
}

// Who is not welcomed sees no steps, and the welcome says its line whole on every screen.
func TestWelcomeFits(t *testing.T) {
	t.Parallel()
	if s := openReader(t, sampleLibrary(t), 120, 40, words.English()); strings.Contains(s.text(), "○○") {
		t.Errorf("steps for one who was not welcomed:\n%s", s.text())
	}
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 20}} {
		for _, w := range words.All() {
			s := openWelcomed(t, size[0], size[1], w)
			s.setFocus(articlePane)
			article := s.columns.Widths()[articlePane]
			rows := s.welcomeRows(article, size[1]-3)
			if len(rows) > size[1]-3 {
				t.Errorf("%s at %v: %d rows of the welcome", w.Lang, size, len(rows))
			}
		}
	}
}

// The welcome begins at the edge at which its language does, and its samples at the right.
func TestWelcomeBegins(t *testing.T) {
	t.Parallel()
	for _, w := range words.All() {
		s := openWelcomed(t, 120, 40, w)
		rows := s.welcomeRows(s.columns.Widths()[articlePane], 37)
		if s.FromLeft {
			t.Errorf("%s: what is drawn next begins at the left, too", w.Lang)
		}
		for i, row := range rows {
			for at := range row {
				row[at].Style = rtl.Style{}
			}
			shown := string(rtl.AppendVisual(nil, row))
			before, behind := len(shown)-len(strings.TrimLeft(shown, " ")), len(shown)-len(strings.TrimRight(shown, " "))
			isSample := strings.ContainsFunc(shown, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
			free := behind
			if w.FromLeft() && !isSample {
				free = before
			}
			if before < len(shown) && free != draw.InsetColumns {
				t.Errorf("%s: row %d of the welcome is %q", w.Lang, i, shown)
			}
		}
	}
}
