package terminal

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
)

// environ is an environment in the form "NAME=value NAME=value".
func environ(variables string) func(string) string {
	return func(name string) string {
		for v := range strings.FieldsSeq(variables) {
			if value, ok := strings.CutPrefix(v, name+"="); ok {
				return value
			}
		}
		return ""
	}
}

// What terminals answered to the queries, as it came.
const (
	xtermAnswers       = "\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[8;0$y\x1b]10;rgb:0000/0000/0000\a\x1b]11;rgb:ffff/ffff/ffff\a\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"
	kittyAnswers       = "\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[8;0$y\x1b[?62;c"
	konsoleAnswers     = "\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b]10;rgb:fcfc/fcfc/fcfc\a\x1b]11;rgb:2323/2626/2727\a\x1b[?62;1;4c"
	qterminalAnswers   = "\x1b[>0;115;0c\x1b[?1;2c"
	mltermAnswers      = "\x1b[>24;279;0c\x1b[8;0$y\x1b[?63;1;2;3;4;7;29c"
	ptermAnswers       = "\x1b[>0;136;0c\x1b[?6c"
	xtermjsAnswers     = "\x1b[>0;276;0c\x1b[8;0$y\x1b]10;rgb:ffff/ffff/ffff\x1b\\\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?1;2c"
	vteAnswers         = "\x1b[>65;7006;1c\x1b[8;1$y\x1b[?65;1;9c"
	urxvtAnswers       = "\x1b[>85;95;0c\x1b[?1;2c"
	alacrittyAnswers   = "\x1b[>0;1700;1c\x1b[?6c"
	footAnswers        = "\x1bP>|foot(1.13.1)\x1b\\\x1b[>1;011301;0c\x1b[?62;4;22c"
	stAnswers          = "\x1b[?6c"
	terminologyAnswers = "\x1bP>|terminology 1.13.0\x1b\\\x1b[>61;337;0c\x1b[?64;1;9;15;18;21;22c"
	zuttyAnswers       = "\x1b[>64;0;0c\x1b[?64;1;9;15;21;22c"
)

// What its user's word is remembered by is the same from one start to the next.
func TestTerminalIDs(t *testing.T) {
	for _, tt := range []struct{ name, answers, environ, id string }{
		{"one in the table", kittyAnswers, "TERM=xterm-kitty", "kitty"},
		{"another", "\x1bP>|Foo 1.2\x1b\\\x1b[>0;10;1c\x1b[?1;2c", "TERM=foo", "TERM=foo, XTVERSION Foo 1.2, DA2 0;10;1"},
		{"one that says nothing", "", "TERM=vt220", "TERM=vt220"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := evidence{getenv: environ(tt.environ)}
			e.answers.readFrom(strings.NewReader(tt.answers))
			if got := e.terminal().ID; got != tt.id {
				t.Errorf("ID %q, want %q", got, tt.id)
			}
		})
	}
}

