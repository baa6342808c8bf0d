package bidi

import (
	"strings"
	"testing"
)

// Paragraphs of three kinds: one direction only; Arabic with the numbers, the
// brackets and the names that newspapers have; the same with a link in isolates
// and ZWNJ in a Persian word.
const (
	plainProse = "افتُتح في مدينة الموانئ صباح أمس معرضٌ للخرائط القديمة، جُمعت على مدى ثلاثة عقود من بيوت البحارة وأسواق " +
		"الورّاقين. وقالت أمينة المعرض إن «الخريطة ليست ورقاً وحبراً فحسب، بل ذاكرة من مشوا قبلنا»؛ فهل يأتي الزوار؟"
	mixedProse = plainProse + " وتضم المجموعة 240 قطعة، بينها خريطة رُسمت عام 1587 بمقياس 1:50,000 (نسختها الرقمية على " +
		"موقع MapArchive)، ويأمل القائمون عليها أن يزيد الإقبال بنسبة ٢٥٪ قبل نهاية العام."
	isolatedProse = mixedProse + " اقرأ \u2068دليل المعرض (PDF)\u2069 أو \u2067کتاب\u200cخانه\u2069."
)

func BenchmarkResolve(b *testing.B) {
	for _, text := range []struct{ name, text string }{
		{"plain", plainProse}, {"mixed", mixedProse}, {"isolates", isolatedProse},
		{"English", strings.Repeat("A plain English paragraph (of 1,000 words). ", 15)},
	} {
		b.Run(text.name, func(b *testing.B) { benchmarkResolve(b, text.text) })
	}
}

// BenchmarkHostile shows that time stays linear: each text is a hundred times as
// long as the one before it, and runs at about its speed.
func BenchmarkHostile(b *testing.B) {
	for name, unit := range hostile {
		for _, size := range []string{"1k", "100k"} {
			n := 1_000
			if size == "100k" {
				n = 100_000
			}
			b.Run(name+"/"+size, func(b *testing.B) { benchmarkResolve(b, bothWays+unit(n)) })
		}
	}
}

func benchmarkResolve(b *testing.B, s string) {
	var p Paragraph
	text := []rune(s)
	p.Resolve(text, Auto)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		p.Resolve(text, Auto)
	}
}

// BenchmarkLines takes a resolved paragraph apart into lines of 80 characters and
// orders each.
func BenchmarkLines(b *testing.B) {
	var p Paragraph
	text := []rune(mixedProse)
	p.Resolve(text, Auto)
	var levels []uint8
	var order []int32
	b.SetBytes(int64(len(mixedProse)))
	b.ReportAllocs()
	for b.Loop() {
		for start := 0; start < len(text); start += 80 {
			levels = p.Line(levels[:0], start, min(start+80, len(text)))
			order = Reorder(order[:0], levels)
		}
	}
}

func BenchmarkMirror(b *testing.B) {
	b.SetBytes(int64(len(mixedProse)))
	for b.Loop() {
		for _, r := range mixedProse {
			Mirror(r)
		}
	}
}
