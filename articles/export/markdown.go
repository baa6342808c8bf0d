package export

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
)

// Markdown writes a file for each article into a folder, with front matter and
// with links to the files of its related ones. Obsidian and Hugo take the folder as
// it is, and [intake.Read] reads the files back: the links stand between marks by
// which it knows that they are not the article's.
func Markdown(folder string, s Shelf) error {
	names := fileNames(s.Cards)
	return s.each(func(a articles.JSON) error {
		a.Body = withoutShortcodes(a.Body)
		text, err := a.Article().Markdown()
		if err != nil {
			return err
		}
		text += markdownLinks(a.Related, names, s.Labels.Related)
		return File(filepath.Join(folder, names[a.ID]), func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err //nolint:wrapcheck // File says of what
		})
	})
}

// MarkdownFile writes articles as Markdown with front matter, one behind the other.
func MarkdownFile(w io.Writer, s Shelf) error {
	return s.each(func(a articles.JSON) error {
		text, err := a.Article().Markdown()
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, text)
		return err //nolint:wrapcheck // who made the writer knows
	})
}

// markdownLinks are links to the related articles that are here.
func markdownLinks(related []articles.RelatedJSON, names map[string]string, heading string) string {
	var b strings.Builder
	for _, r := range related {
		if name, ok := names[r.ID]; ok {
			fmt.Fprintf(&b, "- [%s](%s)\n", markdownText(r.Title), name)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "\n" + articles.LinksBegin + "\n\n## " + markdownText(heading) + "\n\n" + b.String() + "\n" + articles.LinksEnd + "\n"
}

// markdownText writes plain text so that Markdown shows it as it is.
func markdownText(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_{}[]<>()#!|~&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// longestName is the most bytes of a file's name: file systems take 255, and other
// programs put something behind it.
const longestName = 120

// fileNames returns the name of a file for each article, by its ID: its title, which
// is what is seen of a file in a folder of notes. A title that several have, and one
// that Windows keeps for a device, gets the ID behind it.
func fileNames(cards []Card) map[string]string {
	count := map[string]int{}
	for _, c := range cards {
		count[titleSlug(c.Title)]++
	}
	names, taken := map[string]string{}, map[string]bool{}
	for _, c := range cards {
		name := titleSlug(c.Title)
		switch {
		case name == "":
			name = titleSlug(c.ID)
		case count[name] > 1, isDevice(name):
			name += "-" + titleSlug(c.ID)
		}
		for taken[name] {
			name += "-" + titleSlug(c.ID)
		}
		taken[name] = true
		names[c.ID] = name + ".md"
	}
	return names
}

// FileOfID returns a name for the file of an article by which its ID is known: its title, and
// the ID behind that.
func FileOfID(c Card, ending string) string {
	name := c.ID
	if title := titleSlug(c.Title); title != "" {
		name = title + "-" + name
	}
	return name + ending
}

// IDOfFile returns the ID in a name that [FileOfID] gave.
func IDOfFile(name, ending string) (id string, ok bool) {
	name, ok = strings.CutSuffix(name, ending)
	return name[strings.LastIndexByte(name, '-')+1:], ok
}

// isDevice tells whether Windows takes a name for one of its devices, whatever
// ending the name has.
func isDevice(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul", "conin", "conout":
		return true
	}
	for _, port := range []string{"com", "lpt"} {
		if number, ok := strings.CutPrefix(name, port); ok && utf8.RuneCountInString(number) == 1 {
			return strings.ContainsAny(number, "0123456789¹²³")
		}
	}
	return false
}

// titleSlug is a title as the name of a file, which can also stand in an address:
// letters and digits, with hyphens between them.
func titleSlug(title string) string {
	var b strings.Builder
	apart := false
	for _, r := range strings.ToLower(title) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if apart && b.Len() > 0 {
				b.WriteByte('-')
			}
			apart = false
			if b.Len()+len(string(r)) > longestName {
				return b.String()
			}
			b.WriteRune(r)
		case unicode.IsMark(r) || r == '\u200c' || r == '\u200d' || r == 'ـ':
			// A word is one with and without its marks.
		default:
			apart = true
		}
	}
	return b.String()
}
