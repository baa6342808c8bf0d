package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mistake takes the UTF-8 of a text for a character set.
func mistake(text string, set *charmap.Charmap) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		r := set.DecodeByte(c)
		if r == utf8.RuneError {
			r = rune(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// A text whose UTF-8 was taken for another character set comes out as it was, and any
// other stays as it is.
func TestMended(t *testing.T) {
	t.Parallel()
	texts := map[string]string{
		"Arabic":  "رست السفينة عند الفجر، وفي عنابرها ٣٠٠ كيس من القمح «المصري».",
		"Persian": "کشتی در سپیده‌دم پهلو گرفت و گندم آورد.",
		"Hebrew":  "הספינה עגנה עם שחר, ובבטנה שקי חיטה.",
		"Urdu":    "جہاز صبح سویرے بندرگاہ پر لنگر انداز ہوا۔",
	}
	for name, text := range texts {
		if got, ok := Mended(text); ok || got != text {
			t.Errorf("%s as it should be became %q", name, got)
		}
		for _, set := range []*charmap.Charmap{charmap.Windows1252, charmap.Windows1256} {
			bad := mistake(text, set)
			if got, ok := Mended(bad); !ok || got != text {
				t.Errorf("%s taken for %v became %q", name, set, got)
			}
			if set == charmap.Windows1252 {
				if got, ok := Mended(mistake(bad, set)); !ok || got != text {
					t.Errorf("%s taken for %v twice became %q", name, set, got)
				}
			}
		}
	}
	lost := strings.ReplaceAll(mistake(texts["Arabic"], charmap.Windows1252), "\u0081", "")
	if got, ok := Mended(lost); !ok || !strings.Contains(got, "رست السÙينة عند") {
		t.Errorf("what was lost is made up, or nothing came out: %q", got)
	}
	for _, text := range []string{
		"", "plain", "Über die Brücke — «ça va»", "Das heißt „Ø§Ù„“ und kommt von falschem Lesen, wie jeder weiß, der öfter Größe schrieb.",
		"ظهر النص هكذا: ط§ظ„ظ…ط¹ط±ط¶، وهو خطأ في قراءة الترميز يعرفه كل من فتح ملفًا قديمًا.",
	} {
		if got, ok := Mended(text); ok {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// FuzzMended keeps ASCII as it is and gives valid text for valid text.
func FuzzMended(f *testing.F) {
	f.Add("Ø§Ù„Ù…Ø±Ø³Ù‰ x")
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := Mended(text)
		if !ok && got != text {
			t.Errorf("%q was changed", text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func BenchmarkMended(b *testing.B) {
	text := strings.Repeat("رست السفينة عند الفجر، وفي عنابرها ٣٠٠ كيس. ", 2000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Mended(text)
	}
}

// Text of DOS and of consoles is told from that of Windows, short and long.
func TestCodePage720(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"مرسى السفن", "رسالة من هند", "رست السفينة عند الفجر، وفي عنابرها كيس من القمح.\nثم أقلعت إلى الجزر.\n"} {
		var data []byte
		for _, r := range strings.ReplaceAll(text, "،", ",") {
			if r < utf8.RuneSelf {
				data = append(data, byte(r))
				continue
			}
			for i, c := range codePage720 {
				if c == r {
					data = append(data, byte(i+utf8.RuneSelf))
				}
			}
		}
		if got, err := Decode(data); err != nil || got != strings.ReplaceAll(text, "،", ",") {
			t.Errorf("%q came out as %q, %v", text, got, err)
		}
	}
}
