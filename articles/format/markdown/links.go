package markdown

import (
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// linkPattern is a link from one note to another, in Markdown (text, address) or as
// Obsidian writes it (name, alias).
var linkPattern = pattern.New(`(!?)\[\[([^\]|#\n]*)(?:#[^\]|\n]*)?(?:\|([^\]\n]*))?\]\]|(!?)\[([^\]\n]*)\]\(<?((?:[^()\s<>]|\([^()\s<>]*\))+(?: (?:[^()\s<>"]|\([^()\s<>]*\))+)*)>?(?: +"([^"\n]*)")?\)`)

// The most of a note that is read for its title, in bytes, and the most notes
// that one points at.
const (
	titleWithin  = 32 << 10
	mostPointers = 200
)

// followLinks finds what a note points at among its neighbours, and leaves of the
// links to them their text. Links that lead elsewhere, or to a file that is not
// there, stay; of Obsidian's, which nobody else understands, the text does.
func followLinks(n *articles.Files, body string, al *articles.Album) (string, []articles.Related) {
	var related []articles.Related
	pointed := map[string]bool{}   // the titles of those
	answers := map[string]string{} // by what was written: a note names another often
	body = inlineReferences(n, body)
	lines := strings.SplitAfter(body, "\n")
	fence := ""
	for i, line := range lines {
		if mark := fenceOf(line); mark != "" && (fence == "" || strings.HasPrefix(mark, fence)) {
			if fence == "" {
				fence = mark
			} else {
				fence = ""
			}
			continue
		}
		if fence != "" || !strings.Contains(line, "](") && !strings.Contains(line, "[[") {
			continue
		}
		lines[i] = linkPattern.ReplaceAllStringFunc(line, func(whole string) string {
			parts := linkPattern.FindStringSubmatch(whole)
			if picture := shownPicture(al, parts); picture != "" {
				return picture
			}
			if text, ok := answers[whole]; ok {
				return text
			}
			text, r, known := linkTarget(n, parts)
			if r.Title != "" && len(related) < mostPointers && !pointed[r.Title] {
				r.Kind = articles.InText
				related, pointed[r.Title] = append(related, r), true
			}
			if !known {
				text = whole
			}
			answers[whole] = text
			return text
		})
	}
	return strings.Join(lines, ""), related
}

// definitionPattern is where Markdown says what a link by reference leads to.
var definitionPattern = pattern.New(`(?m)^ {0,3}\[([^\]\n^]+)\]:[ \t]*<?([^\s<>]+)>?[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\))?[ \t]*(?:\n|$)`)

// inlineReferences puts the addresses of notes into links that name them by reference.
func inlineReferences(n *articles.Files, body string) string {
	if !strings.Contains(body, "]:") {
		return body
	}
	notes := map[string]string{}
	for _, m := range definitionPattern.FindAllStringSubmatch(body, mostPointers) {
		if address, err := url.Parse(m[2]); err == nil && !address.IsAbs() && address.Host == "" && articles.IsNote(address.Path) {
			if _, ok := n.At(address.Path); ok {
				notes[strings.ToLower(m[1])] = m[2]
			}
		}
	}
	if len(notes) == 0 {
		return body
	}
	body = definitionPattern.ReplaceAllStringFunc(body, func(whole string) string {
		if m := definitionPattern.FindStringSubmatch(whole); notes[strings.ToLower(m[1])] != "" {
			return ""
		}
		return whole
	})
	return byReference.ReplaceAllStringFunc(body, func(whole string) string {
		m := byReference.FindStringSubmatch(whole)
		name := m[2]
		text.Fill(&name, m[1])
		if to := notes[strings.ToLower(name)]; to != "" {
			return "[" + m[1] + "](" + to + ")"
		}
		return whole
	})
}

// byReference is such a link.
var byReference = pattern.New(`\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]`)

// fenceOf is the fence of a code block that a line is, "" for none.
func fenceOf(line string) string {
	line = strings.TrimLeft(line, " ")
	for _, c := range []string{"`", "~"} {
		if rest := strings.TrimLeft(line, c); len(line)-len(rest) >= 3 {
			return line[:len(line)-len(rest)]
		}
	}
	return ""
}

// linkTarget is what a link points at, and its text. It is known if the text is to
// stand in the link's place.
func linkTarget(n *articles.Files, parts []string) (text string, r articles.Related, known bool) {
	if isWiki := parts[2] != ""; isWiki {
		text = parts[2]
		if parts[3] != "" {
			text = parts[3]
		}
		if parts[1] == "!" && path.Ext(parts[2]) != "" && !articles.IsNote(parts[2]) {
			return "", r, true // a picture
		}
		if file, ok := n.Named(parts[2]); ok {
			r.Title = noteTitle(n, file)
		}
		return strings.TrimSpace(text), r, true
	}
	address, err := url.Parse(parts[6])
	if parts[4] == "!" || parts[6] == "" || err != nil || address.IsAbs() || address.Host != "" || !articles.IsNote(address.Path) {
		return "", r, false
	}
	file, ok := n.At(address.Path)
	if !ok {
		return "", r, false
	}
	r.Title = noteTitle(n, file)
	return parts[5], r, r.Title != ""
}

// noteTitle is that of a note, by its front matter, its heading or its name.
func noteTitle(n *articles.Files, file string) string {
	return n.Title(file, func() string { return readTitle(n, file) })
}

// readTitle reads the beginning of a note for its title.
func readTitle(n *articles.Files, file string) string {
	f, err := n.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(f, titleWithin))
	if err != nil {
		return ""
	}
	list, err := readMarkdown(articles.NewSource(file, data))
	if err != nil || len(list) == 0 {
		stem, _ := fileTitle(file)
		return text.CleanLine(stem)
	}
	return text.CleanLine(list[0].Title)
}
