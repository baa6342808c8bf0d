package html

import (
	"strings"
	"testing"
)

// The lead that a page shows under its title is not lost: it is the summary, where the page gives
// none but the beginning of its text, else the first paragraph, once.
func TestLeadIsKept(t *testing.T) {
	t.Parallel()
	const lead = "نقيب الحرفيين يعد بألا يرتفع السعر قبل نهاية العام الجاري في الأسواق كلها"
	const other = `<meta name="description" content="كل ما يجب أن تعرفه عن الزجاج هذا الأسبوع">`
	for name, c := range map[string]struct {
		head, line   string
		summary      string
		opensTheText bool
	}{
		"alone":                    {"", `<p class="post-sub-title">` + lead + `</p>`, lead, false},
		"beside a cut of the text": {`<meta name="description" content="` + strings.TrimSuffix(newsOfGlass, " على أطراف المدينة.") + `…">`, `<h2 class="subTitle">` + lead + `</h2>`, lead, false},
		"beside another summary":   {other, `<div itemprop="description"><p>` + lead + `</p></div>`, "كل ما يجب أن تعرفه عن الزجاج هذا الأسبوع", true},
		"as the summary":           {`<meta name="description" content="` + lead + `">`, `<p class="lead">` + lead + `</p>`, lead, false},
		"of another article":       {other, `<aside><p class="lead">` + lead + `</p></aside>`, "كل ما يجب أن تعرفه عن الزجاج هذا الأسبوع", false},
		"a link":                   {other, `<p class="lead"><a href="/2">` + lead + `</a></p>`, "كل ما يجب أن تعرفه عن الزجاج هذا الأسبوع", false},
	} {
		body := `<main><header><h1>زجاج في السوق</h1>` + c.line + `</header><div class="article-text">` + strings.TrimPrefix(newsBody, "<h1>زجاج في السوق</h1>") + `</div></main>`
		a := readNews(t, c.head, body)
		if a.Summary != c.summary {
			t.Errorf("%s: the summary is %q", name, a.Summary)
		}
		if begins := strings.HasPrefix(a.Body, lead+"\n\n"); begins != c.opensTheText || strings.Contains(a.Body, lead) != begins {
			t.Errorf("%s: the text is\n%s", name, a.Body)
		}
	}
}

// A heading below the title that is as long as a sentence stands over nothing: it is a lead. One of
// several of its rank stands over a section.
func TestSubtitlesAreNoHeadings(t *testing.T) {
	t.Parallel()
	const subtitle = "نقيب الحرفيين يعد بألا يرتفع السعر قبل نهاية العام الجاري"
	for name, c := range map[string]struct {
		line, behind string
		want         string
	}{
		"alone":           {"<h2>" + subtitle + "</h2>", "", subtitle + "\n\n" + newsOfGlass},
		"within its own":  {`<div><h2><span>` + subtitle + "</span></h2></div>", "", subtitle + "\n\n" + newsOfGlass},
		"called so":       {`<h2 class="headingInfo_subtitle">` + subtitle + "</h2>", "<h2>بعد السوق</h2><p>" + newsOfRoad + "</p>", subtitle + "\n\n" + newsOfGlass},
		"over a section":  {"<h2>" + subtitle + "</h2>", "<h2>بعد السوق</h2><p>" + newsOfRoad + "</p>", "## " + subtitle},
		"one like a time": {"<h2>قبل السوق</h2>", "", "## قبل السوق"},
		"a short heading": {"<h2>ألواح من القرى</h2>", "", "## ألواح من القرى"},
	} {
		a := readNews(t, `<meta name="description" content="كل ما يجب أن تعرفه عن الزجاج هذا الأسبوع">`, "<article>"+strings.Replace(newsBody, "</h1>", "</h1>"+c.line, 1)+c.behind+"</article>")
		if !strings.HasPrefix(a.Body, c.want) {
			t.Errorf("%s: the text is\n%s", name, a.Body)
		}
	}
}
