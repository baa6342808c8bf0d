package reader

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/words"
)

// An Esc and the key right behind it, which come as one with alt held down, are both
// pressed; while one types an answer, only a second Esc is taken off the first.
func TestEscapeAndKey(t *testing.T) {
	t.Parallel()
	joined := func(code rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code, Mod: tea.ModAlt} }
	for name, test := range map[string]struct {
		before []string
		press  tea.KeyPressMsg
		is     func(*session) bool
	}{
		"Esc twice, out of the search": {[]string{"/", "a"}, joined(tea.KeyEscape), func(s *session) bool {
			return s.stack.Prompt() == nil && s.list.Filter().Title == ""
		}},
		"Esc, then the settings":         {[]string{"?"}, joined(','), func(s *session) bool { return s.stack.Screen() != nil && s.stack.Hints() != nil }},
		"Esc out of the article, then /": {[]string{"enter"}, joined('/'), func(s *session) bool { return s.stack.Prompt() != nil }},
		"alt while one types":            {[]string{"/", "a"}, joined('b'), func(s *session) bool { return s.stack.Prompt() != nil && s.list.Filter().Title == "a" }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := openReader(t, sampleLibrary(t), 120, 40, words.English()).press(test.before...)
			s.run(func() tea.Msg { return test.press })
			if !test.is(s) {
				t.Errorf("shown:\n%s", s.text())
			}
		})
	}
}

// Where a terminal tells alt from an Esc, alt is no Esc.
func TestAltIsNoEscape(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English()).press("?")
	s.run(func() tea.Msg { return tea.KeyboardEnhancementsMsg{Flags: 1} })
	s.run(func() tea.Msg { return tea.KeyPressMsg{Code: 'q', Mod: tea.ModAlt} })
	if s.stack.Screen() == nil {
		t.Errorf("the help is gone:\n%s", s.text())
	}
}
