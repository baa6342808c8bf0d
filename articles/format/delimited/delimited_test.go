package delimited

import (
	"slices"
	"strings"
	"testing"
)

func TestComma(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]rune{
		"title,url": ',', "title;url;tags\na,b,c,d": ';', "title\turl": '\t', "\"a,b,c\";url": ';', "title|url": '|', "title": ',', "": ',',
	} {
		if got := detectComma(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	table, wrong := parse("\uFEFFTitle , URL\n\"سطر\nوسطر\",https://a.example\n\nأ,ب,ج\nد\n,\n", 1000)
	if !slices.Equal(table.columns, []string{"title", "url"}) || len(table.rows) != 2 {
		t.Fatalf("%q, %+v", table.columns, table.rows)
	}
	if r := table.rows[0]; r.get("title") != "سطر\nوسطر" || r.get("link", "url") != "https://a.example" || r.line != 2 {
		t.Errorf("%+v", r)
	}
	if len(wrong) != 1 || wrong[0].line != 5 {
		t.Errorf("%+v", wrong)
	}
}

// A row that is wrong does not take those after it along.
func TestWrongRows(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text string
		titles     []string
		wrong      []int
	}{
		{"a mark that is left open", "title,url\nأ,x\n\"ب,y\nج,z\n", []string{"أ", "ج"}, []int{3}},
		{"marks in a cell", "title,url\nقال \"نعم\" ثم,x\nب,y\n", []string{`قال "نعم" ثم`, "ب"}, nil},
		{"a mark after the end", "title,url\n\"أ\"ب,x\nج,y\n", []string{"ج"}, []int{2}},
		{"too many cells", "title,url\nأ,x,y,z\nب,x\n", []string{"ب"}, []int{2}},
		{"too few cells", "title,url\nأ\nب,x\n", []string{"أ", "ب"}, nil},
	} {
		table, wrong := parse(test.text, 1000)
		var titles []string
		for _, r := range table.rows {
			titles = append(titles, r.get("title"))
		}
		var lines []int
		for _, w := range wrong {
			lines = append(lines, w.line)
		}
		if !slices.Equal(titles, test.titles) || !slices.Equal(lines, test.wrong) {
			t.Errorf("%s: %q, wrong %v (%v)", test.name, titles, lines, wrong)
		}
	}
}

func TestExports(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text, title, section, summary, added string
		tags                                       []string
		starred, read                              bool
	}{
		{
			"Pocket", "title,url,time_added,tags,status\nدرب,https://a.example/1,1700000000,جبل|نهر,archive\n",
			"درب", "جبل", "", "2023-11-14", []string{"جبل", "نهر"}, false, true,
		},
		{
			"Instapaper", "URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example/1,درب,مقطع,Starred,1700000000,\"[\"\"جبل\"\"]\"\n",
			"درب", "جبل", "مقطع", "2023-11-14", []string{"جبل"}, true, false,
		},
		{
			"Instapaper", "URL,Title,Selection,Folder,Timestamp\nhttps://a.example/1,درب,,رحلات,1700000000\n",
			"درب", "رحلات", "", "2023-11-14", nil, false, false,
		},
		{
			"Raindrop.io", "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,درب,أعود,موجز,https://a.example/1,Unsorted,\"جبل, نهر\",2023-11-14T22:13:20.000Z,,\"Highlight:مقطع\nNote:لماذا\",true\n",
			"درب", "جبل", "موجز", "2023-11-14", []string{"جبل", "نهر"}, true, false,
		},
		{
			"Readwise Reader", "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nدرب,https://a.example/1,x,\"['جبل', 'favorite']\",2023-11-14 22:13:20+00:00,1,archive,True\n",
			"درب", "جبل", "", "2023-11-14", []string{"جبل", "favorite"}, true, true,
		},
		{
			"Matter", "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id\nدرب,سهى,الدرب,https://a.example/1,جبل,10,True,True,False,0,2023-11-14 22:13:20,x\n",
			"درب", "جبل", "", "2023-11-14", []string{"جبل"}, true, false,
		},
	} {
		e := exportOf(headerNames(test.text))
		table, wrong := parse(test.text, 1000)
		if e == nil || e.name != test.name || len(table.rows) != 1 || wrong != nil {
			t.Errorf("%s: %+v, %+v, %+v", test.name, e, table, wrong)
			continue
		}
		l := e.link(table.rows[0])
		a := l.Article()
		if a.Title != test.title || a.URL != "https://a.example/1" || a.Section != test.section || a.Summary != test.summary || !slices.Equal(a.Tags, test.tags) {
			t.Errorf("%s: %+v", test.name, a)
		}
		if a.Kept.Added.UTC().Format("2006-01-02") != test.added || a.Kept.Bookmarked != test.starred || a.Kept.Read != test.read {
			t.Errorf("%s: %+v", test.name, a.Kept)
		}
		if test.name == "Raindrop.io" {
			if h := a.Kept.Highlights; len(h) != 2 || h[0].Quote != "مقطع" || h[0].Note != "لماذا" || h[1].Note != "أعود" {
				t.Errorf("%+v", h)
			}
		}
	}
}

func TestReadwise(t *testing.T) {
	t.Parallel()
	text := "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n" +
		"أول <سطر>,كتاب الريح,سهى,,ملاحظة,yellow,مهم,order,1,2023-11-14 22:13:20+00:00,جبل\n" +
		"آخر,كتاب الماء,,,,,,order,1,2023-11-15 22:13:20+00:00,\n" +
		"\"ثان\nوثالث\",كتاب الريح,سهى,,,,,order,2,2023-11-13 22:13:20+00:00,جبل\n"
	if !hasAll(headerNames(text), readwiseColumns...) {
		t.Fatal("it is not recognised")
	}
	table, _ := parse(text, 1000)
	list := readwiseEntries(table.rows)
	if len(list) != 2 {
		t.Fatalf("%d books", len(list))
	}
	e := list[0]
	switch {
	case e.Title != "كتاب الريح" || e.Author != "سهى" || !slices.Equal(e.Tags, []string{"جبل", "مهم"}):
		t.Errorf("%+v", e.Article)
	case e.HTML != "<blockquote><p>أول &lt;سطر&gt;</p></blockquote>\n<p>ملاحظة</p>\n<blockquote><p>ثان<br>وثالث</p></blockquote>\n":
		t.Errorf("%q", e.HTML)
	case len(e.Kept.Highlights) != 2 || e.Kept.Highlights[0].Note != "ملاحظة" || e.Kept.Added.Day() != 13:
		t.Errorf("%+v", e.Kept)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("title,url\nأ,https://a.example\n\"")
	f.Add("Highlight;Book Title;Book Author\nأ;ب;ج")
	f.Fuzz(func(t *testing.T, text string) {
		table, _ := parse(text, 1000)
		for _, r := range table.rows {
			if len(r.cells) > len(table.columns) || strings.TrimSpace(strings.Join(table.columns, "")) == "" && len(r.cells) > 1 {
				t.Errorf("%+v of %q", r, table.columns)
			}
		}
		readwiseEntries(table.rows)
		for i := range knownExports {
			for _, r := range table.rows {
				knownExports[i].link(r)
			}
		}
	})
}
