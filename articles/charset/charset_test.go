package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

const (
	arabicSample = "أعلنت بلدية المدينة القديمة أن مكتبة الميناء ستفتح أبوابها كل ليلة، بعد إضراب نفذه العاملون فيها؛ فهل يأتي القراء؟"
	hebrewSample = "הגשר הישן נפתח ביום ראשון להולכי רגל, ובקיץ ייפתח גם לאופניים. ראש העיר אמר כי זה יום טוב לעיר ולתושבים."
	frenchSample = "Le café où l'été s'achève : été, hiver, forêt, garçon, naïf."
)

// A text comes out the same from every character set that it can be written in.
func TestCharsets(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		set  encoding.Encoding
		text string
	}{
		{"Windows-1256", charmap.Windows1256, arabicSample},
		{"Windows-1256 with French", charmap.Windows1256, arabicSample + " (café) «été»"},
		{"ISO 8859-6", charmap.ISO8859_6, arabicSample},
		{"Windows-1255", charmap.Windows1255, hebrewSample},
		{"code page 862", charmap.CodePage862, hebrewSample},
		{"ISO 8859-8", charmap.ISO8859_8, hebrewSample},
		{"Windows-1252", charmap.Windows1252, frenchSample},
	} {
		t.Run(test.name, func(t *testing.T) {
			data, err := test.set.NewEncoder().Bytes([]byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			expectDecoded(t, data, test.text)
		})
	}
	t.Run("MacArabic", func(t *testing.T) {
		text := arabicSample + " ١٢٣ …"
		var data []byte
		for _, r := range text {
			c := byte(r)
			for i, m := range macArabic {
				if r >= utf8.RuneSelf && m == r {
					c = byte(0x80 + i)
				}
			}
			data = append(data, c)
		}
		expectDecoded(t, data, text)
	})
	t.Run("UTF-16 without a mark", func(t *testing.T) {
		for _, order := range []int{0, 1} {
			var data []byte
			for _, r := range arabicSample {
				pair := []byte{byte(r), byte(r >> 8)}
				data = append(data, pair[order], pair[1-order])
			}
			expectDecoded(t, data, arabicSample)
		}
	})
	t.Run("UTF-8 cut in a letter", func(t *testing.T) {
		expectDecoded(t, []byte(arabicSample + "ا")[:len(arabicSample)+1], arabicSample+"\uFFFD")
	})
}

// What a page says of itself is believed, unless the bytes plainly say
// otherwise.
func TestDeclaredCharset(t *testing.T) {
	t.Parallel()
	in1256, err := charmap.Windows1256.NewEncoder().String(arabicSample)
	if err != nil {
		t.Fatal(err)
	}
	for name, head := range map[string]string{
		"true":              `<meta charset="windows-1256">`,
		"another name":      `<meta http-equiv="Content-Type" content="text/html; charset=cp1256">`,
		"a lie":             `<meta charset="iso-8859-1">`,
		"a lie about UTF-8": `<meta charset="utf-8">`,
		"a wrong Arabic":    `<meta charset="iso-8859-6">`,
		"XML":               `<?xml version="1.0" encoding="windows-1256"?>`,
		"not known":         `<meta charset="klingon">`,
	} {
		t.Run(name, func(t *testing.T) { expectDecoded(t, []byte(head+in1256), head+arabicSample) })
	}
	t.Run("in another script", func(t *testing.T) {
		const text = "<meta charset=koi8-r>Библиотека в порту открыта ночью."
		data, err := charmap.KOI8R.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		expectDecoded(t, []byte(data), text)
	})
}

func expectDecoded(t *testing.T, data []byte, want string) {
	t.Helper()
	if got, err := Decode(data); err != nil || got != want {
		t.Errorf("decoded as %q, %v; want %q", got, err, want)
	}
}