func TestTerminalByItsAnswers(t *testing.T) {
	const switched = bidiOff + " " + bidiOn
	for _, tt := range []struct {
		name, answers, environ string
		terminal               string
		form                   Form
		keepMarks              bool
		switches               string
	}{
		{"xterm", xtermAnswers, "TERM=xterm", "XTerm", Visual, true, " "},
		{"kitty", kittyAnswers, "TERM=xterm-kitty KITTY_WINDOW_ID=1", "kitty", Toggle, false, " "},
		{"konsole", konsoleAnswers, "TERM=xterm-256color KONSOLE_VERSION=221203", "konsole", Marked, true, " "},
		{"qterminal", qterminalAnswers, "TERM=xterm-256color COLORFGBG=15;0", "qterminal", Alternate, false, " "},
		{"mlterm", mltermAnswers, "TERM=mlterm MLTERM=3.9.2", "mlterm", Visual, true, mltermOff + " " + mltermOn},
		{"pterm", ptermAnswers, "TERM=xterm", "PuTTY", Blank, true, " "},
		{"xterm.js", xtermjsAnswers, "TERM=xterm-256color TERM_PROGRAM=vscode", "xterm.js", Alternate, true, " "},
		{"VTE", vteAnswers, "TERM=xterm-256color VTE_VERSION=7006", "VTE", Visual, true, switched},
		{"urxvt", urxvtAnswers, "TERM=rxvt-unicode-256color", "rxvt-unicode", Visual, true, " "},
		{"alacritty", alacrittyAnswers, "TERM=alacritty ALACRITTY_WINDOW_ID=1", "alacritty", Visual, false, " "},
		{"foot", footAnswers, "TERM=foot", "foot", Visual, false, " "},
		{"st", stAnswers, "TERM=st-256color", "st", Visual, false, " "},
		{"terminology", terminologyAnswers, "TERM=xterm-256color TERMINOLOGY=1", "terminology", Visual, false, " "},
		{"zutty", zuttyAnswers, "TERM=xterm-256color ZUTTY_VERSION=0.14", "zutty", Visual, false, " "},

		{"an unknown one", "\x1b[?1;2c", "TERM=xterm-256color", "", Visual, false, " "},
		{"one that answers nothing", "", "TERM=xterm-256color", "", Visual, false, " "},
		{"one that knows mode 8", "\x1b[8;1$y\x1b[?1;2c", "TERM=xterm", "unknown, with mode 8", Visual, false, switched},

		{"VTE over ssh, where variables stay behind", vteAnswers, "TERM=xterm-256color", "VTE", Visual, true, switched},
		{"VTE that gives its version", "\x1bP>|VTE(7802)\x1b\\\x1b[>65;7802;1c\x1b[8;1$y\x1b[?65;1;9c", "", "VTE", Visual, true, switched},
		{"VTE too slow to answer", "", "TERM=xterm-256color VTE_VERSION=7006", "VTE", Visual, true, switched},
		{"VTE in which reordering is off already", "\x1b[>65;7006;1c\x1b[8;2$y\x1b[?65;1;9c", "", "VTE", Visual, true, " "},
		{"VTE before it knew mode 8", "\x1b[>1;5202;0c\x1b[?62;c", "TERM=xterm-256color VTE_VERSION=5202", "VTE", Visual, true, " "},
		{"xterm started from kitty", xtermAnswers, "TERM=xterm KITTY_WINDOW_ID=1 XTERM_VERSION=XTerm(379)", "XTerm", Visual, true, " "},
		{"st started from konsole", stAnswers, "TERM=st-256color KONSOLE_VERSION=221203", "st", Visual, false, " "},
		{"an unknown one started from kitty", "\x1b[?1;2c", "TERM=xterm-256color KITTY_WINDOW_ID=1", "", Visual, false, " "},
		{"kitty too slow to answer", "", "TERM=xterm-256color KITTY_WINDOW_ID=1", "kitty", Toggle, false, " "},
		{"qterminal started from konsole", qterminalAnswers, "TERM=xterm-256color KONSOLE_VERSION=221203", "qterminal", Alternate, false, " "},
		{"the Linux console", "", "TERM=linux", "Linux console", Visual, false, " "},

		{"WezTerm", "\x1bP>|WezTerm 20240203\x1b\\\x1b[>1;277;0c\x1b[8;2$y\x1b[?65;4;6;18;22c", "TERM_PROGRAM=WezTerm", "WezTerm", Visual, false, " "},
		{"mintty", "\x1bP>|mintty 3.7.0\x1b\\\x1b[>77;30700;0c\x1b[8;1$y\x1b[?64;1c", "TERM=xterm", "mintty", Visual, false, switched},
		{"Ghostty", "\x1bP>|ghostty 1.2.0\x1b\\\x1b[>1;10;0c\x1b[?62;22c", "TERM=xterm-ghostty", "Ghostty", Anchored, false, " "},
		{"Windows Terminal", "\x1b[>0;10;1c\x1b[?61;4;6;7;14;21;22;23;24;28;32;42c", "TERM=xterm-256color WT_SESSION=4a", "Windows Terminal", Anchored, false, " "},
		{"iTerm2, which reorders rows from 3.7 on", "\x1bP>|iTerm2 3.7.0\x1b\\\x1b[?62;4c", "TERM=xterm-256color", "iTerm2", Anchored, false, " "},
		{"Apple Terminal", "\x1b[?1;2c", "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", "Apple Terminal", Anchored, false, " "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := evidence{getenv: environ(tt.environ)}
			e.answers.readFrom(strings.NewReader(tt.answers))
			got := e.terminal()
			if got.Name != tt.terminal || got.Form != tt.form || got.KeepMarks != tt.keepMarks || got.Off+" "+got.On != tt.switches {
				t.Errorf("got %q, %v, marks %v, %q; by %s", got.Name, got.Form, got.KeepMarks, got.Off+" "+got.On, got.Evidence)
			}
		})
	}
}

