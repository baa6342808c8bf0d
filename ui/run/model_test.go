package run

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// quietEmulator is an emulator whose answers nobody reads.
func quietEmulator(t testing.TB, width, height int) *vt.Emulator {
	t.Helper()
	e := vt.NewEmulator(width, height)
	go io.Copy(io.Discard, e)
	t.Cleanup(func() { _ = e.InputPipe().(io.Closer).Close() })
	return e
}

// programSequences are what a program on the whole screen writes, with places for numbers.
var programSequences = []string{
	"\x1b[%d;%dH", "\x1b[%dJ", "\x1b[%dK", "\x1b[%dL", "\x1b[%dM", "\x1b[%d@", "\x1b[%dP", "\x1b[%dX", "\x1b[%dS", "\x1b[%dT",
	"\x1b[%d;%dr", "\x1b[r", "\x1b[%dA", "\x1b[%dB", "\x1b[%dC", "\x1b[%dD", "\x1b[%dG", "\x1b[%dd", "\r\n", "\n", "\b", "\t", "\x1bM", "\x1b7", "\x1b8",
	"\x1b[3%dm", "\x1b[4%d;1m", "\x1b[7m", "\x1b[4:3m", "\x1b[58;5;%dm", "\x1b[38;2;%d;7;9m", "\x1b[m", "\x1b[?1049h", "\x1b[?1049l", "\x1b[?25l", "\x1b[?7l", "\x1b[?7h",
	"\x1b]8;;https://a.example/%d\x1b\\", "\x1b]8;;\x1b\\",
}

// leftWords are written in screens that are to come out as they are, allWords in others.
var (
	leftWords = []string{"word", "a", " ", "  ", "12", "│", "──", "漢字", "é", "e\u0301", "(x)", "| b |", "ﬁ"}
	allWords  = append([]string{"كتاب", "سلام", "لا", "بَيْت", "عام 1987،", "שלום", "«من»", "ﺏﺎﺑ"}, leftWords...)
)

// programPiece is a piece of what a program writes.
func programPiece(r *rand.Rand, words []string) string {
	var b strings.Builder
	for range 1 + r.IntN(30) {
		if r.IntN(3) > 0 {
			b.WriteString(words[r.IntN(len(words))])
			continue
		}
		sequence := programSequences[r.IntN(len(programSequences))]
		numbers := make([]any, strings.Count(sequence, "%d"))
		for i := range numbers {
			numbers[i] = r.IntN(9)
		}
		fmt.Fprintf(&b, sequence, numbers...)
	}
	return b.String()
}

// wantSameScreens checks that two screens show the same in every cell.
func wantSameScreens(t *testing.T, what string, got, want *vt.Emulator) {
	t.Helper()
	for y := range want.Height() {
		for x := range want.Width() {
			g, w := got.CellAt(x, y), want.CellAt(x, y)
			if g == nil || w == nil {
				t.Fatalf("%s: no cell in row %d, column %d", what, y, x)
			}
			content := strings.TrimSpace(w.Content)
			if w.Width > 1 && (x+1 == want.Width() || want.CellAt(x+1, y).Width > 0) {
				content = "" // the half of a wide character that a smaller screen or another one has cut
			}
			if strings.TrimSpace(g.Content) != content || styleOf(g) != styleOf(w) {
				t.Fatalf("%s: in row %d, column %d is %q %+v, not %q %+v", what, y, x, g.Content, styleOf(g), content, styleOf(w))
			}
		}
	}
}

// A program that writes nothing from right to left is seen as it is, in every cell, whatever
// it does on the screen and however that is resized; of another a screen that was reached by
// many changes is one that is drawn anew.
func TestScreensAreLikeTheModel(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		for name, words := range map[string][]string{"from the left": leftWords, "all": allWords} {
			r := rand.New(rand.NewPCG(seed, 3))
			width, height := 2+r.IntN(38), 1+r.IntN(9)
			program, shown := quietEmulator(t, width, height), quietEmulator(t, width, height)
			layouter := Layouter{Options: rtl.Options{Protocols: rtl.AllProtocols}}
			form := terminal.Terminal{Form: terminal.Visual, KeepMarks: true}
			p := painter{out: shown, row: form.Append}
			for frame := range 20 {
				what := fmt.Sprintf("%s, seed %d, frame %d", name, seed, frame)
				if r.IntN(6) == 0 {
					width, height = 2+r.IntN(38), 1+r.IntN(9)
					program.Resize(width, height)
					shown.Resize(width, height)
					p.clear()
				}
				writeTo(program, []byte(programPiece(r, words)))
				rows := layouter.Layout(program)
				if err := p.paint(rows, cursor{}); err != nil {
					t.Fatal(err)
				}
				if name == "from the left" {
					wantSameScreens(t, what, shown, program)
					continue
				}
				fresh := quietEmulator(t, width, height)
				again := painter{out: fresh, row: form.Append}
				if err := again.paint(rows, cursor{}); err != nil {
					t.Fatal(err)
				}
				wantSameScreens(t, what, shown, fresh)
			}
		}
	}
}
