package rtl

import (
	"slices"
	"strings"
	"testing"
)

func TestIsolates(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"زوروا https://example.com/a/b?q=1#x، ثم", []string{"https://example.com/a/b?q=1#x"}},
		{"(انظر http://example.com/).", []string{"http://example.com/"}},
		{"https://ar.wikipedia.org/wiki/سوريا_(بلد)، هنا", []string{"https://ar.wikipedia.org/wiki/سوريا_(بلد)"}},
		{"https://example.com، هنا", []string{"https://example.com"}},
		{"راسلوا news@example.org.", []string{"news@example.org"}},
		{"الملف /srv/سوق/كتب.txt، هنا", []string{"/srv/سوق/كتب.txt"}},
		{"الملف مكتبة/readme.md هنا", nil},
		{`افتح "/srv/مكتبة الأخبار/library.db" ثم`, []string{"/srv/مكتبة الأخبار/library.db"}},
		{"افتح '/home/كتب/ألف ليلة.txt' ثم", []string{"/home/كتب/ألف ليلة.txt"}},
		{`قال: "/srv/مكتبة هي المجلد." ثم`, []string{"/srv/مكتبة"}},
		{`قال "/srv هنا" ثم "/x`, []string{"/srv", "/x"}},
		{"حساب @warraq_app على", []string{"@warraq_app"}},
		{"حساب @user@host.social!", []string{"@user@host.social"}},
		{"الملف /usr/share/unicode/ هنا", []string{"/usr/share/unicode/"}},
		{"الملف ui/rtl/cell.go، و~/notes.md و./x", []string{"ui/rtl/cell.go", "~/notes.md", "./x"}},
		{`الملف C:\Users\me (قديم)`, []string{`C:\Users\me`}},
		{"هاتف +963 11 222 3333.", []string{"+963 11 222 3333"}},
		{"هاتف (011) 222-3333", []string{"(011) 222-3333"}},
		{"هاتف 011-2223333 أو ٠٩٤٤ ١٢٣ ٤٥٦", []string{"011-2223333", "٠٩٤٤ ١٢٣ ٤٥٦"}},
		{"هاتف (02) 555-0123 أو 02-555-0123 أو 02-5550123.", []string{"(02) 555-0123", "02-555-0123", "02-5550123"}},
		{"هاتف (+962) 79 555 0123 أو (+962-6) 5550123", []string{"(+962) 79 555 0123", "(+962-6) 5550123"}},
		{"(+) و(+5) هنا (", nil},
		{"اطلب *123# أو *100*1#، ثم #31# و*٢٢٢#", []string{"*123#", "*100*1#", "#31#", "*٢٢٢#"}},
		{"#5 و#2024# و*5# و5*2# و*12 و**قول**", []string{"#2024#"}},
		{"www.example.com/ar/كتب?x=1 و example.com/كتب، هنا", []string{"www.example.com/ar/كتب?x=1", "example.com/كتب"}},
		{"a/كتب و1.5/كتب", nil},
		{"هاتف 1-800-555-0123 أو 1 (800) 555 0123", []string{"1-800-555-0123", "1 (800) 555 0123"}},
		{"هاتف ٠٧٩ ٥٥٥ ٠١٢٣ نهاية", []string{"٠٧٩ ٥٥٥ ٠١٢٣"}},
		{"شماره ۰۹۱۲ ۵۵۵ ۰۱۲۳ پایان", []string{"۰۹۱۲ ۵۵۵ ۰۱۲۳"}},
		{"بطاقة 4111 1111 1111 1111، و3782-822463-10005.", []string{"4111 1111 1111 1111", "3782-822463-10005"}},
		{"بطاقة ٤١١١ ١١١١ ١١١١ ١١١١ نهاية", []string{"٤١١١ ١١١١ ١١١١ ١١١١"}},
		{"حساب 4111 1111 1111 1111 22 أو 1234 5678 9012", nil},
		{"في 1990 2000 2010 2020", nil},
		{"حساب IBAN JO94 CBJO 0010 0000 0000 0131 0003 02 في البنك", []string{"JO94 CBJO 0010 0000 0000 0131 0003 02"}},
		{"إلى SA0380000000608010167519، ثم", nil},
		{"حساب 0010 0000 0000 0131 0003 02", nil},
		{"غرفة 12 079 555 0123", []string{"079 555 0123"}},
		{"قال NATO GOES EAST 2024 ثم", nil},
		{"من ٠١-٠٢-٢٠٢٤ إلى 03-04-1999", nil},
		{"نتيجة 1-2-3-4 أو (02) أو 1-10-2024", nil},
		{"في 2024-12-29 وفي 01-02-2024 وفي 29/12/2024", nil},
		{"بنسبة 1/2 أو 24/7 أو +5 أو 10-20", nil},
		{"بريد @ و / و // و -", nil},
		{"استعمل --help، أو -x، أو --color=never.", []string{"--help", "-x", "--color=never"}},
		{"الدالة main() و«os.Exit()» هنا", []string{"main()", "os.Exit()"}},
		{"كُتب بلغة C++، أو C#. ثم", []string{"C++", "C#"}},
		{"نُسخ %d إلى $HOME", []string{"%d", "$HOME"}},
		{"كتاب-abc وab-cd و(a) وf(x) و-5 و50%", nil},
		{"http:// و ://", nil},
		{"صدر الإصدار 1.0-beta، و1.2.3-alpha.1 (و737-MAX).", []string{"1.0-beta", "1.2.3-alpha.1", "737-MAX"}},
		{"ملف 2026-11-30T10:00:00Z وخدمة-5f6d", []string{"2026-11-30T10:00:00Z", "5f6d"}},
		{"1-Introduction ثم 12% و3.5", nil},
		{"مرحبا {{ .Name }}، لديك ${HOME}/bin. و#{count}", []string{"{{ .Name }}", "${HOME}/bin", "#{count}"}},
		{"هنا {x} و{{اسم}} و${} و{{ a } و${a", nil},
		{"2024-2025-2026", nil},
	} {
		text := []rune(c.text)
		var got []string
		for _, s := range findIsolates(nil, text) {
			got = append(got, string(text[s.start:s.end]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// A paragraph that is an address and nothing else, as in a list of files, has the
// direction of the address; beside words it has theirs.
func TestDirectionOfAddresses(t *testing.T) {
	for _, c := range []struct {
		text string
		d    Direction
		want Direction
	}{
		{" ui/rtl/cell.go | 3 +-", AutoRTL, LTR},
		{"https://example.com/a?b=1", AutoRTL, LTR},
		{"https://example.com/a?b=1", Auto, LTR},
		{"https://example.com/a?b=1", RTL, RTL},
		{"https://ar.wikipedia.org/wiki/سوريا", AutoRTL, LTR},
		{"ui/rtl/cell.go: الخلايا", AutoRTL, RTL},
		{"/etc/passwd is a file", AutoRTL, LTR},
		{"+963 11 222 3333", AutoRTL, RTL},
		{"+963 11 222 3333", Auto, LTR},
		{"12 34", AutoRTL, RTL},
	} {
		line := WrapSpans(plainSpans(c.text), Options{Protocols: AllProtocols, Width: 40, Direction: c.d})[0]
		if line.Direction != c.want {
			t.Errorf("%q as %v: %v, want %v", c.text, c.d, line.Direction, c.want)
		}
	}
}

// What stands beside an address that is isolated is no part of it, whatever the levels of
// both are.
func TestAddressesBesideText(t *testing.T) {
	for _, c := range []struct {
		text string
		d    Direction
		want string
	}{
		{"/srv/سوق", LTR, "/srv/قوس"},
		{"path = /srv/سوق", LTR, "path = /srv/قوس"},
		{"א@user", LTR, "א@user"},
		{"مكتبة/readme.md", RTL, "readme.md/ةبتكم"},
	} {
		o := Options{Protocols: AllProtocols, Width: int(StringWidth(c.text)), Direction: c.d, Shaping: ShapeNone}
		if got := string(AppendVisual(nil, WrapSpans(plainSpans(c.text), o)[0].Cells)); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// A stretch that the options give is laid out by itself: what two columns hold does not
// change places, and a lam-alef leaves what is behind it where it was.
func TestGivenIsolates(t *testing.T) {
	const text = "سلام  عليكم, كلام  3"
	columns := func(padded bool) []Isolate {
		return []Isolate{{0, 8, RTL, padded}, {10, 20, Auto, padded}, {22, 30, Auto, padded}}
	}
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{Protocols: AllProtocols, Direction: LTR, Shaping: ShapeNone}, "3  مالك ,مكيلع  مالس"},
		{Options{Protocols: AllProtocols, Direction: LTR, Shaping: ShapeNone, Isolates: columns(false)}, "مالس  مكيلع, مالك  3"},
		{Options{Protocols: AllProtocols, Direction: RTL, Shaping: ShapeNone, Isolates: columns(false)}, "3  مالك ,مكيلع  مالس"},
		{Options{Protocols: AllProtocols, Direction: LTR, Isolates: columns(true)}, "ﻡﻼﺳ   ﻢﻜﻴﻠﻋ, ﻡﻼﻛ   3"},
		{Options{Protocols: AllProtocols, Direction: LTR, Isolates: columns(false)}, "ﻡﻼﺳ  ﻢﻜﻴﻠﻋ, ﻡﻼﻛ  3"},
	} {
		c.o.Width = 20
		line := WrapSpans(plainSpans(text), c.o)[0]
		if got := strings.TrimSpace(string(AppendVisual(nil, line.Cells))); got != c.want {
			t.Errorf("%+v: %q, want %q", c.o, got, c.want)
		}
		if got := strings.TrimSpace(string(AppendLogical(nil, line.Cells))); got != text && !c.o.Isolates[0].Padded {
			t.Errorf("%+v: the text comes out as %q", c.o, got)
		}
	}
}

// What makes up for lam-alefs stands where the line has room for all of it: the text fits
// without.
func TestPaddingThatDoesNotFit(t *testing.T) {
	t.Parallel()
	const text = "لا لا لا ab"
	padded := []Isolate{{Start: 0, End: Offset(strings.Index(text, " ab")), Direction: RTL, Padded: true}}
	for width, want := range map[int]string{8: "ﻻ ﻻ ﻻ ab", 9: "ﻻ ﻻ ﻻ ab ", 10: "ﻻ ﻻ ﻻ ab  ", 11: "ﻻ ﻻ ﻻ    ab"} {
		for line := range new(Layouter).Lines(plainSpans(text), Options{Width: width, Direction: LTR, Isolates: padded}) {
			if got := string(AppendVisual(nil, line.Cells)); got != want {
				t.Errorf("in %d columns: %q, want %q", width, got, want)
			}
		}
	}
}
