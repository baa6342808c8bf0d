package html

import (
	"strings"
	"testing"
)

// What a page shows to nobody is no text of it, however it is hidden, and what it shows to some,
// or once one asks for it, is.
func TestHidden(t *testing.T) {
	t.Parallel()
	const long = "ثم مضى الراعي بغنمه إلى الوادي البعيد، ولم يعد منه إلا حين نزل المطر على الجبل وامتلأت الآبار كلها ماء."
	for name, c := range map[string]struct{ html, left string }{
		"Bootstrap":               {`<div class="d-none">كلام خفي</div>`, ""},
		"Bootstrap, on some":      {`<div class="d-none d-md-block">كلام ظاهر.</div>`, "كلام ظاهر."},
		"Tailwind":                {`<div class="hidden">كلام خفي</div>`, ""},
		"Tailwind, on some":       {`<div class="hidden md:block">كلام ظاهر.</div>`, "كلام ظاهر."},
		"Drupal":                  {`<span class="element-invisible">كلام خفي</span>`, ""},
		"a style with spaces":     {`<p style="color:red; display : none !important">كلام خفي</p>`, ""},
		"beside the screen":       {`<p style="position:absolute;left:-999em">كلام خفي</p>`, ""},
		"clipped":                 {`<p style="position:absolute;clip:rect(0 0 0 0)">كلام خفي</p>`, ""},
		"clipped by a path":       {`<p style="clip-path: inset(50%)">كلام خفي</p>`, ""},
		"by a style sheet":        {`<style>@import url(a.css); .lead, .gone {display:none} /* .b { */</style><p class="gone">كلام خفي</p>`, ""},
		"on paper":                {`<style>@media print {.shown{display:none}} .x .shown{display:none}</style><p class="shown">كلام ظاهر.</p>`, "كلام ظاهر."},
		"a tip":                   {`<p>كلام ظاهر<span role="tooltip">شرحه</span>.</p>`, "كلام ظاهر."},
		"a field":                 {`<label>اختر بلدك</label><select><option>لبنان</option></select>`, ""},
		"until it is found":       {`<div hidden="until-found"><p>كلام ظاهر.</p></div>`, "كلام ظاهر."},
		"the rest of the text":    {`<div style="display:none"><p>` + long + `</p><p>ب` + long + `</p></div><button>المزيد</button>`, long + "\n\nب" + long},
		"what is asked in a form": {`<div class="modal" style="display:none"><p>` + long + `</p><p>ب` + long + `</p></div>`, ""},
	} {
		a := readOne(t, inLongText(c.html))
		var blocks []string
		for block := range strings.SplitSeq(a.Body, "\n\n") {
			if !strings.Contains(longBody, block) {
				blocks = append(blocks, block)
			}
		}
		if got := strings.Join(blocks, "\n\n"); got != c.left {
			t.Errorf("%s: %q is left, want %q", name, got, c.left)
		}
	}
}
