//go:build unix

package command_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// stocked is the environment of a library with a few articles beside those that
// ship: some read, bookmarked, tagged, a card.
func stocked(t *testing.T) (environ []string) {
	t.Helper()
	environ = []string{"WARRAQ_LIBRARY=" + filepath.Join(t.TempDir(), "library.db"), "WARRAQ_LANG=en"}
	articles := writeFile(t, "articles.jsonl", `
{"id":"aaaaaaaa","title":"سوق النحاس","section":"مدن","source":"دفتر","published":"2031-03-01","body":"نص قصير عن النحاس","full":true,"read":true}
{"id":"bbbbbbbb","title":"ميناء جديد","section":"مدن","source":"صدى","published":"2031-03-02","body":"نص أطول من نص النحاس بكلمات كثيرة جدًا","full":true,"bookmarked":true,"marks":{"tags":["سفر"]}}
{"id":"cccccccc","title":"بطاقة","section":"رياضة","source":"صدى","published":"2031-03-03","summary":"موجز","body":"","full":false}
`)
	if _, wrong, status := run(t, environ, "add", articles); status != 0 {
		t.Fatal(wrong)
	}
	return environ
}

// shownTitles are those of the lines or of the array that a command printed, but for
// those of the articles that ship.
func shownTitles(t *testing.T, out string) string {
	t.Helper()
	var all []string
	if strings.HasPrefix(out, "[") {
		var list []struct{ Title string }
		if err := json.Unmarshal([]byte(out), &list); err != nil {
			t.Fatal(err, out)
		}
		for _, a := range list {
			all = append(all, a.Title)
		}
	} else {
		for line := range strings.Lines(out) {
			all = append(all, strings.Split(line, "\t")[2])
		}
	}
	return strings.Join(slices.DeleteFunc(all, func(title string) bool {
		return !slices.Contains([]string{"سوق النحاس", "ميناء جديد", "بطاقة"}, title)
	}), ", ")
}

// Scripts choose and order articles by flags, in lines and in JSON alike.
func TestListForScripts(t *testing.T) {
	t.Parallel()
	environ := stocked(t)
	for args, want := range map[string]string{
		"list --section مدن":               "ميناء جديد, سوق النحاس",
		"list --section مدن --reverse":     "سوق النحاس, ميناء جديد",
		"list --source صدى":                "بطاقة, ميناء جديد",
		"list --source صدى --section مدن":  "ميناء جديد",
		"list --unread --source دفتر":      "",
		"list --bookmarked":                "ميناء جديد",
		"list --tag سفر":                   "ميناء جديد",
		"list --tag لا":                    "",
		"list --limit 2":                   "بطاقة, ميناء جديد",
		"list --section مدن --sort title":  "سوق النحاس, ميناء جديد",
		"list --section مدن --sort length": "ميناء جديد, سوق النحاس",
		"search النحاس --limit 1":          "سوق النحاس",
		"search النحاس":                    "سوق النحاس, ميناء جديد",
		"search is:bookmarked نص":          "ميناء جديد",
	} {
		for _, form := range []string{"", " --json"} {
			out, wrong, status := run(t, environ, strings.Fields(args+form)...)
			if status != 0 || wrong != "" {
				t.Errorf("%s: status %d, %s", args+form, status, wrong)
			} else if got := shownTitles(t, out); got != want {
				t.Errorf("%s: %s, want %s", args+form, got, want)
			}
		}
	}
	out, _, _ := run(t, environ, "list", "--limit", "3")
	if want := "cccccccc\t◌\tبطاقة\tرياضة\tصدى\t3 March 2031\n" +
		"bbbbbbbb\t●★\tميناء جديد\tمدن\tصدى\t2 March 2031\n" +
		"aaaaaaaa\t\tسوق النحاس\tمدن\tدفتر\t1 March 2031\n"; out != want {
		t.Errorf("lines\n%s, want\n%s", out, want)
	}
}

