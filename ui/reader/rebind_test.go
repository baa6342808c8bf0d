package reader

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/words"
)

// toKeys opens the settings and selects the keys of an action.
func (s *session) toKeys(a keymap.Action) *session {
	s.t.Helper()
	s.press(",")
	for range 200 {
		if c, ok := s.screen().(*dialog.Settings).Choose(); ok && c.Now == nil && c.Name == string(a) {
			return s
		}
		s.press("down")
	}
	s.t.Fatalf("the settings do not have the keys of %s", a)
	return s
}

// The keys of an action are changed in the settings, hold at once, and are to be kept.
func TestKeysAreChangedInTheSettings(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		keys  []string
		want  map[keymap.Action][]string
		kept  []string // the actions whose keys are to be kept
		says  string   // the footer, or what stands above it
		waits bool
	}{
		"a free key":                {[]string{"enter", "ctrl+b"}, map[keymap.Action][]string{keymap.Bookmark: {"ctrl+b"}}, []string{"bookmark"}, "bookmark: ^b", false},
		"one more":                  {[]string{"+", "ctrl+b"}, map[keymap.Action][]string{keymap.Bookmark: {"b", "ctrl+b"}}, []string{"bookmark"}, "bookmark: b ^b", false},
		"one less":                  {[]string{"-"}, map[keymap.Action][]string{keymap.Bookmark: {}}, []string{"bookmark"}, "bookmark: no key", false},
		"none less":                 {[]string{"-", "-"}, map[keymap.Action][]string{keymap.Bookmark: {}}, []string{"bookmark"}, "", false},
		"it is waited for":          {[]string{"enter"}, map[keymap.Action][]string{keymap.Bookmark: {"b"}}, nil, "Press the key for “bookmark”.", true},
		"given up":                  {[]string{"enter", "esc"}, map[keymap.Action][]string{keymap.Bookmark: {"b"}}, nil, "By default: b", false},
		"another's key":             {[]string{"enter", "n"}, map[keymap.Action][]string{keymap.Bookmark: {"b"}, keymap.NextHit: {"n"}}, nil, "n is the key for “next match”.", true},
		"another's key after all":   {[]string{"enter", "n", "n"}, map[keymap.Action][]string{keymap.Bookmark: {"n"}, keymap.NextHit: {}}, []string{"bookmark"}, "taken from “next match”", false},
		"another one":               {[]string{"enter", "n", "ctrl+b"}, map[keymap.Action][]string{keymap.Bookmark: {"ctrl+b"}, keymap.NextHit: {"n"}}, []string{"bookmark"}, "bookmark: ^b", false},
		"its own":                   {[]string{"enter", "b"}, map[keymap.Action][]string{keymap.Bookmark: {"b"}}, []string{"bookmark"}, "bookmark: b", false},
		"as at first":               {[]string{"enter", "ctrl+b", "x"}, map[keymap.Action][]string{keymap.Bookmark: {"b"}}, []string{"bookmark", "bookmark"}, "bookmark: b", false},
		"by an Arabic letter":       {[]string{"enter", "ت", "ت"}, map[keymap.Action][]string{keymap.Bookmark: {"j"}, keymap.Down: {"down"}}, []string{"bookmark"}, "taken from “line down”", false},
		"by the key that closes":    {[]string{"enter", "q", "q"}, map[keymap.Action][]string{keymap.Bookmark: {"q"}}, []string{"bookmark"}, "taken from “quit”", false},
		"with alt":                  {[]string{"enter", "alt+k"}, map[keymap.Action][]string{keymap.Bookmark: {"alt+k"}}, []string{"bookmark"}, "bookmark: ⌥k", false},
		"with what it is no longer": {[]string{"enter", "n", "n", "tab", "up", "up"}, map[keymap.Action][]string{keymap.Bookmark: {"n"}}, []string{"bookmark"}, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := openReader(t, sampleLibrary(t), 100, 30, words.English()).toKeys(keymap.Bookmark).press(tt.keys...)
			for a, want := range tt.want {
				if got := s.KeyMap.Of(a).Keys; !slices.Equal(got, want) {
					t.Errorf("%s is on %q, want %q", a, got, want)
				}
			}
			var kept []string
			for _, r := range s.settings.Rebound {
				kept = append(kept, r.Action)
			}
			if !slices.Equal(kept, tt.kept) {
				t.Errorf("kept are the keys of %q, want %q", kept, tt.kept)
			}
			if !strings.Contains(s.text(), tt.says) {
				t.Errorf("it does not say %q:\n%s", tt.says, s.text())
			}
			if s.stack.TakesKeys() != tt.waits {
				t.Errorf("it waits for a key: %v", !tt.waits)
			}
		})
	}
}

