//go:build ignore

// Gen writes tables.go: the properties of every code point that the layout
// needs, from the Unicode Character Database.
package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"log"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/warraq/warraq/ui/rtl/bidi"
	"github.com/warraq/warraq/ui/rtl/internal/ucd"
)

const points = unicode.MaxRune + 1

type database struct {
	dir                                             string
	version                                         string
	line, cluster, wide, category, conjunct         []string
	pictographic, presentation, ignorable, assigned []bool
}

func main() {
	log.SetFlags(0)
	folder := flag.String("ucd", ucd.Folder, "folder of the Unicode Character Database")
	out := flag.String("out", "tables.go", "file to write")
	flag.Parse()

	d := &database{dir: *folder}
	d.line = d.values("LineBreak.txt", "", "XX")
	d.cluster = d.values("auxiliary/GraphemeBreakProperty.txt", "", "Other")
	d.wide = d.values("EastAsianWidth.txt", "", "N")
	d.category = d.values("extracted/DerivedGeneralCategory.txt", "", "Cn")
	d.pictographic = d.binary("emoji/emoji-data.txt", "Extended_Pictographic")
	d.presentation = d.binary("emoji/emoji-data.txt", "Emoji_Presentation")
	d.ignorable = d.binary("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
	d.conjunct = d.values("DerivedCoreProperties.txt", "InCB", "None")

	all := make([]string, points)
	numbers := map[uint32]string{} // of those that differ
	var different []uint32
	for r := range all {
		p := d.properties(rune(r))
		if numbers[p] == "" {
			numbers[p] = strconv.Itoa(len(different))
			different = append(different, p)
		}
		all[r] = numbers[p]
	}
	if len(different) > 256 {
		log.Fatalf("there are %d different properties: their numbers are no bytes", len(different))
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "// UnicodeVersion is the version of Unicode that the tables are of.\nconst UnicodeVersion = %q\n\n", d.version)
	b.WriteString("// propertyTable holds the properties that characters have, each once. It has\n// room for all numbers there can be, so that none is looked for outside it.\nvar propertyTable = [256]properties{\n")
	for line := range slices.Chunk(different, 16) {
		for _, p := range line {
			fmt.Fprintf(&b, "%#x, ", p)
		}
		b.WriteByte('\n')
	}
	b.WriteString("}\n\n")
	ucd.WriteBlocks(&b, "property", "uint8", all)
	ucd.WriteFile(*out, "rtl", b.Bytes())
}

// lineClasses and clusterClasses are in the order of the constants in
// properties.go.
var (
	lineClasses = strings.Fields("AL HL NU SP CM ZWJ IS EX CL CP SY QU OP BA HY GL BK CR LF NL ZW WJ BB PR PO IN NS B2 CB ID H2 H3 JL JV JT RI EB EM " +
		"CPwide OPwide QUinitial QUfinal IDunassigned HH AK AP AS VF VI DottedCircle ALunassigned")
	clusterClasses = strings.Fields("Other Extend ZWJ Control CR LF Prepend SpacingMark Extended_Pictographic Regional_Indicator L V T LV LVT " +
		"Consonant Linker NonJoiner")
)

// properties packs the properties of one code point; see properties.go.
func (d *database) properties(r rune) uint32 {
	line := slices.Index(lineClasses, d.lineClass(r))
	cluster := slices.Index(clusterClasses, d.clusterClass(r))
	if line < 0 || cluster < 0 {
		log.Fatalf("U+%04X: no class for %s, %s", r, d.line[r], d.cluster[r])
	}
	_, mirrors := bidi.Mirror(r)
	special := mirrors || d.mark(r) || d.width(r) > 1 || d.cluster[r] == "Prepend" || r == '\t' || r == unicode.ReplacementChar
	p := uint32(line) | uint32(cluster)<<6 | d.width(r)<<11 | kind(r)<<13
	for i, is := range []bool{d.mark(r), d.format(r), d.dropped(r), d.space(r), special, d.eastAsian(r)} {
		if is {
			p |= 1 << (16 + i)
		}
	}
	return p
}

// kind is in the order of the constants in cell.go.
func kind(r rune) uint32 {
	switch bidi.ClassOf(r) {
	case bidi.WS, bidi.S:
		return 1
	case bidi.L:
		return 2
	case bidi.R, bidi.AL:
		return 3
	case bidi.EN:
		return 4
	case bidi.AN:
		return 5
	default:
		return 0
	}
}

// lineClass is Line_Break after rule LB1, with the classes that rules LB15a,
// LB15b, LB28a, LB30 and LB30b look into split.
func (d *database) lineClass(r rune) string {
	switch c := d.line[r]; {
	case c == "SA" && (d.category[r] == "Mn" || d.category[r] == "Mc"):
		return "CM"
	case c == "ID" && d.pictographic[r] && d.category[r] == "Cn":
		return "IDunassigned"
	case c == "XX" && d.pictographic[r] && d.category[r] == "Cn":
		return "ALunassigned"
	case c == "AI" || c == "SG" || c == "XX" || c == "SA":
		return "AL"
	case c == "CJ":
		return "NS"
	case r == '◌':
		return "DottedCircle"
	case (c == "OP" || c == "CP") && d.eastAsian(r):
		return c + "wide"
	case c == "QU" && d.category[r] == "Pi":
		return "QUinitial"
	case c == "QU" && d.category[r] == "Pf":
		return "QUfinal"
	default:
		return c
	}
}

// eastAsian is true of what rules LB19a and LB30 call East Asian.
func (d *database) eastAsian(r rune) bool { return strings.Contains("F W H", d.wide[r]) }

// clusterClass is Grapheme_Cluster_Break with what rules GB9c and GB11 look into
// split. Extend is what conjuncts go on behind, too, but for the non-joiner.
func (d *database) clusterClass(r rune) string {
	switch cluster, conjunct := d.cluster[r], d.conjunct[r]; {
	case cluster == "Other" && d.pictographic[r]:
		return "Extended_Pictographic"
	case cluster == "Other" && conjunct == "Consonant":
		return "Consonant"
	case cluster == "Extend" && conjunct == "Linker":
		return "Linker"
	case cluster == "Extend" && conjunct == "None":
		return "NonJoiner"
	case (conjunct == "Extend") != (cluster == "Extend" || cluster == "ZWJ"):
		log.Fatalf("%U is %s in clusters, %s in conjuncts", r, cluster, conjunct)
	}
	return d.cluster[r]
}

// width is what a terminal gives a cluster that starts with the character.
func (d *database) width(r rune) uint32 {
	switch {
	case d.mark(r), d.format(r), d.dropped(r):
		return 0
	case d.cluster[r] == "Regional_Indicator", d.presentation[r], d.wide[r] == "W", d.wide[r] == "F":
		return 2
	default:
		return 1
	}
}

// mark is true of what a terminal draws over or under the letter before it.
func (d *database) mark(r rune) bool {
	return (d.category[r] == "Mn" || d.category[r] == "Me") && !d.ignorable[r]
}

// format is true of invisible characters that steer the text around them.
func (d *database) format(r rune) bool {
	switch {
	case r >= 0x200B && r <= 0x200F, r == 0x061C, r >= 0x202A && r <= 0x202E, r == 0x2060, r >= 0x2066 && r <= 0x2069:
		return true
	case r == 0x070F, r == 0x0890, r == 0x0891, r == 0x110BD, r == 0x110CD: // drawn over the letters that follow
		return true
	}
	return d.cluster[r] == "Extend" && d.ignorable[r] || d.cluster[r] == "Extend" && d.category[r] == "Cf"
}

// dropped is true of what is never shown nor handed on.
func (d *database) dropped(r rune) bool {
	switch d.category[r] {
	case "Cc", "Cs", "Zl", "Zp":
		return r != '\t'
	case "Cf", "Cn":
		return d.cluster[r] == "Control" && !d.format(r)
	}
	return false
}

// space is true of what vanishes at the end of a line.
func (d *database) space(r rune) bool {
	return d.category[r] == "Zs" && d.line[r] != "GL" || r == '\t'
}

// values reads a file of ranges with a value each, the last of their fields.
func (d *database) values(name, only, missing string) []string {
	all := slices.Repeat([]string{missing}, points)
	lines, version := ucd.Lines(d.dir, name)
	d.version = cmp.Or(d.version, version)
	for _, fields := range lines {
		if only != "" && fields[1] != only {
			continue
		}
		first, last := ucd.Range(fields[0])
		for r := first; r <= last; r++ {
			all[r] = fields[len(fields)-1]
		}
	}
	return all
}

// binary reads the code points that have one property.
func (d *database) binary(name, property string) []bool {
	has := make([]bool, points)
	for r, v := range d.values(name, property, "") {
		has[r] = v != ""
	}
	return has
}
