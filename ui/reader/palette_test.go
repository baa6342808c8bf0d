package reader

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/words"
)

func TestPalette(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		words *words.Words
		keys  string // typed, each letter a key, behind ":"
		end   []string
		want  func(*session) bool
	}{
		{"an action by its name", words.Arabic(), "اشارة", []string{"enter"}, func(s *session) bool { return s.list.Entries()[0].Bookmarked }},
		{"spelt in another way", words.Arabic(), "إشارَه", []string{"enter"}, func(s *session) bool { return s.list.Entries()[0].Bookmarked }},
		{"in the other language", words.Arabic(), "article alone", []string{"enter"}, func(s *session) bool { return s.columns.Alone }},
		{"Arabic in English", words.English(), "وحدها", []string{"enter"}, func(s *session) bool { return s.columns.Alone || s.list.Filter().Bookmarked }},
		{"one further down", words.English(), "digits", []string{"down", "up", "enter"}, func(s *session) bool { return s.settings.Changed["digits"] == "arabic" }},
		{"a movement", words.English(), "bottom", []string{"enter"}, func(s *session) bool { return s.list.Selected() == s.list.Total()-1 }},
		{"nothing of that name", words.English(), "zzz", []string{"enter"}, func(s *session) bool { return s.notice == s.Words.NoCommand }},
		{"given up", words.English(), "digits", []string{"esc"}, func(s *session) bool { return s.settings.Changed["digits"] == "" }},
		{"given up by deleting", words.English(), "d", []string{"backspace", "backspace"}, func(s *session) bool { return s.asking() == nil }},
		{"an action that opens a screen", words.English(), "keys", []string{"enter"}, func(s *session) bool {
			_, is := s.screen().(*dialog.Help)
			s.press("?")
			return is
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := openReader(t, sampleLibrary(t), 80, 24, tt.words).press(":")
			s.press(strings.Split(tt.keys, "")...).press(tt.end...)
			if !tt.want(s) {
				t.Errorf("it was not done; the screen is\n%s", s.text())
			}
			if s.screen() != nil || s.asking() != nil {
				t.Errorf("the palette is still open")
			}
		})
	}
}

// The footer shows the keys as the keyboard prints them that is on.
func TestKeysArePrintedAsOnTheKeyboard(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English())
	footer := func() string {
		lines := strings.Split(strings.TrimRight(s.text(), "\n"), "\n")
		return lines[len(lines)-1]
	}
	if got := footer(); !strings.Contains(got, "q quit") {
		t.Errorf("at first: %s", got)
	}
	s.press("ت") // j
	if got := footer(); !strings.Contains(got, "ﺽ quit") {
		t.Errorf("with an Arabic keyboard: %s", got)
	}
	s.press("j")
	if got := footer(); !strings.Contains(got, "q quit") {
		t.Errorf("back with a Latin one: %s", got)
	}
}