// The keys that open related articles are changed one by one, and the others open what they
// opened.
func TestKeysOfRelatedArticlesAreChangedInTheSettings(t *testing.T) {
	t.Parallel()
	usual := keymap.Usual().Of(keymap.OpenRelated).Keys
	with := func(at int, key string) []string {
		keys := slices.Clone(usual)
		keys[at] = key
		return keys
	}
	for name, tt := range map[string]struct {
		keys []string // at that of the third one
		want []string
		says string
	}{
		"a free key":        {[]string{"enter", "ctrl+b"}, with(2, "ctrl+b"), "open a related article 3"},
		"one more is it":    {[]string{"+", "ctrl+b"}, with(2, "ctrl+b"), "open a related article 3"},
		"it is waited for":  {[]string{"enter"}, usual, "Press the key for “open a related article 3”."},
		"none":              {[]string{"-"}, with(2, ""), "By default: 3"},
		"that of another":   {[]string{"enter", "8"}, []string{"1", "2", "8", "4", "5", "6", "7", "", "9"}, "open a related article: 1 2 8 4"},
		"as at first":       {[]string{"enter", "ctrl+b", "x"}, usual, "By default: 3"},
		"given to another":  {[]string{"-", "down", "enter", "3"}, []string{"1", "2", "", "3", "5", "6", "7", "8", "9"}, "By default: 4"},
		"back from another": {[]string{"-", "down", "enter", "3", "up", "x"}, []string{"1", "2", "3", "", "5", "6", "7", "8", "9"}, "By default: 3"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := openReader(t, sampleLibrary(t), 100, 30, words.English()).toKeys(keymap.OpenRelated).press("down", "down").press(tt.keys...)
			if got := s.KeyMap.Of(keymap.OpenRelated).Keys; !slices.Equal(got, tt.want) {
				t.Errorf("they are on %q, want %q", got, tt.want)
			}
			if !strings.Contains(s.text(), tt.says) {
				t.Errorf("it does not say %q:\n%s", tt.says, s.text())
			}
		})
	}
	s := openReader(t, sampleLibrary(t), 100, 30, words.English())
	s.KeyMap, _ = s.KeyMap.Rebind(keymap.Bookmark, []string{"3"})
	if s.toKeys(keymap.OpenRelated).press("down", "down", "x"); !strings.Contains(s.text(), "3 stays with “bookmark”") {
		t.Errorf("%q is said where the key is another's", s.notice)
	}
	if got, want := s.KeyMap.Of(keymap.OpenRelated).Keys, with(2, ""); !slices.Equal(got, want) {
		t.Errorf("they are on %q, want %q", got, want)
	}
}

// A key that cannot be chosen is said, and a click gives up.
func TestKeysThatCannotBeChosen(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 100, 30, words.English()).toKeys(keymap.Bookmark).press("enter")
	s.send(tea.KeyPressMsg{Code: tea.KeyBegin})
	if !strings.Contains(s.text(), "That key cannot be chosen.") || !s.stack.TakesKeys() {
		t.Errorf("a key without a name:\n%s", s.text())
	}
	if s.clickOn(3, 5); s.stack.TakesKeys() || s.settings.Rebound != nil {
		t.Errorf("it still waits, or changed %v", s.settings.Rebound)
	}
}

// Where the keys of the settings themselves are taken away, those that they have by default
// still lead through them.
func TestSettingsAreNeverLost(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 100, 30, words.English()).toKeys(keymap.Down).press("-", "-")
	if keys := s.KeyMap.Of(keymap.Down).Keys; len(keys) != 0 {
		t.Fatalf("down is on %q", keys)
	}
	before := s.screen().(*dialog.Settings).Selected
	if s.press("down"); s.screen().(*dialog.Settings).Selected != before+1 {
		t.Error("the arrow does not move")
	}
	s.press("up", "x")
	if keys := s.KeyMap.Of(keymap.Down).Keys; !slices.Equal(keys, []string{"down", "j"}) {
		t.Errorf("down is on %q", keys)
	}
}

// Where what other actions were given leaves no key of the settings what it was, their keys by
// default do what they did as well, the footer names them, and Esc closes every screen.
func TestKeysOfTheSettingsGivenAway(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		rebind map[keymap.Action][]string
		keys   []string // from the first setting of the keys on
		want   []string // of moving down then
		footer string
	}{
		"what moves":   {map[keymap.Action][]string{keymap.Bookmark: {"down", "j"}}, []string{"enter", "ctrl+b"}, []string{"ctrl+b"}, "⏎ another key"},
		"what chooses": {map[keymap.Action][]string{keymap.Note: {"enter", "left"}}, []string{"enter", "ctrl+b"}, []string{"ctrl+b"}, "⏎ another key"},
		"what drops":   {map[keymap.Action][]string{keymap.Tags: {"-"}}, []string{"-"}, []string{"down"}, "- drop a key"},
		"what resets":  {map[keymap.Action][]string{keymap.Tags: {"x", "delete"}}, []string{"-", "x"}, []string{"down", "j"}, "x default"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := openReader(t, sampleLibrary(t), 120, 40, words.English())
			s.toKeys(keymap.Down)
			for a, keys := range tt.rebind {
				s.KeyMap, _ = s.KeyMap.Rebind(a, keys)
			}
			if text := s.text(); !strings.Contains(text, tt.footer) {
				t.Errorf("the footer has no %q:\n%s", tt.footer, text)
			}
			if tt.rebind[keymap.Bookmark] != nil {
				s.press("down", "up")
			}
			s.press(tt.keys...)
			if keys := s.KeyMap.Of(keymap.Down).Keys; !slices.Equal(keys, tt.want) {
				t.Errorf("moving down is on %q, want %q", keys, tt.want)
			}
		})
	}
	for _, opens := range []keymap.Action{keymap.Settings, keymap.Help, keymap.Statistics, keymap.Feeds} {
		s := openReader(t, sampleLibrary(t), 100, 30, words.English())
		s.KeyMap, _ = s.KeyMap.Rebind(keymap.Archive, []string{"esc", "right", "backspace", "q", "Q"})
		key := s.KeyMap.Of(opens).Keys[0]
		if s.press(key); s.screen() == nil {
			t.Fatalf("%s opens nothing", key)
		}
		if s.press("esc"); s.screen() != nil {
			t.Errorf("Esc does not close what %s opens", key)
		}
	}
}
