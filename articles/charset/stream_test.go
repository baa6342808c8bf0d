package charset

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func encoded(t *testing.T, text string, set interface{ String(string) (string, error) }) string {
	t.Helper()
	out, err := set.String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFromUTF16(t *testing.T) {
	t.Parallel()
	const text = "سوق الكتب في المدينة\nsecond line\n"
	little := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()
	big := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()
	for name, tt := range map[string]struct{ in, want string }{
		"nothing":                     {"", ""},
		"UTF-8":                       {text, text},
		"UTF-8 with a mark":           {"\uFEFF" + text, text},
		"little endian":               {encoded(t, text, little), text},
		"big endian":                  {encoded(t, text, big), text},
		"little endian without mark":  {encoded(t, text, little)[2:], text},
		"half a character at the end": {encoded(t, text, big) + "\x06", text + "\uFFFD"},
		"long":                        {encoded(t, strings.Repeat(text, 5000), little), strings.Repeat(text, 5000)},
	} {
		for how, in := range map[string]io.Reader{"at once": strings.NewReader(tt.in), "by halves": iotest.HalfReader(strings.NewReader(tt.in))} {
			r, err := FromUTF16(in)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			if err != nil || string(got) != tt.want {
				t.Errorf("%s, %s: %.60q, %v", name, how, got, err)
			}
		}
	}
	if _, err := FromUTF16(iotest.ErrReader(io.ErrClosedPipe)); err == nil {
		t.Error("no error where nothing can be read")
	}
}

// Each piece is in the character set that the first one told, but for those that are
// UTF-8: a single broken byte in one of them makes no other text of the rest.
func TestDecoder(t *testing.T) {
	t.Parallel()
	windows := charmap.Windows1256.NewEncoder()
	const arabic = "العربية في المدينة القديمة\n"
	for name, pieces := range map[string][][2]string{
		"UTF-8":                    {{arabic, arabic}, {"plain\n", "plain\n"}},
		"Windows-1256":             {{"plain\n", "plain\n"}, {encoded(t, arabic, windows), arabic}, {encoded(t, "ب\n", windows), "ب\n"}},
		"one byte, then UTF-8":     {{"Author: Andr\xe9\n", "Author: André\n"}, {arabic, arabic}},
		"broken UTF-8":             {{arabic + "\xd8\n", arabic + "\xd8\n"}},
		"no text stays as it came": {{"\x00\x01\xff", "\x00\x01\xff"}},
	} {
		var d Decoder
		for _, p := range pieces {
			if got := string(d.Decode([]byte(p[0]))); got != p[1] {
				t.Errorf("%s: %q is %q, want %q", name, p[0], got, p[1])
			}
		}
	}
}

// What comes out of the decoder of a stream is
// UTF-8, or no text.
func FuzzStream(f *testing.F) {
	for _, seed := range []string{"", "سوق\n", "\xFF\xFES\x00", "\xFE\xFF\x06\x33", "\uFEFFس", "\xc7\xe1\xda\xd1\xc8\xed\xc9\n", "a\x00b\xff"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		whole, err := FromUTF16(strings.NewReader(string(data)))
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(whole)
		if err != nil {
			t.Fatal(err)
		}
		var d Decoder
		if out := d.Decode(text); !utf8.Valid(out) && !isBinary(out[:min(len(out), sampleSize)]) && !nearlyUTF8(out) {
			t.Errorf("%q is decoded as %q", data, out)
		}
	})
}
