package related

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
)

// A paper opens or closes all its articles with lines of its own: how to
// subscribe, where to complain. They say nothing of an article, and would make
// all of one paper's articles neighbours. What tells them is that they are there
// word for word again and again: each of the lines that a text begins and ends
// with is a term too, of no weight, by which articles are counted that have it, and
// so is the paper. What only some articles of a paper have is the background of an
// affair, and says much.
const (
	firstLines = 2
	lastLines  = 3
	// standsIn is in how many articles of a paper a line is from which on it is
	// the paper's, if it is in one of standsOften of them.
	standsIn    = 3
	standsOften = 20
)

// Standing gives what tells the lines that are the paper's and not the article's, for
// [Article.Leave], by in how many articles each of [Article.Lines] is.
func (a Article) Standing(in func(Term) int) func(Term) bool {
	of := in(a.lineTerm(""))
	return func(line Term) bool { return in(line) >= standsIn && standsOften*in(line) >= of }
}

// Lines gives the terms of the lines that an article's text begins and ends with,
// each once, and that of its paper.
func (a Article) Lines() []Term {
	terms := []Term{a.lineTerm("")}
	for _, line := range textEdges(a.Body) {
		if term := a.lineTerm(line); !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	slices.Sort(terms)
	return terms
}

func (a Article) lineTerm(line string) Term {
	return termOf("\n" + a.Source + "\n" + strings.Join(text.Words(line), " "))
}

// textEdges gives the lines with words in them that a text begins and ends with. A
// text that has no others has none.
func textEdges(body string) []string {
	var lines []string
	for line := range strings.SplitSeq(body, "\n") {
		if len(text.Words(line)) > 0 {
			lines = append(lines, line)
		}
	}
	if len(lines) <= 1 {
		return nil
	}
	first := min(firstLines, len(lines)-1)
	last := max(first, len(lines)-lastLines)
	return slices.Concat(lines[:first], lines[last:])
}

// own is the text of an article without the paper's lines. It is never without
// any.
func (a Article) own() string {
	if a.Leave == nil {
		return a.Body
	}
	var left []string
	for _, line := range textEdges(a.Body) {
		if a.Leave(a.lineTerm(line)) {
			left = append(left, line)
		}
	}
	if len(left) == 0 {
		return a.Body
	}
	lines := slices.DeleteFunc(strings.Split(a.Body, "\n"), func(line string) bool { return slices.Contains(left, line) })
	if s := strings.Join(lines, "\n"); len(text.Words(s)) > 0 {
		return s
	}
	return a.Body
}
