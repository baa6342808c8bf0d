package articles

import (
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Files are the files around the one that is read: those of its folder, or
// of the archive or the folder that was named. Links between notes are links
// between articles.
type Files struct {
	fs    fs.FS
	path  string // of the file that is read, among them
	index *FileIndex

	limits Limits // of an archive; the zero Limits of a folder
}

// NewFiles gives the files around the one at a path among them. The limits are those
// of an archive; the zero Limits are for a folder.
func NewFiles(files fs.FS, at string, index *FileIndex, limits Limits) *Files {
	return &Files{fs: files, path: at, index: index, limits: limits}
}

// Open opens a file among them.
func (n *Files) Open(file string) (fs.File, error) {
	return n.fs.Open(file) //nolint:wrapcheck // its error says the name
}

// At gives the file that an address among the neighbours leads to: from the folder
// of the note, or, with a slash before it, from the top.
func (n *Files) At(address string) (file string, ok bool) {
	file = path.Join(path.Dir(n.path), address)
	if path.IsAbs(address) {
		file = strings.TrimPrefix(path.Clean(address), "/")
	}
	return file, n.Has(file)
}

// IsNote tells a note by its name.
func IsNote(name string) bool {
	return slices.Contains(NoteExtensions, strings.ToLower(path.Ext(name)))
}

// Has tells whether there is such a file, other than the one that is read.
func (n *Files) Has(file string) bool {
	if n.fs == nil || file == n.path || !fs.ValidPath(file) {
		return false
	}
	info, err := fs.Stat(n.fs, file)
	return err == nil && info.Mode().IsRegular()
}

// Named finds a note by its name, as Obsidian does: beside this one, from the top,
// else wherever one is called so.
func (n *Files) Named(name string) (file string, ok bool) {
	name = strings.TrimSpace(name)
	if !IsNote(name) {
		name += ".md"
	}
	for _, file := range []string{path.Join(path.Dir(n.path), name), path.Clean(name)} {
		if n.Has(file) {
			return file, true
		}
	}
	if n.fs == nil || strings.Contains(name, "/") {
		return "", false
	}
	file, ok = n.index.byName(n.fs)[name]
	return file, ok && file != n.path
}

// FileIndex is where notes and pictures are by their names. It is made once, when it is asked
// for.
type FileIndex struct {
	once  sync.Once
	paths map[string]string

	titles sync.Map // of notes, by their paths: a string each

	pictures atomic.Int64 // bytes that were read of pictures, of all articles
}

// Title returns the title of a note among the files, which is found once, by a function.
func (n *Files) Title(file string, find func() string) string {
	if n.index == nil {
		return find()
	}
	if title, ok := n.index.titles.Load(file); ok {
		return title.(string) //nolint:forcetypeassert // nothing else is stored
	}
	title := find()
	n.index.titles.Store(file, title)
	return title
}

// byName gives the first note or picture of each name.
func (x *FileIndex) byName(files fs.FS) map[string]string {
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
			case entry.Type().IsRegular() && (IsNote(at) || IsPictureFile(at)) && x.paths[entry.Name()] == "":
				x.paths[entry.Name()] = at
			}
			return nil
		})
	})
	return x.paths
}

// mostLooked is how many files are looked at for notes by their names.
const mostLooked = 50_000

// IsPictureFile tells a file that may hold a picture by its name.
func IsPictureFile(name string) bool {
	return slices.Contains(pictureEndings, strings.ToLower(path.Ext(name)))
}

// Beside is the file that an address in another one leads to, among those of the
// same folder or archive; false where that is none of them. An address that begins
// with a slash starts from their top, as the makers of sites have it.
func Beside(file, address string) (string, bool) {
	to, err := url.Parse(address)
	if err != nil || to.IsAbs() || to.Host != "" || to.Path == "" || strings.Contains(to.Path, `\`) {
		return "", false
	}
	name := path.Join(path.Dir(file), to.Path)
	if path.IsAbs(to.Path) {
		name = strings.TrimPrefix(path.Clean(to.Path), "/")
	}
	return name, fs.ValidPath(name)
}

// hasPicture tells whether an address leads to a file beside the one that is read.
func (n *Files) hasPicture(address string) bool {
	name, ok := Beside(n.path, address)
	return ok && n.isRegular(name)
}

// embedded gives the address of a picture that a note shows by its name, as
// Obsidian has it: beside the note, from the top, else wherever one is called so.
func (n *Files) embedded(name string) string {
	for _, file := range []string{path.Join(path.Dir(n.path), name), path.Clean(name), n.index.byName(n.fs)[name]} {
		if n.isRegular(file) {
			return (&url.URL{Path: "/" + file}).String()
		}
	}
	return ""
}

// isRegular tells whether there is such a file and no link, not even a folder of
// its path, leads away from it.
func (n *Files) isRegular(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	for i := range len(name) + 1 {
		if i < len(name) && name[i] != '/' {
			continue
		}
		info, err := fs.Lstat(n.fs, name[:i])
		if err != nil || i < len(name) && !info.IsDir() || i == len(name) && !info.Mode().IsRegular() {
			return false
		}
	}
	return true
}

// readPicture reads at most so many bytes of the picture that an address leads to,
// nil where there is none.
func (n *Files) readPicture(address string, most int64) ([]byte, error) {
	name, ok := Beside(n.path, address)
	if !ok || !n.isRegular(name) {
		return nil, nil
	}
	if n.limits.Unpacked > 0 && n.index.pictures.Load() > n.limits.Unpacked {
		return nil, n.limits.Over(UnpackedLimit)
	}
	f, err := n.fs.Open(name)
	if err != nil {
		return nil, fmt.Errorf("a picture: %w", err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(f, most))
	n.index.pictures.Add(int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("a picture: %w", err)
	}
	return data, nil
}

// NoteExtensions are those of files that hold Markdown.
var NoteExtensions = []string{".md", ".markdown", ".mdown", ".mkd"}
