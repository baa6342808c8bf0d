package packed_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/warraq/warraq/store/packed"
)

var texts = map[string]string{
	"Arabic":       "قال المتحدث، أمس، إن «اللجنة» اجتمعت في 12:30 – وفيها ٣ أعضاء؛ ثم انصرفت…\n\n## عنوان\n",
	"Persian":      "گفت که می‌خواهد پژوهش‌ها را در چهار گروه پی بگیرد و یک کتاب بنویسد.",
	"Urdu":         "یہ خبر آج صبح ٹیلی ویژن پر نشر ہوئی، جس میں ڈاکٹر نے کہا کہ بڑھتی گرمی۔",
	"Hebrew":       "הַכְּנֶסֶת התכנסה אתמול בירושלים, וח״כ רבים נעדרו.",
	"English":      "The committee met on Tuesday — and adjourned at once.",
	"many scripts": "عربي English עברית русский ελληνικά ไทย हिन्दी 日本語 한국어 👍🏽 ﷺ ﻻ \U000e0041",
	"controls":     "a\x01b\x0e\x1f\x00\x7f\u0080\u009f\u00a0\ufeff\u2066ع\u2069",
	"forms":        "\ufe8e\ufefb\ufdfd\U0001ee00",
}

func roundTrip(t *testing.T, text string) {
	t.Helper()
	for _, pack := range []func(string) ([]byte, bool){packed.Pack, packed.PackLine} {
		b, ok := pack(text)
		if !ok {
			continue
		}
		if len(b) >= len(text) {
			t.Errorf("%q became %d bytes of %d", text, len(b), len(text))
		}
		if got := packed.Unpack(b); got != text {
			t.Errorf("%q came back as %q", text, got)
		}
	}
}

func TestTextsComeBack(t *testing.T) {
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			roundTrip(t, text)
			for _, times := range []int{7, 500} {
				many := strings.Repeat(text, times)
				if _, ok := packed.Pack(many); !ok {
					t.Errorf("%d times it is not packed", times)
				}
				roundTrip(t, many)
			}
		})
	}
}

// Every character comes back, each beside others of far away.
func TestCharactersComeBack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) || r > 0x20000 && r%97 > 0 {
			continue
		}
		b.WriteRune(r)
		b.WriteString("ع"[:2*random.IntN(2)])
		if b.Len() > 4000 || r == utf8.MaxRune {
			text := strings.Repeat(b.String(), 2)
			roundTrip(t, text)
			b.Reset()
		}
	}
}

func TestArabicTakesAThird(t *testing.T) {
	text := strings.Repeat(texts["Arabic"], 30)
	b, ok := packed.Pack(text)
	if share := float64(len(b)) / float64(len(text)); !ok || share > .5 {
		t.Errorf("it takes %.2f of its bytes", share)
	}
}

// A window that is placed where none has to be shows characters of ASCII.
func TestWindowOfASCII(t *testing.T) {
	if got := packed.Unpack([]byte{2, 0x18, 0, 0xc1, 'b', 0xc3}); got != "AbC" {
		t.Errorf("it shows %q", got)
	}
}

func TestLinesTakeHalf(t *testing.T) {
	for _, name := range []string{"Arabic", "Persian", "Urdu", "Hebrew"} {
		line := texts[name]
		b, ok := packed.PackLine(line)
		if share := float64(len(b)) / float64(len(line)); !ok || share > .72 {
			t.Errorf("%s: it takes %.2f of its bytes", name, share)
		}
	}
}

func TestWhatIsNotPacked(t *testing.T) {
	for _, text := range []string{"", "a", "ع", "\xff\xfe", strings.Repeat("ع\xc3", 100)} {
		for _, pack := range []func(string) ([]byte, bool){packed.Pack, packed.PackLine} {
			if b, ok := pack(text); ok {
				t.Errorf("%q became %x", text, b)
			}
		}
	}
}

// What was damaged becomes some text, never an error nor more than the bytes can hold.
func TestDamage(t *testing.T) {
	long, _ := packed.Pack(strings.Repeat(texts["Urdu"], 20))
	line, _ := packed.PackLine(texts["many scripts"])
	random := rand.New(rand.NewPCG(3, 4))
	for i := range 4000 {
		whole := [][]byte{long, line}[i%2]
		b := append([]byte{}, whole[:random.IntN(len(whole)+1)]...)
		for range random.IntN(4) {
			if len(b) > 0 {
				b[random.IntN(len(b))] ^= 1 << random.IntN(8)
			}
		}
		if got := packed.Unpack(b); !utf8.ValidString(got) {
			t.Fatalf("%x became %q", b, got)
		}
	}
}

func FuzzPack(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(roundTrip)
}

func FuzzUnpack(f *testing.F) {
	for _, text := range texts {
		b, _ := packed.Pack(strings.Repeat(text, 9))
		f.Add(b)
		b, _ = packed.PackLine(text)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got := packed.Unpack(b)
		if !utf8.ValidString(got) || len(got) > 64*len(b) {
			t.Errorf("%x became %q", b, got)
		}
	})
}

func BenchmarkPack(b *testing.B) {
	text := strings.Repeat(texts["Arabic"], 30)
	for b.Loop() {
		packed.Pack(text)
	}
	b.SetBytes(int64(len(text)))
}

func BenchmarkUnpack(b *testing.B) {
	text := strings.Repeat(texts["Arabic"], 30)
	p, _ := packed.Pack(text)
	for b.Loop() {
		packed.Unpack(p)
	}
	b.SetBytes(int64(len(text)))
}

func BenchmarkUnpackLine(b *testing.B) {
	p, _ := packed.PackLine(texts["Arabic"])
	for b.Loop() {
		packed.Unpack(p)
	}
	b.SetBytes(int64(len(texts["Arabic"])))
}
