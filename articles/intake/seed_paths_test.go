package intake

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/warraq/warraq/articles"
)

// The pasted page of a newspaper comes out the same, whichever way it comes in.
func TestPageThroughEveryPath(t *testing.T) {
	t.Parallel()
	own, err := os.ReadFile("testdata/page.txt")
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{"our own": string(own)}
	seed, err := os.ReadFile("../../../shared/seed/page.txt")
	switch {
	case err == nil:
		pages["a reader's"] = string(seed)
	case os.Getenv("CI") == "true":
		t.Error(err)
	}
	for name, text := range pages {
		want, err := Read("page.txt", []byte(text))
		if err != nil || len(want) == 0 {
			t.Fatal(err)
		}
		ways := map[string]string{
			"UTF-8":                  text,
			"UTF-8 with a mark":      "\ufeff" + text,
			"UTF-16, little first":   utf16Of(text, binary.LittleEndian),
			"UTF-16, big first":      utf16Of(text, binary.BigEndian),
			"Windows line ends":      strings.ReplaceAll(text, "\n", "\r\n"),
			"in ZIP":                 zipOf(t, packedFile{name: "page.txt", text: text}),
			"in tar.gz":              gzipOf(t, tarOf(t, packedFile{name: "page.txt", text: text})),
			"in gzip":                gzipOf(t, text),
			"in ZIP, in UTF-16":      zipOf(t, packedFile{name: "page.txt", text: utf16Of(text, binary.LittleEndian)}),
			"in ZIP, within another": zipOf(t, packedFile{name: "a.zip", text: zipOf(t, packedFile{name: "page.txt", text: text})}),
		}
		if encoded, err := charmap.Windows1256.NewEncoder().String(text); err == nil {
			ways["Windows-1256"] = encoded
		}
		for way, data := range ways {
			t.Run(name+", "+way, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "page.txt")
				if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
					t.Fatal(err)
				}
				for from, inputs := range map[string][]string{"a file": {path}, "standard input": {"-"}} {
					var got []articles.Article
					for in, err := range Open(t.Context(), inputs, bytes.NewReader([]byte(data))) {
						if err != nil {
							t.Fatal(err)
						}
						list, err := in.Read(t.Context())
						if err != nil {
							t.Fatal(err)
						}
						got = append(got, list...)
					}
					if !reflect.DeepEqual(got, want) {
						t.Errorf("from %s: %d articles, want %d like those of the text itself", from, len(got), len(want))
					}
				}
			})
		}
	}
}

func utf16Of(text string, order binary.AppendByteOrder) string {
	var data []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		data = order.AppendUint16(data, unit)
	}
	return string(data)
}
