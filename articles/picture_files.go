package articles

import (
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
)

// isPictureFile tells a file that may hold a picture by its name.
func isPictureFile(name string) bool {
	return slices.Contains(pictureEndings, strings.ToLower(path.Ext(name)))
}

// beside is the file that an address in another one leads to, among those of the
// same folder or archive; false where that is none of them. An address that begins
// with a slash starts from their top, as the makers of sites have it.
func beside(file, address string) (string, bool) {
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
func (n *neighbours) hasPicture(address string) bool {
	name, ok := beside(n.path, address)
	return ok && n.isRegular(name)
}

// embedded gives the address of a picture that a note shows by its name, as
// Obsidian has it: beside the note, from the top, else wherever one is called so.
func (n *neighbours) embedded(name string) string {
	for _, file := range []string{path.Join(path.Dir(n.path), name), path.Clean(name), n.notes.byName(n.files)[name]} {
		if n.isRegular(file) {
			return (&url.URL{Path: "/" + file}).String()
		}
	}
	return ""
}

// isRegular tells whether there is such a file and no link, not even a folder of
// its path, leads away from it.
func (n *neighbours) isRegular(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	for i := range len(name) + 1 {
		if i < len(name) && name[i] != '/' {
			continue
		}
		info, err := fs.Lstat(n.files, name[:i])
		if err != nil || i < len(name) && !info.IsDir() || i == len(name) && !info.Mode().IsRegular() {
			return false
		}
	}
	return true
}

// readPicture reads at most so many bytes of the picture that an address leads to,
// nil where there is none.
func (n *neighbours) readPicture(address string, most int64) ([]byte, error) {
	name, ok := beside(n.path, address)
	if !ok || !n.isRegular(name) {
		return nil, nil
	}
	if n.limits.Unpacked > 0 && n.notes.pictures.Load() > n.limits.Unpacked {
		return nil, n.limits.over(unpackedLimit)
	}
	f, err := n.files.Open(name)
	if err != nil {
		return nil, fmt.Errorf("a picture: %w", err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(f, most))
	n.notes.pictures.Add(int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("a picture: %w", err)
	}
	return data, nil
}

// shown is what stands in a text for a picture that came along: parts are those of
// a link in Markdown or of one as Obsidian writes it. It is "" for anything else.
func (al *album) shown(parts []string) string {
	address, text := parts[6], parts[5]
	switch {
	case parts[1] == "!" && isPictureFile(parts[2]):
		if al.embedded == nil {
			return ""
		}
		address, text = al.embedded(strings.TrimSpace(parts[2])), parts[3]
		if strings.Trim(text, "0123456789x") == "" {
			text = "" // its size
		}
	case parts[4] != "!":
		return ""
	case text == "":
		text = parts[7]
	}
	local := al.keep(address)
	if local == "" {
		return ""
	}
	return "![" + text + "](" + local + ")"
}
