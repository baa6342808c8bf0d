package bookmarks

import (
	"slices"
	"strings"
	"testing"
)

const netscapeFile = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1600000000" PERSONAL_TOOLBAR_FOLDER="true">شريط</H3>
    <DL><p>
        <DT><A HREF="https://a.example/1" ADD_DATE="1600000001" TAGS="خبز,ملح">رغيف &amp; ملح</A>
        <DD>وصف قصير<br>في سطرين
        <DT><H3>مطبخ</H3>
        <DD>وصف الملف نفسه
        <DL><p>
            <DT><H3>حلويات</H3>
            <DL><p>
                <DT><A HREF="https://a.example/2" ADD_DATE="1600000002000" ICON="data:image/png;base64,AAAA">كعك</A>
            </DL><p>
            <DT><A HREF="https://a.example/3"></A>
            <DT><A HREF="javascript:alert(1)">حيلة</A>
            <DT><A HREF="place:sort=8">أكثرها</A>
            <DT><A FEEDURL="https://a.example/rss" HREF="https://a.example">خلاصة</A>
        </DL><p>
    </DL><p>
    <DT><A HREF="https://a.example/4" DATA-IMPORTANT="true">نجمة</A>
</DL><p>`

func TestNetscape(t *testing.T) {
	t.Parallel()
	if !recognise(netscapeFile) {
		t.Fatal("it is not recognised")
	}
	list, err := parse(netscapeFile)
	if err != nil || len(list) != 4 {
		t.Fatalf("%d links, %v", len(list), err)
	}
	for i, want := range []struct {
		title, section, summary string
		tags                    []string
		added                   int64
		starred                 bool
	}{
		{"رغيف & ملح", "خبز", "وصف قصير في سطرين", []string{"خبز", "ملح"}, 1600000001, false},
		{"كعك", "حلويات", "", []string{"حلويات", "مطبخ"}, 1600000002, false},
		{"https://a.example/3", "مطبخ", "", []string{"مطبخ"}, 0, false},
		{"نجمة", "", "", nil, 0, true},
	} {
		e := list[i]
		summary := strings.Join(strings.Fields(e.Summary), " ")
		if e.Title != want.title || e.Section != want.section || summary != want.summary || !slices.Equal(e.Tags, want.tags) || e.Kept.Bookmarked != want.starred {
			t.Errorf("%d: %+v, kept %+v", i, e.Article, e.Kept)
		}
		if want.added != 0 && e.Kept.Added.Unix() != want.added || want.added == 0 && !e.Kept.Added.IsZero() {
			t.Errorf("%d: added %v", i, e.Kept.Added)
		}
		if e.HTML != "" || !e.Published.IsZero() {
			t.Errorf("%d: text %q, published %v", i, e.HTML, e.Published)
		}
	}
}

func TestLongDescription(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("كلام طويل عن السوق والناس. ", 60)
	list, err := parse("<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF=\"https://a.example\">أ</A>\n<DD>" + text + "\n</DL>")
	if err != nil || len(list) != 1 || list[0].Summary != "" || !strings.Contains(list[0].HTML, "عن السوق والناس") {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestPagesOfServices(t *testing.T) {
	t.Parallel()
	page := `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="https://b.example/1" time_added="1650000000" tags="نهر,جسر">جسر قديم</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://b.example/2" time_added="1650000001" tags="">مقروءة</a></li></ul></body></html>`
	if !recognise(page) {
		t.Fatal("it is not recognised")
	}
	list, err := parse(page)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d links, %v", len(list), err)
	}
	if e := list[0]; e.Title != "جسر قديم" || !slices.Equal(e.Tags, []string{"نهر", "جسر"}) || e.Kept.Read || e.Kept.Added.Unix() != 1650000000 {
		t.Errorf("%+v %+v", e.Article, e.Kept)
	}
	if e := list[1]; !e.Kept.Read {
		t.Errorf("%+v", e.Kept)
	}
	list, err = parse(`<html><head><title>Instapaper: Export</title></head><body><h1>Unread</h1><ol></ol><h1>رحلات</h1><ol><li><a href="https://b.example/3">درب</a></ol></body></html>`)
	if err != nil || len(list) != 1 || list[0].Section != "رحلات" {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestOtherPagesAreNotTaken(t *testing.T) {
	t.Parallel()
	for _, page := range []string{"", "نص", "<!DOCTYPE html><title>Bookmarks</title><a href='https://a.example'>أ</a>", "<html><title>كيف تستعمل Pocket Export</title></html>"} {
		if recognise(page) {
			t.Errorf("%q is taken", page)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(netscapeFile)
	f.Add("<dd><dd><dl><h3><a href=http:x>")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := parse(text)
		if err != nil && len(list) == 0 {
			return
		}
		for _, e := range list {
			if !strings.Contains(e.URL, ":") {
				t.Errorf("%q is an address", e.URL)
			}
		}
	})
}
