package articles

import (
	"regexp"
	"strings"
)

// metaLine is a line of the metadata that MultiMarkdown has above a text.
var metaLine = regexp.MustCompile(`^(\pL[\pL\pN _-]{0,30}):[ \t]+(\S.*)$`)

// titleBlock reads what stands above a text without fences: a title block of
// Pandoc ("% title", "% authors", "% date"), or metadata of MultiMarkdown, which
// begins with the title.
func titleBlock(text string) (fields map[string]field, rest string, ok bool) {
	if strings.HasPrefix(text, "% ") {
		return pandocBlock(text)
	}
	fields = map[string]field{}
	rest = text
	for n := 1; ; n++ {
		line, after, more := strings.Cut(rest, "\n")
		m := metaLine.FindStringSubmatch(line)
		if strings.TrimSpace(line) == "" && fields["title"].value != nil {
			return fields, after, true
		}
		if m == nil || n == 1 && plainName(m[1]) != "title" || !more {
			return nil, text, false
		}
		fields[plainName(m[1])] = field{value: strings.TrimSpace(m[2]), line: n}
		rest = after
	}
}

// pandocBlock reads a title block of Pandoc: each of its three parts goes on in
// lines that are indented.
func pandocBlock(text string) (fields map[string]field, rest string, ok bool) {
	fields = map[string]field{}
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
			var all []field
			for writer := range strings.SplitSeq(value, ";") {
				if writer = strings.TrimSpace(writer); writer != "" {
					all = append(all, field{value: writer})
				}
			}
			fields[name] = field{value: all}
			continue
		}
		fields[name] = field{value: strings.TrimSpace(value)}
	}
	return fields, rest, true
}
