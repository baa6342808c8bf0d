package markdown

import (
	"path"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// Programs that make pages of Markdown, and those that keep notes in it, have
// signs of their own, which no other reader understands: Hugo's shortcodes,
// Jekyll's Liquid, kramdown's attributes, Obsidian's callouts, comments, highlights
// and names of blocks. What they say is put in Markdown, what they do is left out.

var (
	commentPattern    = pattern.New(`%%[^%\n]+%%`)
	markedPattern     = pattern.New(`==([^=\s](?:[^=\n]*[^=\s])?)==`)
	blockName         = pattern.New(`[ \t]\^[A-Za-z0-9-]+[ \t]*$`)
	calloutPattern    = pattern.New(`^(\s*(?:>\s*)+)\[!([\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*(.*)$`)
	tagLine           = pattern.New(`^(?:\s*#[^\s#\pP][^\s#]*)+\s*$`)
	blockProperty     = pattern.New(`^\s*(?:id|collapsed|heading|background-color|created-at|updated-at|card-[a-z-]+|hl-[a-z-]+|ls-type|logseq\.[\w.-]+)::[ \t].*\s*$`)
	attributesPattern = pattern.New(`^\s*\{:[^}]*\}\s*$`)
	shortcodePattern  = pattern.New(`\{\{[<%]\s*(/?)\s*([\w./-]+)([^{}]*?)/?\s*[>%]\}\}`)
	liquidPattern     = pattern.New(`\{%-?\s*(\w+)\s*([^%{}]*?)-?%\}|\{\{[^{}<%]*\}\}`)
	parameterPattern  = pattern.New(`(\w+)\s*=\s*"([^"]*)"`)
	codeSpan          = pattern.New("`+[^`\n]*`+")
)

// withoutHabits gives a text of Markdown in the signs that every reader knows, and
// the tags of its lines of nothing else. What a template would fill in is looked
// for where there is front matter: elsewhere nobody would fill it in.
func withoutHabits(body string, isTemplate bool) (plain string, tags []string) {
	if !strings.ContainsAny(body, "%={^#<") && !strings.Contains(body, ":: ") {
		return body, nil
	}
	lines := strings.SplitAfter(body, "\n")
	fence, head := "", true
	kept := make([]string, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if mark := fenceOf(line); mark != "" && (fence == "" || strings.HasPrefix(mark, fence)) {
			if fence == "" {
				fence = mark
			} else {
				fence = ""
			}
		} else if fence == "" {
			if end := commentEnd(lines, i); end > i {
				i = end
				continue
			}
			switch {
			case blockProperty.MatchString(line):
				continue
			case attributesPattern.MatchString(line), strings.TrimSpace(line) == "<!--more-->", strings.TrimSpace(line) == "<!-- more -->":
				continue
			case head && tagLine.MatchString(line):
				for tag := range strings.FieldsSeq(line) {
					tags = append(tags, strings.TrimPrefix(tag, "#"))
				}
				continue
			}
			line = plainLine(line, isTemplate)
		}
		head = head && strings.TrimSpace(line) == ""
		kept = append(kept, line)
	}
	return notesBelow(strings.Join(kept, "")), tags
}

// inlineNote is a note that stands within the text, as Pandoc and Obsidian take it: "^[see there]".
var inlineNote = pattern.New(`\^\[((?:[^\[\]\n]|\[[^\[\]\n]*\](?:\([^()\n]*\))?)*\pL(?:[^\[\]\n]|\[[^\[\]\n]*\](?:\([^()\n]*\))?)*)\]`)

// notesBelow puts notes that stand within a text below it, and returns the text.
func notesBelow(body string) string {
	if !strings.Contains(body, "^[") {
		return body
	}
	var notes []string
	body = outsideCode(body, func(s string) string {
		return inlineNote.ReplaceAllStringFunc(s, func(whole string) string {
			mark := "[^inline" + strconv.Itoa(len(notes)+1) + "]"
			notes = append(notes, mark+": "+inlineNote.FindStringSubmatch(whole)[1])
			return mark
		})
	})
	if len(notes) == 0 {
		return body
	}
	return strings.TrimRight(body, "\n") + "\n\n" + strings.Join(notes, "\n\n") + "\n"
}

// commentEnd gives the line that ends a comment of several lines that begins with
// line i; i for none.
func commentEnd(lines []string, i int) int {
	if !strings.HasPrefix(strings.TrimSpace(lines[i]), "%%") || strings.Count(lines[i], "%%") > 1 {
		return i
	}
	for k := i + 1; k < len(lines); k++ {
		if strings.Contains(lines[k], "%%") {
			return k
		}
	}
	return i
}

// plainLine gives one line so.
func plainLine(line string, isTemplate bool) string {
	end := len(strings.TrimRight(line, "\n"))
	text, rest := line[:end], line[end:]
	text = blockName.ReplaceAllString(text, "")
	if m := calloutPattern.FindStringSubmatch(text); m != nil {
		name := strings.TrimSpace(m[3])
		if name == "" {
			name = m[2]
		}
		text = m[1] + "**" + name + "**"
		rest = "\n" + strings.TrimRight(m[1], " ") + "\n"
	}
	return outsideCode(text, func(s string) string {
		s = commentPattern.ReplaceAllString(s, "")
		s = markedPattern.ReplaceAllString(s, "**$1**")
		if isTemplate {
			s = shortcodePattern.ReplaceAllStringFunc(s, fromShortcode)
			s = liquidPattern.ReplaceAllStringFunc(s, fromLiquid)
		}
		return s
	}) + rest
}

// outsideCode changes a text where it is no code within a line.
func outsideCode(s string, change func(string) string) string {
	var b strings.Builder
	last := 0
	for _, at := range codeSpan.FindAllStringIndex(s, -1) {
		b.WriteString(change(s[last:at[0]]))
		b.WriteString(s[at[0]:at[1]])
		last = at[1]
	}
	b.WriteString(change(s[last:]))
	return b.String()
}

// fromShortcode gives what a shortcode of Hugo says: a picture, or the file that a
// link leads to. Of others what stands between their two halves stays.
func fromShortcode(whole string) string {
	m := shortcodePattern.FindStringSubmatch(whole)
	switch m[2] {
	case "figure", "img", "image":
		values := map[string]string{}
		for _, p := range parameterPattern.FindAllStringSubmatch(m[3], -1) {
			values[p[1]] = p[2]
		}
		s := values["caption"]
		text.Fill(&s, values["alt"])
		text.Fill(&s, values["title"])
		return "![" + s + "](<" + values["src"] + ">)"
	case "ref", "relref":
		return linkName(m[3], "")
	}
	return ""
}

// fromLiquid gives the file that a link of Jekyll leads to, and nothing of what
// else a template does.
func fromLiquid(whole string) string {
	m := liquidPattern.FindStringSubmatch(whole)
	switch m[1] {
	case "post_url":
		return linkName(m[2], "")
	case "link":
		return linkName(m[2], "/")
	}
	return ""
}

// linkName is the name of a note as a link to it has it.
func linkName(name, before string) string {
	name = strings.Trim(strings.TrimSpace(name), `"'`)
	if path.Ext(name) == "" {
		name += ".md"
	}
	return before + strings.ReplaceAll(strings.TrimPrefix(name, before), " ", "%20")
}
