package links

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// Links keep their tags, what was written to them and when they were kept, and texts are there.
func TestLinks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, source, want string }{
		{"linkding", `{"count":2,"results":[
{"url":"https://stage.example/1","title":"قافلة","description":"عرض","notes":"قبل السبت","is_archived":false,"tag_names":["مسرح","شام"],"date_added":"2024-12-02T09:13:02.210861Z"},
{"url":"https://stage.example/2","title":"","website_title":"خبر","website_description":"موجز","notes":"","is_archived":true,"tag_names":[],"date_added":"2024-12-03T09:13:02Z"}]}`,
			"قافلة|https://stage.example/1|عرض|مسرح شام|قبل السبت|2024-12-02|false|\nخبر|https://stage.example/2|موجز|||2024-12-03|true|\n"},
		{"a list of linkding", `[{"url":"https://stage.example/1","title":"قافلة","tag_names":[],"is_archived":false,"date_added":"2024-12-02T09:13:02Z"}]`,
			"قافلة|https://stage.example/1||||2024-12-02|false|\n"},
		{"Karakeep", `{"bookmarks":[
{"createdAt":1733130782,"title":"قافلة","tags":["مسرح"],"content":{"type":"link","url":"https://stage.example/1"},"note":"قبل السبت","archived":false},
{"createdAt":1733130783,"title":null,"tags":[],"content":{"type":"text","text":"فكرة\n\nعن المسرح"},"note":null,"archived":true},
{"createdAt":1733130784,"title":"لا شيء","tags":[],"content":null,"note":null,"archived":true}]}`,
			"قافلة|https://stage.example/1||مسرح|قبل السبت|2024-12-02|false|\n|||||2024-12-02|true|فكرة\n\nعن المسرح\nلا شيء|||||2024-12-02|true|\n"},
		{"Karakeep's server", `{"bookmarks":[{"createdAt":"2024-12-02T09:13:02.000Z","title":null,"tags":[{"id":"1","name":"مسرح","attachedBy":"ai"}],"archived":false,"favourited":true,
"content":{"type":"link","url":"https://stage.example/1","title":"قافلة","description":"عرض","htmlContent":"<p>افتتحت الفرقة موسمها.</p>"}}]}`,
			"قافلة|https://stage.example/1|عرض|مسرح||2024-12-02|false|افتتحت الفرقة موسمها.\n"},
	} {
		list, mine, err := Format.Read(context.Background(), articles.NewSource("links.json", []byte(c.source)))
		if !mine || err != nil {
			t.Fatalf("%s: %t, %v", c.name, mine, err)
		}
		var b strings.Builder
		for _, a := range list {
			note := ""
			for _, h := range a.Kept.Highlights {
				note += h.Note
			}
			b.WriteString(strings.Join([]string{a.Title, a.URL, a.Summary, strings.Join(a.Tags, " "), note, a.Kept.Added.Format("2006-01-02"), strconv.FormatBool(a.Kept.Read), a.Body}, "|") + "\n")
		}
		if b.String() != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, b.String(), c.want)
		}
	}
}

// What only looks like such a list is left to others.
func TestNoLinks(t *testing.T) {
	t.Parallel()
	for _, source := range []string{"", "{", `{"bookmarks":[],"createdAt":1,"content":1,"archived":1}`, `{"results":{},"tag_names":1,"date_added":1,"is_archived":1}`, `"tag_names" "date_added" "is_archived"`} {
		if list, mine, err := Format.Read(context.Background(), articles.NewSource("a.json", []byte(source))); mine || list != nil || err != nil {
			t.Errorf("%s: %d articles, %t, %v", source, len(list), mine, err)
		}
	}
}
