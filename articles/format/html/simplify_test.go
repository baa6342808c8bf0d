package html

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// paragraphs are those of a page around what a test looks at.
const (
	openingWords = "بدأ عمال البلدية صباح أمس ترميم السور الشرقي للمدينة القديمة، بعد شتاء طويل سقطت فيه حجارة كثيرة من أعلاه على الطريق."
	closingWords = "ويقول المهندس المشرف إن العمل سينتهي قبل الخريف، وإن الطريق سيبقى مفتوحًا أمام المشاة طوال هذه المدة دون انقطاع."
)

// readPage reads a page with a part between two paragraphs.
func readPage(t *testing.T, part string) articles.Article {
	t.Helper()
	page := `<!doctype html><html lang="ar" dir="rtl"><head><title>ترميم السور الشرقي</title></head><body><article><h1>ترميم السور الشرقي</h1><p>` +
		openingWords + `</p>` + part + `<p>` + closingWords + `</p></article></body></html>`
	list, err := readHTML(articles.NewSource("page.html", []byte(page)))
	if err != nil || len(list) != 1 {
		t.Fatalf("%d articles, %v", len(list), err)
	}
	return list[0]
}

// What Markdown has no form for is written as what it has one for, in pages and in the
// fragments of feeds and books alike.
func TestStructureSurvives(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, part, want string }{
		{"a power", `<p>في الكوب نحو 10<sup>24</sup> جزيء.</p>`, "10²⁴ جزيء"},
		{"a power of a letter", `<p>القانون a<sup>n</sup> + b<sup>n</sup>.</p>`, "aⁿ + bⁿ"},
		{"a power that has no letters", `<p>المقدار 2<sup>ع</sup> و2<sup>xy</sup>.</p>`, "2^xy"},
		{"a negative power", `<p>السرعة 5 م·ث<sup>-1</sup>.</p>`, "م·ث⁻¹"},
		{"an index", `<p>غاز CO<sub>2</sub> وحمض H<sub>2</sub>SO<sub>4</sub>.</p>`, "CO₂ وحمض H₂SO₄"},
		{"an ordinal", `<p>في القرن 19<sup>th</sup> بالإنجليزية.</p>`, "19th"},
		{"a note", `<p>بُني سنة 1742<sup><a href="#n3">3</a></sup> ثم هُدم.</p>`, `1742\[3] ثم`},
		{"a note by its role", `<p>بُني سنة 1742<a role="doc-noteref" href="notes.html#n3">3</a>.</p>`, `1742\[3].`},
		{"a note of an encyclopedia", `<p>وُسّع<sup class="reference"><a href="#cite_note-4">[4]</a></sup>.</p>`, `وُسّع\[4].`},
		{"a note's own number", `<p>بُني سنة 1742<a role="doc-noteref" href="#n3">3</a>.</p><aside id="n3"><p>سجل البلدية، الورقة الثانية.</p></aside>`, `\[3] سجل البلدية`},
		{"a quotation in a line", `<p>قال الحارس: <q>لم أر شيئًا</q>، ومضى.</p>`, "“لم أر شيئًا”،"},
		{"a quotation in another", `<p><q>سألني: <q>من أنت؟</q> فسكتّ</q>.</p>`, "“سألني: ‘من أنت؟’ فسكتّ”"},
		{"a quotation with its own marks", `<p>قال: <q>«لا»</q>.</p>`, "قال: «لا»."},
		{"a reading", `<p>الرمز <ruby>山<rp>(</rp><rt>yama</rt><rp>)</rp></ruby> جبل.</p>`, "山(yama)"},
		{"definitions", `<dl><dt>السور</dt><dd>جدار حول مدينة.</dd><dd>وكل جدار.</dd></dl>`, "**السور**\n\n- جدار حول مدينة.\n- وكل جدار."},
		{"a table with lines in its cells", `<table><tr><td>حجر<br>رملي</td><td>12</td></tr><tr><td>كلس</td><td>7</td></tr></table>`, "| حجر رملي | 12 |"},
		{"a table with a list in a cell", `<table><tr><td>أدوات<ul><li>فأس</li><li>مجرفة</li></ul></td><td>3</td></tr><tr><td>حبال</td><td>9</td></tr></table>`, "أدوات • فأس • مجرفة | 3"},
		{"a table with paragraphs in its cells", `<table><tr><td><p>يوم</p><p>السبت</p></td><td>8</td></tr><tr><td>الأحد</td><td>6</td></tr></table>`, "| يوم السبت | 8 |"},
		{"a table in a figure", `<figure><table><tr><td>رمل</td><td>4</td></tr><tr><td>جص</td><td>2</td></tr></table><figcaption>مواد البناء</figcaption></figure>`, "| رمل | 4 |"},
		{"a quotation in a figure", `<figure><blockquote><p>الحجر أصبر من الناس.</p></blockquote><figcaption>بنّاء</figcaption></figure>`, "> الحجر أصبر من الناس."},
		{"code in a figure", `<figure><pre><code>x := 1</code></pre><figcaption>سطر</figcaption></figure>`, "x := 1"},
		{"code beside the numbers of its lines", `<figure class="highlight"><table><tr><td class="gutter"><pre>1
2</pre></td><td class="code"><pre>go run .
go test</pre></td></tr></table></figure>`, "go run .\ngo test"},
		{"halves of a verse", `<p><span>يا سورُ كم مرّت عليك قوافلٌ</span><span>وبقيتَ وحدك في المكان مقيما</span></p>`, "قوافلٌ\u2003\u2003\u2003وبقيتَ"},
		{"a heading with a link to change it", `<div class="heading"><h2>الحجارة</h2><span>[<a href="/edit">تحرير</a>]</span></div><p>وهي من المقالع القريبة كلها، نُقلت على ظهور الدواب في ذلك الزمن البعيد.</p>`, "## الحجارة\n"},
		{"a film in a frame", `<iframe src="https://www.youtube.com/embed/Zq3tB" title="جولة على السور"></iframe>`, "[جولة على السور](https://www.youtube.com/watch?v=Zq3tB)"},
		{"a recording", `<audio src="https://news.example/a.mp3">متصفحك قديم.</audio>`, "https://news.example/a.mp3"},
		{"what only screen readers leave out", `<p aria-hidden="true">وقد سُمعت أصوات المطارق من الحي المجاور منذ الفجر حتى غياب الشمس في كل يوم من أيام العمل.</p>`, "أصوات المطارق"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			page := readPage(t, test.part)
			var fragment articles.Article
			if err := SetText(&fragment, `<p>`+openingWords+`</p>`+test.part+`<p>`+closingWords+`</p>`); err != nil {
				t.Fatal(err)
			}
			for kind, body := range map[string]string{"page": page.Body, "fragment": fragment.Body} {
				if !strings.Contains(padCells(body), padCells(test.want)) {
					t.Errorf("%s: %q is not in:\n%s", kind, test.want, body)
				}
				if !strings.Contains(body, openingWords) || !strings.Contains(body, closingWords) {
					t.Errorf("%s: a paragraph is lost:\n%s", kind, body)
				}
				if strings.Contains(body, "متصفحك") || strings.Contains(body, "تحرير") {
					t.Errorf("%s: what is no text stayed:\n%s", kind, body)
				}
			}
		})
	}
}

