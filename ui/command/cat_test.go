package command

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
	"github.com/warraq/warraq/ui/terminal"
)

// prose is Arabic text of some size, a paragraph a line.
func prose(size int) string {
	const paragraph = "قال المتحدث باسم الوزارة إن الخطة تشمل 12 مدينة على الساحل، وإن تمويلها بلغ 3.5 ملايين دولار (USD)؛ وأضاف: «لن نتأخر عن الموعد المعلن في حزيران».\n"
	return strings.Repeat(paragraph, size/len(paragraph)+1)
}

func TestCatLaysTextOut(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		form terminal.Form
		text string
		want string
	}{
		"visual":       {terminal.Visual, "سلام عليكم\nabc\n", "           ﻢﻜﻴﻠﻋ ﻡﻼﺳ\nabc\n"},
		"logical":      {terminal.Logical, "سلام عليكم\n", "          سلام عليكم\n"},
		"free lines":   {terminal.Visual, "a\n\nb", "a\n\nb\n"},
		"Windows ends": {terminal.Visual, "a\r\nb\r\n", "a\nb\n"},
		"nothing":      {terminal.Visual, "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var out strings.Builder
			s := &outputSheet{out: bufio.NewWriter(&out), pen: pen{
				term: terminal.Terminal{Form: tt.form}, plain: true,
				options: rtl.Options{Protocols: rtl.AllProtocols, Width: 20, Direction: rtl.AutoRTL},
			}}
			if tt.form == terminal.Logical {
				s.options.Shaping = rtl.ShapeNone
			}
			if err := layText(s, "text", strings.NewReader(tt.text)); err != nil {
				t.Fatal(err)
			}
			if err := s.flush(); err != nil {
				t.Fatal(err)
			}
			if got := out.String(); got != tt.want {
				t.Errorf("got\n%q, want\n%q", got, tt.want)
			}
		})
	}
}

// Prose stands in its measure, and what has a shape where it is.
func TestCatMeasure(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	s := &outputSheet{out: bufio.NewWriter(&out), pen: pen{
		term: terminal.Terminal{Form: terminal.Visual}, plain: true, measure: plaintext.Measure{Columns: 10, Margin: 2},
		options: rtl.Options{Protocols: rtl.AllProtocols, Width: 40, Direction: rtl.AutoRTL},
	}}
	const text = "سلام عليكم يا أهل\nabc\n\na  | b\nab | سلام\n"
	if err := errors.Join(layText(s, "text", strings.NewReader(text)), s.flush()); err != nil {
		t.Fatal(err)
	}
	blank := strings.Repeat(" ", 28)
	if got, want := out.String(), blank+" ﻢﻜﻴﻠﻋ ﻡﻼﺳ\n"+blank+"    ﻞﻫﺃ ﺎﻳ\n"+blank+"abc\n\na  | b\nab | ﻡﻼﺳ\n"; got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
}

// What cannot be read to its end is named, with what to do.
func TestCatOfWhatCannotBeRead(t *testing.T) {
	t.Parallel()
	s := &outputSheet{out: bufio.NewWriter(io.Discard), pen: pen{plain: true}}
	err := layText(s, "text", iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("سلام"))))
	if input, ok := errors.AsType[*articles.InputError](err); !ok || !errors.Is(input.Kind, articles.ErrUnreadable) || input.Name != "text" {
		t.Errorf("%v", err)
	}
}

