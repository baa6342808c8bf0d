package mediawiki

import (
	"slices"
	"strings"
	"testing"
	"time"
)

const dump = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="ar">
<siteinfo><sitename>ويكي الجبال</sitename><base>https://jibal.example/wiki/%D8%A7%D9%84%D8%B1%D8%A6%D9%8A%D8%B3%D8%A9</base>
<namespaces><namespace key="0"/><namespace key="6" case="first-letter">ملف</namespace><namespace key="14">تصنيف</namespace></namespaces></siteinfo>
<page><title>جبل الريح</title><ns>0</ns><id>1</id>
<revision><id>3</id><timestamp>2023-05-01T10:00:00Z</timestamp><model>wikitext</model><text xml:space="preserve">'''جبل الريح''' قمة &amp; وادٍ. [[تصنيف:جبال]] [[Category:قمم|ج]]</text></revision>
<revision><id>2</id><timestamp>2022-05-01T10:00:00Z</timestamp><text>قديم</text></revision></page>
<page><title>نقاش:جبل الريح</title><ns>1</ns><revision><text>كلام</text></revision></page>
<page><title>قالب:جبل</title><ns>10</ns><revision><text>قالب</text></revision></page>
<page><title>الريح</title><ns>0</ns><redirect title="جبل الريح"/><revision><text>#تحويل [[جبل الريح]]</text></revision></page>
<page><title>ريح</title><ns>0</ns><revision><text>#REDIRECT [[جبل الريح]]</text></revision></page>
<page><title>رمز</title><ns>0</ns><revision><model>json</model><text>{}</text></revision></page>
<page><title>صفحة:كتاب/1</title><ns>104</ns><revision><model>proofread-page</model><text>نص الكتاب</text></revision></page>
</mediawiki>`

func TestDump(t *testing.T) {
	t.Parallel()
	list, _, err := parse(dump)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d pages, %v", len(list), err)
	}
	e := list[0]
	switch {
	case e.Title != "جبل الريح" || e.Source != "ويكي الجبال" || e.Lang != "ar" || e.Section != "جبال" || !slices.Equal(e.Tags, []string{"جبال", "قمم"}):
		t.Errorf("%+v", e.Article)
	case e.URL != "https://jibal.example/wiki/%D8%AC%D8%A8%D9%84_%D8%A7%D9%84%D8%B1%D9%8A%D8%AD":
		t.Errorf("address %q", e.URL)
	case e.Published.Format(time.DateOnly) != "2023-05-01":
		t.Errorf("published %v", e.Published)
	case e.HTML != "<p><b>جبل الريح</b> قمة &amp; وادٍ.</p>\n":
		t.Errorf("text %q", e.HTML)
	}
	if list[1].Title != "صفحة:كتاب/1" {
		t.Errorf("%+v", list[1])
	}
}

func TestCutOff(t *testing.T) {
	t.Parallel()
	whole, _, _ := strings.Cut(dump, "<text>قالب")
	list, line, err := parse(whole)
	if len(list) != 1 || err == nil || line == 0 {
		t.Errorf("%d pages, line %d, %v", len(list), line, err)
	}
}

func TestWikitext(t *testing.T) {
	t.Parallel()
	w := wiki{Base: "https://jibal.example/wiki/X"}
	link := func(to, text string) string {
		return `<a href="https://jibal.example/wiki/` + to + `">` + text + `</a>`
	}
	for _, test := range []struct{ name, text, want string }{
		{"paragraphs", "أ\nب\n\nج", "<p>أ\nب</p>\n<p>ج</p>\n"},
		{"headings", "== أ ==\nب\n=== ج ===", "<h2>أ</h2>\n<p>ب</p>\n<h3>ج</h3>\n"},
		{"emphasis", "''أ'' و'''ب''' و'''''ج'''''", "<p><i>أ</i> و<b>ب</b> و<b><i>ج</b></i></p>\n"},
		{"an apostrophe", "l'eau et d'or", "<p>l&#39;eau et d&#39;or</p>\n"},
		{"a link", "[[X]] و[[X y|ب]] و[[X]]s", "<p>" + link("X", "X") + " و" + link("X_y", "ب") + " و" + link("X", "Xs") + "</p>\n"},
		{"a link into a page", "[[#س]] و[[X#s|ب]]", "<p>#س و" + link("X#s", "ب") + "</p>\n"},
		{"links outside", "[https://a.example/?x=1&y=2 أ] https://b.example.", `<p><a href="https://a.example/?x=1&amp;y=2">أ</a> <a href="https://b.example">https://b.example</a>.</p>` + "\n"},
		{"other languages", "أ\n\n[[en:Mountain]]\n[[arz:جبل]]", "<p>أ</p>\n"},
		{"a category that is named", "[[:تصنيف:X|أ]]", "<p>" + `<a href="https://jibal.example/wiki/%D8%AA%D8%B5%D9%86%D9%8A%D9%81:X">أ</a>` + "</p>\n"},
		{"a picture", "أ\n[[ملف:X.jpg|تصغير|200px|يسار|قمة [[X|الجبل]]]]\nب", "<p>أ</p>\n<figure><figcaption>قمة " + link("X", "الجبل") + "</figcaption></figure>\n<p>ب</p>\n"},
		{"a picture alone", "[[File:X.jpg|thumb]]", ""},
		{"lists", "* أ\n** ب\n* ج\n# د", "<ul><li>أ<ul><li>ب</li></ul>\n</li><li>ج</li></ul>\n<ol><li>د</li></ol>\n"},
		{"definitions", "; أ : ب\n: ج", "<dl><dt>أ</dt><dd>ب</dd><dd>ج</dd></dl>\n"},
		{"templates", "{{صندوق|س={{أ|ب}}|ص=[[X|Y]]}}أ{{ب}} ج{{د\n|ه}}", "<p>أ ج</p>\n"},
		{"templates that say it themselves", "{{lang|fa|کوه}} {{نص|ب}}", "<p>کوه ب</p>\n"},
		{"verses", "{{بيت|صدر|عجز}}", "<p>صدر\u2003\u2003\u2003عجز</p>\n"},
		{"a parameter", "أ{{{1|ب}}}ج{{{2}}}", "<p>أبج</p>\n"},
		{"comments", "أ<!-- س\n\nص -->ب", "<p>أب</p>\n"},
		{"no wikitext", "<nowiki>[[أ]] {{ب}}</nowiki>", "<p>[[أ]] {{ب}}</p>\n"},
		{"code", "<syntaxhighlight lang=\"go\">\na := \"x\" < 1\n\nb\n</syntaxhighlight>", "<pre><code>a := &#34;x&#34; &lt; 1\n\nb</code></pre>\n"},
		{"formulas", "س<math>x^2</math>", "<p>س<code>x^2</code></p>\n"},
		{"notes", "أ<ref name=\"س\">كتاب [[X]]</ref> ب<ref name=\"س\"/> ج<ref>{{كتاب}}</ref>", "<p>أ<sup>[1]</sup> ب<sup>[1]</sup> ج</p>\n<hr>\n<p>[1] كتاب " + link("X", "X") + "</p>\n"},
		{"letters above and below", "10<sup>16</sup> H<sub>2</sub>O", "<p>10<sup>16</sup> H<sub>2</sub>O</p>\n"},
		{"scripts", "<script>alert(1)</script><b onclick=\"x\">أ</b>", "<p>alert(1)<b>أ</b></p>\n"},
		{"entities", "&nbsp;أ &lt;ب&gt; &amp;amp;", "<p>\u00a0أ &lt;ب&gt; &amp;amp;</p>\n"},
		{"switches", "__NOTOC__\nأ\n__لا_فهرس__", "<p>أ</p>\n"},
		{"a poem", "<poem>أ\nب</poem>", "<p>أ<br>\nب</p>\n"},
		{"a table", "{| class=\"wikitable\"\n|+ عنوان\n! أ !! ب\n|-\n| 1 || style=\"x\" | 2\n|-\n| colspan=\"2\" | 3\n* بند\n|}\nبعد",
			"<table>\n<caption>عنوان</caption>\n<tr><th>أ</th><th>ب</th></tr>\n<tr><td>1</td><td>2</td></tr>\n<tr><td colspan=\"2\">3<ul><li>بند</li></ul>\n</td></tr>\n</table>\n<p>بعد</p>\n"},
	} {
		c := converter{wiki: &w}
		if got := c.convert(test.text); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

// Without the address of its wiki a link is its words.
func TestLinksToNowhere(t *testing.T) {
	t.Parallel()
	c := converter{wiki: &wiki{}}
	if got := c.convert("[[X|أ]] ب"); got != "<p>أ ب</p>\n" {
		t.Errorf("%q", got)
	}
}

// Whatever is nested a thousandfold takes time in proportion.
func TestDeepNesting(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"{{lang|ar|", "[[", "[[ملف:x|", "{|\n|", "*", "'''", "<ref>", "{{{", "<b>"} {
		c := converter{wiki: &wiki{Base: "https://jibal.example/wiki/X"}}
		c.convert(strings.Repeat(part, 5_000) + "أ" + strings.Repeat("}}", 5_000) + strings.Repeat("]]", 5_000))
	}
}

func FuzzConvert(f *testing.F) {
	f.Add("'''أ''' [[ب|{{ج}}]]\n{|\n! أ\n|}\n*# د<ref>ه</ref><math>x</math>")
	f.Add("{{{{{1|}}}|{{|}}}} [[[a]] ]]")
	f.Fuzz(func(t *testing.T, text string) {
		c := converter{wiki: &wiki{Base: "https://jibal.example/wiki/X"}}
		got := c.convert(text)
		if strings.ContainsRune(got, asideStart) {
			t.Errorf("a placeholder is left in %q", got)
		}
		if strings.Contains(strings.ToLower(got), "<script") {
			t.Errorf("a script is left in %q", got)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add(dump)
	f.Fuzz(func(t *testing.T, text string) {
		if _, line, err := parse(text); line < 0 || err == nil && line > 0 {
			t.Errorf("line %d, %v", line, err)
		}
	})
}
