package markdown

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// Comments are no text, wherever they stand but in code, and hide neither a title nor front matter.
func TestComments(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"<!-- رخصة -->\n# خان\n\nنص.":                                            "خان|نص.",
		"<!--\nرخصة\n-->\n\n---\ntitle: خان\n---\n\nنص.":                         "خان|نص.",
		"# خان\n\nنص.\n\n<!-- سر\nآخر --> بقية\n\nنهاية.":                        "خان|نص.\n\n بقية\n\nنهاية.",
		"# خان\n\nنص <!-- سر --> بعده.":                                          "خان|نص  بعده.",
		"# خان\n\n`<!-- باق -->`\n\n```\n<!-- باق -->\n```":                      "خان|`<!-- باق -->`\n\n```\n<!-- باق -->\n```",
		"[//]: # (سر)\n\n# خان\n\nنص.":                                           "خان|نص.",
		"# خان\n\nيُكتب <!-- ولا يُغلق.":                                         "خان|يُكتب <!-- ولا يُغلق.",
		"# خان\n\n<!-- لا يُغلق\n\nنص.":                                          "خان|<!-- لا يُغلق\n\nنص.",
		"<!-- markdownlint-disable -->\n<div dir=rtl>\n\n# خان\n\nنص.\n\n</div>": "خان|نص.",
	} {
		list, err := readMarkdown(articles.NewSource("a.md", []byte(source)))
		if err != nil || list[0].Title+"|"+list[0].Body != want {
			t.Errorf("%q is read as %q, %v", source, list[0].Title+"|"+list[0].Body, err)
		}
	}
	open := "# خان\n\n" + strings.Repeat("<!-- ", 1<<15)
	if _, err := readMarkdown(articles.NewSource("a.md", []byte(open+strings.Repeat("\n<!-- ", 1<<15)))); err != nil {
		t.Error(err)
	}
}
