package rtl

import (
	"bufio"
	"compress/gzip"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/rtl/bidi"
)

// Every case of BidiCharacterTest.txt stands in cells in the order that the standard
// has, those of its characters left out that have no cell; and the text comes out of the
// cells as it went in.
func TestBidiCharacterTestInCells(t *testing.T) {
	t.Parallel()
	f, err := os.Open("bidi/testdata/BidiCharacterTest.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var layout Layouter
	cases, failed := 0, 0
	for lines := bufio.NewScanner(unzipped); lines.Scan(); {
		fields := strings.Split(lines.Text(), ";")
		if len(fields) != 5 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		cases++
		text, offsets := characters(fields[0])
		options := Options{Protocols: AllProtocols, Width: 200, Direction: map[string]Direction{"0": LTR, "1": RTL, "2": Auto}[fields[1]]}
		for line := range layout.Lines([]Span{{Text: text}}, options) {
			got, want := shownOrder(line), wantedOrder(fields[4], offsets, line)
			if !slices.Equal(got, want) {
				if failed++; failed < 20 {
					t.Errorf("%s in direction %s: the order is %d, want %d", fields[0], fields[1], got, want)
				}
			}
			var order [200]int32
			restored := restore(order[:0], line.Cells)
			last := NoOffset
			for _, i := range restored {
				if at := line.Cells[i].At; at != NoOffset {
					if at < last {
						t.Errorf("%s in direction %s: the text is not restored", fields[0], fields[1])
					}
					last = at
				}
			}
		}
	}
	if t.Logf("%d cases, %d failed", cases, failed); cases != 91707 {
		t.Errorf("%d cases ran", cases)
	}
}

func characters(codes string) (text string, offsets []int) {
	var b strings.Builder
	for code := range strings.FieldsSeq(codes) {
		r, _ := strconv.ParseInt(code, 16, 32)
		offsets = append(offsets, b.Len())
		b.WriteRune(rune(r))
	}
	return b.String(), offsets
}

// letterAt is where the character stands that a cell shows.
func letterAt(c Cell) int {
	opened, _, _ := c.parts()
	return int(c.At) + len(opened)
}

func shownOrder(line Line) (order []int) {
	for _, c := range line.Cells {
		if c.At != NoOffset && !isSeparator(c.Text) {
			order = append(order, letterAt(c))
		}
	}
	return order
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func isSeparator(s string) bool {
	return bidi.ClassOf(firstRune(s)) == bidi.B
}

// wantedOrder is the order of the standard, of what cells show.
func wantedOrder(indexes string, offsets []int, line Line) (order []int) {
	shown := map[int]bool{}
	for _, at := range shownOrder(line) {
		shown[at] = true
	}
	for index := range strings.FieldsSeq(indexes) {
		i, _ := strconv.Atoi(index)
		if shown[offsets[i]] {
			order = append(order, offsets[i])
		}
	}
	return order
}
