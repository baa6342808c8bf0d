package foreign

import (
	"strings"
	"testing"
)

// Each format is told by its bytes, and a text is none of them.
func TestBytes(t *testing.T) {
	t.Parallel()
	palm := strings.Repeat("\x00", 60)
	old := func(stream string) string {
		return compoundMagic + strings.Repeat("\x00", 500) + string(wideName(stream))
	}
	for data, want := range map[string]string{
		"%PDF-1.7\n": "PDF", "\n%PDF-1.4": "PDF", palm + "BOOKMOBI": "Kindle", old("WordDocument"): "DOC", old("Workbook"): "XLS",
		old("PowerPoint Document"): "PPT", old("__substg1.0_0037001F"): "MSG", old("x"): "OLE", "7z\xBC\xAF\x27\x1C": "7z", "RIFF....WEBPVP8 ": "WebP",
		"....ftypisom": "MP4", "ID3\x04": "MP3", "\x7FELF\x02": "ELF", "\x00\x01\x00\x00\x00": "TrueType", "": "", "نص": "", "PDF هو صيغة": "", "BZ": "",
	} {
		if kind, name := Bytes([]byte(data), func() bool { return false }); name != want || (kind == None) != (want == "") {
			t.Errorf("%.20q is %d, %q, not %q", data, kind, name, want)
		}
	}
}

// An archive that is one document is told by what it holds.
func TestArchive(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, mediaType, want string }{
		{"xl/workbook.xml", "", "XLSX"}, {"ppt/presentation.xml", "", "PPTX"}, {"Index/Document.iwa", "", "iWork"},
		{"content.xml", "application/vnd.oasis.opendocument.spreadsheet", "ODS"}, {"content.xml", "application/vnd.oasis.opendocument.presentation-template\n", "ODP"},
		{"content.xml", "application/vnd.oasis.opendocument.text", ""}, {"word/document.xml", "", ""}, {"a.txt", "", ""},
	} {
		if _, name := Archive(func(file string) bool { return file == c.file }, c.mediaType); name != c.want {
			t.Errorf("%s, %s is %q, not %q", c.file, c.mediaType, name, c.want)
		}
	}
}

// A text that begins as a file of another format does is a text.
func TestText(t *testing.T) {
	t.Parallel()
	isText := func() bool { return true }
	for text, want := range map[string]string{"ID3 tags": "", "BZh is how it begins": "", "%PDF-1.4": "PDF", "%!PS-Adobe-3.0": "PostScript"} {
		if _, name := Bytes([]byte(text), isText); name != want {
			t.Errorf("%q is %q", text, name)
		}
	}
}

// FuzzBytes names a format exactly where it refuses one.
func FuzzBytes(f *testing.F) {
	f.Add([]byte(compoundMagic+"W\x00o\x00r\x00d\x00D\x00"), true)
	f.Fuzz(func(t *testing.T, data []byte, isText bool) {
		if kind, name := Bytes(data, func() bool { return isText }); (kind == None) != (name == "") {
			t.Errorf("%q is %d, %q", data, kind, name)
		}
	})
}
