// Package marks holds the marks of articles that are on their way to the library: lists
// show them as they will be, so that no key seems to have been missed.
package marks

import "github.com/warraq/warraq/store"

// Mark is a mark of an article, as lists show it.
type Mark struct {
	ID   string
	Kind Kind
}

// Kind is what a mark says of an article.
type Kind uint8

// The kinds of marks.
const (
	NoMark Kind = iota
	ReadMark
	BookmarkMark
	RemovedMark
)

// Pending are the marks that are on their way to the library.
type Pending struct{ marks map[Mark]pendingMark }

// pendingMark is what a mark becomes, and how many changes of it are still to be made.
type pendingMark struct {
	on    bool
	count int
}

// Add keeps that a mark is on its way.
func (p *Pending) Add(m Mark, on bool) {
	if p.marks == nil {
		p.marks = map[Mark]pendingMark{}
	}
	p.marks[m] = pendingMark{on, p.marks[m].count + 1}
}

// Done keeps that a change of a mark was made, or could not be.
func (p *Pending) Done(m Mark) {
	if waiting := p.marks[m]; waiting.count > 1 {
		p.marks[m] = pendingMark{waiting.on, waiting.count - 1}
	} else {
		delete(p.marks, m)
	}
}

// IsRemoved tells whether an article is on its way out of the library.
func (p *Pending) IsRemoved(id string) bool { return p.marks[Mark{id, RemovedMark}].on }

// IsEmpty tells whether all marks are in the library.
func (p *Pending) IsEmpty() bool { return len(p.marks) == 0 }

// Apply returns an entry with its marks as they will be once all is saved.
func (p *Pending) Apply(e store.Entry) store.Entry {
	if m, ok := p.marks[Mark{e.ID, ReadMark}]; ok {
		e.Read = m.on
	}
	if m, ok := p.marks[Mark{e.ID, BookmarkMark}]; ok {
		e.Bookmarked = m.on
	}
	return e
}
