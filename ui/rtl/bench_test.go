package rtl

import (
	"strings"
	"testing"
)

// prose is Arabic text of about a megabyte, in paragraphs of some hundred words,
// with what news has in it: numbers, quotes, foreign names, marks here and there.
var prose = func() []string {
	sentences := []string{
		"قال وزير الخارجية أمس في دمشق إن المحادثات بين الجانبين ستستأنف خلال الأسبوع المقبل، ",
		"وأضاف المتحدث باسم الحكومة «لا جديد في هذا الشأن» بعد اجتماع دام 3 ساعات. ",
		"وتراجعت الأسعار بنسبة 12.5% في عام ٢٠٢٤ وفق تقرير (Reuters) صدر مؤخراً؛ ",
		"ولم تُعلَن تفاصيل الاتفاق الذي وقّعته الأطراف الأربعة في المدينة القديمة. ",
		"ويعيش في المحافظة نحو مليون نسمة يعمل أكثرهم في الزراعة والصيد والتجارة. ",
	}
	var paragraphs []string
	for size := 0; size < 1<<20; {
		var b strings.Builder
		for i := range 9 {
			b.WriteString(sentences[(i+len(paragraphs))%len(sentences)])
		}
		paragraphs = append(paragraphs, b.String())
		size += b.Len()
	}
	return paragraphs
}()

func benchmark(b *testing.B, paragraphs []string, f func(text []Span)) {
	b.Helper()
	size := 0
	for _, s := range paragraphs {
		size += len(s)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var text [1]Span
	for b.Loop() {
		for _, s := range paragraphs {
			text[0].Text = s
			f(text[:])
		}
	}
}

func BenchmarkLevels(b *testing.B) {
	var p paragraphText
	benchmark(b, prose, func(text []Span) {
		p.decode(text[0].Text, len(text[0].Text))
		p.resolve(Auto, AllProtocols)
	})
}

func BenchmarkWrapping(b *testing.B) {
	var p paragraphText
	o := Options{Protocols: AllProtocols}
	benchmark(b, prose, func(text []Span) {
		p.decode(text[0].Text, len(text[0].Text))
		p.shapes = append(p.shapes[:0], p.runes...)
		p.measure(&o)
		markBreaks(p.units, p.props)
		for at := 0; at < len(p.runes); {
			at = p.fill(at, 80)
		}
	})
}

func BenchmarkLines(b *testing.B) {
	for _, c := range []struct {
		name string
		o    Options
	}{
		{"plain", Options{Protocols: AllProtocols, Width: 80}},
		{"justified", Options{Protocols: AllProtocols, Width: 80, Justify: true}},
		{"digits", Options{Protocols: AllProtocols, Width: 80, Digits: DigitsArabic}},
		{"unmarked", Options{Protocols: AllProtocols, Width: 80, HideMarks: true}},
		{"unshaped", Options{Protocols: AllProtocols, Width: 80, Shaping: ShapeNone}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var l Layouter
			benchmark(b, prose, func(text []Span) {
				for range l.Lines(text, c.o) {
				}
			})
		})
	}
}

func BenchmarkVisual(b *testing.B) {
	var l Layouter
	var out []byte
	benchmark(b, prose, func(text []Span) {
		for line := range l.Lines(text, Options{Protocols: AllProtocols, Width: 80}) {
			out = AppendVisual(out[:0], line.Cells)
		}
	})
}

func BenchmarkLogical(b *testing.B) {
	var l Layouter
	var out []byte
	benchmark(b, prose, func(text []Span) {
		for line := range l.Lines(text, Options{Protocols: AllProtocols, Width: 80, Shaping: ShapeNone}) {
			out = AppendLogical(out[:0], line.Cells)
		}
	})
}

// colored is the prose with a colour or a link on every third word.
func colored() []string {
	var paragraphs []string
	for _, p := range prose {
		words := strings.Fields(p)
		for i := 0; i < len(words); i += 3 {
			if i%2 == 0 {
				words[i] = "\x1b[1;38;5;111m" + words[i] + "\x1b[0m"
			} else {
				words[i] = "\x1b]8;;https://example.org/\x1b\\" + words[i] + "\x1b]8;;\x1b\\"
			}
		}
		paragraphs = append(paragraphs, strings.Join(words, " "))
	}
	return paragraphs
}

func BenchmarkParseANSI(b *testing.B) {
	benchmark(b, colored(), func(text []Span) { ParseANSI(text[0].Text) })
}

func BenchmarkANSIInAndOut(b *testing.B) {
	var l Layouter
	var out []byte
	benchmark(b, colored(), func(text []Span) {
		for line := range l.Lines(ParseANSI(text[0].Text), Options{Protocols: AllProtocols, Width: 80}) {
			out = AppendVisual(out[:0], line.Cells)
		}
	})
}

func BenchmarkTruncate(b *testing.B) {
	var l Layouter
	benchmark(b, []string{"قال وزير الخارجية أمس في دمشق إن المحادثات ستستأنف"}, func(text []Span) { l.Truncate(text, Options{Protocols: AllProtocols, Width: 30}) })
}

// Whatever the lines are many, only the loop over them allocates.
func TestLinesAllocateNothing(t *testing.T) {
	var l Layouter
	text := plainSpans(prose[0] + prose[1])
	for _, o := range []Options{
		{Width: 40},
		{Width: 40, Justify: true, Prefix: plainSpans("• "), RestPrefix: plainSpans("  "), Digits: DigitsArabic},
		{Width: 40, HideMarks: true, Align: AlignCenter},
	} {
		lines := 0
		allocations := testing.AllocsPerRun(20, func() {
			lines = 0
			for range l.Lines(text, o) {
				lines++
			}
		})
		if lines < 20 || allocations > 4 {
			t.Errorf("%+v: %v allocations for %d lines", o, allocations, lines)
		}
	}
}
