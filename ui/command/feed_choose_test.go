package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// becameOf gives what became of feeds by --json, each with the end of its address.
func becameOf(t *testing.T, base, out string) (list []string) {
	t.Helper()
	var changed []changedFeedJSON
	if err := json.Unmarshal([]byte(out), &changed); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, c := range changed {
		list = append(list, c.Became+" "+strings.TrimPrefix(c.URL, base))
	}
	return list
}

// Of the feeds of a page those are followed whose numbers are given; without any they are
// offered. What becomes of feeds is told to programs, too.
func TestFeedChoose(t *testing.T) {
	t.Parallel()
	s := newFeedServer(t, map[string]string{
		"/":  `<html><head><link rel="alternate" type="application/rss+xml" href="/a" title="أول"><link rel="alternate" type="application/rss+xml" href="/b"><link rel="alternate" type="application/rss+xml" href="/c"></head></html>`,
		"/a": rss("sada"), "/b": rss("daftar"), "/c": rss("turath"),
	})
	c := newConsole(t, "")
	list := filepath.Join(t.TempDir(), "feeds.opml")
	for _, tt := range []struct {
		args   []string
		status int
		want   []string
	}{
		{[]string{"add", s.URL, "--json"}, exitFailed, []string{"offered /a", "offered /b", "offered /c"}},
		{[]string{"add", s.URL, "--json", "--choose", "4"}, exitUsage, nil},
		{[]string{"add", s.URL, "--json", "--choose", "0"}, exitUsage, nil},
		{[]string{"add", s.URL, "--json", "--choose", "3,1,3"}, exitDone, []string{"followed /c", "followed /a"}},
		{[]string{"add", s.URL, "--json", "--all"}, exitDone, []string{"known /a", "followed /b", "known /c"}},
		{[]string{"edit", "1", "9", "--json", "--name", "اسم"}, exitRefused, []string{"edited /c"}},
		{[]string{"export", list}, exitDone, nil},
		{[]string{"remove", "1", "--json"}, exitDone, []string{"removed /c"}},
		{[]string{"import", list, "--json"}, exitDone, []string{"followed /c", "known /a", "known /b"}},
	} {
		status, out, wrong := c.run(append([]string{"feed"}, tt.args...)...)
		if status != tt.status {
			t.Errorf("%q: %d, %s%s", tt.args, status, out, wrong)
		}
		if tt.want == nil {
			continue
		}
		if got := becameOf(t, s.URL, out); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.args, got, tt.want)
		}
	}
}

// The numbers that a reader types are read in whatever digits and with whatever between.
func TestParseChoice(t *testing.T) {
	t.Parallel()
	for line, want := range map[string][]int{
		"": nil, "\n": nil, "2\n": {2}, "1,3": {1, 3}, " 1 ، ٣ ": {1, 3}, "۱۲ و 4": {12, 4}, "0": {0}, "-1": {1}, "none": nil,
	} {
		got, err := parseChoice(line)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v, %v, want %v", line, got, err, want)
		}
	}
	if _, err := parseChoice("99999999999999999999"); err == nil {
		t.Error("a number without end is taken")
	}
}

// What rules and cleaning would do and what they did is told to programs.
func TestRulesAndCleanJSON(t *testing.T) {
	t.Parallel()
	s := newFeedServer(t, map[string]string{"/a": rss("sada", "سوق الكتب", "نص", "سوق السمك", "نص آخر")})
	c := newConsole(t, "[feeds]\nkeep = 1\n[[rule]]\nmatch = \"الكتب\"\nfeed = \"sada\"\ntag = \"كتب\"\n")
	var rules []ruleJSON
	read := func(into any, args ...string) {
		t.Helper()
		if err := json.Unmarshal([]byte(c.must(args...)), into); err != nil {
			t.Fatal(err)
		}
	}
	c.must("feed", "add", s.URL+"/a")
	c.must("fetch", "--no-pages")
	if read(&rules, "rules", "--dry-run", "--json"); len(rules) != 1 || len(rules[0].Articles) != 1 || rules[0].Done || rules[0].Articles[0].Title != "سوق الكتب" || rules[0].Articles[0].ID == "" {
		t.Errorf("the rules match %+v", rules)
	}
	if read(&rules, "rules", "--json"); !rules[0].Done {
		t.Errorf("the rules did %+v", rules)
	}
	for _, tt := range []struct {
		dry  bool
		want int
	}{{true, 1}, {false, 1}, {false, 0}} {
		args := []string{"clean", "--json"}
		if tt.dry {
			args = append(args, "--dry-run")
		}
		var cleaned []cleanedJSON
		if read(&cleaned, args...); len(cleaned) != tt.want || tt.want > 0 && (cleaned[0].Removed == tt.dry || cleaned[0].Title != "سوق السمك") {
			t.Errorf("%q: %+v", args, cleaned)
		}
	}
	none := newConsole(t, "")
	for _, args := range [][]string{{"rules", "--json"}, {"clean", "--json"}, {"feed", "check", "--json"}} {
		if out := none.must(args...); strings.TrimSpace(out) != "[]" {
			t.Errorf("%q of nothing: %s", args, out)
		}
	}
	if err := os.WriteFile(none.settings, []byte("[[rule]]\nfeed = \"x\"\nread = true\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := none.must("rules", "--json"); !strings.Contains(out, `"articles": []`) && !strings.Contains(out, `"articles":[]`) {
		t.Errorf("a rule for nothing: %s", out)
	}
}

// Flags stand apart in a sentence, so that their dashes stay before them.
func TestIsolateFlags(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"بالخيار --choose 1,2، أو --all:": "بالخيار \u2066--choose 1,2\u2069، أو \u2066--all\u2069:",
		"--library يغيّره":                "\u2066--library\u2069 يغيّره",
		"«--tag» a--b -- ---":             "«\u2066--tag\u2069» a--b -- ---",
		"warraq clean --dry-run.":         "warraq clean \u2066--dry-run\u2069.",
	} {
		if got := isolateFlags(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
