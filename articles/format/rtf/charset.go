package rtf

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// font is one of the fonts of a file: its name, and the code page of its text.
type font struct {
	name     string
	codePage int  // 0 is that of the file
	isSigns  bool // its characters are signs, whatever their codes
}

// fontCodePages are the code pages that go with the character sets of fonts.
var fontCodePages = map[int]int{
	77: 10000, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 179: 1256, 180: 1256, 181: 1255,
	186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 437,
}

// languageCodePages are the code pages of languages by their primary numbers.
var languageCodePages = map[int]int{0x01: 1256, 0x29: 1256, 0x20: 1256, 0x0D: 1255, 0x19: 1251, 0x08: 1253, 0x1F: 1254}

// codePages are the code pages that are known.
var codePages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855, 858: charmap.CodePage858,
	862: charmap.CodePage862, 866: charmap.CodePage866, 708: charmap.ISO8859_6, 874: charmap.Windows874,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253,
	1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258,
	10000: charmap.Macintosh, 10007: charmap.MacintoshCyrillic, 28596: charmap.ISO8859_6, 28598: charmap.ISO8859_8,
}

// decode gives bytes of a code page as text.
func decode(data []byte, codePage int) string {
	if codePage == 65001 {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	set, ok := codePages[codePage]
	if !ok {
		set = charmap.Windows1252
	}
	text, err := set.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return string(text)
}
