// Package pattern has regular expressions that are compiled when they are first used, so
// that a program which reads one format does not wait for the expressions of all.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression that is compiled once, when it is first used. Its
// methods are those of [regexp.Regexp].
type Pattern struct {
	expression string
	once       sync.Once
	compiled   *regexp.Regexp
}

// New makes a pattern of an expression, which must be right, and returns it. A variable
// that is set by it costs nothing when the program starts.
func New(expression string) *Pattern { return &Pattern{expression: expression} }

// regexp compiles the expression where that has not been done, and returns it.
func (p *Pattern) regexp() *regexp.Regexp {
	p.once.Do(func() { p.compiled = regexp.MustCompile(p.expression) })
	return p.compiled
}

// Match reports whether bytes hold a match.
func (p *Pattern) Match(b []byte) bool { return p.regexp().Match(b) }

// MatchString reports whether a text holds a match.
func (p *Pattern) MatchString(s string) bool { return p.regexp().MatchString(s) }

// Find returns the first match in bytes, nil for none.
func (p *Pattern) Find(b []byte) []byte { return p.regexp().Find(b) }

// FindString returns the first match, "" for none.
func (p *Pattern) FindString(s string) string { return p.regexp().FindString(s) }

// FindSubmatch returns the first match in bytes and its groups, nil for none.
func (p *Pattern) FindSubmatch(b []byte) [][]byte { return p.regexp().FindSubmatch(b) }

// FindStringIndex returns where the first match stands, nil for none.
func (p *Pattern) FindStringIndex(s string) []int { return p.regexp().FindStringIndex(s) }

// FindStringSubmatch returns the first match and its groups, nil for none.
func (p *Pattern) FindStringSubmatch(s string) []string { return p.regexp().FindStringSubmatch(s) }

// FindStringSubmatchIndex returns where the first match and its groups stand, nil for none.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	return p.regexp().FindStringSubmatchIndex(s)
}

// FindAllString returns matches, n at the most.
func (p *Pattern) FindAllString(s string, n int) []string { return p.regexp().FindAllString(s, n) }

// FindAllStringIndex returns where matches stand, n at the most.
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.regexp().FindAllStringIndex(s, n)
}

// FindAllSubmatch returns matches in bytes and their groups, n at the most.
func (p *Pattern) FindAllSubmatch(b []byte, n int) [][][]byte {
	return p.regexp().FindAllSubmatch(b, n)
}

// FindAllStringSubmatch returns matches and their groups, n at the most.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.regexp().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex returns where matches and their groups stand, n at the most.
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.regexp().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAll returns bytes with their matches replaced.
func (p *Pattern) ReplaceAll(b, by []byte) []byte { return p.regexp().ReplaceAll(b, by) }

// ReplaceAllString returns a text with its matches replaced.
func (p *Pattern) ReplaceAllString(s, by string) string { return p.regexp().ReplaceAllString(s, by) }

// ReplaceAllStringFunc returns a text with its matches replaced by what a function makes of
// each.
func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	return p.regexp().ReplaceAllStringFunc(s, by)
}

// Split returns the parts of a text between matches, n at the most.
func (p *Pattern) Split(s string, n int) []string { return p.regexp().Split(s, n) }
