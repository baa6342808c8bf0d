// Package delimited reads tables of articles whose cells are parted by commas,
// semicolons or tabs (CSV, TSV): the exports of programs for reading later, each known by
// the names of its columns, and any table with the usual names.
package delimited

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// fileTable is what was read of a file: its columns' names, and its rows.
type fileTable struct {
	columns []string // in lower case, without space around them
	rows    []row
	most    int64 // how many there may be, and
	passed  bool  // whether there are more
}

// row is a row by the names of its columns, and the line that it begins on.
type row struct {
	cells map[string]string
	line  int
}

// get returns the first cell under one of the names that is not empty.
func (r row) get(names ...string) string {
	for _, name := range names {
		if s := strings.TrimSpace(r.cells[name]); s != "" {
			return s
		}
	}
	return ""
}

// wrongRow is a row that could not be read.
type wrongRow struct {
	line int
	why  error
}

var errCells = errors.New("it has more cells than the table has columns")

// detectComma returns what parts the cells of a text: the sign that is most frequent in its
// first line, outside of quotation marks.
func detectComma(text string) rune {
	counts := map[rune]int{}
	quoted := false
	for _, r := range text {
		if r == '"' {
			quoted = !quoted
		}
		if r == '\n' && !quoted {
			break
		}
		if !quoted && strings.ContainsRune(",;\t|", r) {
			counts[r]++
		}
	}
	best := ','
	for _, r := range []rune{'\t', ';', '|'} {
		if counts[r] > counts[best] {
			best = r
		}
	}
	return best
}

// headerNames returns the names of the columns in a text's first line.
func headerNames(text string) []string {
	first := text[:min(len(text), headSize)]
	r := newReader(first)
	r.LazyQuotes = true
	cells, err := r.Read()
	if err != nil {
		return nil
	}
	names := make([]string, len(cells))
	for i, cell := range cells {
		names[i] = strings.ToLower(strings.TrimSpace(cell))
	}
	return names
}

// headSize is how many bytes the first line may have.
const headSize = 16 << 10

func newReader(text string) *csv.Reader {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF")))
	r.Comma = detectComma(text[:min(len(text), headSize)])
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	return r
}

// parse reads a table of so many rows at the most. Rows that cannot be read are named
// beside the others.
func parse(text string, most int64) (t fileTable, wrong []wrongRow) {
	t.most = most
	text = strings.TrimPrefix(text, "\uFEFF")
	sign := detectComma(text[:min(len(text), headSize)])
	above := 0 // lines before the text that is read now
	for {
		line, err := t.read(text, sign, above, &wrong)
		if err == nil {
			return t, wrong
		}
		// What comes after a row that is wrong is read afresh from the next line on.
		var broken string
		for range line {
			broken, text, _ = strings.Cut(text, "\n")
		}
		above += line
		if cells := splitLenient(broken, sign); len(cells) != max(len(t.columns), 1) || !t.add(cells, above) {
			wrong = append(wrong, wrongRow{above, err})
		}
		if len(wrong) == mostWrong {
			return t, wrong
		}
	}
}

// mostWrong is after how many rows that are wrong a file is no table.
const mostWrong = 1000

// read reads rows up to the end, or to one that is wrong, whose line it returns, counted
// from 1 in the text that it is given.
func (t *fileTable) read(text string, sign rune, above int, wrong *[]wrongRow) (line int, err error) {
	r := newReader(text)
	r.Comma = sign
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) || t.passed {
			return 0, nil
		}
		if syntax, ok := errors.AsType[*csv.ParseError](err); ok {
			return syntax.StartLine, syntax.Err
		}
		line, _ := r.FieldPos(0)
		if !t.add(cells, above+line) {
			*wrong = append(*wrong, wrongRow{above + line, fmt.Errorf("%w: %d, %d", errCells, len(cells), len(t.columns))})
		}
	}
}

// add takes over a row, the first as the names of the columns, and reports whether it fits.
func (t *fileTable) add(cells []string, line int) bool {
	switch {
	case t.columns == nil:
		for _, cell := range cells {
			t.columns = append(t.columns, strings.ToLower(strings.TrimSpace(cell)))
		}
	case len(cells) > len(t.columns) && strings.TrimSpace(strings.Join(cells[len(t.columns):], "")) != "":
		return false
	case int64(len(t.rows)) >= t.most:
		t.passed = true
	case strings.TrimSpace(strings.Join(cells, "")) != "":
		t.rows = append(t.rows, row{t.named(cells), line})
	}
	return true
}

// splitLenient reads one line in which quotation marks stand within a cell, nil where one is
// left open.
func splitLenient(line string, sign rune) []string {
	if strings.Count(line, `"`)%2 != 0 {
		return nil
	}
	r := newReader(line)
	r.Comma, r.LazyQuotes = sign, true
	cells, err := r.Read()
	if err != nil {
		return nil
	}
	return cells
}

// named returns cells by the names of their columns. Of two columns of one name the first
// that is filled counts.
func (t *fileTable) named(cells []string) map[string]string {
	named := make(map[string]string, len(cells))
	for i, cell := range cells[:min(len(cells), len(t.columns))] {
		if name := t.columns[i]; named[name] == "" {
			named[name] = strings.Clone(cell)
		}
	}
	return named
}

// hasAll reports whether a table has all of the columns.
func hasAll(columns []string, names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(columns, name) })
}
