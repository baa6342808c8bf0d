package terminal

import "testing"

// What a terminal says of its version is found in its own answers and variables, and
// compared with the version that was measured.
func TestVersion(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name        string
		answers     answers
		environment map[string]string
		want        string
		beyond      bool
	}{
		{"kitty", answers{version: "kitty(0.26.5)"}, nil, "0.26.5", false},
		{"kitty", answers{version: "kitty(0.47.4)"}, nil, "0.47.4", true},
		{"kitty", answers{version: "kitty(0.3.9)"}, nil, "0.3.9", false},
		{"konsole", answers{version: "Konsole 24.05.1"}, nil, "24.05.1", true},
		{"konsole", answers{}, map[string]string{"KONSOLE_VERSION": "221203"}, "22.12.3", false},
		{"konsole", answers{}, map[string]string{"KONSOLE_VERSION": "240500"}, "24.5.0", true},
		{"VTE", answers{attributes: "65;7006;1"}, nil, "0.70.6", false},
		{"VTE", answers{}, map[string]string{"VTE_VERSION": "8003"}, "0.80.3", true},
		{"VTE", answers{}, map[string]string{"VTE_VERSION": "x"}, "", false},
		{"XTerm", answers{version: "XTerm(379)"}, nil, "379", false},
		{"XTerm", answers{}, map[string]string{"XTERM_VERSION": "XTerm(401)"}, "401", true},
		{"foot", answers{version: "foot(1.16.2)"}, nil, "1.16.2", true},
		{"foot", answers{attributes: "1;011301;0"}, nil, "1.13.1", false},
		{"xterm.js", answers{}, map[string]string{"TERM_PROGRAM": "vscode", "TERM_PROGRAM_VERSION": "1.96.0"}, "1.96.0", false},
		{"iTerm2", answers{}, map[string]string{"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.7.0"}, "3.7.0", false},
		{"alacritty", answers{}, map[string]string{"ALACRITTY_WINDOW_ID": "12"}, "", false},
		{"", answers{}, nil, "", false},
	} {
		e := evidence{answers: c.answers, getenv: func(name string) string { return c.environment[name] }}
		got := e.terminal()
		if got.Name != c.name || got.Version != c.want || got.IsBeyond() != c.beyond {
			t.Errorf("%+v %v: %s %q, beyond %t; want %s %q, %t", c.answers, c.environment, got.Name, got.Version, got.IsBeyond(), c.name, c.want, c.beyond)
		}
	}
}
