package articles

import (
	"io"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"warraq/articles/charset"
	"warraq/articles/text"
)

// neighbours are the files around the one that is read: those of its folder, or
// of the archive or the folder that was named. Links between notes are links
// between articles.
type neighbours struct {
	files fs.FS
	path  string // of the file that is read, among them
	notes *noteIndex

	limits Limits // of an archive; the zero Limits of a folder
}

// link is a link from one note to another, in Markdown (text, address) or as
// Obsidian writes it (name, alias).
var link = regexp.MustCompile(`(!?)\[\[([^\]|#\n]*)(?:#[^\]|\n]*)?(?:\|([^\]\n]*))?\]\]|(!?)\[([^\]\n]*)\]\(<?([^()\s<>]+(?: [^()\s<>"]+)*)>?(?: +"([^"\n]*)")?\)`)

// The most of a note that is read for its title, in bytes, and the most notes
// that one points at.
const (
	titleWithin  = 32 << 10
	mostPointers = 200
)

// follow finds what a note points at among its neighbours, and leaves of the
// links to them their text. Links that lead elsewhere, or to a file that is not
// there, stay; of Obsidian's, which nobody else understands, the text does.
func (n *neighbours) follow(body string, al *album) (string, []Related) {
	var related []Related
	body = n.inline(body)
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
		lines[i] = link.ReplaceAllStringFunc(line, func(whole string) string {
			parts := link.FindStringSubmatch(whole)
			if picture := al.shown(parts); picture != "" {
				return picture
			}
			text, r, known := n.target(parts)
			if r.Title != "" && len(related) < mostPointers && !slices.ContainsFunc(related, func(o Related) bool { return o.Title == r.Title }) {
				r.Kind = InText
				related = append(related, r)
			}
			if known {
				return text
			}
			return whole
		})
	}
	return strings.Join(lines, ""), related
}

// definition is where Markdown says what a link by reference leads to.
var definition = regexp.MustCompile(`(?m)^ {0,3}\[([^\]\n^]+)\]:[ \t]*<?([^\s<>]+)>?[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\))?[ \t]*(?:\n|$)`)

// inline puts the addresses of notes into links that name them by reference.
func (n *neighbours) inline(body string) string {
	if !strings.Contains(body, "]:") {
		return body
	}
	notes := map[string]string{}
	for _, m := range definition.FindAllStringSubmatch(body, mostPointers) {
		if address, err := url.Parse(m[2]); err == nil && !address.IsAbs() && address.Host == "" && isNote(address.Path) {
			if _, ok := n.at(address.Path); ok {
				notes[strings.ToLower(m[1])] = m[2]
			}
		}
	}
	if len(notes) == 0 {
		return body
	}
	body = definition.ReplaceAllStringFunc(body, func(whole string) string {
		if m := definition.FindStringSubmatch(whole); notes[strings.ToLower(m[1])] != "" {
			return ""
		}
		return whole
	})
	return byReference.ReplaceAllStringFunc(body, func(whole string) string {
		m := byReference.FindStringSubmatch(whole)
		name := m[2]
		fill(&name, m[1])
		if to := notes[strings.ToLower(name)]; to != "" {
			return "[" + m[1] + "](" + to + ")"
		}
		return whole
	})
}

// byReference is such a link.
var byReference = regexp.MustCompile(`\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]`)

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

// target is what a link points at, and its text. It is known if the text is to
// stand in the link's place.
func (n *neighbours) target(parts []string) (text string, r Related, known bool) {
	if isWiki := parts[2] != ""; isWiki {
		text = parts[2]
		if parts[3] != "" {
			text = parts[3]
		}
		if parts[1] == "!" && path.Ext(parts[2]) != "" && !isNote(parts[2]) {
			return "", r, true // a picture
		}
		if file, ok := n.named(parts[2]); ok {
			r.Title = n.title(file)
		}
		return strings.TrimSpace(text), r, true
	}
	address, err := url.Parse(parts[6])
	if parts[4] == "!" || parts[6] == "" || err != nil || address.IsAbs() || address.Host != "" || !isNote(address.Path) {
		return "", r, false
	}
	file, ok := n.at(address.Path)
	if !ok {
		return "", r, false
	}
	r.Title = n.title(file)
	return parts[5], r, r.Title != ""
}

// at gives the file that an address among the neighbours leads to: from the folder
// of the note, or, with a slash before it, from the top.
func (n *neighbours) at(address string) (file string, ok bool) {
	file = path.Join(path.Dir(n.path), address)
	if path.IsAbs(address) {
		file = strings.TrimPrefix(path.Clean(address), "/")
	}
	return file, n.has(file)
}

// isNote tells a note by its name.
func isNote(name string) bool {
	return slices.Contains(markdownEndings, strings.ToLower(path.Ext(name)))
}

// has tells whether there is such a file, other than the one that is read.
func (n *neighbours) has(file string) bool {
	if n.files == nil || file == n.path || !fs.ValidPath(file) {
		return false
	}
	info, err := fs.Stat(n.files, file)
	return err == nil && info.Mode().IsRegular()
}

// named finds a note by its name, as Obsidian does: beside this one, from the top,
// else wherever one is called so.
func (n *neighbours) named(name string) (file string, ok bool) {
	name = strings.TrimSpace(name)
	if !isNote(name) {
		name += ".md"
	}
	for _, file := range []string{path.Join(path.Dir(n.path), name), path.Clean(name)} {
		if n.has(file) {
			return file, true
		}
	}
	if n.files == nil || strings.Contains(name, "/") {
		return "", false
	}
	file, ok = n.notes.byName(n.files)[name]
	return file, ok && file != n.path
}

// noteIndex is where notes and pictures are by their names. It is made once, when it is asked
// for.
type noteIndex struct {
	once  sync.Once
	paths map[string]string

	pictures atomic.Int64 // bytes that were read of pictures, of all articles
}

// byName gives the first note or picture of each name.
func (x *noteIndex) byName(files fs.FS) map[string]string {
	x.once.Do(func() {
		x.paths = map[string]string{}
		looked := 0
		_ = fs.WalkDir(files, ".", func(at string, entry fs.DirEntry, err error) error {
			looked++
			switch {
			case looked > mostLooked:
				return fs.SkipAll
			case err != nil:
				return nil //nolint:nilerr // what cannot be read has no notes
			case entry.IsDir() && at != "." && strings.HasPrefix(entry.Name(), "."):
				return fs.SkipDir
			case entry.Type().IsRegular() && (isNote(at) || isPictureFile(at)) && x.paths[entry.Name()] == "":
				x.paths[entry.Name()] = at
			}
			return nil
		})
	})
	return x.paths
}

// mostLooked is how many files are looked at for notes by their names.
const mostLooked = 50_000

// title is that of a note, by its front matter, its heading or its name.
func (n *neighbours) title(file string) string {
	f, err := n.files.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(f, titleWithin))
	if err != nil {
		return ""
	}
	s, err := charset.Decode(data)
	if err != nil {
		return ""
	}
	list, err := readMarkdown(&source{name: file, text: s})
	if err != nil || len(list) == 0 {
		stem, _ := fileTitle(file)
		return text.CleanLine(stem)
	}
	return text.CleanLine(list[0].Title)
}
