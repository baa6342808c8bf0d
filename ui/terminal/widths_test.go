package terminal

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/ui/rtl"
)

// countingAnswers is what a terminal answers to [measuringSequence] that counts so many
// columns for the texts, and whose row ends so.
func countingAnswers(w Widths, wraps bool) string {
	var b strings.Builder
	for _, p := range widthProbes() {
		fmt.Fprintf(&b, "\x1b[3;%dR", *p.of(&w)+1)
	}
	b.WriteString("\x1b[3;80R")
	if wraps {
		b.WriteString("\x1b[4;1R")
	} else {
		b.WriteString("\x1b[3;80R")
	}
	return b.String() + "\x1b[?1;2c"
}

// A terminal is asked how it counts in one go, and believed where it answers all of it.
func TestMeasureWidths(t *testing.T) {
	whole := Widths{2, 2, 2, 2, 2, 1, 2, 1, 1}
	wrapping := sumsOfParts
	wrapping.Format = 2
	for _, tt := range []struct {
		name, answers string
		want          Widths
		known         bool
	}{
		{"sums of parts", countingAnswers(sumsOfParts, false), sumsOfParts, true},
		{"whole clusters", countingAnswers(whole, false), whole, true},
		{"typing comes between", "j" + countingAnswers(whole, false), whole, true},
		{"a format character begins a new row", countingAnswers(sumsOfParts, true), wrapping, true},
		{"a key that is like an answer", "\x1b[1;2R" + countingAnswers(whole, false), Widths{}, false},
		{"no reports of the cursor", "\x1b[?1;2c", Widths{}, false},
		{"a part and no more", countingAnswers(whole, false)[:20], Widths{}, false},
		{"nothing", "", Widths{}, false},
		{"a cursor that stays where it cannot", strings.ReplaceAll(countingAnswers(whole, false), "\x1b[3;3R", "\x1b[3;0R"), Widths{}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			terminal, tty := pseudoTerminal(t)
			go func() {
				readUntil(terminal, askPrimary)
				io.WriteString(terminal, tt.answers)
			}()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if !strings.HasSuffix(tt.answers, "c") {
				time.AfterFunc(answerPatience, cancel)
			}
			var found cursorReports
			exchangeQueries(ctx, tty, tty, measuringSequence(), &found)
			if got, known := found.widths(); got != tt.want || known != tt.known {
				t.Errorf("got %v, %v; want %v, %v", got, known, tt.want, tt.known)
			}
		})
	}
}

// What is known of how a terminal counts decides what it is sent.
func TestWithWidths(t *testing.T) {
	whole := Widths{2, 2, 2, 2, 2, 2, 2, 1, 1}
	wide := sumsOfParts
	wide.Format = 2
	for _, tt := range []struct {
		name, answers, environ string
		widths                 Widths
		lacks                  bool
		form                   Form
		full, any              bool
	}{
		{"an unknown one", "\x1b[?1;2c", "TERM=xterm", sumsOfParts, true, Anchored, false, false},
		{"an unknown one that knows clusters", "\x1b[?1;2c", "TERM=xterm", whole, true, Anchored, true, true},
		{"an unknown one that gives a format character a cell", "\x1b[?1;2c", "TERM=xterm", wide, true, Visual, false, false},
		{"one that answers nothing", "", "TERM=xterm", sumsOfParts, false, Anchored, false, false},
		{"one that was measured", xtermAnswers, "TERM=xterm", sumsOfParts, false, Visual, false, false},
		{"a later one", "\x1bP>|kitty(0.47.4)\x1b\\\x1b[>1;4000;47c\x1b[?62;c", "TERM=xterm-kitty", whole, true, Toggle, true, true},
		{"one that nobody measured", "\x1b[>0;10;1c\x1b[?61c", "WT_SESSION=4a", wide, true, Visual, false, false},
		{"mode 2027", "\x1b[?2027;2$y\x1b[?1;2c", "TERM=xterm", sumsOfParts, true, Anchored, true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := evidence{getenv: environ(tt.environ)}
			e.answers.readFrom(strings.NewReader(tt.answers))
			found := e.terminal()
			if found.LacksWidths() != tt.lacks {
				t.Errorf("lacks widths: %v", found.LacksWidths())
			}
			got := found.WithWidths(tt.widths)
			if again := got.WithWidths(tt.widths); got != again || got.LacksWidths() {
				t.Errorf("not the same again: %v, %v", got, again)
			}
			if got.Form != tt.form || got.Clusters != tt.full || got.Unswitched().Clusters != tt.any {
				t.Errorf("got %v, %v, %v", got.Form, got.Clusters, got.Unswitched().Clusters)
			}
		})
	}
}

// What stands between a terminal and the program is not taken for the terminal.
func TestWidthsInsideAMultiplexer(t *testing.T) {
	m, _ := multiplexerOf(environ("STY=1 KITTY_WINDOW_ID=1"))
	found := m.detect(t.Context())
	if got := found.WithWidths(Widths{2, 2, 2, 2, 2, 2, 2, 1, 1}); found.LacksWidths() || got.Clusters || got.Form != found.Form {
		t.Errorf("got %v, clusters %v", got.Form, got.Clusters)
	}
}

// A terminal that gives characters of direction a cell is sent none of them.
func TestLogicalWithoutControls(t *testing.T) {
	laid := rtl.WrapSpans([]rtl.Span{{Text: "كتاب \u2068Go\u2069 \u200fهنا"}}, rtl.Options{Width: 20, Direction: rtl.RTL})[0]
	for _, counts := range []uint8{1, 2} {
		sent := string(Terminal{Form: Logical, Widths: Widths{Format: counts}}.Append([]byte("\u2068"), laid.Cells))
		if has := strings.ContainsAny(strings.TrimPrefix(sent, "\u2068"), "\u2068\u2069\u200f"); has != (counts == 1) || !strings.HasPrefix(sent, "\u2068") {
			t.Errorf("counting %d: %q", counts, sent)
		}
	}
}

func TestParseWidths(t *testing.T) {
	for _, w := range []Widths{sumsOfParts, {}, {Joined: 255, Format: 2}} {
		if got, err := ParseWidths(w.String()); err != nil || got != w {
			t.Errorf("%v became %v, %v", w, got, err)
		}
	}
	if got, err := ParseWidths("flag 2, mark 1"); err != nil || got != (Widths{Flag: 2, Mark: 1}) {
		t.Errorf("a part became %v, %v", got, err)
	}
	for _, text := range []string{"", "wide", "flag", "flag two", "flag 256", "flag -1", "flags 2", "flag 2,"} {
		if got, err := ParseWidths(text); err == nil {
			t.Errorf("%q became %v", text, got)
		}
	}
}

// Whatever a terminal sends, what is read of it is what a setting can hold.
func FuzzWidths(f *testing.F) {
	f.Add(countingAnswers(sumsOfParts, false))
	f.Add("\x1b[3;R\x1b[;R\x1b[99999999999999999999;1R\x1b[?c")
	f.Fuzz(func(t *testing.T, input string) {
		var c cursorReports
		c.readFrom(strings.NewReader(input))
		w, ok := c.widths()
		if again, err := ParseWidths(w.String()); !ok && w != (Widths{}) || err != nil || again != w {
			t.Errorf("%v, %v, again %v: %v", w, ok, again, err)
		}
	})
}