// padCells is a text with the padding of the cells of tables as one space.
func padCells(s string) string {
	for strings.Contains(s, "  ") {
		s = strings.ReplaceAll(s, "  ", " ")
	}
	return s
}

// A caption follows what it is about, once each, and never takes its place.
func TestFigureCaptions(t *testing.T) {
	t.Parallel()
	gallery := `<figure class="gallery"><figure><img src="https://a.example/1.jpg"><figcaption>البرج</figcaption></figure>` +
		`<figure><img src="https://a.example/2.jpg"><figcaption>الباب</figcaption></figure><figcaption>مشاهد</figcaption></figure>`
	a := readPage(t, gallery)
	var said []string
	for _, c := range a.Captions {
		said = append(said, c.Text)
	}
	if got := strings.Join(said, " / "); got != "البرج / الباب / مشاهد" {
		t.Errorf("captions %q", got)
	}
	a = readPage(t, `<figure><table><tr><td>رمل</td><td>4</td></tr><tr><td>جص</td><td>2</td></tr></table><figcaption>مواد البناء</figcaption></figure>`)
	if len(a.Captions) != 1 || a.Captions[0].After != 2 {
		t.Errorf("the caption of a table: %+v in\n%s", a.Captions, a.Body)
	}
	a = readPage(t, `<figure><img src="https://a.example/1.jpg"><figcaption>©</figcaption></figure><figure><img src="https://a.example/2.jpg"><figcaption>التالي</figcaption></figure>`)
	if len(a.Captions) != 0 {
		t.Errorf("signs and buttons became captions: %+v", a.Captions)
	}
}

// Numbers in attributes and the shape of a table cost no more than its cells.
func TestTableBounds(t *testing.T) {
	t.Parallel()
	var ragged strings.Builder
	ragged.WriteString("<table><tr>" + strings.Repeat("<td>ع</td>", 1000) + "</tr>")
	for range 1000 {
		ragged.WriteString("<tr><td>سطر</td></tr>")
	}
	ragged.WriteString("</table>")
	for name, part := range map[string]string{
		"columns": `<table><tr><td colspan="100000000">واحد</td></tr><tr><td>اثنان</td><td>ثلاثة</td></tr></table>`,
		"rows":    `<table><tr><td rowspan="100000000">واحد</td><td>اثنان</td></tr><tr><td>ثلاثة</td></tr></table>`,
		"ragged":  ragged.String(),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var a articles.Article
			if err := SetText(&a, part); err != nil {
				t.Fatal(err)
			}
			if len(a.Body) > 4*len(part)+200 {
				t.Errorf("%d bytes became %d", len(part), len(a.Body))
			}
			for _, word := range []string{"واحد", "اثنان", "ثلاثة", "سطر"} {
				if strings.Contains(part, word) && !strings.Contains(a.Body, word) {
					t.Errorf("%q is lost", word)
				}
			}
		})
	}
}
