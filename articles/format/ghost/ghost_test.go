package ghost

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

const exportedSite = `{"db":[{"meta":{"version":"5.101.3"},"data":{
"posts":[
 {"id":"p1","title":"قافلة على الخشبة","html":"<p>افتتحت الفرقة موسمها. <a href=\"__GHOST_URL__/stage/\">الخشبة</a></p>","status":"published","custom_excerpt":"موسم جديد","published_at":"2024-12-01T09:30:00.000Z"},
 {"id":"p2","title":"لم تكتمل","html":"<p>نص لم يكتمل.</p>","status":"draft","published_at":null},
 {"id":"p3","title":"من نحن","html":"<p>مجلة للمسرح.</p>","status":"published","published_at":"2024-11-01 08:00:00"}],
"posts_authors":[{"post_id":"p1","author_id":"u1","sort_order":1},{"post_id":"p1","author_id":"u2","sort_order":0}],
"posts_tags":[{"post_id":"p1","tag_id":"t1","sort_order":0},{"post_id":"p1","tag_id":"t2","sort_order":1}],
"tags":[{"id":"t1","name":"مسرح"},{"id":"t2","name":"#داخلي","visibility":"internal"}],
"users":[{"id":"u1","name":"هند السالم"},{"id":"u2","name":"رامي الفهد"}],
"settings":[{"key":"title","value":"مجلة الخشبة"},{"key":"url","value":"https://stage.example/"}]}}]}`

// Posts come with the names that stand beside them, and drafts are counted.
func TestExport(t *testing.T) {
	t.Parallel()
	src := articles.NewSource("ghost.json", []byte(exportedSite))
	list, mine, err := Format.Read(context.Background(), src)
	var left *articles.LeftOutError
	if !mine || len(list) != 2 || !errors.As(err, &left) || left.Counts["draft"] != 1 {
		t.Fatalf("mine %t, %d articles, %v", mine, len(list), err)
	}
	a := list[0]
	if a.Title != "قافلة على الخشبة" || a.Author != "رامي الفهد، هند السالم" || a.Source != "مجلة الخشبة" || a.Section != "مسرح" ||
		!slices.Equal(a.Tags, []string{"مسرح"}) || a.Summary != "موسم جديد" || a.Published.Format("2006-01-02 15:04") != "2024-12-01 09:30" ||
		a.Body != "افتتحت الفرقة موسمها. [الخشبة](https://stage.example/stage/)" {
		t.Errorf("it is %+v", a)
	}
	if list[1].Published.IsZero() || list[1].Author != "" {
		t.Errorf("it is %+v", list[1])
	}
	src = articles.NewSource("ghost.json", []byte(exportedSite))
	src.Unpublished = true
	if list, _, err = Format.Read(context.Background(), src); len(list) != 3 || err != nil {
		t.Errorf("with drafts: %d articles, %v", len(list), err)
	}
}

// Before version 1 numbers were IDs and times, and a post had one writer.
func TestOldExport(t *testing.T) {
	t.Parallel()
	const old = `{"meta":{"version":"008"},"data":{"posts":[{"id":7,"title":"خبر","html":"<p>نص الخبر.</p>","status":"published","published_at":1733045400000,"author_id":1}],
"posts_tags":[{"post_id":7,"tag_id":3}],"tags":[{"id":3,"name":"مدن"}],"users":[{"id":1,"name":"هند السالم"}]}}`
	list, mine, err := Format.Read(context.Background(), articles.NewSource("ghost.json", []byte(old)))
	if !mine || err != nil || len(list) != 1 {
		t.Fatalf("mine %t, %d articles, %v", mine, len(list), err)
	}
	if a := list[0]; a.Author != "هند السالم" || a.Section != "مدن" || a.Published.Unix() != 1733045400 {
		t.Errorf("it is %+v", a)
	}
}

// What only looks like an export is left to others.
func TestNoExport(t *testing.T) {
	t.Parallel()
	for _, data := range []string{"", "{", `{"posts":[],"posts_tags":[],"users":[]}`, strings.Replace(exportedSite, `"posts":[`, `"posts":{`, 1), `{"data":{"posts":[],"posts_tags":[],"users":[]}}`} {
		if list, mine, err := Format.Read(context.Background(), articles.NewSource("a.json", []byte(data))); mine || list != nil || err != nil {
			t.Errorf("%.20q: %d articles, %t, %v", data, len(list), mine, err)
		}
	}
}