// A few words are enough to tell the Arabic sets apart, and so is what stands below
// a long head of scripts.
func TestShortAndLateTexts(t *testing.T) {
	t.Parallel()
	for name, set := range map[string]encoding.Encoding{"Windows-1256": charmap.Windows1256, "ISO 8859-6": charmap.ISO8859_6} {
		for _, text := range []string{"مرحبا بكم", "سلام", "بيت العلم", "<script>" + strings.Repeat("x = 1;\n", 5000) + "</script><p>" + arabicSample} {
			t.Run(name, func(t *testing.T) {
				data, err := set.NewEncoder().Bytes([]byte(text))
				if err != nil {
					t.Fatal(err)
				}
				expectDecoded(t, data, text)
			})
		}
	}
}

// Hebrew in visual order is put in logical order, with its numbers, its brackets
// and the tags around it; Hebrew in logical order stays.
func TestVisualHebrew(t *testing.T) {
	t.Parallel()
	const visual = "<p align=right>.םישנאה לעו (1998 תנשב) ריעה לע רצק טסקט והז<br>\nםיבר םימי &quot;ינפל&quot; הרגסנ BBC תנחת</p>"
	const logical = "<p align=right>זהו טקסט קצר על העיר (בשנת 1998) ועל האנשים.<br>\nתחנת BBC נסגרה &quot;לפני&quot; ימים רבים</p>"
	for _, text := range []string{visual, logical} {
		data, err := charmap.ISO8859_8.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		expectDecoded(t, data, logical)
	}
}

func TestBinary(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"picture": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
		"archive": "PK\x03\x04\x14\x00\x00\x00\x08\x00\x1c\x9c",
		"program": "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00",
		"control": strings.Repeat("\x01\x02a", 10),
	} {
		t.Run(name, func(t *testing.T) {
			if text, err := Decode([]byte(data)); err == nil {
				t.Errorf("taken for %q", text)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{arabicSample, hebrewSample, "<meta charset=windows-1256>" + frenchSample, "\uFEFF" + arabicSample} {
		f.Add([]byte(s))
	}
	f.Add([]byte{0xFF, 0xFE, 0x00, 0xD8})
	f.Add([]byte{0xC7, 0xE1, 0xE3, 0xCF, 0xED, 0xE4, 0xC9})
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Decode(data)
		if err == nil && !utf8.ValidString(text) {
			t.Errorf("gives what is not UTF-8: %q", text)
		}
	})
}

// A part of a text in UTF-8 that is in another character set is read in it, and characters that
// were cut are not.
func TestDecodeParts(t *testing.T) {
	t.Parallel()
	in := func(set *charmap.Charmap, s string) string {
		t.Helper()
		text, err := set.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	const title, text = "عنوان قديم الترميز في الخلاصة", "افتتح مجلس القرية مكتبة صغيرة في البيت القديم."
	for name, c := range map[string]struct{ in, want string }{
		"a title":          {"<title>" + in(charmap.Windows1256, title) + "</title><p>" + text + "</p>", "<title>" + title + "</title><p>" + text + "</p>"},
		"a title of many":  {"<title>" + in(charmap.Windows1256, title) + "</title><p>" + strings.Repeat(text, 9) + "</p>", "<title>" + title + "</title><p>" + strings.Repeat(text, 9) + "</p>"},
		"in Hebrew":        {"<title>" + in(charmap.Windows1255, "שלום עולם ישן") + "</title><p>" + text + "</p>", "<title>שלום עולם ישן</title><p>" + text + "</p>"},
		"a line":           {text + "\n" + in(charmap.Windows1256, title) + "\n" + text, text + "\n" + title + "\n" + text},
		"a cut character":  {"<title>" + text[:9] + "</title><p>" + text + "</p>", "<title>" + text[:8] + "\uFFFD</title><p>" + text + "</p>"},
		"cut alone":        {"<title>\xd8</title><p>" + text + "</p>", "<title>\uFFFD</title><p>" + text + "</p>"},
		"all of it":        {"<title>" + in(charmap.Windows1256, title) + "</title><p>" + in(charmap.Windows1256, text) + "</p>", "<title>" + title + "</title><p>" + text + "</p>"},
		"all of it, Farsi": {in(charmap.Windows1256, "گفتگو با عکاس و گزارش چاپ پژوهش"), "گفتگو با عکاس و گزارش چاپ پژوهش"},
	} {
		if got, err := Decode([]byte(c.in)); err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, c.want)
		}
	}
}
