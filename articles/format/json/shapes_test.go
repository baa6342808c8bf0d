package json

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// quoteJSON returns a text as JSON has it.
func quoteJSON(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string can be written
	}
	return string(b)
}

// Programs keep articles in objects of many shapes; what is known of an article stands
// within, or beside the list that it is in.
func TestShapes(t *testing.T) {
	t.Parallel()
	const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>جريدة السوق</title><item><title>قافلة</title><description>وصلت القافلة.</description></item><item><title>خان</title><description>فُتح الخان.</description></item></channel></rss>`
	const jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"جريدة السوق","items":[{"id":"7","title":"قافلة","content_text":"وصلت القافلة.","date_published":1733121000}]}`
	for _, c := range []struct{ name, data, titles, source, text string }{
		{"a.jsonl", quoteJSON(feed) + "\n" + quoteJSON(feed) + "\n", "قافلة/خان/قافلة/خان", "جريدة السوق", "وصلت القافلة."},
		{"a.jsonl", `{"url":"https://s.example/rss","content":` + quoteJSON(feed) + "}\n" + `{"url":"https://s.example/rss","body":` + quoteJSON(feed) + "}\n", "قافلة/خان/قافلة/خان", "جريدة السوق", "وصلت القافلة."},
		{"a.jsonl", jsonFeed + "\n" + jsonFeed + "\n", "قافلة/قافلة", "جريدة السوق", "وصلت القافلة."},
		{"a.json", jsonFeed, "قافلة", "جريدة السوق", "وصلت القافلة."},
		{"a.json", `{"feed":{"title":"جريدة السوق"},"entries":[{"title":"قافلة","content":[{"value":"<p>وصلت القافلة.</p>"}]}]}`, "قافلة", "جريدة السوق", "وصلت القافلة."},
		{"a.json", `{"entries":[{"title":"قافلة","content":"وصلت القافلة.","feed":{"title":"جريدة السوق","feed_url":"https://s.example/rss"}}]}`, "قافلة", "جريدة السوق", "وصلت القافلة."},
		{"a.json", `{"items":[{"title":"قافلة","summary":{"content":"<p>وصلت القافلة.</p>"},"origin":{"title":"جريدة السوق"}}]}`, "قافلة", "جريدة السوق", "وصلت القافلة."},
		{"a.json", `{"response":{"docs":[{"title":["قافلة"],"content":["وصلت القافلة."],"source":["جريدة السوق"]}]}}`, "قافلة", "جريدة السوق", "وصلت القافلة."},
		{"a.json", `{"@graph":[{"@type":"WebSite","name":"س"},{"headline":"قافلة","articleBody":"وصلت القافلة.","publisher":{"name":"جريدة السوق"}}]}`, "قافلة", "جريدة السوق", "وصلت القافلة."},
		{"a.json", `{"db":[{"data":{"posts":[{"title":"قافلة","html":"<p>وصلت القافلة.</p>"}]}}]}`, "قافلة", "", "وصلت القافلة."},
		{"a.json", `{"rows":[{"row_idx":0,"row":{"title":"قافلة","text":"وصلت القافلة."}},{"row_idx":1,"row":{"title":"خان"}}]}`, "قافلة/خان", "", "وصلت القافلة."},
		{"a.json", `{"columns":["title","text"],"data":[["قافلة","وصلت القافلة."],["خان",null]]}`, "قافلة/خان", "", "وصلت القافلة."},
		{"a.json", `{"title":{"0":"قافلة","1":"خان"},"text":{"0":"وصلت القافلة.","1":null}}`, "قافلة/خان", "", "وصلت القافلة."},
		{"a.json", `{"articles":[{"title":"قافلة - جريدة السوق","source":{"name":"جريدة السوق"},"content":"وصلت القافلة."}]}`, "قافلة", "جريدة السوق", "وصلت القافلة."},
		{"a.jsonl", "# نُسخ اليوم\n" + `{"title":"قافلة","text":"وصلت القافلة."}` + "\n", "قافلة", "", "وصلت القافلة."},
	} {
		list, _, err := Format.Read(context.Background(), articles.NewSource(c.name, []byte(c.data)))
		var titles []string
		for _, a := range list {
			titles = append(titles, a.Title)
		}
		if got := strings.Join(titles, "/"); got != c.titles || list[0].Source != c.source || list[0].Body != c.text || err != nil && !strings.HasPrefix(c.data, "#") {
			t.Errorf("%s is read as %q %+v, %v", c.data, got, list, err)
		}
	}
}