// Text that stays on the screen is sent in a form that needs no switch.
func TestUnswitched(t *testing.T) {
	for _, tt := range []struct {
		answers string
		want    Form
	}{
		{vteAnswers, Marked}, {mltermAnswers, Logical}, {xtermAnswers, Visual}, {kittyAnswers, Toggle},
	} {
		e := evidence{getenv: environ("")}
		e.answers.readFrom(strings.NewReader(tt.answers))
		known := e.terminal()
		if got := known.Unswitched(); got.Form != tt.want || got.Off != "" || got.On != "" {
			t.Errorf("%s: got %v, %q", known.Name, got.Form, got.Off)
		}
		if got := known.WithForm(Toggle); got.Form != Toggle || got.Off != "" {
			t.Errorf("%s: by its user's word: got %v, %q", known.Name, got.Form, got.Off)
		}
	}
}

func TestColors(t *testing.T) {
	for _, tt := range []struct {
		name, answers, environ string
		foreground, background rtl.Color
		light                  bool
	}{
		{"answered, ended by BEL", xtermAnswers, "", rtl.RGB(0, 0, 0), rtl.RGB(255, 255, 255), true},
		{"answered, ended by ST", xtermjsAnswers, "", rtl.RGB(255, 255, 255), rtl.RGB(0, 0, 0), false},
		{"fewer digits", "\x1b]11;rgb:f/80/800\a", "", 0, rtl.RGB(255, 128, 127), true},
		{"no colour", "\x1b]11;rgba:00/00/00/00\a\x1b]10;rgb:1/2\a", "", 0, 0, false},
		{"a hint, light", "", "COLORFGBG=0;default;15", 0, rtl.RGB(255, 255, 255), true},
		{"a hint that says nothing, of mlterm", "", "COLORFGBG=default;default", 0, 0, false},
		{"nor one of rxvt without a colour", "", "COLORFGBG=15;default;default", 0, 0, false},
		{"a hint, dark", "", "COLORFGBG=15;0", 0, rtl.RGB(0, 0, 0), false},
		{"the answer beats the hint", konsoleAnswers, "COLORFGBG=0;15", rtl.RGB(0xfc, 0xfc, 0xfc), rtl.RGB(0x23, 0x26, 0x27), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := evidence{getenv: environ(tt.environ)}
			e.answers.readFrom(strings.NewReader(tt.answers))
			got := e.terminal()
			if got.Foreground != tt.foreground || got.Background != tt.background || got.Light() != tt.light {
				t.Errorf("got %x on %x, light %v", got.Foreground, got.Background, got.Light())
			}
		})
	}
}

// Answers may come in any pieces, among what is being typed.
func TestAnswersInPieces(t *testing.T) {
	input := []byte("j" + konsoleAnswers[:20] + konsoleAnswers[20:] + "k\x1b[A")
	var whole answers
	if rest := whole.read(input); string(rest) != "jk\x1b[A" {
		t.Errorf("rest %q", rest)
	}
	for i := range input {
		var a answers
		rest := a.read(append(a.read(slices.Clone(input[:i])), input[i:]...))
		if a != whole || string(rest) != "jk\x1b[A" {
			t.Fatalf("cut at %d: got %+v and rest %q", i, a, rest)
		}
	}
}

// Nothing that is no report is taken, and what is taken can be shown.
func FuzzAnswers(f *testing.F) {
	for _, seed := range []string{xtermAnswers, vteAnswers, xtermjsAnswers, "\x1bP>|\x1b[31mevil\n\x1b\\", "\x1b[8;$y\x1b[>c\x1b[?c\x1b]11;"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		var a answers
		rest := a.read(input)
		if len(rest) > len(input) {
			t.Errorf("more came out than went in: %q", rest)
		}
		if !slices.Contains(input, '\x1b') && string(rest) != string(input) {
			t.Errorf("typed %q, left %q", input, rest)
		}
		if a.version != printableText(a.version) || strings.ContainsAny(a.attributes, "\x1b\n\a") {
			t.Errorf("not to be shown: %q %q", a.version, a.attributes)
		}
		e := evidence{answers: a, getenv: environ("")}
		e.terminal()
	})
}

