package press

import (
	"testing"

	"github.com/warraq/warraq/articles"
)

// The site is what stands farthest from the heading in a page's title, without the signs
// around it and without an encyclopedia's motto.
func TestSiteInTitle(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ heading, page, want string }{
		{"فتح القاعة", "فتح القاعة | محليات | جريدة الموج", "جريدة الموج"},
		{"فتح القاعة", "جريدة الموج » محليات » فتح القاعة", "جريدة الموج"},
		{"فتح القاعة", "فتح القاعة :: جريدة الموج ::", "جريدة الموج"},
		{"بندر کهنه", "بندر کهنه - ویکی‌پدیا، دانشنامهٔ آزاد", "ویکی‌پدیا"},
		{"ميناء قديم", "ميناء قديم - ويكيبيديا، الموسوعة الحرة", "ويكيبيديا"},
		{"فتح القاعة", "فتح القاعة", ""},
	} {
		a := articles.Article{Title: c.heading}
		SetTitle(&a, c.heading, c.page)
		if a.Source != c.want || a.Title != c.heading {
			t.Errorf("%q is %q of %q, not of %q", c.page, a.Title, a.Source, c.want)
		}
	}
}

// A byline that names an agency alone names no writer.
func TestWriterName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ line, author, source string }{
		{"كتبت - سارة علي", "سارة علي", ""}, {"رويترز", "", "رويترز"}, {"نوشتهٔ رضا احمدی", "رضا احمدی", ""}, {"به قلم: رضا احمدی", "رضا احمدی", ""},
		{"حاوره: سامر القاضي", "سامر القاضي", ""}, {"تصوير: سامر القاضي", "", ""}, {"متابعات", "", ""}, {"وكالات", "", ""},
		{"القاهرة - سارة علي", "سارة علي", ""}, {"سارة علي (رويترز)", "سارة علي", "رويترز"}, {"بيروت (أ ف ب)", "", "أ ف ب"}, {"سارة علي (بيروت)", "سارة علي", ""},
		{"الكاتب: د. سارة علي، أستاذة التاريخ", "د. سارة علي", ""}, {"سارة علي، رضا سالم", "سارة علي، رضا سالم", ""}, {"حوار وتصوير: سارة علي", "سارة علي", ""},
		{"بيروت – «الشاطئ»: سارة علي", "سارة علي", ""}, {"گزارش از سارا رستمی", "سارا رستمی", ""}, {"سارة علي - رضا سالم", "سارة علي - رضا سالم", ""},
		{"رپورٹ: احمد خان", "احمد خان", ""}, {"מאת: דנה לוי", "דנה לוי", ""},
	} {
		a := articles.Article{}
		if got := WriterName(c.line, &a); got != c.author || a.Source != c.source {
			t.Errorf("%q is by %q, of %q", c.line, got, a.Source)
		}
	}
}
