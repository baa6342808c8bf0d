package html

import (
	"strings"
	"testing"
)

// Numbers in formulas stay what they are: an exponent stands no lower than before.
func TestFormulas(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ formula, want string }{
		"an exponent":            {`<math><msup><mn>10</mn><mn>16</mn></msup></math>`, "10¹⁶"},
		"a negative one":         {`<math><msup><mn>10</mn><mrow><mo>−</mo><mn>8</mn></mrow></msup></math>`, "10⁻⁸"},
		"an index":               {`<math><msub><mi>H</mi><mn>2</mn></msub><mi>O</mi></math>`, "H₂O"},
		"both":                   {`<math><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math>`, "xᵢ²"},
		"a fraction":             {`<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>`, "(a+b)/2"},
		"a root":                 {`<math><msqrt><mi>x</mi></msqrt></math>`, "√x"},
		"a second notation":      {`<math><semantics><msup><mi>c</mi><mn>2</mn></msup><annotation encoding="application/x-tex">c^2</annotation></semantics></math>`, "c²"},
		"no other than a second": {`<math><semantics><annotation encoding="application/x-tex">c^2</annotation></semantics></math>`, "c^2"},
		"of KaTeX, twice":        {`<span class="katex"><span class="katex-mathml"><math><msup><mi>c</mi><mn>2</mn></msup></math></span><span class="katex-html" aria-hidden="true"><span>c</span><span>2</span></span></span>`, "c²"},
	} {
		a := readNews(t, "", "<p>والمقدار "+c.formula+" معروف عند أهل البحر منذ زمن طويل.</p><p>"+strings.Repeat("عاد الصيادون إلى الميناء قبل أن تشتد الريح. ", 20)+"</p>")
		if want := "والمقدار " + c.want + " معروف"; !strings.Contains(a.Body, want) {
			t.Errorf("%s: %q is not in %q", name, want, a.Body[:min(len(a.Body), 200)])
		}
	}
	a := readNews(t, "", "<p>"+strings.Repeat("عاد الصيادون إلى الميناء قبل أن تشتد الريح. ", 20)+`</p><figure><math><msup><mi>c</mi><mn>2</mn></msup></math><figcaption>مقدار معروف</figcaption></figure>`)
	if !strings.Contains(a.Body, "c²") {
		t.Errorf("a formula in a figure is not in %q", a.Body)
	}
}

// Small tables stay, whatever stands around them and wherever else tables lay out the page; so do
// those that are made of other elements.
func TestSmallTables(t *testing.T) {
	t.Parallel()
	const table = `<table><tr><td>الفريق</td><td>النقاط</td></tr><tr><td><a href="/t">النجمة</a></td><td>12</td></tr></table>`
	long := "<p>" + strings.Repeat("عاد الصيادون إلى الميناء قبل أن تشتد الريح، وباعوا ما معهم. ", 8) + "</p>"
	for name, body := range map[string]string{
		"alone":                    table,
		"in an element":            `<div class="table-responsive">` + table + "</div>",
		"in elements":              `<div class="block"><div class="scroll">` + table + "</div></div>",
		"beside one that lays out": table + `<table><tr><td><p>نص قصير هنا.</p><p>وآخر مثله.</p></td></tr></table>`,
		"in an element beside one": `<div class="table-responsive">` + table + `</div><table><tr><td><p>نص قصير هنا.</p><p>وآخر مثله.</p></td></tr></table>`,
		"by roles": `<div role="table"><div role="rowgroup"><div role="row"><span role="columnheader">الفريق</span><span role="columnheader">النقاط</span></div></div>` +
			`<div role="row"><span role="cell"><a href="/t">النجمة</a></span><span role="cell">12</span></div></div>`,
	} {
		got := readNews(t, "", "<article>"+long+body+long+"</article>").Body
		for _, row := range []string{"| الفريق", "| النقاط", "| 12"} {
			if !strings.Contains(got, row) {
				t.Errorf("%s: %q is not in\n%s", name, row, got)
				break
			}
		}
	}
}
