package plaintext

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

// planBlock finds the shape of the lines of a block, and tells whether they have one.
func planBlock(lines []line) bool {
	if !mayHaveShape(lines) {
		return false
	}
	findGutters(lines)
	findColumns(lines)
	findFields(lines)
	findAligned(lines)
	findCode(lines)
	findPointers(lines)
	first, last := shapeOf(lines)
	laySentences(lines[:first])
	laySentences(lines[last:])
	if first == last {
		return false
	}
	shape := lines[first:last]
	findPaths(shape)
	d, columns := shapeDirection(shape), widest(shape)
	left := areLeft(shape)
	for i := range shape {
		if shape[i].words {
			shape[i].layWords(left)
			continue
		}
		shape[i].setLayout(d)
		shape[i].layout.Columns = columns
	}
	movePointers(lines)
	return true
}

// mayHaveShape tells whether a block may be anything but prose. It has to be quick: most
// text is.
func mayHaveShape(lines []line) bool {
	for i := range lines {
		if l := &lines[i]; l.laid || l.mayHaveShape() {
			return true
		}
	}
	return false
}

func (l *line) mayHaveShape() bool {
	const always = hasTab | hasGap | hasBar | hasComma | hasSemicolon | hasEquals | hasBracket
	return l.has&(always|hasSlash) != 0 || l.has&(hasColon|hasQuote) != 0 && l.first == rtl.LTR || l.at > 0 && len(l.text) > 0 && mayOpenShape(l.text[0])
}

// shapeDirection is the direction of lines that have one shape: from left to right, but
// where the first one and most of them run from right to left and nothing among them is
// a program's.
func shapeDirection(lines []line) rtl.Direction {
	first, left, right := rtl.Auto, 0, 0
	for i := range lines {
		l := &lines[i]
		if l.gutter > 0 || l.diff || isBracket(l.text) || l.amongPaths {
			return rtl.LTR
		}
		if first == rtl.Auto {
			first = l.first
		}
		switch l.first {
		case rtl.LTR:
			left++
		case rtl.RTL:
			right++
		}
	}
	if first == rtl.RTL && right > left {
		return rtl.RTL
	}
	return rtl.LTR
}

// widest returns the columns of the widest of some lines.
func widest(lines []line) (columns int) {
	var words []word
	for i := range lines {
		l := &lines[i]
		if l.columns == 0 {
			if words = appendWords(words[:0], l.text, 0); len(words) > 0 {
				l.columns = words[len(words)-1].to
			}
		}
		columns = max(columns, l.columns)
	}
	return columns
}

// shapeOf returns the lines of a block that have one shape: from the first that was found
// to the last, with a short heading before and what is indented behind.
func shapeOf(lines []line) (first, last int) {
	first = slices.IndexFunc(lines, func(l line) bool { return l.laid })
	if first < 0 {
		return 0, 0
	}
	for last = len(lines); !lines[last-1].laid; last-- {
		if text := lines[last-1].text; indent(text) < 2 && !lines[last-1].blank {
			break
		}
	}
	for k := last; k < len(lines) && indent(lines[k].text) > 1; k++ {
		last = k + 1
	}
	for last > first+1 && !lines[last-1].laid && indent(lines[last-1].text) < 2 {
		last--
	}
	for short := 0; first > 0 && short < mostHeadings && rtl.StringWidth(lines[first-1].text) < longHeading; short++ {
		first--
	}
	return first, last
}

// A heading of a shape is no longer than so many lines of so many columns.
const mostHeadings, longHeading = 2, 40

// setLayout sets how a line of a shape is laid out: where it begins, how its rows hang, and what in
// it is isolated.
func (l *line) setLayout(d rtl.Direction) {
	l.layout.Direction = d
	l.layout.Hanging = l.hanging(d)
	if d == rtl.LTR && firstRight(l.text) < 0 {
		return
	}
	if l.gutter > 0 {
		l.isolateRuns(0, l.gutter, false)
	}
	switch {
	case l.keyed && d == rtl.LTR:
		l.isolateKey()
	case l.pointed && d == rtl.LTR:
		l.isolateRuns(0, len(l.text), true)
	case len(l.cells) > 0:
		for i, c := range l.cells {
			l.isolate(c.start, c.end, d, l.padded && i+1 < len(l.cells))
		}
	case d == rtl.LTR:
		l.isolate(l.gutter, len(l.text), d, false)
	}
}

