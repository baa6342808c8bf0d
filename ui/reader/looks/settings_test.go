package looks

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// newSettings returns the settings of a terminal that can do all but draw with pixels.
func newSettings(lasting ...Lasting) *Settings {
	canvas := &draw.Canvas{Words: words.English(), KeyMap: keymap.Keys{Bindings: keymap.Defaults}, Width: 120, Height: 40}
	d := &display.Display{Canvas: canvas, Terminal: terminal.Terminal{KeepMarks: true}, Profile: colorprofile.TrueColor}
	return New(d, Looks{}, nil, "", lasting)
}

// step takes a setting further and returns what is to be done, and what is said.
func step(t *testing.T, s *Settings, name string, by int) (effects Effect, said string) {
	t.Helper()
	switch a := s.Step(name, by).(type) {
	case dialog.Say:
		return 0, a.Text
	case dialog.Many:
		return a[0].(Changed).Effects, a[1].(dialog.Say).Text
	default:
		t.Fatalf("%s: %T", name, a)
		return 0, ""
	}
}

// Every setting goes through all its values and comes back to the first, is kept with each,
// and is called by its name in every language.
func TestEverySetting(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		s := newSettings()
		s.CellSize.X, s.CellSize.Y, s.Looks.Pictures, s.Display.Pictures = 10, 20, "kitty", "kitty"
		at := slices.IndexFunc(s.choices, func(c choice) bool { return c.name == name })
		c := s.choices[at]
		was, seen := c.now(s), []string{}
		if !slices.Contains(c.values(s), was) {
			t.Errorf("%s is %q, which is none of its values %q", name, was, c.values(s))
			continue
		}
		for range 200 {
			_, said := step(t, s, name, 1)
			now := c.now(s)
			if seen = append(seen, now); said == "" || !c.apart && s.Changed[name] != now {
				t.Errorf("%s: %q is kept as %q, and %q is said", name, now, s.Changed[name], said)
			}
			if now == was {
				break
			}
		}
		if seen[len(seen)-1] != was || len(seen) < 2 {
			t.Errorf("%s does not come back to %q: %q", name, was, seen)
		}
		for _, w := range words.All() {
			if w.Looks.Names[name] == "" {
				t.Errorf("%s has no name in %s", name, w.Lang)
			}
		}
	}
}

// What follows from a change of a setting.
func TestEffects(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]Effect{
		"measure": Relook, "list-width": Relayout, "compact": Relayout, "justify": Relook, "tashkeel": Relook,
		"lang": Restyle, "months": Restyle, "theme": Retheme, "pictures": TakeOff, "preview": 0, "mouse": 0,
		"follow": Refollow, "form": Repaint | Reprofile,
	} {
		if got, said := step(t, newSettings(), name, 1); got != want || said == "" {
			t.Errorf("%s: %b, want %b; %q", name, got, want, said)
		}
	}
}

// What holds from the next start on is kept, and said to be so; a form is kept for its
// terminal alone.
func TestLasting(t *testing.T) {
	t.Parallel()
	s := newSettings(Lasting{"color", []string{"auto", "always", "never"}, "always"})
	if _, said := step(t, s, "color", 1); s.Changed["color"] != "never" || !strings.Contains(said, s.Words.Looks.Later) {
		t.Errorf("%v is kept, %q is said", s.Changed, said)
	}
	if step(t, s, "color", 1); s.Changed["color"] != "auto" {
		t.Errorf("%v is kept", s.Changed)
	}
	step(t, s, "form", -1)
	if s.Terminal.Form == terminal.Visual || s.Terminal.Form == terminal.Logical || !s.FormChanged || s.Changed["form"] != "" {
		t.Errorf("form %s, kept %v", s.Terminal.Form, s.Changed)
	}
	step(t, s, "direction", 1)
	if s.Options.Direction != rtl.RTL || s.Changed["direction"] != "rtl" {
		t.Errorf("direction %v, kept %v", s.Options.Direction, s.Changed)
	}
}

// What the terminal cannot is refused with a reason, and nothing is kept.
func TestRefused(t *testing.T) {
	t.Parallel()
	s := newSettings()
	s.Profile, s.Terminal.KeepMarks = colorprofile.ANSI, false
	for _, name := range []string{"theme", "tashkeel", "view"} {
		if effects, said := step(t, s, name, 1); effects != 0 || said == "" || len(s.Changed) > 0 {
			t.Errorf("%s: %b, %q, kept %v", name, effects, said, s.Changed)
		}
	}
}

// A form of an unknown name is not taken, and the one that holds stays.
func TestUnknownForm(t *testing.T) {
	t.Parallel()
	s := newSettings()
	at := slices.IndexFunc(s.choices, func(c choice) bool { return c.name == "form" })
	form := s.choices[at]
	form.set(s, "alternate")
	form.set(s, "nonsense")
	if got := form.now(s); got != "alternate" {
		t.Errorf("the form is %s, want alternate", got)
	}
}

// Where the pane has no room for the measure a key says how there is more, and the first step
// down is one that can be seen.
func TestWiden(t *testing.T) {
	t.Parallel()
	s := newSettings()
	s.TextColumns = func() (int, bool) { return 44, true }
	if say := s.Widen(false).(dialog.Say); !strings.Contains(say.Text, "z") || len(s.Changed) > 0 {
		t.Errorf("%q is said, %v is kept", say.Text, s.Changed)
	}
	if say := s.Widen(true).(dialog.Say); strings.Contains(say.Text, "z") {
		t.Errorf("alone, %q is said", say.Text)
	}
	if s.Narrow(); s.Measure != 40 {
		t.Errorf("a step down from 44 columns is a measure of %d", s.Measure)
	}
	s.TextColumns = nil
	if s.Widen(false); s.Measure != 44 {
		t.Errorf("a step up is a measure of %d", s.Measure)
	}
}
