package reader

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// hostile are texts that try to reach the terminal, or to turn around what is
// outside of them.
var hostile = []string{
	"نص \x1b[31mأحمر\x1b[2J \x9b31m", "&#27;[31m &#x1b;]0;title&#7; &#155;2J", "&amp;#27;[31m `&#27;[5m`",
	"\x1b]8;;https://evil.example\x07انقر\x1b]8;;\x07", "\u009d8;;x\u009c", "\x1bPq\x1b\\", "\x07\x08\x0e\x0f\x7f\u0085",
	"\u202e معكوس \u2067\u2066\u202d مفتوح", "\u2069\u2069\u202c", "\U000e0041\U000e007f\ufff9\ufffa\ufffb",
	"[انقر](https://e.com/&#27;]8;;x) [و](javascript:alert(1)) [ثم](<https://e.com/\x07>)", "ا" + strings.Repeat("\u064e", 5000),
	strings.Repeat("\u2067", 3000) + "x", "\xff\xfe\xc2\x9b2J", "a\rb\vc\fd",
}

// allowed are the sequences of a frame: SGR, and links to where links may lead.
var allowed = regexp.MustCompile("\x1b\\[[0-9;:]*m|\x1b\\]8;[^;\x00-\x1f\x7f]*;(?:(?:https?://|mailto:)[^\x00-\x20\x7f]*)?(?:\x1b\\\\|\x07)")

// Whatever articles hold, in any of their fields, no frame has a sequence but
// Warraq's own, and none is wider than the screen.
func TestNoFrameIsHostile(t *testing.T) {
	t.Parallel()
	l, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	var list []articles.Article
	for _, s := range hostile { // not through intake.Read, which would clean them
		list = append(list, articles.Article{
			Title: s, Section: s, Source: s, Place: s, Author: s, Summary: s, Body: s + "\n\n# " + s + "\n\n| " + s + " |\n|---|\n| " + s + " |\n",
			Captions: []articles.Caption{{Text: s}}, Related: []articles.Related{{Title: s + " ٢", Section: s, Summary: s}}, Full: true,
		})
	}
	if _, err := l.Add(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	for _, form := range terminal.Forms() {
		s := openIn(t, l, terminal.Terminal{Form: form, KeepMarks: true, Background: rtl.RGB(0, 0, 0)})
		if s.list.Total() < len(hostile)-2 { // of some nothing is left
			t.Fatalf("%d articles", s.list.Total())
		}
		for _, keys := range [][]string{{"enter"}, {"end"}, {"left"}, {"right"}, {"right"}, {"down"}, {"/", "2", "J", "enter"}, {"enter"}, {"esc"}, {"?"}, {"?"}} {
			s.press(keys...)
			wantNothingHostile(t, form, keys, s.View().Content)
			wantNothingHostile(t, form, keys, strings.ReplaceAll(s.View().WindowTitle, "\n", "\a"))
		}
		for _, text := range hostile {
			s.press("a").paste(text)
			wantNothingHostile(t, form, []string{"a", text}, s.View().Content)
			s.press("esc", "/").paste(text)
			wantNothingHostile(t, form, []string{"/", text}, s.View().Content)
			s.press("esc", "esc")
		}
	}
}

// openIn starts a reader in a terminal.
func openIn(t *testing.T, l *store.Library, term terminal.Terminal) *session {
	t.Helper()
	app, err := New(t.Context(), Config{
		Library: l, Words: words.Arabic(), Profile: colorprofile.TrueColor, Terminal: term, Width: 110, Height: 30,
	})
	if err != nil {
		t.Fatal(err)
	}
	app.article.Rest = 0
	s := &session{t: t, App: app}
	s.run(app.Init())
	return s
}

func wantNothingHostile(t *testing.T, form terminal.Form, keys []string, frame string) {
	t.Helper()
	if !utf8.ValidString(frame) {
		t.Fatalf("%v, %q: not UTF-8", form, keys)
	}
	rest := allowed.ReplaceAllString(frame, "")
	for _, r := range rest {
		bad := r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r >= 0xe0000 && r < 0xe0080
		if bad && form != terminal.Logical {
			t.Fatalf("%v, %q: %U is in the frame, in %q", form, keys, r, around(rest, r))
		}
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 {
			t.Fatalf("%v, %q: %U is in the frame, in %q", form, keys, r, around(rest, r))
		}
	}
}

// around is a text about the first place of a character.
func around(text string, r rune) string {
	at := strings.IndexRune(text, r)
	return text[max(0, at-40):min(len(text), at+40)]
}
