package plaintext

import (
	"strings"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/rtl/bidi"
)

// isPointer is a row of signs that point at something in the line above, behind a gutter.
var isPointer = pattern.New(`^([\s\d|│]*)([~^]+[~^-]*)(\s.*)?$`)

func mayPoint(text string) bool {
	return strings.IndexByte(text, '^') >= 0 || strings.IndexByte(text, '~') >= 0
}

// findPointers lets lines that are pointed at keep their shape.
func findPointers(lines []line) {
	for i := 1; i < len(lines); i++ {
		if !lines[i].diff && mayPoint(lines[i].text) && isPointer.MatchString(lines[i].text) && !lines[i-1].blank {
			lines[i].laid, lines[i-1].laid = true, true
			lines[i].cells, lines[i-1].cells, lines[i-1].pointed = nil, nil, true
			if at := firstRight(lines[i].text); at >= 0 && lines[i].first == rtl.RTL {
				lines[i].gutter = openedBefore(lines[i].text, at)
			}
		}
	}
}

// rightRuns are stretches of words that run from right to left.
var rightRuns = pattern.New(`[\p{Arabic}\p{Hebrew}][\p{Arabic}\p{Hebrew}\pM]*( [\p{Arabic}\p{Hebrew}][\p{Arabic}\p{Hebrew}\pM]*)*`)

// isolateRuns lets what runs from right to left in a stretch be laid out by itself, and
// keep its columns where that is asked for or a blank is behind it.
func (l *line) isolateRuns(start, end int, padded bool) {
	if firstRight(l.text[start:end]) < 0 {
		return
	}
	for _, at := range rightRuns.FindAllStringIndex(l.text[start:end], -1) {
		stop := start + at[1]
		l.add(start+at[0], stop, rtl.RTL, padded || isOneOf(l.text, stop, " "))
	}
}

// movePointers moves signs to where that is shown at which they point.
func movePointers(lines []line) {
	for i := 1; i < len(lines); i++ {
		if lines[i].diff || !mayPoint(lines[i].text) {
			continue
		}
		found := isPointer.FindStringSubmatchIndex(lines[i].text)
		if found == nil || lines[i-1].layout.Direction != rtl.LTR || firstRight(lines[i-1].text) < 0 {
			continue
		}
		from, to := found[4], found[5]
		left, right := shownAt(&lines[i-1], int(rtl.StringWidth(lines[i].text[:from])), int(rtl.StringWidth(lines[i].text[:to])))
		text := lines[i].text
		gutter := strings.TrimRight(text[:from], " ")
		blanks := left - int(rtl.StringWidth(gutter))
		if right-left != to-from || blanks < 0 || left == from {
			continue
		}
		lines[i].layout.Text = gutter + strings.Repeat(" ", blanks) + text[from:]
	}
}

// shownAt returns the columns in which those of a line's text are shown that stand between
// two in the order in which it is written.
func shownAt(l *line, from, to int) (left, right int) {
	text, columns := isolated(l)
	var p bidi.Paragraph
	p.Resolve(text, bidi.LTR)
	left, right = len(l.text), 0
	column := 0
	for _, at := range bidi.Reorder(nil, p.Line(nil, 0, len(text))) {
		width := columns[at+1] - columns[at]
		if width > 0 && columns[at] >= from && columns[at] < to {
			left, right = min(left, column), max(right, column+width)
		}
		column += width
	}
	return left, right
}

// isolated returns a line's characters with what its isolates stand between, and the
// column in which each stands in the text.
func isolated(l *line) (text []rune, columns []int) {
	const firstStrong, pop = '\u2068', '\u2069'
	column := 0
	put := func(r rune, width int) {
		text, columns = append(text, r), append(columns, column)
		column += width
	}
	next := l.layout.Isolates
	for i, r := range l.text {
		if len(next) > 0 && int(next[0].End) == i {
			put(pop, 0)
			next = next[1:]
		}
		if len(next) > 0 && int(next[0].Start) == i {
			put(firstStrong, 0)
		}
		put(r, int(rtl.StringWidth(string(r))))
	}
	return text, append(columns, column)
}
