package page

import (
	"regexp"
	"strings"
	"sync"
)

// Lists as they are written by hand in Arabic, Persian and Hebrew are no lists to
// Markdown, whose signs are others. Their items stay on lines of their own, as they are
// in the text.

// itemSigns are what items begin with: a number in Arabic digits, a letter, a bullet.
var itemSigns = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^ {0,3}(?:[٠-٩۰-۹]{1,3} ?[.)\-–ـ/:](?:\s|$)|[(][٠-٩۰-۹]{1,3}[)]\s|[ء-يא-ת](?: ?ـ|ـ? ?[.)\-–])\s|[•●▪◦‣∙·■□○◆◇►▶✓✔★]\s*\S)`)
})

// itemDashes begin items too, but also stand in sentences.
var itemDashes = []string{"– ", "— ", "― ", "‒ "}

// withItems gives the source of a paragraph with a break before each line that is an
// item of a list.
func withItems(source string) string {
	if !strings.Contains(strings.TrimRight(source, "\n"), "\n") {
		return source
	}
	all := strings.Split(strings.TrimRight(source, "\n"), "\n")
	items := itemLines(all)
	if items == nil {
		return source
	}
	var b strings.Builder
	for i, line := range all {
		b.WriteString(line)
		if i+1 < len(all) && items[i+1] {
			b.WriteString("  ") // a hard break
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// itemLines tells which lines are items, nil where fewer than two are.
func itemLines(all []string) []bool {
	items := make([]bool, len(all))
	count := 0
	for i, line := range all {
		items[i] = isItem(line) || isDashed(line) && (i == 0 || items[0] || strings.HasSuffix(strings.TrimSpace(all[i-1]), ":") || items[i-1])
		if items[i] {
			count++
		}
	}
	if count < 2 {
		return nil
	}
	return items
}

func isItem(line string) bool {
	return strings.IndexFunc(line, func(r rune) bool { return r > 0x7f }) >= 0 && itemSigns().MatchString(line)
}

func isDashed(line string) bool {
	for _, dash := range itemDashes {
		if strings.HasPrefix(strings.TrimLeft(line, " "), dash) {
			return true
		}
	}
	return false
}
