//go:build ignore

// Gen writes tables.go from the Unicode Character Database: the bidirectional
// class of every code point, the paired brackets and the mirrored characters.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"strings"
	"unicode"

	"github.com/warraq/warraq/ui/rtl/internal/ucd"
)

// shortNames are the classes that DerivedBidiClass.txt says code points have
// that are no characters yet, by the long names by which it has them there.
var shortNames = map[string]string{"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}

func main() {
	log.SetFlags(0)
	folder := flag.String("ucd", ucd.Folder, "folder of the Unicode Character Database")
	out := flag.String("out", "tables.go", "file to write")
	flag.Parse()

	version, classes := readClasses(*folder)
	var b bytes.Buffer
	fmt.Fprintf(&b, "// UnicodeVersion is the version of Unicode that the tables are of.\nconst UnicodeVersion = %q\n\n", version)
	ucd.WriteBlocks(&b, "class", "Class", classes)
	writeBrackets(&b, *folder)
	writeMirrors(&b, *folder)
	ucd.WriteFile(*out, "bidi", b.Bytes())
}

// readClasses reads the class of every code point, and the version of the file.
func readClasses(folder string) (version string, classes []string) {
	const file = "extracted/DerivedBidiClass.txt"
	classes = make([]string, unicode.MaxRune+1)
	for _, fields := range ucd.Missing(folder, file) {
		setRange(classes, fields[0], shortNames[fields[1]])
	}
	lines, version := ucd.Lines(folder, file)
	for _, fields := range lines {
		setRange(classes, fields[0], fields[1])
	}
	setRange(classes, "D800..DFFF", "ON") // no characters: as U+FFFD, which they are read as
	for r, class := range classes {
		if class == "" {
			log.Fatalf("%U has no class", r)
		}
	}
	return version, classes
}

// setRange gives the code points of a field a class.
func setRange(classes []string, field, class string) {
	first, last := ucd.Range(field)
	for r := first; r <= last; r++ {
		classes[r] = class
	}
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

// read gives the fields of each line of a file of the database.
func read(folder, name string) [][]string {
	lines, _ := ucd.Lines(folder, name)
	return lines
}
