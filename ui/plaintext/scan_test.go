package plaintext

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Each scan finds what an expression says.
func TestScansFindWhatExpressionsSay(t *testing.T) {
	t.Parallel()
	branch := regexp.MustCompile("^[\\s\u00a0]*[\u2500-\u257f]")
	ascii := regexp.MustCompile("^[|\\s]*[|`+\\\\]-- ")
	timed := regexp.MustCompile(`^[\[(<]?(\d{4}[-/.]\d\d?[-/.]\d\d?[T ]\s?|\d\d?[-/.]\d\d?[-/.]\d{2,4}[T ]\s?)?\d\d?:\d\d:\d\d`)
	counted := regexp.MustCompile(`[\p{Arabic}] (\d[\d.,]*|\([\d.,:/%]+\)( [\d.,()%]+)*) [A-Za-z]`)
	tests := []struct {
		name       string
		scan       func(string) bool
		expression *regexp.Regexp
	}{
		{"isMachine", isMachine, regexp.MustCompile(`^(#|//|--|;)\s|\d:\d\d|[\])}:|]\s*$|\d\s+\d`)},
		{"isPair", isPair, regexp.MustCompile(`"\s*:\s?["\[{\d]|^\s*[{\[]\s*["{\[]`)},
		{"isKey", isKey, regexp.MustCompile(`^\s*(- )?"?[\w.-]+"?:( |$)`)},
		{"isAnyKey", isAnyKey, regexp.MustCompile(`^\s*(- )?"?[\pL\pM\w.-]+"?(:( |$)| ?= ?)`)},
		{"isAssignment", isAssignment, regexp.MustCompile(`^\s*(export )?[\w.$-]+(\[.*\])? ?[:+]?= ?`)},
		{"opensBlock", opensBlock, regexp.MustCompile(`([:{\[(]|=>|[|>]-?)$`)},
		{"isComment", isComment, regexp.MustCompile(`^\s*(#|//|;|--|/\*|\*|<!--|%)`)},
		{"isItem", isItem, regexp.MustCompile(`^\s*- `)},
		{"isValue", isValue, regexp.MustCompile(`^\s*"(\\.|[^"\\])*",?$`)},
	}
	quoted := regexp.MustCompile(`"(\\.|[^"\\])*"|'[^']*'`)
	random := rand.New(rand.NewPCG(1, 2))
	for range 60_000 {
		text := randomLine(random)
		for _, test := range tests {
			if got := test.scan(text); got != test.expression.MatchString(text) {
				t.Fatalf("%s(%q) = %v", test.name, text, got)
			}
		}
		if text != "" && (branch.MatchString(text) && !beginsBranch(text) || ascii.MatchString(text) && !beginsASCIIBranch(text)) {
			t.Fatalf("the branch in %q is not seen", text)
		}
		if text != "" && timed.MatchString(text) && !beginsWithTime(text) {
			t.Fatalf("the time in %q is not seen", text)
		}
		if counted.MatchString(text) && !mayCount(text) {
			t.Fatalf("the number in %q is not seen", text)
		}
		var unclosed [2]bool
		var found [][]int
		for at := 0; ; {
			start, end := nextQuoted(text, at, &unclosed)
			if start < 0 {
				break
			}
			found, at = append(found, []int{start, end}), end
		}
		if want := quoted.FindAllStringIndex(text, -1); !slices.EqualFunc(found, want, slices.Equal[[]int]) {
			t.Fatalf("quoted in %q: %v, want %v", text, found, want)
		}
	}
}

// randomLine makes a short line of signs that lines of programs are made of.
func randomLine(random *rand.Rand) string {
	parts := []string{
		" ", " ", "\t", "- ", "-- ", "\"", "\"", "'", "\\", ":", ": ", "=", "{", "[", "]", "1", "12", "1:23", "a", "ب", "بَ", "é",
		",", "#", "//", ";", "/*", "<!--", "%", "|", "`", "+", ">", "(", ")", "$", "export ", "export", "2024-01-02", "1/2/24", ":23", "└", "\u00a0", ".", "_", "😀",
	}
	var b strings.Builder
	for range random.IntN(11) {
		b.WriteString(parts[random.IntN(len(parts))])
	}
	return b.String()
}
