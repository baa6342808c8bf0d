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
		{"isFileName", isFileName, regexp.MustCompile(`\.[A-Za-z0-9]{1,5}$`)},
		{"hasTime", hasTime, regexp.MustCompile(`\d\d:\d\d:\d\d`)},
		{"isCall", isCall, regexp.MustCompile(`\w\(["']|\w="`)},
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
		for _, g := range hardGutters {
			if found := g.pattern.FindString(text); found != "" && !g.may(text) {
				t.Fatalf("the gutter %q of %q is not seen", found, text)
			}
		}
		if want := strings.IndexByte(text, '/') > 0 && !strings.Contains(text, "/ ") && !strings.Contains(text, " /"); isSlashed(text) != want {
			t.Fatalf("isSlashed(%q) = %v", text, !want)
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

// Each scan for where something ends stops where an expression does.
func TestScansEndWhereExpressionsDo(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name       string
		scan       func(string) int
		expression *regexp.Regexp
	}{
		{"labelEnd", labelEnd, regexp.MustCompile(`^[\w./-]+(\[\d+\])?: `)},
		{"hashGutterEnd", hashGutterEnd, regexp.MustCompile(`^[*|/\\_ ]*[0-9a-f]{7,40} +`)},
		{"numbersGutterEnd", numbersGutterEnd, regexp.MustCompile(`^ *\d+(  |\t| *[|│┃:] ?| +)`)},
		{"contextGutterEnd", contextGutterEnd, regexp.MustCompile(`^\d+[-:=]`)},
	}
	lineNumber := regexp.MustCompile(`:\d*$`)
	random := rand.New(rand.NewPCG(3, 4))
	for range 60_000 {
		text := randomLine(random)
		for _, test := range tests {
			if got, want := test.scan(text), len(test.expression.FindString(text)); got != want {
				t.Fatalf("%s(%q) = %d, want %d", test.name, text, got, want)
			}
		}
		if got, want := withoutLineNumber(text), lineNumber.ReplaceAllString(text, ""); got != want {
			t.Fatalf("%q without the number of its line: %q, want %q", text, got, want)
		}
	}
}

// randomLine makes a short line of signs that lines of programs are made of.
func randomLine(random *rand.Rand) string {
	parts := []string{
		" ", " ", "\t", "- ", "-- ", "\"", "\"", "'", "\\", ":", ": ", "=", "{", "[", "]", "1", "12", "1:23", "a", "ب", "بَ", "é",
		",", "#", "//", ";", "/*", "<!--", "%", "|", "`", "+", ">", "(", ")", "$", "export ", "export", "2024-01-02", "1/2/24", ":23", "12:34:56", "/", "f.go", "a1b2c3d4", "(\"", "=\"", "│", "└", "\u00a0", ".", "_", "😀",
	}
	var b strings.Builder
	for range random.IntN(11) {
		b.WriteString(parts[random.IntN(len(parts))])
	}
	return b.String()
}