func BenchmarkCat(b *testing.B) {
	text := prose(1 << 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s := &outputSheet{out: bufio.NewWriter(io.Discard), pen: pen{
			plain:   true,
			options: rtl.Options{Protocols: rtl.AllProtocols, Width: 80, Direction: rtl.AutoRTL},
		}}
		if err := layText(s, "text", strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}

// oneByOne gives a text a byte at a time, as a slow pipe does.
type oneByOne struct{ io.Reader }

func (r oneByOne) Read(p []byte) (int, error) { return r.Reader.Read(p[:1]) }

// However the text comes, and however many chunks it is, the lines are the same
// and in their order.
func TestChunksKeepTheirOrder(t *testing.T) {
	t.Parallel()
	text := prose(3*chunkSize) + strings.Repeat("س", chunkSize) + "\nآخر"
	lay := func(in io.Reader) string {
		var out strings.Builder
		s := &outputSheet{out: bufio.NewWriter(&out), pen: pen{plain: true, options: rtl.Options{Protocols: rtl.AllProtocols, Width: 60}}}
		if err := errors.Join(layText(s, "text", in), s.flush()); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	p := pen{plain: true, options: rtl.Options{Protocols: rtl.AllProtocols, Width: 60}}
	want := string(p.lines(nil, chunk{text: text}))
	if lay(strings.NewReader(text)) != want || lay(iotest.HalfReader(strings.NewReader(text))) != want {
		t.Error("the chunks are not laid out as the whole is")
	}
	short := text[:2000]
	if got := lay(oneByOne{strings.NewReader(short)}); got != string(p.lines(nil, chunk{text: short})) {
		t.Error("text that comes byte by byte is laid out otherwise")
	}
}

// A colour holds from line to line and from chunk to chunk until it is taken
// back, as git log and jq leave it on.
func TestStylesGoOn(t *testing.T) {
	t.Parallel()
	text := "\x1b[31mأحمر\n" + prose(2*chunkSize) + "أحمر\x1b[m\nلا لون\n"
	var out strings.Builder
	s := &outputSheet{out: bufio.NewWriter(&out), pen: pen{options: rtl.Options{Protocols: rtl.AllProtocols, Width: 60}}}
	if err := errors.Join(layText(s, "text", strings.NewReader(text)), s.flush()); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	for i, line := range lines {
		if red := strings.Contains(line, "\x1b[31m"); red != (i < len(lines)-1) {
			t.Fatalf("line %d of %d: red is %v: %q", i, len(lines), red, line)
		}
	}
}

// A reader that breaks off, and a writer that will have no more, end the work.
func TestBrokenStreams(t *testing.T) {
	t.Parallel()
	broken := errors.New("the cable")
	s := &outputSheet{out: bufio.NewWriter(io.Discard), pen: pen{options: rtl.Options{Protocols: rtl.AllProtocols, Width: 60}}}
	if err := layText(s, "text", io.MultiReader(strings.NewReader("سطر\n"), iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Errorf("a broken reader: %v", err)
	}
	s.out = bufio.NewWriter(brokenWriter{broken})
	if err := layText(s, "text", strings.NewReader(prose(5*chunkSize))); !errors.Is(err, broken) {
		t.Errorf("a broken writer: %v", err)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

// In the anchored form each line is shown as it was meant by a terminal that reorders rows
// from left to right.
func TestCatAnchored(t *testing.T) {
	t.Parallel()
	lines := func(form terminal.Form) []string {
		var out strings.Builder
		s := &outputSheet{out: bufio.NewWriter(&out), pen: pen{
			term: terminal.Terminal{Form: form}, plain: true, options: rtl.Options{Protocols: rtl.AllProtocols, Width: 60, Direction: rtl.AutoRTL},
		}}
		text := prose(4000) + "رقم ٣٫٥ و(١٢) ثم 3.5% [abc] – «نص»\nplain (نص) text ١٢\n"
		if err := errors.Join(layText(s, "text", strings.NewReader(text)), s.flush()); err != nil {
			t.Fatal(err)
		}
		return strings.Split(out.String(), "\n")
	}
	want := lines(terminal.Visual)
	for i, line := range lines(terminal.Anchored) {
		runes := []rune(line)
		var p bidi.Paragraph
		p.Resolve(runes, bidi.LTR)
		var shown strings.Builder
		levels := p.Line(nil, 0, len(runes))
		for _, at := range bidi.Reorder(nil, levels) {
			r := runes[at]
			if image, ok := bidi.Mirror(r); ok && levels[at]&1 == 1 {
				r = image
			}
			if r != '\u200e' {
				shown.WriteRune(r)
			}
		}
		if shown.String() != want[i] {
			t.Errorf("line %d is shown as\n%s, meant is\n%s", i, shown.String(), want[i])
		}
	}
}
