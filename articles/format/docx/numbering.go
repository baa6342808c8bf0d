package docx

import (
	"maps"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/format/office"
)

// listNumbers knows the lists of a document: how each level of one is numbered, and
// how far it has come.
type listNumbers struct {
	lists    map[string]*numberedList // by the numbers under which paragraphs name them
	counters map[string][]int         // by the lists that several numbers may share
}

// numberedList is one list.
type numberedList struct {
	abstract string
	levels   map[int]listLevel
	start    map[int]int // where a number begins a level of its own
}

// listLevel is one level of a list.
type listLevel struct {
	format, text string
	start        int
	isBlank      bool // nothing stands before its paragraphs
}

// deepestLevel is the last level of a list.
const deepestLevel = 8

// readNumbering reads the lists.
func (r *reader) readNumbering() error {
	root, err := r.parsed(r.related("numbering"))
	if err != nil || root == nil {
		return err
	}
	abstract := map[string]map[int]listLevel{}
	r.numbering = listNumbers{lists: map[string]*numberedList{}, counters: map[string][]int{}}
	for _, n := range root.Children {
		switch n.Name {
		case "abstractNum":
			abstract[n.Attribute("abstractNumId")] = levelsOf(n)
		case "num":
			id, _ := n.Value("abstractNumId")
			l := &numberedList{abstract: id, levels: map[int]listLevel{}, start: map[int]int{}}
			maps.Copy(l.levels, abstract[id])
			l.override(n)
			r.numbering.lists[n.Attribute("numId")] = l
		}
	}
	return nil
}

// levelsOf reads the levels of a list.
func levelsOf(n *office.Node) map[int]listLevel {
	levels := map[int]listLevel{}
	for _, c := range n.Children {
		at, err := strconv.Atoi(c.Attribute("ilvl"))
		if c.Name != "lvl" || err != nil || at < 0 || at > deepestLevel {
			continue
		}
		lv := listLevel{format: "decimal", start: 0}
		if format, ok := c.Value("numFmt"); ok {
			lv.format = format
		}
		var isWritten bool
		lv.text, isWritten = c.Value("lvlText")
		lv.isBlank = isWritten && strings.TrimSpace(lv.text) == ""
		if start, ok := c.Value("start"); ok {
			lv.start, _ = strconv.Atoi(start)
		}
		levels[at] = lv
	}
	return levels
}

// override takes in what a number changes of its list.
func (l *numberedList) override(n *office.Node) {
	for _, c := range n.Children {
		at, err := strconv.Atoi(c.Attribute("ilvl"))
		if c.Name != "lvlOverride" || err != nil {
			continue
		}
		maps.Copy(l.levels, levelsOf(c))
		if value, ok := c.Value("startOverride"); ok {
			l.start[at], _ = strconv.Atoi(value)
		}
	}
}

// item is what a list makes of a paragraph.
type item struct {
	ordered bool
	goesOn  bool // it is not an item of its own
	number  int
	label   string // what stands before it where Markdown cannot number so; "" else
}

// next counts the next paragraph of a level of a list; it is false for a paragraph
// that is in none.
func (n *listNumbers) next(id string, at int) (item, bool) {
	l := n.lists[id]
	if l == nil || at < 0 || at > deepestLevel {
		return item{}, false
	}
	lv, ok := l.levels[at]
	if !ok {
		lv = listLevel{format: "bullet"}
	}
	counters := n.counters[l.abstract]
	if counters == nil {
		counters = make([]int, deepestLevel+1)
		for i := range counters {
			counters[i] = l.levels[i].start - 1
		}
		n.counters[l.abstract] = counters
	}
	if start, ok := l.start[at]; ok {
		counters[at] = start - 1
		delete(l.start, at)
	}
	counters[at]++
	for deeper := at + 1; deeper <= deepestLevel; deeper++ {
		counters[deeper] = l.levels[deeper].start - 1
	}
	if lv.format == "bullet" {
		return item{goesOn: lv.isBlank}, true
	}
	label := l.label(lv, counters, at)
	return item{ordered: true, number: max(counters[at], 0), label: label}, lv.format != "none" || label != ""
}

// label writes the number of a paragraph as the list has it: "%1.%2" are the
// numbers of the first two levels.
func (l *numberedList) label(lv listLevel, counters []int, at int) string {
	var b strings.Builder
	for rest := lv.text; rest != ""; {
		before, after, found := strings.Cut(rest, "%")
		b.WriteString(before)
		if !found || after == "" || after[0] < '1' || after[0] > '9' {
			rest = after
			continue
		}
		which := int(after[0] - '1')
		if which <= at {
			b.WriteString(office.Number(max(counters[which], 0), l.levels[which].format))
		}
		rest = after[1:]
	}
	return strings.TrimSpace(b.String())
}

// isPlain tells a label that is what Markdown writes itself: a number and a sign.
func isPlain(label string, number int) bool {
	return strings.Trim(label, ".-() ") == strconv.Itoa(number) ||
		strings.Trim(label, ".-() ") == office.Number(number, "hindiNumbers")
}
