package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCleanLine(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, in, want string }{
		{"plain text", "خبر عاجل", "خبر عاجل"},
		{"white space", "  خبر\t\n عاجل\u00A0\u2028 ", "خبر عاجل"},
		{"vowel signs stay", "كِتَابٌ", "كِتَابٌ"},
		{"joiners stay", "می\u200Cروم\u200D", "می\u200Cروم\u200D"},
		{"colour, whole", "\x1b[31mأحمر\x1b[0m", "أحمر"},
		{"colour, 8 bits as UTF-8", "\u009b31mأحمر\u009b0m", "أحمر"},
		{"colour, 8 bits raw", "\x9b31m", "\uFFFD31m"},
		{"title set", "\x1b]0;pwned\aخبر", "خبر"},
		{"link with ST", "\x1b]8;;http://x\x1b\\خبر\x1b]8;;\x1b\\", "خبر"},
		{"link with C1", "\u009d8;;http://x\u009cخبر", "خبر"},
		{"device control", "\x1bP1$r0m\x1b\\خبر", "خبر"},
		{"character set", "\x1b(0qqq\x1b(B", "qqq"},
		{"reset", "\x1bcخبر", "خبر"},
		{"string without end: its text stays", "\x1b]0;خبر", "0;خبر"},
		{"sequence without end", "\x1b[12 دمشق", "12 دمشق"},
		{"sequence in a sequence", "\x1b[\x1b[31mخبر", "خبر"},
		{"escape alone", "خبر\x1b", "خبر"},
		{"controls", "\x00خ\bب\x7fر\u0085", "خبر"},
		{"tags", "خبر\U000E0041\U000E007F", "خبر"},
		{"annotation", "\uFFF9خبر\uFFFAشرح\uFFFB", "خبرشرح"},
		{"not UTF-8", "خ\xffبر\xd8", "خ\uFFFDبر\uFFFD"},
		{"open override", "\u202Eخبر", "\u202Eخبر\u202C"},
		{"end without a start", "خبر\u202C\u2069", "خبر"},
		{"isolate left open", "\u2067أ \u2066b", "\u2067أ \u2066b\u2069\u2069"},
		{"an isolate's end closes embeddings", "\u2067\u202Bأ\u2069", "\u2067\u202Bأ\u202C\u2069"},
		{"an embedding's end stays in its isolate", "\u202B\u2067أ\u202Cب\u2069", "\u202B\u2067أب\u2069\u202C"},
		{"many marks", "ب" + strings.Repeat("\u0651", 50), "ب" + strings.Repeat("\u0651", maxMarks)},
		{"marks among joiners", "ب" + strings.Repeat("\u0651\u200D", 50), "ب" + strings.Repeat("\u0651\u200D", maxMarks/2)},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := CleanLine(test.in); got != test.want {
				t.Errorf("CleanLine(%+q) = %+q, want %+q", test.in, got, test.want)
			}
		})
	}
}

func TestCleanTextKeepsLines(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, in, want string }{
		{"line ends of every system", "أ\r\nب\rج\nد\u2029ه", "أ\nب\nج\nد\nه"},
		{"tabs, and two spaces at the end", "أ\tب  \nج", "أ\tب  \nج"},
		{"each line is balanced by itself", "\u202Eأ\nب", "\u202Eأ\u202C\nب"},
		{"a string that goes over lines", "\x1bPأ\nب\x1b\\ج", "ج"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := CleanText(test.in); got != test.want {
				t.Errorf("CleanText(%+q) = %+q, want %+q", test.in, got, test.want)
			}
		})
	}
}

// Deep nesting is cut where UAX #9 would give up, and what is cut is cut at both
// ends.
func TestCleanLineDepth(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("\u2067", 200) + "أ" + strings.Repeat("\u2069", 200)
	want := strings.Repeat("\u2067", maxOpen) + "أ" + strings.Repeat("\u2069", maxOpen)
	if got := CleanLine(deep); got != want {
		t.Errorf("got %d characters, want %d", utf8.RuneCountInString(got), utf8.RuneCountInString(want))
	}
}

func TestCleanMarkdown(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, in, want string }{
		{"decimal", "&#27;[31m", "\uFFFD[31m"},
		{"hexadecimal", "&#x1B;[31m", "\uFFFD[31m"},
		{"a reference to a reference", "&amp;#27;[31m", "\uFFFD[31m"},
		{"twice over", "&amp;amp;#x9b;31m", "\uFFFD31m"},
		{"without its semicolon", "&#27 [31m", "\uFFFD [31m"},
		{"overrides", "&#x202E;", "\uFFFD"},
		{"out of range", "&#99999999;", "\uFFFD"},
		{"letters stay", "&#1575;&amp;&lt;", "&#1575;&amp;&lt;"},
		{"headings stay", "# عنوان #", "# عنوان #"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := CleanMarkdown(test.in); got != test.want {
				t.Errorf("cleanMarkdown(%+q) = %+q, want %+q", test.in, got, test.want)
			}
		})
	}
}

// checkClean fails where a text holds what no article may.
func checkClean(t *testing.T, what, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("%s is not UTF-8: %q", what, s)
	}
	for _, r := range s {
		if isForbidden(r) && r != '\n' {
			t.Errorf("%s holds %U: %+q", what, r, s)
		}
	}
	for line := range strings.SplitSeq(s, "\n") {
		if balance(line) != line {
			t.Errorf("%s is not balanced: %+q", what, line)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{
		"\x1b[31mأحمر\x1b[0m", "\x1b]8;;http://x\x1b\\خبر\x1b]8;;\x1b\\", "\u202Eأ\u2067ب\u202C\u2069", "\r\n\u2028\x85",
		"ب\u0651\u0651\u200D", "&#27;&amp;#x9b;", "\xc2\xc2\x9b", "\x1b\x1b[\x1b]\a",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, clean := range map[string]func(string) string{
			"CleanLine": CleanLine, "CleanText": CleanText, "cleanMarkdown": CleanMarkdown,
		} {
			once := clean(s)
			checkClean(t, name, once)
			if twice := clean(once); twice != once {
				t.Errorf("%s is not done after once: %+q, then %+q", name, once, twice)
			}
		}
		if strings.ContainsAny(CleanLine(s), "\n\t") {
			t.Errorf("CleanLine leaves several lines: %+q", CleanLine(s))
		}
	})
}

func BenchmarkCleanText(b *testing.B) {
	page := strings.Repeat("كان الكرملين متفائلاً بشأن قدرته على «البقاء» في قاعدتين عام 2024.\n\n", 1000)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		CleanText(page)
	}
}
