package markdown

import (
	"strings"

	"github.com/warraq/warraq/articles"
)

// withoutLinks is a text without the links that an export has put behind it.
func withoutLinks(body string) string {
	rest, ended := strings.CutSuffix(strings.TrimRight(body, " \n"), articles.LinksEnd)
	if start := strings.LastIndex(rest, articles.LinksBegin); ended && start >= 0 {
		return rest[:start]
	}
	return body
}

// shortcodesBack undoes what an export does to text that site generators would take
// for a call of a template of theirs.
var shortcodesBack = strings.NewReplacer(`{\{<`, "{{<", `{\{%`, "{{%", "{\u2060{<", "{{<", "{\u2060{%", "{{%")
