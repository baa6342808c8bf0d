// Package firststeps follows which of the first things that a new reader does were done:
// opening an article, one that is related to it, going back, searching, adding. They are
// shown until all of them were.
package firststeps

import (
	"slices"

	"github.com/warraq/warraq/ui/reader/keymap"
)

// Step is one of them, by the name that it is kept under.
type Step string

// The steps.
const (
	Open    Step = "open"
	Related Step = "related"
	Back    Step = "back"
	Search  Step = "search"
	Add     Step = "add"
)

// stepKeys are the steps in the order in which they are shown, each with what its key does.
var stepKeys = []struct {
	step   Step
	action keymap.Action
}{{Open, keymap.Onward}, {Related, keymap.OpenRelated}, {Back, keymap.Back}, {Search, keymap.FilterList}, {Add, keymap.AddArticles}}

// Steps are those of one reader. The zero Steps are shown to nobody.
type Steps struct {
	begun   bool
	done    []string
	without []Step // that cannot be done here
}

// New returns the steps of a reader who was shown them, with the names of those that were
// done, and without some that he cannot do.
func New(done []string, without ...Step) Steps {
	return Steps{begun: true, done: done, without: without}
}

// AreShown tells whether there is one that was not done yet.
func (s *Steps) AreShown() bool {
	_, left := s.Next()
	return left
}

// Do counts a step as done, and tells whether that is news.
func (s *Steps) Do(step Step) bool {
	if !s.begun || s.isDone(step) {
		return false
	}
	s.done = append(s.done, string(step))
	return true
}

// Done returns the names of the steps that were done, to be kept.
func (s *Steps) Done() []string { return slices.Clone(s.done) }

// isDone tells whether a step was done.
func (s *Steps) isDone(step Step) bool { return slices.Contains(s.done, string(step)) }

// Next returns what the key of the first step does that was not done yet; left is false where
// none is left.
func (s *Steps) Next() (a keymap.Action, left bool) {
	for _, one := range stepKeys {
		if s.begun && !s.isDone(one.step) && !slices.Contains(s.without, one.step) {
			return one.action, true
		}
	}
	return "", false
}

// Row is a step as it is shown.
type Row struct {
	Action keymap.Action // whose key it is
	Done   bool
}

// Rows returns the steps in order, none where nobody was shown them.
func (s *Steps) Rows() (rows []Row) {
	for _, one := range stepKeys {
		if s.begun && !slices.Contains(s.without, one.step) {
			rows = append(rows, Row{one.action, s.isDone(one.step)})
		}
	}
	return rows
}
