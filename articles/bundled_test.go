package articles

import (
	"os"
	"strings"
	"testing"
	"unicode"
)

// The articles that ship are whole, say where they come from, and point only at
// each other.
func TestBundled(t *testing.T) {
	list, err := Bundled()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 14 {
		t.Errorf("%d articles ship, at least 14 are wanted", len(list))
	}
	keys, languages := map[string]bool{}, map[string]int{}
	for _, a := range list {
		keys[a.Key] = true
		languages[a.Lang]++
	}
	for _, a := range list {
		if a.Title == "" || a.Section == "" || a.Source == "" || a.Summary == "" || a.Body == "" || !a.Full {
			t.Errorf("%s lacks a title, section, source, summary or text", a.Key)
		}
		if a.Published.IsZero() || a.Direction != RightToLeft {
			t.Errorf("%s: published %v, direction %q", a.Key, a.Published, a.Direction)
		}
		if len(a.Related) == 0 {
			t.Errorf("%s leads nowhere", a.Key)
		}
		for _, r := range a.Related {
			if !keys[r.Key] || r.Key == a.Key || r.Title == "" {
				t.Errorf("%s points at %q", a.Key, r.Key)
			}
		}
	}
	for _, lang := range []string{"fa", "ur", "he"} {
		if languages[lang] == 0 {
			t.Errorf("no article is in %s", lang)
		}
	}
}

// The summaries of the news tell the facts in words of their own: they share no
// long run of words with the page that reported them.
func TestSummariesAreInOurOwnWords(t *testing.T) {
	page, err := os.ReadFile("../../shared/seed/page.txt")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("the page is not here: ", err)
	}
	const longest = 5
	runs := map[string]bool{}
	words := wordsOf(string(page))
	for i := 0; i+longest < len(words); i++ {
		runs[strings.Join(words[i:i+longest+1], " ")] = true
	}
	list, err := Bundled()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range list {
		words := wordsOf(a.Title + "\n" + a.Summary + "\n" + a.Body)
		for i := 0; i+longest < len(words); i++ {
			if run := strings.Join(words[i:i+longest+1], " "); runs[run] {
				t.Errorf("%s has a run of words from the page: %q", a.Key, run)
			}
		}
	}
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