// hanging returns how many columns the rows of a line after the first one are indented: to
// its last cell, or to the text behind its gutter.
func (l *line) hanging(d rtl.Direction) int {
	switch {
	case len(l.cells) > 1:
		return max(l.last, 1)
	case l.gutter > 0 && d == rtl.LTR:
		return int(rtl.StringWidth(l.text[:l.gutter]))
	}
	return 0
}

// isolate lets what runs from right to left in a column be laid out by itself: what
// stands in quotes, the parts of a path, a text behind what is no part of it, or all.
func (l *line) isolate(start, end int, d rtl.Direction, padded bool) {
	text := l.text[start:end]
	if firstRight(text) < 0 {
		if d == rtl.RTL {
			l.add(start, end, rtl.LTR, false)
		}
		return
	}
	first, at := firstLetter(text)
	switch {
	case l.isolateQuoted(start, end), d == rtl.LTR && l.isolateSides(start, end):
	case isPath(text) && !isCommand(text), isRelativePath(text), l.amongPaths && isSlashed(text):
		l.isolateParts(start, end)
	case d == rtl.LTR && l.isolatePath(start, end):
	case d == rtl.LTR && isSender(text):
		l.add(start, start+strings.LastIndex(text, " <"), rtl.Auto, false)
	case d == rtl.LTR && first == rtl.RTL && hasTime(text) && !isMostlyRight(text):
		l.isolateRuns(start, end, false)
	case d == rtl.LTR && (first == rtl.LTR || len(l.cells) == 0 || isMachine(text[:at]) || text[:at] == "- " || text[:at] == "+ ") && l.isolateTail(start, end):
	case first == rtl.LTR && len(l.cells) == 0: // the line's own direction
		l.isolateCounters(start, end)
	case isName(text):
		l.add(start, end, rtl.LTR, padded)
	default:
		l.add(start, end, first, padded)
	}
}

// add lets a stretch be laid out by itself.
func (l *line) add(start, end int, d rtl.Direction, padded bool) {
	if n := len(l.layout.Isolates); n > 0 && int(l.layout.Isolates[n-1].End) > start || start >= end {
		return
	}
	l.layout.Isolates = append(l.layout.Isolates, rtl.Isolate{
		Start: rtl.Offset(start), End: rtl.Offset(end), Direction: d, Padded: padded,
	})
}

// arrowSigns stand between two names of which each is laid out by itself.
var arrowSigns = [...]string{" -> ", " => "}

// isolateSides lets what stands on both sides of an arrow be laid out by itself.
func (l *line) isolateSides(start, end int) bool {
	if strings.IndexByte(l.text[start:end], '>') < 0 {
		return false
	}
	for _, arrow := range arrowSigns {
		at := strings.Index(l.text[start:end], arrow)
		if at <= 0 || firstRight(l.text[start:end]) < 0 {
			continue
		}
		for _, side := range [...]cell{{start, start + at}, {start + at + len(arrow), end}} {
			if firstRight(l.text[side.start:side.end]) >= 0 {
				l.isolate(side.start, side.end, rtl.LTR, false)
			}
		}
		return true
	}
	return false
}

// isPath tells whether a text is a path from its root on.
func isPath(text string) bool {
	rest := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(text, "~"), "."), ".")
	return len(rest) > 1 && rest[0] == '/' && rest[1] != ' ' && rest[1] != '/' || len(text) > 2 && text[1:3] == `:\`
}

// isName tells whether a text is the name of a file, or a word of letters of both
// directions: what is read from the left.
func isName(text string) bool {
	if strings.Contains(text, ": ") || strings.ContainsFunc(text, isOfArabicSentence) {
		return false
	}
	if isFileName(text) {
		return true
	}
	left := strings.ContainsFunc(text, func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' })
	return left && !strings.ContainsAny(text, " \t") && strings.ContainsAny(text, ":/_-.@=")
}

// isOfArabicSentence tells whether a character is a comma, a semicolon or a quotation mark of
// an Arabic sentence.
func isOfArabicSentence(r rune) bool { return r == '«' || r == '»' || r == '،' || r == '؛' }

// isolateParts lets each part of a path be laid out by itself, without a colon behind it
// and the number of a line.
func (l *line) isolateParts(start, end int) {
	end = start + len(withoutLineNumber(l.text[start:end]))
	for at := start; at < end; {
		part := end
		if n := strings.IndexAny(l.text[at:end], "/\\"); n >= 0 {
			part = at + n
		}
		if firstRight(l.text[at:part]) >= 0 {
			d := directionOf(l.text[at:part])
			if isName(l.text[at:part]) {
				d = rtl.LTR
			}
			l.add(at, part, d, false)
		}
		at = part + 1
	}
}
