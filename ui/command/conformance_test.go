//go:build unix

package command_test

import (
	"bufio"
	"compress/gzip"
	"flag"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl/bidi"
)

var everyConformance = flag.Int("conformance-every", 5, "which of the cases of BidiCharacterTest cat is tried with: each so many")

// conformanceCase is a paragraph of Unicode's own test and what the standard shows of it.
type conformanceCase struct{ codes, text, want string }

// TestCatConforms holds what `cat --direction` shows of a paragraph to the order that the
// standard has for it, as it says for the class of each character.
func TestCatConforms(t *testing.T) {
	t.Parallel()
	for direction, field := range map[string]string{"ltr": "0", "rtl": "1"} {
		cases := conformanceCases(t, field)
		var text strings.Builder
		for _, c := range cases {
			text.WriteString(c.text + "\n")
		}
		path := writeFile(t, "cases.txt", text.String())
		out, wrong, status := run(t, nil, "cat", "--direction", direction, "--form", "visual", "--shape", "never", "--width", "300", path)
		lines := strings.Split(out, "\n")
		if status != 0 || wrong != "" || len(lines) != len(cases)+1 {
			t.Fatalf("status %d, %d lines of %d: %s", status, len(lines), len(cases), wrong)
		}
		failed := 0
		for i, c := range cases {
			if got := seenDay(lines[i]); got != c.want {
				if failed++; failed < 20 {
					t.Errorf("%s in a paragraph %s: %q, want %q", c.codes, direction, got, c.want)
				}
			}
		}
		t.Logf("%s: %d cases, %d failed", direction, len(cases), failed)
	}
}

// conformanceCases reads the cases of one direction that are one paragraph, and no blank
// one.
func conformanceCases(t *testing.T, direction string) (cases []conformanceCase) {
	t.Helper()
	f, err := os.Open("../rtl/bidi/testdata/BidiCharacterTest.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	number := 0
	for lines := bufio.NewScanner(unzipped); lines.Scan(); {
		fields := strings.Split(lines.Text(), ";")
		if len(fields) != 5 || strings.HasPrefix(fields[0], "#") || fields[1] != direction || strings.Contains(fields[0], "2029") {
			continue
		}
		if number++; number%*everyConformance == 0 {
			cases = append(cases, conformanceCase{fields[0], characters(fields[0]), wanted(fields)})
		}
	}
	return cases
}

func characters(codes string) string {
	var text strings.Builder
	for code := range strings.FieldsSeq(codes) {
		r, _ := strconv.ParseInt(code, 16, 32)
		text.WriteRune(rune(r))
	}
	return text.String()
}

// wanted is what is seen of a case: its characters in visual order, mirrored (L4), and
// marks behind their base (L3).
func wanted(fields []string) string {
	text, levels := []rune(characters(fields[0])), strings.Fields(fields[3])
	var order []int
	for index := range strings.FieldsSeq(fields[4]) {
		i, _ := strconv.Atoi(index)
		order = append(order, i)
	}
	for start := 0; start < len(order); start++ {
		end := start
		for end+1 < len(order) && order[end+1] < order[end] && bidi.ClassOf(text[order[end]]) == bidi.NSM &&
			!slices.Contains(text[order[end+1]:order[end]], '\u200b') { // behind which a mark has a cell of its own
			end++
		}
		slices.Reverse(order[start : end+1])
		start = end
	}
	var shown strings.Builder
	for _, i := range order {
		r := text[i]
		if level, _ := strconv.Atoi(levels[i]); level&1 == 1 {
			if image, ok := bidi.Mirror(r); ok {
				r = image
			}
		}
		shown.WriteRune(r)
	}
	return seenDay(shown.String())
}

// seenDay leaves out of a line what has no cell of its own in the standard or here: format
// characters, how wide blanks are, and what carries a mark without a letter.
func seenDay(line string) string {
	line = strings.Map(func(r rune) rune {
		switch bidi.ClassOf(r) {
		case bidi.WS, bidi.S:
			return ' '
		case bidi.BN, bidi.LRE, bidi.LRO, bidi.RLE, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			return -1
		}
		if r == '◌' || r == '\u200e' || r == '\u200f' || r == '\u061c' || r == utf8.RuneError {
			return -1
		}
		return r
	}, line)
	return strings.Join(strings.Fields(line), " ")
}
