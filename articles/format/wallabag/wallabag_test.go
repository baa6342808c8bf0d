package wallabag

import (
	"slices"
	"testing"
)

const one = `{"is_archived": 1, "is_starred": true, "tags": ["سفر", {"label": "جبل", "slug": "x"}], "id": 9, "title": "طريق الجبل",
"url": "https://jabal.example/9", "content": "<p>سرنا.</p>", "created_at": "2022-06-01T10:00:00+0300", "published_at": "2022-05-30T08:00:00+03:00",
"published_by": ["هند", "زيد"], "annotations": [{"text": "أعود إليها", "quote": "سرنا", "created_at": "2022-06-02T10:00:00+0300"}], "language": "ar_SY", "domain_name": "jabal.example"}`

func TestParse(t *testing.T) {
	t.Parallel()
	for _, data := range []string{"[" + one + "]", one, `{"page":1,"_embedded":{"items":[` + one + `]}}`} {
		list, err, _ := parse([]byte(data))
		if err != nil || len(list) != 1 {
			t.Fatalf("%d, %v", len(list), err)
		}
		e := list[0]
		switch {
		case e.Title != "طريق الجبل" || e.URL != "https://jabal.example/9" || e.Author != "هند، زيد" || e.Lang != "ar-SY" || e.Source != "jabal.example":
			t.Errorf("%+v", e.Article)
		case e.Section != "سفر" || !slices.Equal(e.Tags, []string{"سفر", "جبل"}):
			t.Errorf("section %q, tags %q", e.Section, e.Tags)
		case !e.Kept.Bookmarked || !e.Kept.Read:
			t.Errorf("kept %+v", e.Kept)
		case e.Published.UTC().Format("2006-01-02T15") != "2022-05-30T05" || e.Kept.Added.UTC().Format("2006-01-02T15") != "2022-06-01T07":
			t.Errorf("published %v, added %v", e.Published, e.Kept.Added)
		case len(e.Kept.Highlights) != 1 || e.Kept.Highlights[0].Quote != "سرنا" || e.Kept.Highlights[0].Note != "أعود إليها" || e.Kept.Highlights[0].Changed.IsZero():
			t.Errorf("highlights %+v", e.Kept.Highlights)
		case e.HTML != "<p>سرنا.</p>":
			t.Errorf("text %q", e.HTML)
		}
	}
}

// A page that wallabag could not fetch is a card: the apology is none of its text.
func TestPageThatWasNotFetched(t *testing.T) {
	t.Parallel()
	list, err, _ := parse([]byte(`[{"is_archived":0,"title":"أ","url":"https://a.example","content":"wallabag can't retrieve contents for this article. Please <a href=\"x\">troubleshoot</a>."}]`))
	if err != nil || len(list) != 1 || list[0].HTML != "" {
		t.Errorf("%+v, %v", list, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("[" + one + "]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if list, wrong, mine := parse(data); !mine && (wrong != nil || list != nil) {
			t.Errorf("%d articles with %v", len(list), wrong)
		}
	})
}
