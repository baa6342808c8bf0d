package odt

import (
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/format/office"
	"github.com/warraq/warraq/articles/pattern"
)

// style is what a style says, with what those say that it goes back to.
type style struct {
	name   string // of the style that was not made for one place, in lower case
	level  int    // of a heading, 0 for none
	text   office.Style
	hidden bool
	list   string // the style of the list that its paragraphs are in
}

// listLevel is one level of a list.
type listLevel struct {
	ordered        bool
	format         string
	prefix, suffix string
	start, levels  int // levels are how many numbers are shown
}

// style takes in a style or the style of a list. Those that it goes back to stand
// before it, as LibreOffice writes them, or are not known.
func (r *reader) style(n *office.Node) {
	name := n.Attribute("name")
	switch n.Name {
	case "style":
		s := r.styleOf(n.Attribute("parent-style-name"))
		if automatic := s.name != "" && isAutomatic(name); !automatic {
			s.name = plainName(name)
		}
		if level, err := strconv.Atoi(n.Attribute("default-outline-level")); err == nil && level > 0 {
			s.level = level
		}
		if list := n.Attribute("list-style-name"); list != "" {
			s.list = list
		}
		s.text, s.hidden = setText(n.Child("text-properties"), s.text, s.hidden)
		s.text.Code = s.text.Code || s.name == "source text" || s.name == "teletype"
		if s.level > 0 || s.name == "title" {
			s.text = office.Style{}
		}
		r.styles[name] = s
	case "list-style", "outline-style":
		r.lists[name] = levelsOf(n)
	}
}

// automaticPattern are the names of styles that LibreOffice made for one place.
var automaticPattern = pattern.New(`^[A-Z]{1,3}\d+$`)

func isAutomatic(name string) bool { return automaticPattern.MatchString(name) }

// plainName is a style's name as it is shown: "_20_" stands for a space.
func plainName(name string) string {
	return strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(name, "_20_", " "), "_", " "))
}

// headingsPattern are what the styles of headings are called.
var headingsPattern = pattern.New(`^heading ([1-9])$`)

// styleOf gives a style by its name. Where the document does not describe it, its
// name says what it is.
func (r *reader) styleOf(name string) style {
	if s, ok := r.styles[name]; ok {
		return s
	}
	return style{name: plainName(name)}
}

// headingLevel is the level of a heading that a paragraph's style makes of it.
func (s style) headingLevel() int {
	if m := headingsPattern.FindStringSubmatch(s.name); m != nil {
		return int(m[1][0] - '0')
	}
	return s.level
}

// setText gives the way in which properties set text, from how it would be set
// without them, and whether it is hidden.
func setText(n *office.Node, s office.Style, hidden bool) (office.Style, bool) {
	if n == nil {
		return s, hidden
	}
	if bold, ok := eitherProperty(n, "font-weight", isBold); ok {
		s.Bold = bold
	}
	if italic, ok := eitherProperty(n, "font-style", isItalic); ok {
		s.Italic = italic
	}
	if line := n.Attribute("text-line-through-style"); line != "" {
		s.Strike = line != "none"
	}
	if where := n.Attribute("text-position"); where != "" {
		s.Raised, s.Lowered = textPosition(where)
	}
	if display := n.Attribute("display"); display != "" {
		hidden = display == "none"
	}
	return s, hidden
}

// eitherProperty tells whether a property or its twin, which is for scripts that are written
// from right to left, is so, and whether one of them is set.
func eitherProperty(n *office.Node, name string, is func(string) bool) (yes, isSet bool) {
	for _, value := range []string{n.Attribute(name), n.Attribute(name + "-complex")} {
		if value != "" {
			yes, isSet = yes || is(value), true
		}
	}
	return yes, isSet
}

func isBold(weight string) bool {
	number, _ := strconv.Atoi(weight)
	return weight == "bold" || number >= 600
}

func isItalic(slant string) bool { return slant == "italic" || slant == "oblique" }

// textPosition tells what stands above the line and what below it: "super 58%", "-33% 58%".
func textPosition(where string) (raised, lowered bool) {
	first, _, _ := strings.Cut(where, " ")
	number, err := strconv.ParseFloat(strings.TrimSuffix(first, "%"), 64)
	if err != nil {
		return first == "super", first == "sub"
	}
	return number > 0, number < 0
}

// levelsOf reads the levels of a list.
func levelsOf(n *office.Node) map[int]listLevel {
	levels := map[int]listLevel{}
	for _, c := range n.Children {
		at, err := strconv.Atoi(c.Attribute("level"))
		if err != nil || at < 1 || at > deepestLevel {
			continue
		}
		l := listLevel{format: c.Attribute("num-format"), prefix: c.Attribute("num-prefix"), suffix: c.Attribute("num-suffix"), start: 1, levels: 1}
		l.ordered = strings.HasSuffix(c.Name, "-style-number") || c.Name == "outline-level-style"
		if start, err := strconv.Atoi(c.Attribute("start-value")); err == nil {
			l.start = start
		}
		if shown, err := strconv.Atoi(c.Attribute("display-levels")); err == nil {
			l.levels = shown
		}
		levels[at] = l
	}
	return levels
}

// deepestLevel is the last level of a list.
const deepestLevel = 10

// number writes a number as a level has it.
func (l listLevel) number(n int) string {
	switch l.format {
	case "":
		return ""
	case "a":
		return office.Number(n, "lowerLetter")
	case "A":
		return office.Number(n, "upperLetter")
	case "i":
		return office.Number(n, "lowerRoman")
	case "I":
		return office.Number(n, "upperRoman")
	}
	switch {
	case strings.HasPrefix(l.format, "أ"), strings.HasPrefix(l.format, "ا"):
		if strings.Contains(l.format, "ج") && !strings.Contains(l.format, "ت") {
			return office.Number(n, "arabicAbjad")
		}
		return office.Number(n, "arabicAlpha")
	case strings.HasPrefix(l.format, "١"):
		return office.Number(n, "hindiNumbers")
	case strings.HasPrefix(l.format, "א"):
		return office.Number(n, "hebrew1")
	}
	return office.Number(n, "decimal")
}
