package bidi

import (
	"bufio"
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// excluded is the level of a character that X9 removes; the files write an x.
const excluded = -1

// conformanceCase is a paragraph of one line with what Unicode says of it.
type conformanceCase struct {
	line      int
	text      []rune
	direction Direction
	base      int // or -1: the file does not say
	levels    []int
	order     []int
}

// TestBidiTest runs every case of BidiTest.txt: each line of classes, for each
// of the directions that its bit set names.
func TestBidiTest(t *testing.T) {
	var levels, order []int
	checker := newChecker(t)
	readLines(t, "BidiTest.txt.gz", func(number int, line string) {
		if rest, ok := strings.CutPrefix(line, "@Levels:"); ok {
			levels = parseNumbers(t, rest)
			return
		}
		if rest, ok := strings.CutPrefix(line, "@Reorder:"); ok {
			order = parseNumbers(t, rest)
			return
		}
		classes, bits, _ := strings.Cut(line, ";")
		var text []rune
		for name := range strings.FieldsSeq(classes) {
			text = append(text, sample(t, name))
		}
		bitset, err := strconv.Atoi(strings.TrimSpace(bits))
		if err != nil {
			t.Fatalf("line %d: bit set: %v", number, err)
		}
		for bit, direction := range []Direction{Auto, LTR, RTL} {
			if bitset>>bit&1 == 1 {
				checker.check(conformanceCase{number, text, direction, -1, levels, order})
			}
		}
	})
	// grep -v '^[#@]' BidiTest.txt | grep . | awk -F';' '{b=$2; n+=b%2+int(b/2)%2+int(b/4)%2} END{print n}'
	checker.finish(770241)
}

// TestBidiCharacterTest runs every case of BidiCharacterTest.txt.
func TestBidiCharacterTest(t *testing.T) {
	checker := newChecker(t)
	directions := map[string]Direction{"0": LTR, "1": RTL, "2": Auto}
	readLines(t, "BidiCharacterTest.txt.gz", func(number int, line string) {
		fields := strings.Split(line, ";")
		if len(fields) != 5 {
			t.Fatalf("line %d has %d fields, want 5", number, len(fields))
		}
		text := parseText(t, number, fields[0])
		direction, ok := directions[fields[1]]
		if !ok {
			t.Fatalf("line %d: direction %q", number, fields[1])
		}
		base := parseNumbers(t, fields[2])
		checker.check(conformanceCase{number, text, direction, base[0], parseNumbers(t, fields[3]), parseNumbers(t, fields[4])})
	})
	// grep -vc '^#\|^$' BidiCharacterTest.txt
	checker.finish(91707)
}

// levelChecker compares and counts.
type levelChecker struct {
	t         *testing.T
	ran       int
	failed    int
	paragraph Paragraph
	levels    []uint8
	visual    []int32
}

func newChecker(t *testing.T) *levelChecker { return &levelChecker{t: t} }

func (c *levelChecker) check(want conformanceCase) {
	c.ran++
	c.paragraph.Resolve(want.text, want.direction)
	c.levels = c.paragraph.Line(c.levels[:0], 0, len(want.text))
	c.visual = Reorder(c.visual[:0], c.levels)

	ok := want.base < 0 || int(c.paragraph.Base()) == want.base
	ok = ok && len(c.levels) == len(want.levels)
	for i := 0; ok && i < len(want.levels); i++ {
		ok = want.levels[i] == excluded || int(c.levels[i]) == want.levels[i]
	}
	order := make([]int, 0, len(want.order))
	for _, i := range c.visual {
		if ok && want.levels[i] != excluded {
			order = append(order, int(i))
		}
	}
	if ok && slices.Equal(order, want.order) {
		return
	}
	if c.failed++; c.failed <= 20 {
		c.t.Errorf("line %d: %U, direction %d: base %d, levels %d, order %d; want %d, %d, %d",
			want.line, want.text, want.direction, c.paragraph.Base(), c.levels, order, want.base, want.levels, want.order)
	}
}

func (c *levelChecker) finish(cases int) {
	c.t.Logf("%d of %d cases ran, %d failed", c.ran, cases, c.failed)
	if c.ran != cases {
		c.t.Errorf("%d cases ran; the file has %d", c.ran, cases)
	}
}

// sample gives a character of a class. It is no bracket: BidiTest.txt is about
// classes alone.
func sample(t *testing.T, class string) rune {
	r, ok := samples[class]
	if !ok {
		t.Fatalf("class %q", class)
	}
	return r
}

var samples = map[string]rune{
	"L": 'a', "R": 'א', "AL": 'ب', "EN": '1', "ES": '+', "ET": '%', "AN": '٣', "CS": ',', "NSM": '\u0301',
	"BN": '\u00ad', "B": '\u2029', "S": '\t', "WS": ' ', "ON": '!', "LRE": '\u202a', "LRO": '\u202d', "RLE": '\u202b',
	"RLO": '\u202e', "PDF": '\u202c', "LRI": '\u2066', "RLI": '\u2067', "FSI": '\u2068', "PDI": '\u2069',
}

// readLines gives each line of a compressed file that is neither empty nor a
// comment.
func readLines(t *testing.T, name string, each func(number int, line string)) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	scanner := bufio.NewScanner(unzipped)
	for number := 1; scanner.Scan(); number++ {
		if line := scanner.Text(); line != "" && !strings.HasPrefix(line, "#") {
			each(number, line)
		}
	}
	if err := scanner.Err(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func parseText(t *testing.T, line int, s string) []rune {
	t.Helper()
	var text []rune
	for code := range strings.FieldsSeq(s) {
		r, err := strconv.ParseUint(code, 16, 32)
		if err != nil {
			t.Fatalf("line %d: code point: %v", line, err)
		}
		text = append(text, rune(r))
	}
	return text
}

func parseNumbers(t *testing.T, s string) []int {
	t.Helper()
	var numbers []int
	for field := range strings.FieldsSeq(s) {
		if field == "x" {
			numbers = append(numbers, excluded)
			continue
		}
		n, err := strconv.Atoi(field)
		if err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, n)
	}
	return numbers
}
