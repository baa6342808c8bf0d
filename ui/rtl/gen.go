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
	"strings"
	"unicode"

	"github.com/warraq/warraq/ui/rtl/bidi"
	"github.com/warraq/warraq/ui/rtl/internal/ucd"
)

const points = unicode.MaxRune + 1

type database struct {
	dir                                             string
	version                                         string
	line, cluster, wide, category                   []string
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

	all := make([]string, points)
	for r := range all {
		all[r] = fmt.Sprintf("%#x", d.properties(rune(r)))
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "// UnicodeVersion is the version of Unicode that the tables are of.\nconst UnicodeVersion = %q\n\n", d.version)
	ucd.WriteBlocks(&b, "property", "properties", all)
	ucd.WriteFile(*out, "rtl", b.Bytes())
}

// lineClasses and clusterClasses are in the order of the constants in
// properties.go.
var (
	lineClasses = strings.Fields("AL HL NU SP CM ZWJ IS EX CL CP SY QU OP BA HY GL BK CR LF NL ZW WJ BB PR PO IN NS B2 CB ID H2 H3 JL JV JT RI EB EM " +
		"CPwide OPwide QUinitial QUfinal IDunassigned")
	clusterClasses = strings.Fields("Other Extend ZWJ Control CR LF Prepend SpacingMark Extended_Pictographic Regional_Indicator L V T LV LVT")
)

// properties packs the properties of one code point; see properties.go.
func (d *database) properties(r rune) uint32 {
	line := slices.Index(lineClasses, d.lineClass(r))
	cluster := slices.Index(clusterClasses, d.clusterClass(r))
	if line < 0 || cluster < 0 {
		log.Fatalf("U+%04X: no class for %s, %s", r, d.line[r], d.cluster[r])
	}
	p := uint32(line) | uint32(cluster)<<6 | d.width(r)<<10 | kind(r)<<16
	for i, is := range []bool{d.mark(r), d.format(r), d.dropped(r), d.space(r)} {
		if is {
			p |= 1 << (12 + i)
		}
	}
	_, mirrors := bidi.Mirror(r)
	if mirrors || d.mark(r) || d.width(r) > 1 || d.cluster[r] == "Prepend" || r == '\t' || r == unicode.ReplacementChar {
		p |= 1 << 19
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
// LB15b, LB30 and LB30b look into split.
func (d *database) lineClass(r rune) string {
	wide := strings.Contains("F W H", d.wide[r])
	switch c := d.line[r]; {
	case c == "SA" && (d.category[r] == "Mn" || d.category[r] == "Mc"):
		return "CM"
	case c == "ID" && d.pictographic[r] && d.category[r] == "Cn":
		return "IDunassigned"
	case c == "AI" || c == "SG" || c == "XX" || c == "SA":
		return "AL"
	case c == "CJ":
		return "NS"
	case (c == "OP" || c == "CP") && wide:
		return c + "wide"
	case c == "QU" && d.category[r] == "Pi":
		return "QUinitial"
	case c == "QU" && d.category[r] == "Pf":
		return "QUfinal"
	default:
		return c
	}
}

func (d *database) clusterClass(r rune) string {
	if d.cluster[r] == "Other" && d.pictographic[r] {
		return "Extended_Pictographic"
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

// values reads a file of ranges with a value each.
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
			all[r] = fields[1]
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
