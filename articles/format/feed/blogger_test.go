package feed

import (
	"errors"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// Of an export of Blogger the posts and pages are articles that were published; how many drafts are
// left out is said.
func TestBlogger(t *testing.T) {
	t.Parallel()
	entry := func(kind, title, rest string) string {
		return `<entry><id>tag:blogger.com,1999:blog-1.` + title + `</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#` + kind + `"/>` + rest + `<title>` + title + `</title><content type="html">نص</content></entry>`
	}
	data := `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#"><title>دفتر</title>` +
		entry("template", "قالب", "") + entry("settings", "اسم", "") + entry("post", "رحلة", `<category scheme="http://www.blogger.com/atom/ns#" term="سفر"/>`) +
		entry("page", "عنّي", "") + entry("post", "مسودة", `<app:control><app:draft>yes</app:draft></app:control>`) + entry("comment", "تعليق", "") + `</feed>`
	for _, all := range []bool{false, true} {
		src := articles.NewSource("blog.xml", []byte(data))
		src.Unpublished = all
		list, _, err := read(t.Context(), src)
		var titles []string
		for _, a := range list {
			titles = append(titles, a.Title)
		}
		want := "رحلة عنّي"
		if all {
			want += " مسودة"
		}
		if got := strings.Join(titles, " "); got != want || errors.Is(err, articles.ErrUnpublished) == all {
			t.Errorf("of all (%v) it is read as %q, %v", all, got, err)
		}
		if len(list) > 0 && (len(list[0].Tags) != 1 || list[0].Section != "سفر") {
			t.Errorf("the tags are %q, the section %q", list[0].Tags, list[0].Section)
		}
	}
}
