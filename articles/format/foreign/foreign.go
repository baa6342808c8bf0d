// Package foreign recognises the formats that are not read, so that each is refused by
// its name.
package foreign

import (
	"bytes"
	"strings"
	"unicode/utf16"
)

// Kind is what sort of file it is, by what its owner can do about it.
type Kind int

// The kinds.
const (
	None      Kind = iota
	PDF            // a document laid out for paper
	OldWord        // a document of Word before 2007
	Sheet          // a spreadsheet
	Slides         // a presentation
	Message        // a message of Outlook
	Kindle         // a book of Amazon or of Mobipocket
	Pages          // a document of Apple's Pages
	Paper          // XPS, DjVu, CHM, PostScript
	Packed         // an archive that is not unpacked
	Media          // a picture, a recording, a film
	Database       // a database
	Locked         // a document behind a password
	Program        // a text for programs
	Subtitles      // what is said in a film
	Binary         // bytes for programs
)

// signature is how the files of a format begin.
type signature struct {
	at     int
	prefix string
	kind   Kind
	name   string
}

// postScript is how PostScript begins, which is text for programs.
const postScript = "%!PS"

var fileSignatures = []signature{
	{0, postScript, Paper, "PostScript"},
	{0, "AT&TFORM", Paper, "DjVu"},
	{0, "ITSF", Paper, "CHM"},
	{60, "BOOKMOBI", Kindle, "Kindle"},
	{60, "TEXtREAd", Kindle, "PalmDoc"},
	{0, "TPZ", Kindle, "Topaz"},
	{0, "\xEADRMION\xEE", Kindle, "KFX"},
	{0, "CONT\x02\x00", Kindle, "KFX"},
	{0, "7z\xBC\xAF\x27\x1C", Packed, "7z"},
	{0, "Rar!\x1A\x07", Packed, "RAR"},
	{0, "\xFD7zXZ\x00", Packed, "xz"},
	{0, "BZh", Packed, "bzip2"},
	{0, "\x28\xB5\x2F\xFD", Packed, "zstd"},
	{0, "!BDN", Message, "PST"},
	{0, "SQLite format 3\x00", Database, "SQLite"},
	{0, "\x89PNG\r\n", Media, "PNG"},
	{0, "\xFF\xD8\xFF", Media, "JPEG"},
	{0, "GIF8", Media, "GIF"},
	{8, "WEBPVP8", Media, "WebP"},
	{0, "II*\x00", Media, "TIFF"},
	{0, "MM\x00*", Media, "TIFF"},
	{0, "ID3", Media, "MP3"},
	{0, "\xFF\xFB", Media, "MP3"},
	{0, "\xFF\xF3", Media, "MP3"},
	{0, "OggS", Media, "Ogg"},
	{0, "fLaC", Media, "FLAC"},
	{8, "WAVE", Media, "WAV"},
	{8, "AVI ", Media, "AVI"},
	{4, "ftyp", Media, "MP4"},
	{0, "\x1A\x45\xDF\xA3", Media, "Matroska"},
	{0, "\x7FELF", Binary, "ELF"},
	{0, "MZ", Binary, "Windows"},
	{0, "\xCF\xFA\xED\xFE", Binary, "Mach-O"},
	{0, "\xCA\xFE\xBA\xBE", Binary, "Java, Mach-O"},
	{0, "\x00asm", Binary, "WebAssembly"},
	{0, "\x00\x01\x00\x00", Binary, "TrueType"},
	{0, "OTTO", Binary, "OpenType"},
	{0, "ttcf", Binary, "TrueType"},
	{0, "wOFF", Binary, "WOFF"},
	{0, "wOF2", Binary, "WOFF2"},
	{0, "PAR1", Binary, "Parquet"},
	{0, "MSCF", Packed, "CAB"},
	{0, "\x04\x22\x4D\x18", Packed, "LZ4"},
	{0, "\x1F\x9D", Packed, "compress"},
	{0, "LZIP", Packed, "lzip"},
	{0, "!<arch>\n", Packed, "ar"},
}

// compoundMagic is how the files of Microsoft's programs before 2007 begin, which are file
// systems of their own.
const compoundMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// compoundName is what such a file is called whose program is not known.
const compoundName = "OLE"

// programStreams are the files in them by which their program is told.
var programStreams = []struct {
	stream string
	kind   Kind
	name   string
}{
	{"__substg1.0_", Message, "MSG"},
	{"EncryptedPackage", Locked, "Office"},
	{"WordDocument", OldWord, "DOC"},
	{"PowerPoint Document", Slides, "PPT"},
	{"Workbook", Sheet, "XLS"},
	{"Book", Sheet, "XLS"},
}

// isWeak tells a signature with which a text may begin.
func (s signature) isWeak() bool {
	return strings.IndexFunc(s.prefix, func(r rune) bool { return r < ' ' || r > '~' }) < 0
}

// Bytes tells a format that is not read by the bytes of a file, and gives its name.
// Some begin as a text may; isText tells whether the file is one.
func Bytes(data []byte, isText func() bool) (Kind, string) {
	if start := bytes.TrimLeft(data[:min(len(data), 1024)], "\x00\r\n\t \xEF\xBB\xBF"); bytes.HasPrefix(start, []byte("%PDF-")) {
		return PDF, "PDF"
	}
	if bytes.HasPrefix(data, []byte(compoundMagic)) {
		return compoundProgram(data)
	}
	for _, s := range fileSignatures {
		if len(data) >= s.at+len(s.prefix) && string(data[s.at:s.at+len(s.prefix)]) == s.prefix && (!s.isWeak() || s.prefix == postScript || !isText()) {
			return s.kind, s.name
		}
	}
	return None, ""
}

// compoundProgram tells the program of a compound file.
func compoundProgram(data []byte) (Kind, string) {
	for _, s := range programStreams {
		if bytes.Contains(data, wideName(s.stream)) {
			return s.kind, s.name
		}
	}
	return Binary, compoundName
}

// wideName is a name as it is written in a compound file.
func wideName(name string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(name)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// packageFiles are the formats that are archives, by a file that they have.
var packageFiles = []struct {
	file string
	kind Kind
	name string
}{
	{"xl/workbook.xml", Sheet, "XLSX"},
	{"xl/workbook.bin", Sheet, "XLSB"},
	{"ppt/presentation.xml", Slides, "PPTX"},
	{"visio/document.xml", Paper, "VSDX"},
	{"FixedDocSeq.fdseq", Paper, "XPS"},
	{"FixedDocumentSequence.fdseq", Paper, "XPS"},
	{"Index/Document.iwa", Pages, "iWork"},
}

// officeTypes are the media types of OpenDocument that are not read.
var officeTypes = map[string]struct {
	kind Kind
	name string
}{
	"spreadsheet": {Sheet, "ODS"}, "presentation": {Slides, "ODP"}, "graphics": {Media, "ODG"}, "chart": {Media, "ODC"},
	"formula": {Media, "ODF"}, "database": {Database, "ODB"},
}

// Archive tells a format that is not read and is an archive, by the files in it and by
// its media type, which OpenDocument has in a file of its own.
func Archive(has func(name string) bool, mediaType string) (Kind, string) {
	if rest, ok := strings.CutPrefix(strings.TrimSpace(mediaType), "application/vnd.oasis.opendocument."); ok {
		rest, _, _ = strings.Cut(rest, "-template")
		t := officeTypes[rest]
		return t.kind, t.name
	}
	for _, p := range packageFiles {
		if has(p.file) {
			return p.kind, p.name
		}
	}
	return None, ""
}
