package plaintext

import (
	"bytes"
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/rtl"
)

// Layout is how a line is laid out.
type Layout struct {
	// Direction is [rtl.Auto] of a paragraph that finds it by its first letter.
	Direction rtl.Direction
	// Isolates are the columns and values of the line, in its text without control
	// sequences.
	Isolates []rtl.Isolate
	// Hanging is how many columns the rows after the first one are indented where that
	// leaves them half the width, and a little else.
	Hanging int
	// Columns is how wide the widest line of its shape is, 0 of a paragraph.
	Columns int
	// Left is that the line stands at the left although it runs from the right, since
	// others that it belongs to do.
	Left bool
	// Prose is that the line is a paragraph of a text that runs from right to left, among
	// others of its kind: what may stand in a [Measure].
	Prose bool
	// Text stands in the line's place where that is not empty: a row of signs that point
	// at something in the line above, moved to where this is shown.
	Text string
}

// Apply changes the options of a line's paragraph to its layout.
func (l *Layout) Apply(o *rtl.Options) {
	if l.Direction != rtl.Auto {
		o.Direction = l.Direction
	}
	if o.Isolates = l.Isolates; l.Left && o.Align == rtl.AlignStart {
		o.Align = rtl.AlignLeft
	}
	if l.Hanging == 0 || l.Columns <= o.Width {
		return
	}
	hanging := l.Hanging
	if hanging >= o.Width/2 {
		hanging = littleHanging
	}
	if hanging < o.Width/2 {
		o.RestPrefix = []rtl.Span{{Text: strings.Repeat(" ", hanging)}}
	}
}

// littleHanging is the indent that tells the rest of a row of a table from the next one.
const littleHanging = 2

// Planner finds the layouts of the lines of a text, which comes in pieces. The zero
// Planner begins a text.
type Planner struct {
	// State is what is known of the text before. A copy goes on by itself.
	State

	lines   []line
	layouts []Layout
}

// State is what the layout of a line may depend on in the text before it.
type State struct {
	// head and before are the first and the last lines of the block that the text has
	// ended in so far: what heads a table says its direction, however long it is.
	head, before []string
	direction    rtl.Direction
	hunk         hunk
}

// mostHead and mostBefore are how many lines of a block are looked at again with those
// that follow.
const mostHead, mostBefore = 4, 12

// Plan returns the layouts of the next lines of a text, which may have control sequences.
// They are valid until it is called again.
func (p *Planner) Plan(next []string) []Layout {
	lines := p.lines[:0]
	for _, text := range p.head {
		lines = append(lines, readLine(text))
	}
	for _, text := range p.before {
		lines = append(lines, readLine(text))
	}
	old := len(lines)
	for _, text := range next {
		l := readLine(text)
		p.hunk.read(&l)
		lines = append(lines, l)
	}
	for start := 0; start < len(lines); {
		end := blockEnd(lines, start)
		if !planBlock(lines[start:end]) {
			findProse(lines[start:end])
		}
		start = end
	}
	p.direct(lines)
	p.keep(next)
	p.lines, p.layouts = lines, p.layouts[:0]
	for i := range next {
		p.layouts = append(p.layouts, lines[old+i].layout)
	}
	return p.layouts
}

// Skip goes over the next lines of a text, whose layouts a Planner finds.
func (p *State) Skip(text []byte) {
	if p.hunk.old > 0 || bytes.Contains(text, []byte("@@ ")) {
		for next := range bytes.Lines(text) {
			l := readLine(trimEnd(next))
			p.hunk.read(&l)
		}
	}
	for end := len(text); end > 0; {
		start := bytes.LastIndexByte(text[:end-1], '\n') + 1
		if known, _ := firstLetter(visible(trimEnd(text[start:end]))); known != rtl.Auto {
			p.direction = known
			break
		}
		end = start
	}
	if start := lastBlock(text); start > 0 {
		p.head, p.before = nil, nil
		text = text[start:]
	}
	for len(p.head) < mostHead && len(text) > 0 {
		end := bytes.IndexByte(text, '\n') + 1
		if end == 0 {
			end = len(text)
		}
		p.head, text = append(slices.Clip(p.head), trimEnd(text[:end])), text[end:]
	}
	var last []string
	for end := len(text); end > 0 && len(last) < mostBefore; {
		start := bytes.LastIndexByte(text[:end-1], '\n') + 1
		last, end = append(last, trimEnd(text[start:end])), start
	}
	slices.Reverse(last)
	p.keepBefore(last)
}

// lastBlock returns where the last block of a text begins behind an empty line, 0 where
// there is none.
func lastBlock(text []byte) (start int) {
	for end := bytes.LastIndexByte(text, '\n'); end >= 0; {
		before := bytes.LastIndexByte(text[:end], '\n')
		if between := text[before+1 : end]; len(between) == 0 || len(between) == 1 && between[0] == '\r' {
			return end + 1
		}
		end = before
	}
	return 0
}

func trimEnd(text []byte) string { return strings.TrimRight(string(text), "\r\n") }

// keep remembers the first and the last lines of the block at hand.
func (p *State) keep(next []string) {
	for i, text := range slices.Backward(next) {
		if text == "" {
			p.head, p.before, next = nil, nil, next[i+1:]
			break
		}
	}
	first := min(mostHead-len(p.head), len(next))
	p.head = append(slices.Clip(p.head), next[:first]...)
	p.keepBefore(next[first:])
}

// keepBefore remembers the last lines of the block at hand, of those behind its head.
func (p *State) keepBefore(next []string) {
	next = next[max(0, len(next)-mostBefore):]
	p.before = append(slices.Clip(p.before), next...)
	p.before = slices.Clone(p.before[max(0, len(p.before)-mostBefore):])
}

// blockEnd returns where the block ends that starts with a line: behind the first empty
// line, but within a diff's hunk.
func blockEnd(lines []line, start int) int {
	for end := start; end < len(lines); end++ {
		if lines[end].text == "" && !lines[end].diff {
			return end + 1
		}
	}
	return len(lines)
}

// findProse marks the lines of a block without a shape, where one of them runs from right
// to left.
func findProse(lines []line) {
	if !slices.ContainsFunc(lines, func(l line) bool { return l.first == rtl.RTL }) {
		return
	}
	for i := range lines {
		lines[i].layout.Prose = !lines[i].blank
	}
}

// direct gives each line without letters the direction of the last one before that has
// some, of the next where none has.
func (p *State) direct(lines []line) {
	known := p.direction
	for i := range lines {
		l := &lines[i]
		switch {
		case l.layout.Direction != rtl.Auto:
			known = l.layout.Direction
		case l.first != rtl.Auto:
			known = l.first
		case l.blank:
		default:
			if known == rtl.Auto {
				known = nextDirection(lines[i:])
			}
			l.layout.Direction = known
		}
	}
	p.direction = known
}

// nextDirection is the direction of the first line that has one. Where there is none,
// Arabic digits are written from the right, and all else keeps its shape.
func nextDirection(lines []line) rtl.Direction {
	for i := range lines {
		if d := lines[i].layout.Direction; d != rtl.Auto {
			return d
		}
		if lines[i].first != rtl.Auto {
			return lines[i].first
		}
	}
	for i := range lines {
		if strings.ContainsAny(lines[i].text, "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹") {
			return rtl.RTL
		}
	}
	return rtl.LTR
}