// What is printed as JSON has the fields that scripts rely on, each of its kind.
func TestJSONForScripts(t *testing.T) {
	t.Parallel()
	environ := stocked(t)
	texts := []string{"id", "title", "section", "source", "place", "author", "published", "lang", "direction", "url", "summary", "body", "added"}
	check := func(args string, a map[string]any) {
		t.Helper()
		for _, name := range texts {
			if _, ok := a[name].(string); !ok {
				t.Errorf("%s: %s is %v", args, name, a[name])
			}
		}
		for _, name := range []string{"full", "read", "bookmarked"} {
			if _, ok := a[name].(bool); !ok {
				t.Errorf("%s: %s is %v", args, name, a[name])
			}
		}
		for _, name := range []string{"captions", "related"} {
			if _, ok := a[name].([]any); !ok {
				t.Errorf("%s: %s is %v", args, name, a[name])
			}
		}
		if _, ok := a["position"].(float64); !ok {
			t.Errorf("%s: position is %v", args, a["position"])
		}
	}
	for _, args := range []string{"list --json --limit 5", "search القراءة --json", "related h3cf --json --limit 2"} {
		out, wrong, status := run(t, environ, strings.Fields(args)...)
		var list []map[string]any
		if err := json.Unmarshal([]byte(out), &list); status != 0 || wrong != "" || err != nil || len(list) < 2 {
			t.Errorf("%s: status %d, %v, %s%s", args, status, err, wrong, out)
			continue
		}
		for _, a := range list {
			check(args, a)
			if _, why := a["why"].(string); why != strings.HasPrefix(args, "related") {
				t.Errorf("%s: why is %v", args, a["why"])
			}
		}
		if strings.Contains(args, "limit 2") && len(list) != 2 {
			t.Errorf("%s: %d articles", args, len(list))
		}
	}
	out, _, _ := run(t, environ, "show", "h3cf", "--format", "json")
	var one map[string]any
	if err := json.Unmarshal([]byte(out), &one); err != nil {
		t.Fatal(err)
	}
	check("show", one)
	for _, r := range one["related"].([]any) {
		related := r.(map[string]any)
		for _, name := range []string{"id", "title", "section", "source", "place", "summary", "full", "why"} {
			if _, ok := related[name]; !ok {
				t.Errorf("a related article has no %s but %q", name, slices.Sorted(maps.Keys(related)))
			}
		}
	}
}

// New articles are compared before it is asked what is related to one of them, and a
// card's author stands for its paper.
func TestRelatedForScripts(t *testing.T) {
	t.Parallel()
	environ := stocked(t)
	out, _, _ := run(t, environ, "related", "3xuo", "--json")
	var list []struct{ Shared []string }
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatal(err, out)
	}
	if !slices.ContainsFunc(list, func(r struct{ Shared []string }) bool { return len(r.Shared) > 0 }) {
		t.Errorf("none was found by what it says: %s", out)
	}
	card := writeFile(t, "card.md", "---\ntitle: مقالة\nrelated:\n- title: بطاقة كاتب\n  author: سلمى\n---\nنص\n")
	out, wrong, _ := run(t, environ, "add", card)
	id, _, _ := strings.Cut(out, "\t")
	out, _, _ = run(t, environ, "show", id, "--format", "json")
	var article struct {
		Related []struct{ Title, Source string }
	}
	if err := json.Unmarshal([]byte(out), &article); err != nil || len(article.Related) != 1 || article.Related[0].Source != "سلمى" {
		t.Errorf("%v, %s%s", err, wrong, out)
	}
}

// Adding says what became of each article; a dry run says what would come in, and
// makes no library.
func TestAddForScripts(t *testing.T) {
	t.Parallel()
	environ := stocked(t)
	good := writeFile(t, "good.md", "---\ntitle: مقالة\n---\nنص\n")
	bad := writeFile(t, "bad.md", "\x00\x01")
	for _, tt := range []struct {
		args   []string
		status int
		want   string // input, outcome, title
	}{
		{[]string{"add", "--dry-run", good, bad}, 3, "good.md new مقالة\nbad.md refused"},
		{[]string{"add", good, bad}, 3, "good.md new مقالة\nbad.md refused"},
		{[]string{"add", good}, 0, "good.md same مقالة"},
		{[]string{"add", bad}, 1, "bad.md refused"},
	} {
		out, _, status := run(t, environ, append(tt.args, "--json")...)
		var list []struct{ Input, Outcome, ID, Title, Reason string }
		if err := json.Unmarshal([]byte(out), &list); err != nil {
			t.Fatal(err, out)
		}
		var got []string
		for _, o := range list {
			got = append(got, strings.TrimSpace(filepath.Base(o.Input)+" "+o.Outcome+" "+o.Title))
			if (o.Reason != "") != (o.Outcome == "refused") {
				t.Errorf("%q: %s has the reason %q", tt.args, o.Outcome, o.Reason)
			}
		}
		if got := strings.Join(got, "\n"); got != tt.want || status != tt.status {
			t.Errorf("%q: status %d\n%s, want %d\n%s", tt.args, status, got, tt.status, tt.want)
		}
	}
	nowhere := filepath.Join(t.TempDir(), "library.db")
	out, _, status := run(t, []string{"WARRAQ_LIBRARY=" + nowhere}, "add", "--dry-run", good)
	if _, err := os.Stat(nowhere); err == nil || status != 0 || !strings.Contains(out, "مقالة") {
		t.Errorf("a dry run: status %d, %s, the library: %v", status, out, err)
	}
}
