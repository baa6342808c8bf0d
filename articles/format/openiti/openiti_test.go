package openiti

import (
	"strings"
	"testing"
)

const file = `######OpenITI#

#META# 000.BookURI :: 0400Rahhal.Asfar
#META# 010.AuthorNAME :: يونس الرحّال
#META# 011.AuthorBORN :: NODATA
#META# 020.BookTITLE :: أسفار النهر
#META# 021.BookSUBJ :: رحلات :: جغرافيا
#META# 040.EdPUBLISHER :: دار الضفة
#META#Header#End#

# PageV01P001
### |EDITOR|
# كلمة الناشر. ms001
### | باب المنبع
# خرجنا من @T12المدينة YB400 عند
~~الفجر PageV01P012 ومشينا.
# يا نهرُ %~% يا عابرَ الوادي
# مهلًا %~% فالقلبُ في الوادي
# ثم نمنا.
### || فصل # في * النوم
# نمنا طويلًا. PageV01P013
### $ رجل لقيناه
# $RWY$ حدّثنا.
`

func TestShortBook(t *testing.T) {
	t.Parallel()
	if !recognise(file) || !recognise("\uFEFF"+file) || recognise("# OpenITI") {
		t.Fatal("it is told by how it begins")
	}
	list := parse(file, false)
	if len(list) != 1 {
		t.Fatalf("%d articles", len(list))
	}
	a := list[0]
	want := strings.Join([]string{
		"كلمة الناشر.", "## باب المنبع", "خرجنا من المدينة عند الفجر ومشينا.",
		"يا نهرُ\u2003\u2003\u2003يا عابرَ الوادي\\\nمهلًا\u2003\u2003\u2003فالقلبُ في الوادي", "ثم نمنا.",
		"### فصل # في \\* النوم", "نمنا طويلًا.", "### رجل لقيناه", "حدّثنا.",
	}, "\n\n")
	if a.Body != want {
		t.Errorf("got\n%s\nwant\n%s", a.Body, want)
	}
	if a.Title != "أسفار النهر" || a.Author != "يونس الرحّال" || a.Source != "دار الضفة" || a.Section != "رحلات" || len(a.Tags) != 2 {
		t.Errorf("%+v", a)
	}
}

func TestLongBook(t *testing.T) {
	t.Parallel()
	page := "# " + strings.Repeat("كلام في النهر ", 4000) + "\n"
	head, _, _ := strings.Cut(file, "# PageV01P001")
	list := parse(head+"### | أول\n"+page+"### | ثان\n"+page+"### | ثالث\n"+page, false)
	if len(list) != 3 || list[0].Title != "أول" || list[2].Title != "ثالث" || list[1].Section != "أسفار النهر" || list[1].Author != "يونس الرحّال" {
		t.Errorf("%d articles", len(list))
	}
}

func FuzzParse(f *testing.F) {
	f.Add(file)
	f.Fuzz(func(t *testing.T, s string) {
		recognise(s)
		for _, a := range parse(s, false) {
			if strings.TrimSpace(a.Body) != a.Body {
				t.Errorf("space around %q", a.Body)
			}
		}
	})
}
