// Package markdown reads Markdown: with front matter in YAML or TOML, with the habits of
// programs that make sites or keep notes, with its links to other notes.
package markdown

import (
	"context"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// headingPattern is a line that is one in Markdown and hardly in plain text.
var headingPattern = pattern.New(`^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$`)

// isMarkdown tells Markdown by a heading that opens it, else by its name.
func isMarkdown(in *articles.Source) bool {
	if slices.Contains(articles.NoteExtensions, in.Extension()) {
		return true
	}
	first, _, _ := strings.Cut(strings.TrimLeft(withoutFirstComments(in.Text()), "\n"), "\n")
	_, _, block := titleBlock(in.Head())
	return headingPattern.MatchString(first) || block
}

// readMarkdown reads a Markdown file, with or without front matter. Its title
// is the front matter's, else the heading that opens it, else the file's name.
func readMarkdown(in *articles.Source) ([]articles.Article, error) {
	source := withoutFirstComments(in.Text())
	matter, body, isTOML, ok := frontMatter(source)
	var a articles.Article
	var meta map[string]fields.Field
	var err error
	isTemplate := ok
	if ok {
		meta, err = parseFrontMatter(in, matter, isTOML)
	} else {
		meta, body, _ = titleBlock(source)
	}
	if err != nil {
		return nil, err
	}
	if a, err = fields.ToArticle(in, meta, titlesAround(in)); err != nil {
		return nil, err
	}
	body = withoutLinks(body)
	var tags []string
	if a.Kept != nil { // an export, which has none of the habits of others
		body = shortcodesBack.Replace(body)
	} else {
		body, tags = withoutHabits(withoutComments(body), isTemplate)
	}
	if len(tags) > 0 {
		text.Fill(&a.Section, tags[0])
	}
	if a.Kept == nil {
		body = withoutHTML(body)
	}
	if in.Files != nil {
		var pointed []articles.Related
		al := in.Album()
		body, pointed = followLinks(in.Files, body, al)
		al.Give(&a)
		addRelated(&a, pointed)
	}
	if inner, ok := strings.CutPrefix(a.Title, "[["); ok && strings.HasSuffix(inner, "]]") && a.Kept == nil {
		a.Title = strings.TrimSuffix(inner, "]]") // a note that Obsidian calls after another
	}
	title, rest := openingHeading(body)
	if title == "" && a.Title == "" {
		title, rest = laterHeading(body)
	}
	stem, day := fileTitle(in.Name)
	switch {
	case a.Title == "" && title != "":
		a.Title, body = title, rest
	case a.Title == "" && slices.Contains(articles.NoteExtensions, in.Extension()):
		a.Title = stem
	case title != "" && text.CleanLine(a.Title) == text.CleanLine(title):
		body = rest
	}
	if a.Published.IsZero() {
		a.Published = day
	}
	a.Body = strings.Trim(body, "\n")
	if a.Published.IsZero() && a.Kept == nil {
		a.Published = dayAbove(a.Body)
	}
	a.Full = strings.TrimSpace(a.Body) != ""
	return []articles.Article{a}, nil
}

// dayAbove returns the day that one of the first lines of a text says, above its first sentence:
// beside who wrote it, or below.
func dayAbove(body string) time.Time {
	const most, longest = 3, 12 // lines, and words of each
	n := 0
	for line := range strings.Lines(body) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if n++; n > most || text.CountWords(line) > longest || text.EndsSentence(line) || strings.ContainsAny(line[:1], "#>!`") {
			break
		}
		if day, ok := press.StampIn(line); ok {
			return day
		}
	}
	return time.Time{}
}

// addRelated adds those that are not among the related articles yet.
func addRelated(a *articles.Article, more []articles.Related) {
	for _, r := range more {
		if !slices.ContainsFunc(a.Related, func(o articles.Related) bool { return o.Title == r.Title && r.Title != "" }) {
			a.Related = append(a.Related, r)
		}
	}
}

// underlinePattern is what makes the line before it a heading of the first level.
var underlinePattern = pattern.New(`^ {0,3}=+[ \t]*$`)

// openingHeading takes the heading of the first level that opens a Markdown
// text off it.
func openingHeading(body string) (title, rest string) {
	trimmed := strings.TrimLeft(body, "\n")
	first, after, _ := strings.Cut(trimmed, "\n")
	if m := headingPattern.FindStringSubmatch(first); m != nil && len(m[1]) == 1 {
		return inlineText(m[2]), after
	}
	second, after, _ := strings.Cut(after, "\n")
	if strings.TrimSpace(first) != "" && underlinePattern.MatchString(second) {
		return inlineText(strings.TrimSpace(first)), after
	}
	return "", body
}

// inlineMarkup is what of Markdown stands in headings.
var inlineMarkup = pattern.New("!?\\[([^\\]]*)\\]\\([^)]*\\)|(?:\\*\\*|__|`)(\\S(?:[^*_`]*\\S)?)(?:\\*\\*|__|`)|\\*(\\S(?:[^*]*\\S)?)\\*")

// badgePattern is a picture that is a link, such as stand behind headings.
var badgePattern = pattern.New(`\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)`)

// inlineText is the text of a line of Markdown. Of badges it has what they show only where it has
// nothing else.
func inlineText(s string) string {
	if rest := strings.TrimSpace(badgePattern.ReplaceAllString(s, "")); rest != "" {
		s = rest
	}
	return text.Unescape(inlineMarkup.ReplaceAllString(s, "$1$2$3"))
}

// datedPattern is a file's name as Jekyll has it.
var datedPattern = pattern.New(`^(\d{4}-\d\d-\d\d)-(.+)$`)

// fileTitle makes a title of a file's name, and a day where it begins with one.
func fileTitle(name string) (string, time.Time) {
	stem := path.Base(strings.ReplaceAll(name, `\`, "/"))
	stem = strings.TrimSuffix(stem, path.Ext(stem))
	var day time.Time
	if m := datedPattern.FindStringSubmatch(stem); m != nil {
		if t, err := time.Parse(time.DateOnly, m[1]); err == nil {
			day, stem = t, m[2]
		}
	}
	if !strings.Contains(stem, " ") {
		stem = strings.NewReplacer("-", " ", "_", " ").Replace(stem)
	}
	return stem, day
}

// titlesAround gives the titles of the notes around a source.
func titlesAround(in *articles.Source) fields.Titles {
	if in.Files == nil {
		return nil
	}
	return func(name string) (string, bool) {
		file, ok := in.Files.Named(name)
		if !ok {
			return "", false
		}
		return noteTitle(in.Files, file), true
	}
}

// FrontMatter is Markdown that says by its front matter what it is.
var FrontMatter = articles.Format{Name: "Markdown with front matter", Extensions: articles.NoteExtensions, Read: readFronted}

func readFronted(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !hasFrontMatter(src) {
		return nil, false, nil
	}
	list, err := readMarkdown(src)
	return list, true, err
}

// Format is Markdown that is told by a heading or by its name.
var Format = articles.Format{Name: "Markdown", Extensions: articles.NoteExtensions, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !src.IsText() || !isMarkdown(src) {
		return nil, false, nil
	}
	list, err := readMarkdown(src)
	return list, true, err
}
