package markdown

import (
	"strings"

	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/pattern"
)

// metaLine is a line of the metadata that MultiMarkdown has above a text.
var metaLine = pattern.New(`^(\pL[\pL\pN _-]{0,30}):[ \t]+(\S.*)$`)

// propertyLine is a property of Logseq: of a page above its text, of a block within it.
var propertyLine = pattern.New(`^(\pL[\pL\pN._-]{0,40}):: ?(.*)$`)

// titleBlock reads what stands above a text without fences: a title block of
// Pandoc ("% title", "% authors", "% date"), properties of Logseq, or metadata of
// MultiMarkdown, which begins with the title.
func titleBlock(text string) (meta map[string]fields.Field, rest string, ok bool) {
	if strings.HasPrefix(text, "% ") {
		return pandocBlock(text)
	}
	if propertyLine.MatchString(text[:strings.IndexByte(text+"\n", '\n')]) {
		return pageProperties(text)
	}
	meta = map[string]fields.Field{}
	rest = text
	for n := 1; ; n++ {
		line, after, more := strings.Cut(rest, "\n")
		m := metaLine.FindStringSubmatch(line)
		if strings.TrimSpace(line) == "" && meta["title"].Value != nil {
			return meta, after, true
		}
		if m == nil || n == 1 && fields.PlainName(m[1]) != "title" || !more {
			return nil, text, false
		}
		meta[fields.PlainName(m[1])] = fields.Field{Value: strings.TrimSpace(m[2]), Line: n}
		rest = after
	}
}

// pandocBlock reads a title block of Pandoc: each of its three parts goes on in
// lines that are indented.
func pandocBlock(text string) (meta map[string]fields.Field, rest string, ok bool) {
	meta = map[string]fields.Field{}
	rest = text
	for _, name := range []string{"title", "author", "date"} {
		line, after, _ := strings.Cut(rest, "\n")
		value, is := strings.CutPrefix(line, "%")
		if !is {
			break
		}
		for strings.HasPrefix(after, " ") {
			line, after, _ = strings.Cut(after, "\n")
			separator := " "
			if name == "author" {
				separator = ";"
			}
			value += separator + strings.TrimSpace(line)
		}
		rest = after
		if name == "author" {
			var all []fields.Field
			for writer := range strings.SplitSeq(value, ";") {
				if writer = strings.TrimSpace(writer); writer != "" {
					all = append(all, fields.Field{Value: writer})
				}
			}
			meta[name] = fields.Field{Value: all}
			continue
		}
		meta[name] = fields.Field{Value: strings.TrimSpace(value)}
	}
	return meta, rest, true
}

// pageProperties reads the properties of a page of Logseq.
func pageProperties(text string) (meta map[string]fields.Field, rest string, ok bool) {
	meta, rest = map[string]fields.Field{}, text
	for n := 1; ; n++ {
		line, after, _ := strings.Cut(rest, "\n")
		m := propertyLine.FindStringSubmatch(strings.TrimRight(line, "\r"))
		if m == nil {
			return meta, rest, true
		}
		meta[fields.PlainName(m[1])] = fields.Field{Value: propertyText(m[2]), Line: n}
		rest = after
	}
}

// propertyText returns what a property says, without the marks of links to pages.
func propertyText(value string) string {
	return strings.TrimSpace(strings.NewReplacer("[[", "", "]]", "").Replace(value))
}
