package html

import (
	"strings"
	"testing"
	"time"
)

// The day of an article is the one beside its title, whatever the page shows around it, and who
// wrote it may stand there without a word that says so.
func TestShownAtTheTitle(t *testing.T) {
	t.Parallel()
	const head, bar = "<head>", `<body><div id="top-bar"><span class="today-date">الثلاثاء 1 ديسمبر 2026</span></div>`
	const video = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"VideoObject","name":"ألف","uploadDate":"2024-11-05T10:00:00Z"}]}</script>`
	for name, c := range map[string]struct{ head, below, day, author string }{
		"a day":                {"", `<p class="date">5 نونبر 2024</p>`, "2024-11-05", ""},
		"of Iran":              {"", `<time datetime="1403-08-15T10:30">۱۵ آبان</time>`, "2024-11-05", ""},
		"a number":             {"", `<span data-timestamp="1730800800" class="date">قبل شهر</span>`, "2024-11-05", ""},
		"for a program":        {`<meta name="cXenseParse:recs:publishtime" content="2024-11-05T10:00:00Z">`, "", "2024-11-05", ""},
		"of a video":           {video, "", "2024-11-05", ""},
		"of a video, and text": {video, `<p class="date">4 نونبر 2024</p>`, "2024-11-04", ""},
		"a change":             {"", `<div class="meta"><p>الأحد، 1 يناير 2023</p> <p>تحديث <time datetime="2024-11-05">5 نوفمبر</time></p></div>`, "2023-01-01", ""},
		"a name":               {"", `<ul class="meta"><li>هند الساحلي</li><li>05/11/2024 - 10:15</li><li>1200 مشاهدة</li></ul>`, "2024-11-05", "هند الساحلي"},
		"a section":            {"", `<ul class="meta"><li>ثقافة</li><li>05/11/2024 - 10:15</li></ul>`, "2024-11-05", ""},
	} {
		page := strings.Replace(inLongText(""), "</h1>", "</h1>"+c.below, 1)
		page = strings.Replace(strings.Replace(page, head, head+c.head, 1), "<body>", bar, 1)
		a := readOne(t, page)
		if a.Published.Format(time.DateOnly) != c.day || a.Author != c.author || strings.Contains(a.Body, "آبان") {
			t.Errorf("%s: %v, %q\n%s", name, a.Published, a.Author, a.Body)
		}
	}
}

// The title is the heading of the article, whatever names the paper.
func TestTitleBesideThePaper(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ title, heading, site string }{
		"the paper is the first heading": {"ترميم السور القديم – الجبل", "<h1>الجبل</h1><h2>ترميم السور القديم</h2>", ""},
		"the paper is the page's title":  {"الجبل", "<h1>ترميم السور القديم</h1>", "صحيفة الجبل"},
		"a section is a lower heading":   {"ترميم السور القديم – الجبل", "<h2>الجبل</h2><h1>ترميم السور القديم</h1>", ""},
	} {
		page := strings.Replace(inLongText(""), "<h1>ترميم السور</h1>", c.heading, 1)
		page = strings.Replace(page, "<title>ترميم السور</title>", "<title>"+c.title+`</title><meta property="og:site_name" content="`+c.site+`">`, 1)
		if a := readOne(t, page); a.Title != "ترميم السور القديم" || !strings.HasSuffix(a.Source, "الجبل") {
			t.Errorf("%s: %q, of %q", name, a.Title, a.Source)
		}
	}
}
