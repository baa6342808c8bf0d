package articles

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"warraq/articles/text"
)

// markdownEndings are those of files that hold Markdown.
var markdownEndings = []string{".md", ".markdown", ".mdown", ".mkd"}

// heading is a line that is one in Markdown and hardly in plain text.
var heading = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$`)

// isMarkdown tells Markdown by a heading that opens it, else by its name.
func isMarkdown(in *source) bool {
	if slices.Contains(markdownEndings, in.ending()) {
		return true
	}
	first, _, _ := strings.Cut(strings.TrimLeft(in.text, "\n"), "\n")
	_, _, block := titleBlock(in.text[:min(len(in.text), opens)])
	return heading.MatchString(first) || block
}

// readMarkdown reads a Markdown file, with or without front matter. Its title
// is the front matter's, else the heading that opens it, else the file's name.
func readMarkdown(in *source) ([]Article, error) {
	matter, body, isTOML, ok := frontMatter(in.text)
	var a Article
	var fields map[string]field
	var err error
	isTemplate := ok
	if ok {
		fields, err = parseFrontMatter(in, matter, isTOML)
	} else {
		fields, body, _ = titleBlock(in.text)
	}
	if err != nil {
		return nil, err
	}
	if a, err = fromFields(in, fields); err != nil {
		return nil, err
	}
	body = withoutLinks(body)
	var tags []string
	if a.Kept != nil { // an export, which has none of the habits of others
		body = shortcodesBack.Replace(body)
	} else {
		body, tags = withoutHabits(body, isTemplate)
	}
	if len(tags) > 0 {
		fill(&a.Section, tags[0])
	}
	if in.near != nil {
		var pointed []Related
		al := in.newAlbum()
		body, pointed = in.near.follow(body, al)
		al.give(&a)
		a.addRelated(pointed)
	}
	title, rest := openingHeading(body)
	stem, day := fileTitle(in.name)
	switch {
	case a.Title == "" && title != "":
		a.Title, body = title, rest
	case a.Title == "" && slices.Contains(markdownEndings, in.ending()):
		a.Title = stem
	case title != "" && text.CleanLine(a.Title) == text.CleanLine(title):
		body = rest
	}
	if a.Published.IsZero() {
		a.Published = day
	}
	a.Body = strings.Trim(body, "\n")
	a.Full = strings.TrimSpace(a.Body) != ""
	return []Article{a}, nil
}

// addRelated adds those that are not among the related articles yet.
func (a *Article) addRelated(more []Related) {
	for _, r := range more {
		if !slices.ContainsFunc(a.Related, func(o Related) bool { return o.Title == r.Title && r.Title != "" }) {
			a.Related = append(a.Related, r)
		}
	}
}

// underline is what makes the line before it a heading of the first level.
var underline = regexp.MustCompile(`^ {0,3}=+[ \t]*$`)

// openingHeading takes the heading of the first level that opens a Markdown
// text off it.
func openingHeading(body string) (title, rest string) {
	trimmed := strings.TrimLeft(body, "\n")
	first, after, _ := strings.Cut(trimmed, "\n")
	if m := heading.FindStringSubmatch(first); m != nil && len(m[1]) == 1 {
		return inlineText(m[2]), after
	}
	second, after, _ := strings.Cut(after, "\n")
	if strings.TrimSpace(first) != "" && underline.MatchString(second) {
		return inlineText(strings.TrimSpace(first)), after
	}
	return "", body
}

// inlineMarkup is what of Markdown stands in headings.
var inlineMarkup = regexp.MustCompile("!?\\[([^\\]]*)\\]\\([^)]*\\)|(?:\\*\\*|__|`)(\\S(?:[^*_`]*\\S)?)(?:\\*\\*|__|`)|\\*(\\S(?:[^*]*\\S)?)\\*")

// inlineText is the text of a line of Markdown.
func inlineText(s string) string {
	return text.Unescape(inlineMarkup.ReplaceAllString(s, "$1$2$3"))
}

// dated is a file's name as Jekyll has it.
var dated = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)-(.+)$`)

// fileTitle makes a title of a file's name, and a day where it begins with one.
func fileTitle(name string) (string, time.Time) {
	stem := path.Base(strings.ReplaceAll(name, `\`, "/"))
	stem = strings.TrimSuffix(stem, path.Ext(stem))
	var day time.Time
	if m := dated.FindStringSubmatch(stem); m != nil {
		if t, err := time.Parse(time.DateOnly, m[1]); err == nil {
			day, stem = t, m[2]
		}
	}
	if !strings.Contains(stem, " ") {
		stem = strings.NewReplacer("-", " ", "_", " ").Replace(stem)
	}
	return stem, day
}
