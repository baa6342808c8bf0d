//go:build ignore

// Gen writes tables.go: the bidirectional class of every code point, as
// golang.org/x/text has it, and the paired brackets and mirrored characters of
// the Unicode Character Database. The two must be of one version of Unicode.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"strings"
	"unicode"

	xbidi "golang.org/x/text/unicode/bidi"

	"github.com/warraq/warraq/ui/rtl/internal/ucd"
)

// names are the classes as x/text numbers them.
var names = map[xbidi.Class]string{
	xbidi.L: "L", xbidi.R: "R", xbidi.AL: "AL", xbidi.EN: "EN", xbidi.ES: "ES", xbidi.ET: "ET",
	xbidi.AN: "AN", xbidi.CS: "CS", xbidi.NSM: "NSM", xbidi.BN: "BN", xbidi.B: "B", xbidi.S: "S",
	xbidi.WS: "WS", xbidi.ON: "ON", xbidi.LRE: "LRE", xbidi.LRO: "LRO", xbidi.RLE: "RLE",
	xbidi.RLO: "RLO", xbidi.PDF: "PDF", xbidi.LRI: "LRI", xbidi.RLI: "RLI", xbidi.FSI: "FSI", xbidi.PDI: "PDI",
}

func main() {
	log.SetFlags(0)
	folder := flag.String("ucd", ucd.Folder, "folder of the Unicode Character Database")
	out := flag.String("out", "tables.go", "file to write")
	flag.Parse()

	var b bytes.Buffer
	fmt.Fprintf(&b, "// UnicodeVersion is the version of Unicode that the tables are of.\nconst UnicodeVersion = %q\n\n", xbidi.UnicodeVersion)
	writeClasses(&b)
	writeBrackets(&b, *folder)
	writeMirrors(&b, *folder)
	ucd.WriteFile(*out, "bidi", b.Bytes())
}

// writeClasses writes the class of every code point.
func writeClasses(b *bytes.Buffer) {
	classes := make([]string, unicode.MaxRune+1)
	for r := range classes {
		properties, _ := xbidi.LookupRune(rune(r))
		classes[r] = names[properties.Class()]
	}
	ucd.WriteBlocks(b, "class", "Class", classes)
}

// writeBrackets writes BidiBrackets.txt. A bracket that is canonically
// equivalent to another one goes by the other one's pair (BD16).
func writeBrackets(b *bytes.Buffer, folder string) {
	equivalent := map[rune]rune{}
	for _, field := range read(folder, "UnicodeData.txt") {
		if parts := strings.Fields(field[5]); len(parts) == 1 {
			equivalent[ucd.Code(field[0])] = ucd.Code(parts[0])
		}
	}
	b.WriteString("// bracketTable holds the paired brackets by code point.\nvar bracketTable = [...]bracket{\n")
	for _, field := range read(folder, "BidiBrackets.txt") {
		r, closing, open := ucd.Code(field[0]), ucd.Code(field[1]), field[2] == "o"
		if !open {
			closing = r
		}
		if c, ok := equivalent[closing]; ok {
			closing = c
		}
		fmt.Fprintf(b, "{%#04x, %#04x, %t},\n", r, closing, open)
	}
	b.WriteString("}\n\n")
}

// writeMirrors writes BidiMirroring.txt: Latin-1 as an array, for speed, the
// rest as a list to search.
func writeMirrors(b *bytes.Buffer, folder string) {
	var latin, rest strings.Builder
	for _, field := range read(folder, "BidiMirroring.txt") {
		r, mirror := ucd.Code(field[0]), ucd.Code(field[1])
		if r <= unicode.MaxLatin1 {
			fmt.Fprintf(&latin, "%q: %q,\n", r, mirror)
		} else {
			fmt.Fprintf(&rest, "{%#04x, %#04x},\n", r, mirror)
		}
	}
	fmt.Fprintf(b, "// latinMirrors gives the mirror images in Latin-1, 0 where there is none.\nvar latinMirrors = [256]uint8{\n%s}\n\n", latin.String())
	fmt.Fprintf(b, "// mirrorTable holds the mirror images of the rest by code point.\nvar mirrorTable = [...]mirror{\n%s}\n", rest.String())
}

// read gives the fields of each line of a file of the database. A file that
// names a version must name that of x/text.
func read(folder, name string) [][]string {
	lines, version := ucd.Lines(folder, name)
	if version != "" && version != xbidi.UnicodeVersion {
		log.Fatalf("%s is of Unicode %s, x/text's tables of %s", name, version, xbidi.UnicodeVersion)
	}
	return lines
}