// Who wrote an article and what it begins with stand under the names of newspapers' interfaces, too.
func TestNamesOfInterfaces(t *testing.T) {
	t.Parallel()
	for _, data := range []string{
		`{"headline":{"main":"قافلة"},"byline":{"original":"هند الساحلي","person":[]},"lead_paragraph":"وصلت القافلة."}`,
		`{"title":"قافلة","published_by":["هند الساحلي"],"summary":"وصلت القافلة."}`,
	} {
		list, _, err := Format.Read(context.Background(), articles.NewSource("a.json", []byte(data)))
		if err != nil || len(list) != 1 || list[0].Author != "هند الساحلي" || list[0].Summary != "وصلت القافلة." {
			t.Errorf("%s is read as %+v, %v", data, list, err)
		}
	}
}

// A reader's labels are tags, the states in which it has an article are none.
func TestReaderLabels(t *testing.T) {
	t.Parallel()
	const data = `{"title":"قافلة","content":"وصلت.","categories":["user/-/state/com.google/read","user/-/label/تجارة","طرق"],"tags":[{"term":"جِمال"}]}`
	list, _, err := Format.Read(context.Background(), articles.NewSource("a.json", []byte(data)))
	if err != nil || len(list) != 1 || strings.Join(list[0].Tags, "/") != "تجارة/طرق/جِمال" {
		t.Errorf("%+v, %v", list, err)
	}
}

// Numbers that are those of rows elsewhere are no names: what they stand for is, where it is given.
func TestNumbersOfRows(t *testing.T) {
	t.Parallel()
	const post = `{"id":1,"date":"2024-12-02T09:30:00","date_gmt":"2024-12-02T06:30:00","link":"https://s.example/1","title":{"rendered":"قافلة"},"content":{"rendered":"<p>وصلت.</p>"},"author":3,"categories":[4],"tags":[5]`
	for data, want := range map[string]string{
		post + `}`: " /  / ",
		post + `,"_embedded":{"author":[{"id":3,"name":"هند"}],"wp:term":[[{"id":4,"name":"تجارة","taxonomy":"category"}],[{"id":5,"name":"جِمال","taxonomy":"post_tag"}]]}}`: "هند / تجارة / تجارة,جِمال",
	} {
		for _, text := range []string{data, "[" + data + "]"} {
			list, _, err := Format.Read(context.Background(), articles.NewSource("a.json", []byte(text)))
			if err != nil || len(list) != 1 {
				t.Fatalf("%s is read as %+v, %v", text, list, err)
			}
			a := list[0]
			if got := a.Author + " / " + a.Section + " / " + strings.Join(a.Tags, ","); got != want || a.Published.Format("15:04") != "06:30" {
				t.Errorf("%s is by, in, about %q, want %q, of %v", text, got, want, a.Published)
			}
		}
	}
	list, _, err := Format.Read(context.Background(), articles.NewSource("a.json", []byte(`[{"title":"قافلة","content":{"type":"link","url":"https://s.example/1"}}]`)))
	if err != nil || len(list) != 1 || list[0].URL != "https://s.example/1" || list[0].Full {
		t.Errorf("a link is read as %+v, %v", list, err)
	}
	list, _, err = Format.Read(context.Background(), articles.NewSource("a.json", []byte(`[{"full_text":"وصلت القافلة","text":"وصلت القافلة","source":"<a href=\"https://s.example\">Web</a>"}]`)))
	if err != nil || len(list) != 1 || list[0].Source != "" {
		t.Errorf("a post is read as %+v, %v", list, err)
	}
}
