package html

import "testing"

// What a page says of itself to people and their readers counts before what it calls itself to
// programs, whichever stands first.
func TestNamesOfAPage(t *testing.T) {
	t.Parallel()
	const title = "ترميم السور"
	for name, c := range map[string]struct{ head, source, author, summary, address string }{
		"a program's name":            {`<meta name="application-name" content="SurApp"><meta property="og:site_name" content="جريدة السور">`, "جريدة السور", "", "", ""},
		"a program's name alone":      {`<meta name="application-name" content="جريدة السور">`, "جريدة السور", "", "", ""},
		"the owner's name":            {`<meta name="Publisher" content="شركة السور القابضة"><meta name="Author" content="السور نيوز"><title>` + title + ` - السور نيوز</title>`, "السور نيوز", "", "", ""},
		"an address of a machine":     {`<meta property="og:url" content="https://10.0.0.7/n/1"><link rel="canonical" href="https://sur.example/n/1">`, "", "", "", "https://sur.example/n/1"},
		"an address alone":            {`<meta property="og:url" content="https://sur.example/n/1">`, "", "", "", "https://sur.example/n/1"},
		"a summary that is the title": {`<title>السور - ` + title + `</title><meta name="description" content="السور - ` + title + `"><meta property="og:description" content="ستة أشهر من العمل.">`, "السور", "", "ستة أشهر من العمل.", ""},
		"a writer behind the desk":    {`<meta name="author" content="ویب ڈیسک | کاشف علی">`, "", "کاشف علی", "", ""},
		"a writer behind the paper":   {`<meta property="og:site_name" content="Sur - السور جريدة إلكترونية"><meta name="author" content="السور - كاشف علي">`, "Sur - السور جريدة إلكترونية", "كاشف علي", "", ""},
		"a writer before the desk":    {`<meta name="author" content="کاشف علی | ویب ڈیسک">`, "", "کاشف علی", "", ""},
		"a motto behind the name":     {`<meta property="og:site_name" content="جريدة السور | آخر أخبار المدينة والعالم | SUR">`, "جريدة السور", "", "", ""},
		"a motto of the publisher":    {`<meta property="og:site_name" content="السور نت"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"` + title + `","author":{"name":"السور نت - موقع وكالة السور | Sur News Agency"},"publisher":{"name":"السور نت - موقع وكالة السور | Sur News Agency"}}</script>`, "السور نت", "", "", ""},
		"a motto of one word's name":  {`<meta property="og:site_name" content="السورنت"><script type="application/ld+json">{"@type":"NewsArticle","headline":"` + title + `","publisher":{"name":"السورنت - موقع وكالة السور"}}</script>`, "السورنت", "", "", ""},
		"a name in other letters":     {`<meta property="og:site_name" content="Sur | السور">`, "Sur | السور", "", "", ""},
		"the site's own name":         {`<link rel="canonical" href="https://www.surnews.example/n/1"><meta name="author" content="surnews">`, "", "", "", "https://www.surnews.example/n/1"},
		"nobody":                      {`<meta name="author" content="Super User">`, "", "", "", ""},
	} {
		a := readOne(t, `<html lang="ar"><head>`+c.head+`</head><body><article><h1>`+title+`</h1>`+longBody+`</article></body></html>`)
		if a.Source != c.source || a.Author != c.author || a.Summary != c.summary || a.URL != c.address || a.Place != "" {
			t.Errorf("%s: source %q, author %q, summary %q, address %q, place %q", name, a.Source, a.Author, a.Summary, a.URL, a.Place)
		}
	}
}

// Who a page shows as its writer counts where what it says to programs is nobody.
func TestWriterBehindNobody(t *testing.T) {
	t.Parallel()
	a := readOne(t, `<html lang="ar"><head><meta name="author" content="Super User"></head><body><article itemscope itemtype="https://schema.org/Article"><h1>ترميم السور</h1><dl class="article-info"><dd itemprop="author" itemscope>كتب بواسطة: <span itemprop="name">هند النجار</span></dd></dl>`+longBody+`</article></body></html>`)
	if a.Author != "هند النجار" {
		t.Errorf("by %q", a.Author)
	}
}

// What a writer does and where is no part of the name, when it stands beside it in an element or a
// line of its own.
func TestWritersWithWhatTheyDo(t *testing.T) {
	t.Parallel()
	for line, want := range map[string][2]string{
		`<div class="article-author"><img alt="هند النجار" src="/a.jpg"><span>هند النجار</span><span>مراسلة الشؤون المحلية</span></div>`: {"هند النجار", ""},
		`<p class="author-name">هند النجار<br>القاهرة</p>`:                                                                               {"هند النجار", "القاهرة"},
		`<p class="author"><b>بقلم: هند النجار</b> <i>محررة</i> <i>(بيروت)</i></p>`:                                                      {"هند النجار", "بيروت"},
		`<p class="author"><b>هند</b> <b>النجار</b></p>`:                                                                                 {"هند النجار", ""},
	} {
		a := readOne(t, `<html lang="ar"><body><article><h1>ترميم السور</h1>`+line+longBody+`</article></body></html>`)
		if a.Author != want[0] || a.Place != want[1] {
			t.Errorf("%s: %q in %q", line, a.Author, a.Place)
		}
	}
}

// A page is from where what saved it says, unless it says another address itself.
func TestSavedFrom(t *testing.T) {
	t.Parallel()
	const address, other = "https://sur.example/n/1?a=1", "https://sur.example/n/2"
	for name, page := range map[string]string{
		"a browser":         `<!DOCTYPE html><!-- saved from url=(0027)` + address + ` --><html><head>`,
		"SingleFile":        "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: " + address + " \n saved date: Sat Jan 06 2024\n--><head>",
		"SingleFile of old": "<!DOCTYPE html><html><!--\n Archive processed by SingleFile \n url: " + address + " \n saved date: Sat Jan 06 2024\n--><head>",
		"monolith":          "<!-- Saved from " + address + " at 2024-01-06T10:11:12Z using monolith v2.8.1 -->\n<!DOCTYPE html><html><head>",
		"WebScrapBook":      `<!DOCTYPE html><html data-scrapbook-create="20240106" data-scrapbook-source="` + address + `"><head>`,
		"Save Page WE":      `<!DOCTYPE html><html><head><meta name="savepage-url" content="` + address + `">`,
	} {
		for link, want := range map[string]string{"": address, `<link rel="canonical" href="` + other + `">`: other} {
			if a := readOne(t, page+link+`<title>خبر</title></head><body><article><h1>خبر</h1>`+longBody+`</article></body></html>`); a.URL != want {
				t.Errorf("%s %s: the address is %q", name, link, a.URL)
			}
		}
	}
}
