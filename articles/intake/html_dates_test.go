package intake

import (
	"testing"
	"time"
)

// The date of a page that says none to machines is the one it shows with the
// article, even where it is shown as how long ago that was.
func TestShownDates(t *testing.T) {
	t.Parallel()
	const text = "<p>قال مهندس في البلدية إن الجسر الجديد يخفف الازدحام عن وسط المدينة، وإن العمل فيه استغرق ثلاث سنوات بكلفة لم يعلن عنها.</p>" +
		"<p>وأوضح أن الجسر يتسع لأربعة مسارات، وأن رصيفا للمشاة والدراجات يمتد على جانبيه من أول الطريق إلى آخره.</p>"
	const other = `<ul><li><a href="/x">خبر آخر</a> <time datetime="2025-01-05T09:00:00Z">قبل ساعة</time></li></ul>`
	ago := func(datetime string) string { return `<time datetime="` + datetime + `">قبل 3 ساعات</time>` }
	page := func(before, head, below string) string {
		return `<!DOCTYPE html><html lang="ar"><head><title>افتتاح الجسر</title></head><body>` + before + `<main><article><h1>افتتاح الجسر</h1>` + head + text + `</article>` + below + `</main></body></html>`
	}
	for name, html := range map[string]string{
		"how long ago":             page("", ago("2024-12-29T06:00:00Z"), ""),
		"how long ago, in English": page("", `<time datetime="2024-12-29T09:00:00+03:00">3 hours ago</time>`, ""),
		"as a script writes it":    page("", ago("Sun Dec 29 2024 09:00:00 GMT+0300 (Arabian Standard Time)"), ""),
		"in milliseconds":          page("", ago("1735452000000"), ""),
		"in seconds":               page("", ago("1735452000"), ""),
		"beside other articles":    page("<aside>"+other+"</aside>", ago("2024-12-29T06:00:00Z"), ""),
		"below a bar of news":      page("<nav>"+other+"</nav>", ago("2024-12-29T06:00:00Z"), ""),
		"below a card":             page(`<a href="/x"><b>خبر آخر من المدينة</b> <time datetime="2025-01-05T09:00:00Z">قبل ساعة</time></a>`, ago("2024-12-29T06:00:00Z"), ""),
		"in the margin alone":      page("", "<aside>"+ago("2024-12-29T06:00:00Z")+"</aside>", ""),
		"of a live page's entries": page("", "", "<article>"+ago("2024-12-29T06:00:00Z")+"<h2>أول سيارة</h2>"+text+"</article>"),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read("page.html", []byte(html))
			if err != nil || len(got) != 1 {
				t.Fatalf("%v, %d articles", err, len(got))
			}
			if want := time.Date(2024, 12, 29, 6, 0, 0, 0, time.UTC); !got[0].Published.Equal(want) {
				t.Errorf("%v, not %v", got[0].Published, want)
			}
		})
	}
}