func TestMatch(t *testing.T) {
	for _, tt := range []struct {
		pattern, text string
		want          bool
	}{
		{"41;*;0", "41;379;0", true},
		{"41;*;0", "41;;0", true},
		{"41;*;0", "41;379;01", false},
		{"41;*;0", "41;3x9;0", false},
		{"0;276;0", "0;276;0", true},
		{"0;276;0", "", false},
	} {
		if got := matchWildcard(tt.pattern, tt.text); got != tt.want {
			t.Errorf("match(%q, %q) = %v", tt.pattern, tt.text, got)
		}
	}
}

// The table is for people: every row has all that it needs.
func TestRules(t *testing.T) {
	for _, r := range terminalRules {
		if r.name == "" || r.does == "" || (r.source == Measured) != (r.measuredIn != "") || (r.off == "") != (r.on == "") {
			t.Errorf("incomplete: %+v", r)
		}
		if r.version == "" && r.attributes == "" && !r.mode8 && r.term == "" && r.variables == nil {
			t.Errorf("%s: nothing to recognise it by", r.name)
		}
	}
}

// How a terminal shows pictures is known of it, or it says that it does sixels.
// What stands between it and the program speaks for itself alone.
func TestGraphics(t *testing.T) {
	for _, tt := range []struct {
		name, answers, environ string
		want                   Graphics
	}{
		{"kitty", kittyAnswers, "TERM=xterm-kitty", KittyGraphics},
		{"konsole", konsoleAnswers, "TERM=xterm-256color", KittyGraphics},
		{"foot", footAnswers, "TERM=foot", Sixel},
		{"mlterm", mltermAnswers, "TERM=mlterm", Sixel},
		{"xterm", xtermAnswers, "TERM=xterm", NoGraphics},
		{"xterm as a VT340", "\x1bP>|XTerm(379)\x1b\\\x1b[>19;379;0c\x1b[?63;1;2;3;4;6;9c", "TERM=xterm", Sixel},
		{"the level 4 alone", "\x1b[?4c", "TERM=xterm", NoGraphics},
		{"VTE", vteAnswers, "VTE_VERSION=7006", NoGraphics},
		{"WezTerm", "\x1bP>|WezTerm 20240203\x1b\\\x1b[?65;4;6;18;22c", "TERM=xterm-256color", ITerm2Images},
		{"iTerm2", "", "TERM_PROGRAM=iTerm.app", ITerm2Images},
		{"one that says nothing", "", "TERM=linux", NoGraphics},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := evidence{getenv: environ(tt.environ)}
			e.answers.readFrom(strings.NewReader(tt.answers))
			if got := e.terminal().Graphics; got != tt.want {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
	for _, name := range GraphicsNames() {
		if g, ok := ParseGraphics(name); !ok || g.String() != name {
			t.Errorf("%s is %v, %v", name, g, ok)
		}
	}
	if _, ok := ParseGraphics("auto"); ok {
		t.Error("auto is a way of its own")
	}
}

// Cells are clusters where a terminal says so by mode 2027: for a program that does not set
// it only where it is set already.
func TestClusters(t *testing.T) {
	for _, tt := range []struct {
		name, answers string
		full, any     bool
	}{
		{"reset", "\x1b[?2027;2$y\x1b[?1;2c", true, false},
		{"set", "\x1b[?2027;1$y\x1b[?1;2c", true, true},
		{"set for good", "\x1b[?2027;3$y\x1b[?1;2c", true, true},
		{"not known", "\x1b[?2027;0$y\x1b[?1;2c", false, false},
		{"no answer", "\x1b[?1;2c", false, false},
		{"one that was measured", xtermAnswers, false, false},
	} {
		e := evidence{getenv: environ("TERM=xterm")}
		e.answers.readFrom(strings.NewReader(tt.answers))
		if got := e.terminal(); got.Clusters != tt.full || got.Unswitched().Clusters != tt.any {
			t.Errorf("%s: %v, %v", tt.name, got.Clusters, got.Unswitched().Clusters)
		}
	}
}
