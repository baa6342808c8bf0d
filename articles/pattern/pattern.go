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
	compiled func() *regexp.Regexp
}

// New makes a pattern of an expression, which must be right.
func New(expression string) Pattern {
	return Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// MatchString reports whether a text holds a match.
func (p Pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

// FindString returns the first match, "" for none.
func (p Pattern) FindString(s string) string { return p.compiled().FindString(s) }

// FindStringIndex returns where the first match stands, nil for none.
func (p Pattern) FindStringIndex(s string) []int { return p.compiled().FindStringIndex(s) }

// FindStringSubmatch returns the first match and its groups, nil for none.
func (p Pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

// FindAllStringIndex returns where matches stand, n at the most.
func (p Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringIndex(s, n)
}

// FindAllStringSubmatch returns matches and their groups, n at the most.
func (p Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex returns where matches and their groups stand, n at the most.
func (p Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString returns a text with its matches replaced.
func (p Pattern) ReplaceAllString(s, by string) string { return p.compiled().ReplaceAllString(s, by) }

// ReplaceAllStringFunc returns a text with its matches replaced by what a function makes of
// each.
func (p Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	return p.compiled().ReplaceAllStringFunc(s, by)
}

// Split returns the parts of a text between matches, n at the most.
func (p Pattern) Split(s string, n int) []string { return p.compiled().Split(s, n) }
