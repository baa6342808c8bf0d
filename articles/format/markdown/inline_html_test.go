package markdown

import (
	"strings"
	"testing"
)

// What HTML says within a line of Markdown is said in Markdown; what only looks
// otherwise, and code, stays.
func TestInlineHTML(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, in, want string }{
		{"a power", "في الكوب 10<sup>24</sup> جزيء", "في الكوب 10²⁴ جزيء"},
		{"a formula", "ثاني أكسيد الكربون CO<sub>2</sub>.", "ثاني أكسيد الكربون CO₂."},
		{"a power without a letter", "2<sup>xy</sup>", "2^xy"},
		{"an ordinal", "القرن 19<sup>th</sup>", "القرن 19th"},
		{"a power in a cell", "| س | x<sup>2</sup> |", "| س | x² |"},
		{"a quotation", "قالت <q>لا أدري</q> وسكتت", "قالت “لا أدري” وسكتت"},
		{"keys", "اضغط <kbd>Ctrl</kbd>+<kbd>C</kbd>", "اضغط `Ctrl`+`C`"},
		{"a link", `انظر <a class="x" href="https://example.org/a_(b)">الدفتر</a> هنا`, "انظر [الدفتر](<https://example.org/a_(b)>) هنا"},
		{"a link in bold letters", `<a href="b.md"><b>الدفتر</b></a>`, "[**الدفتر**](<b.md>)"},
		{"a picture", `قبل <img src="a b.png" alt="خريطة"> بعد`, "قبل ![خريطة](<a b.png>) بعد"},
		{"a picture that is a link", `<a href="https://example.org/"><img src=a.png alt='شعار'></a>`, "[![شعار](<a.png>)](<https://example.org/>)"},
		{"emphasis", "<b>مهم </b>و<i>مائل</i> و<del>ملغى</del> و<mark>مظلل</mark>", "**مهم** و*مائل* و~~ملغى~~ و**مظلل**"},
		{"a break", "سطر<br>وسطر", "سطر<br>وسطر"},
		{"code", "اكتب `10<sup>2</sup>`", "اكتب `10<sup>2</sup>`"},
		{"comparison", "إن كان a<b و c>d", "إن كان a<b و c>d"},
		{"what is not closed", "قبل <sup>بعد", "قبل <sup>بعد"},
		{"an image on its own", `<p align="center"><img src="logo.png" alt="شعار الدار"></p>`, "![شعار الدار](<logo.png>)"},
		{"what unfolds", "<details><summary>الخلاصة</summary>\n\nنص مطوي.\n\n</details>", "الخلاصة\n\n\nنص مطوي."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.TrimSpace(withoutHTML(tt.in)); got != tt.want {
				t.Errorf("it became\n%q, want\n%q", got, tt.want)
			}
		})
	}
}
