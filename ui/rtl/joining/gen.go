//go:build ignore

// Gen writes tables.go from the Unicode Character Database: the joining type
// of every code point, the presentation form of each letter in each of its
// positions, and the letters that each presentation form stands for.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/warraq/warraq/ui/rtl/internal/ucd"
)

// positions are the tags of UnicodeData's decompositions in the order of the
// package's form.
var positions = []string{"<isolated>", "<final>", "<initial>", "<medial>"}

func main() {
	log.SetFlags(0)
	folder := flag.String("ucd", ucd.Folder, "folder of the Unicode Character Database")
	out := flag.String("out", "tables.go", "file to write")
	flag.Parse()

	var b bytes.Buffer
	writeTypes(&b, *folder)
	writeForms(&b, *folder)
	ucd.WriteFile(*out, "joining", b.Bytes())
}

// writeTypes writes the joining type of every code point.
func writeTypes(b *bytes.Buffer, folder string) {
	types := slices.Repeat([]string{"U"}, unicode.MaxRune+1)
	for _, fields := range read(folder, "extracted/DerivedJoiningType.txt") {
		first, last := ucd.Range(fields[0])
		for r := first; r <= last; r++ {
			types[r] = fields[1]
		}
	}
	ucd.WriteBlocks(b, "type", "Type", types)
}

// decomposition is what a presentation form is of.
type decomposition struct {
	form     rune
	position int // in positions
	letters  []rune
}

func decompositions(folder string) []decomposition {
	var all []decomposition
	for _, fields := range read(folder, "UnicodeData.txt") {
		r := ucd.Code(fields[0])
		if !unicode.In(r, presentationForms) || fields[5] == "" {
			continue
		}
		parts := strings.Fields(fields[5])
		d := decomposition{form: r, position: slices.Index(positions, parts[0])}
		if d.position < 0 {
			log.Fatalf("%U has a decomposition of another kind: %s", r, fields[5])
		}
		for _, part := range parts[1:] {
			d.letters = append(d.letters, ucd.Code(part))
		}
		all = append(all, d)
	}
	return all
}

// presentationForms are the blocks Arabic Presentation Forms-A and -B.
var presentationForms = &unicode.RangeTable{R16: []unicode.Range16{{0xFB50, 0xFDFF, 1}, {0xFE70, 0xFEFF, 1}}}

// writeForms writes the forms of single letters, those of lam with an alef, and
// the way back from each form.
func writeForms(b *bytes.Buffer, folder string) {
	letters, lamAlefs := map[rune]*[4]rune{}, map[rune]*[4]rune{}
	var back strings.Builder
	for _, d := range decompositions(folder) {
		fmt.Fprintf(&back, "%#04x - firstForm: %q,\n", d.form, string(d.letters))
		switch {
		case len(d.letters) == 1:
			setForm(letters, d.letters[0], d)
		case len(d.letters) == 2 && d.letters[0] == 'ل' && strings.ContainsRune("اأإآ", d.letters[1]):
			setForm(lamAlefs, d.letters[1], d)
		}
	}
	writeTable(b, "letter", "letterForms", "the presentation forms of a letter by its position", letters)
	writeTable(b, "alef", "lamAlefForms", "the presentation forms of lam with an alef by the lam's position", lamAlefs)
	fmt.Fprintf(b, "const (\nfirstForm = %#04x\nlastForm = %#04x\n)\n\n", presentationForms.R16[0].Lo, presentationForms.R16[1].Hi)
	fmt.Fprintf(b, "// plainLetters gives the letters that a presentation form stands for.\nvar plainLetters = [lastForm - firstForm + 1]string{\n%s}\n", back.String())
}

func setForm(table map[rune]*[4]rune, letter rune, d decomposition) {
	if table[letter] == nil {
		table[letter] = new([4]rune)
	}
	if table[letter][d.position] != 0 {
		log.Fatalf("%U and %U are the same form of %U", table[letter][d.position], d.form, letter)
	}
	table[letter][d.position] = d.form
}

func writeTable(b *bytes.Buffer, what, name, doc string, table map[rune]*[4]rune) {
	keys := slices.Sorted(maps.Keys(table))
	first := strings.ToUpper(what[:1]) + what[1:]
	fmt.Fprintf(b, "const (\nfirst%s = %#04x\nlast%s = %#04x\n)\n\n", first, keys[0], first, keys[len(keys)-1])
	fmt.Fprintf(b, "// %s holds %s.\nvar %s = [last%s - first%s + 1]shapedForms{\n", name, doc, name, first, first)
	for _, letter := range keys {
		f := table[letter]
		fmt.Fprintf(b, "%#04x - first%s: {%#04x, %#04x, %#04x, %#04x},\n", letter, first, f[0], f[1], f[2], f[3])
	}
	b.WriteString("}\n\n")
}

func read(folder, name string) [][]string {
	lines, _ := ucd.Lines(folder, name)
	return lines
}
