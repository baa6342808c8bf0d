package fields

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
)

// tagNames are the names under which programs give all that an article is filed under:
// lists, or one text with signs between. filedNames are those of one of them.
var (
	tagNames = PlainNames("categories", "category", "tags", "keywords", "topics", "topic", "labels", "articlesection", "tag",
		"الوسوم", "وسوم", "التصنيفات", "تصنيفات", "دسته", "برچسب\u200cها", "תגיות")
	filedNames = PlainNames("section", "sectionname", "category", "topic", "articlesection", "القسم", "قسم", "التصنيف", "تصنيف", "دسته", "מדור")
)

// sectionAndTags returns the section of an article, as it was found or the first of its tags, and
// all that it is filed under; none where that is the section alone.
func sectionAndTags(fields map[string]Field, section string) (string, []string) {
	var tags []string
	several := false
	for _, name := range tagNames {
		f, ok := fields[name]
		if !ok {
			continue
		}
		several = several || !slices.Contains(filedNames, name)
		for _, tag := range f.tags(slices.Contains(filedNames, name)) {
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	section = text.CleanLine(section)
	if isNumber(section) && len(tags) > 0 || slices.Contains(markTags, strings.ToLower(section)) || !slices.Contains(tags, section) && isOfTags(fields, section) {
		section = ""
		for _, tag := range tags {
			if !slices.Contains(markTags, strings.ToLower(tag)) {
				section = tag
				break
			}
		}
	}
	if section != "" && len(tags) > 0 && !slices.Contains(tags, section) {
		tags = append([]string{section}, tags...)
	}
	if !several && len(tags) < 2 {
		tags = nil
	}
	return section, tags
}

// markTags are the tags with which programs mark what they have saved: they say nothing of
// what an article is about.
var markTags = []string{"clippings", "clipping", "unread", "inbox", "to-read", "toread", "uncategorized", "غير مصنف"}

// isOfTags reports whether a section is the text in which tags stand with signs between.
func isOfTags(fields map[string]Field, section string) bool {
	return slices.ContainsFunc(tagNames, func(name string) bool {
		s, ok := fields[name].Value.(string)
		return ok && text.CleanLine(linkText(s)) == section
	})
}

// tags are the tags that a field holds. A text of one of them is not parted.
func (f Field) tags(one bool) []string {
	var all []string
	switch v := f.Value.(type) {
	case string:
		parts := []string{v}
		if !one {
			parts = strings.FieldsFunc(v, func(r rune) bool { return strings.ContainsRune(",،;؛|", r) })
		}
		for _, part := range parts {
			if part = strings.TrimPrefix(readerLabel(text.CleanLine(linkText(part))), "#"); part != "" && !isNumber(part) {
				all = append(all, part)
			}
		}
	case []Field:
		for _, item := range v {
			all = append(all, item.tags(true)...)
		}
	case map[string]Field:
		if s, err := f.Text("section"); err == nil {
			all = Field{Value: s}.tags(true)
		}
	}
	return all
}

// readerLabel returns what a reader's user called a label, of what Google Reader's interface
// writes for it, which FreshRSS and others speak: "user/-/label/…"; "" for the state in which an
// article is; any other tag as it is.
func readerLabel(tag string) string {
	label, ok := strings.CutPrefix(tag, "user/")
	if !ok {
		return tag
	}
	_, label, _ = strings.Cut(label, "/") // whose it is
	if strings.HasPrefix(label, "state/") {
		return ""
	}
	return strings.TrimPrefix(label, "label/")
}

// isNumber reports whether a text is the number of a tag, and no name.
func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// linkText returns what a link of Obsidian shows, and any other text as it is.
func linkText(s string) string {
	inner, ok := strings.CutPrefix(strings.TrimSpace(s), "[[")
	if !ok {
		return s
	}
	if inner, ok = strings.CutSuffix(inner, "]]"); !ok || strings.Contains(inner, "[[") {
		return s
	}
	if _, shown, ok := strings.Cut(inner, "|"); ok {
		return shown
	}
	return inner[strings.LastIndexByte(inner, '/')+1:]
}

// splitNames returns names that stand in one text with semicolons between as a list has them.
func splitNames(names string) string {
	if !strings.ContainsAny(names, ";؛") {
		return names
	}
	var all []string
	for name := range strings.FieldsFuncSeq(names, func(r rune) bool { return r == ';' || r == '؛' }) {
		if name = strings.TrimSpace(name); name != "" {
			all = append(all, name)
		}
	}
	return JoinNames(all)
}
