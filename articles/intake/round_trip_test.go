package intake

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

var roundTrips = flag.Int("round-trips", 300, "how many random articles are written and read back")

// randomArticle makes an article of pieces that formats stumble over.
func randomArticle(r *rand.Rand) articles.Article {
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	line := func() string {
		all := make([]string, 1+r.IntN(6))
		for i := range all {
			all[i] = pick("سوق", "الورق", "12:30", "#وسم", "a:b", "\"قول\"", "«قول»", "50%", "---", "- بند", "[ا]", "(ب)", "null", "{ج}", "\\", "'", "<b>", "&amp;", "😀", "كِتَاب", "2024-12-29", "|", "*", "_", "`", "@س", "!", "…", "مي‌شود", "שלום")
		}
		return strings.Join(all, " ")
	}
	block := func() string {
		return pick("فقرة أولى فيها **غامق** و*مائل*.", "## عنوان فرعي", "- بند\n- بند آخر\n  - داخله", "1. أول\n2. ثان", "> اقتباس\n> في سطرين", "| أ | ب |\n|---|---|\n| 1 | x \\| y |",
			"```go\nx := \"---\"\n```", "سطر\\\nوسطر بعده", "[رابط](https://a.example/w_(ا))", "* * *", "نص فيه H₂O و10¹⁶.", "{{< figure >}} و{% liquid %} و%% تعليق %%", "==مظلل== و[[ملاحظة]]", "<div dir=\"rtl\">", "#وسم وحده", "| شرط |")
	}
	a := articles.Article{
		Title: line(), Section: line(), Source: line(), Place: line(), Author: line(), Summary: line(), Lang: pick("ar", "fa", "he", "ur"),
		GUID: fmt.Sprintf("tag:a.example,2024:%d", r.IntN(1e6)), URL: fmt.Sprintf("https://a.example/%d?x=1#y", r.IntN(1e6)), Full: true, Direction: articles.RightToLeft, Kept: &articles.Kept{ID: "aaaaaaaa"},
	}
	zone := time.FixedZone("", []int{0, 3, -5, 5}[r.IntN(4)]*3600+[]int{0, 1800}[r.IntN(2)])
	a.Published = time.Unix(1.6e9+r.Int64N(1e8), 0).In(zone)
	blocks := make([]string, 1+r.IntN(6))
	for i := range blocks {
		blocks[i] = block()
	}
	a.Body = strings.Join(blocks, "\n\n")
	if r.IntN(2) == 0 {
		a.Section = pick("ثقافة", "اقتصاد") // which is one of the tags, where there are tags
		a.Tags = []string{a.Section, pick("كتب", "تقنية المعلومات", "C++", "#غزة", "C#", "a:b", "null")}
	}
	for i := range r.IntN(3) {
		a.Captions = append(a.Captions, articles.Caption{Text: line(), After: min(i, len(blocks))})
	}
	for range r.IntN(3) {
		a.Related = append(a.Related, articles.Related{Kind: articles.ByAuthor, Title: line()})
	}
	return a
}

// What an article is written as is read back to the same article, its time of day and
// the zone of that included. Each field is tried that an article has.
func TestRoundTrips(t *testing.T) {
	t.Parallel()
	tried := map[string]bool{
		"Key":      true, // of what comes with the program
		"Pictures": true, // files beside what is written
	}
	defer func() {
		for field := range reflect.TypeFor[articles.Article]().Fields() {
			if field.IsExported() && !tried[field.Name] {
				t.Errorf("no article has a %s: randomArticle is to give it", field.Name)
			}
		}
	}()
	for seed := range *roundTrips {
		want := randomArticle(rand.New(rand.NewPCG(uint64(seed), 3)))
		if err := want.Clean(articles.DefaultLimits()); err != nil {
			t.Fatal(err)
		}
		for field, value := range reflect.ValueOf(want).Fields() {
			if field.IsExported() && !value.IsZero() {
				tried[field.Name] = true
			}
		}
		markdown, err := want.Markdown()
		if err != nil {
			t.Fatal(err)
		}
		lines, err := json.Marshal(want.JSON())
		if err != nil {
			t.Fatal(err)
		}
		for name, written := range map[string]string{"a.md": markdown, "a.jsonl": string(lines)} {
			got, err := Read(name, []byte(written))
			if err != nil || len(got) != 1 {
				t.Fatalf("%d, %s: %d articles, %v from\n%s", seed, name, len(got), err, written)
			}
			expectSame(t, fmt.Sprintf("%d, %s", seed, name), got[0], want, written)
		}
	}
}

// expectSame compares two articles field by field.
func expectSame(t *testing.T, what string, got, want articles.Article, written string) {
	t.Helper()
	if !got.Published.Equal(want.Published) || zoneOf(got.Published) != zoneOf(want.Published) {
		t.Errorf("%s: it was published %s, not %s", what, got.Published, want.Published)
	}
	got.Published, want.Published = time.Time{}, time.Time{}
	g, w := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range g.NumField() {
		name := g.Type().Field(i).Name
		if name == "Kept" || !g.Type().Field(i).IsExported() {
			continue // what the reader did with it, which another test follows
		}
		if !reflect.DeepEqual(g.Field(i).Interface(), w.Field(i).Interface()) {
			t.Errorf("%s: %s is\n%#v, not\n%#v\n%s", what, name, g.Field(i).Interface(), w.Field(i).Interface(), written)
			return
		}
	}
}

// zoneOf returns how many seconds a time's zone is from Greenwich.
func zoneOf(t time.Time) int {
	_, seconds := t.Zone()
	return seconds
}
