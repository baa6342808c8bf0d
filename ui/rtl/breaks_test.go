package rtl

import (
	"bufio"
	"compress/gzip"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// boundaryTest is one line of Unicode's files of boundaries: the text, and for
// each place in it, also before the first and behind the last character,
// whether a boundary is there.
type boundaryTest struct {
	line       int
	text       []rune
	boundaries []bool
}

func readBoundaryTests(t *testing.T, name string) []boundaryTest {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var tests []boundaryTest
	s := bufio.NewScanner(z)
	for line := 1; s.Scan(); line++ {
		text, _, _ := strings.Cut(s.Text(), "#")
		c := boundaryTest{line: line}
		for field := range strings.FieldsSeq(text) {
			switch field {
			case "÷", "×":
				c.boundaries = append(c.boundaries, field == "÷")
			default:
				r, err := strconv.ParseUint(field, 16, 32)
				if err != nil {
					t.Fatalf("%s:%d: %v", name, line, err)
				}
				c.text = append(c.text, rune(r))
			}
		}
		if c.text != nil {
			tests = append(tests, c)
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return tests
}

func lineBreaks(text []rune) []bool {
	props := make([]properties, len(text))
	for i, r := range text {
		props[i] = propertiesOf(r)
	}
	units := make([]unit, len(text))
	markBreaks(units, props)
	breaks := make([]bool, len(text)+1)
	for i, u := range units {
		breaks[i] = u&(unitMayBreak|unitMustBreak) != 0
	}
	breaks[len(text)] = true
	return breaks
}

func clusterStarts(text []rune) []bool {
	var s clusterState
	starts := make([]bool, len(text)+1)
	for i, r := range text {
		starts[i] = s.next(propertiesOf(r).cluster())
	}
	starts[len(text)] = true
	return starts
}

func TestUnicodeBoundaries(t *testing.T) {
	for _, file := range []struct {
		name  string
		find  func([]rune) []bool
		cases int
	}{
		{"testdata/LineBreakTest.txt.gz", lineBreaks, 19338},
		{"testdata/GraphemeBreakTest.txt.gz", clusterStarts, 766},
	} {
		t.Run(file.name, func(t *testing.T) {
			tests := readBoundaryTests(t, file.name)
			if len(tests) != file.cases {
				t.Errorf("%d cases, want %d", len(tests), file.cases)
			}
			for _, c := range tests {
				if got := file.find(c.text); !slices.Equal(got, c.boundaries) {
					t.Errorf("line %d: %U: got %v, the file has %v", c.line, c.text, got, c.boundaries)
				}
			}
		})
	}
}
