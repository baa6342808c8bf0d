package articles

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Input is one thing that articles are read from, or a piece of it.
type Input struct {
	Name string // the path as it was given or found; "-" for standard input
	Data []byte

	line int // of what Data begins with, from 0
}

// endings are those of the files that are taken from a folder; so are files
// without one. A file that is named itself may have any.
var endings = []string{
	".md", ".markdown", ".mdown", ".mkd", ".txt", ".text", ".json", ".jsonl", ".ndjson",
	".html", ".htm", ".xhtml", ".mhtml", ".mht", ".xml", ".rss", ".atom", ".rdf",
}

// Open gives the inputs that paths lead to, in order: a file itself, of a
// folder every file in it and in the folders below, by name, the hidden ones
// left out, the folder of a page saved "complete" too, and standard input for "-". JSON Lines come in pieces of whole
// lines, so that a file of any size can be read. What cannot be opened is given
// as an [*InputError] with its name, and the rest follows. Nothing but files is
// read: no pipes, no devices, and of links in a folder none.
func Open(paths []string, stdin io.Reader) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for _, path := range paths {
			if !open(path, stdin, yield) {
				return
			}
		}
	}
}

// open gives the inputs of one path, and whether more are wanted.
func open(path string, stdin io.Reader, yield func(Input, error) bool) bool {
	if path == "-" {
		return pieces("-", stdin, yield)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return yield(failed(path, err))
	case info.IsDir():
		return openFolder(path, yield)
	}
	return openFile(path, info, yield)
}

// openFolder gives the files of a folder.
func openFolder(root string, yield func(Input, error) bool) bool {
	found, goOn := false, true
	// WalkDir goes by name, so the order is the same every time.
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case entry != nil && entry.IsDir() && isPageFolder(path):
			return fs.SkipDir
		case hidden && entry != nil && entry.IsDir():
			return fs.SkipDir
		case hidden:
			return nil
		case err != nil:
			found = true
			goOn = yield(failed(path, err))
		case entry.Type().IsRegular() && taken(path):
			found = true
			info, err := entry.Info()
			if err != nil {
				goOn = yield(failed(path, err))
				break
			}
			goOn = openFile(path, info, yield)
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if goOn && !found {
		return yield(Input{Name: root}, &InputError{Name: CleanLine(root), Kind: ErrNoArticles})
	}
	return goOn
}

// isPageFolder tells the folder in which a browser put what belongs to a page
// that it saved "complete": it stands beside the page and is called after it.
func isPageFolder(path string) bool {
	page, ok := strings.CutSuffix(path, "_files")
	return ok && slices.ContainsFunc([]string{".html", ".htm"}, func(ending string) bool {
		_, err := os.Stat(page + ending)
		return err == nil
	})
}

// maxEnding is how long an ending is at most, with its dot. What is longer, or
// holds other letters, is a part of the name.
const maxEnding = 9

// taken tells whether a file in a folder is one of articles by its name.
func taken(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	strange := strings.ContainsFunc(ending, func(r rune) bool {
		return r != '.' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
	})
	return ending == "" || strange || len(ending) > maxEnding || slices.Contains(endings, ending)
}

// openFile reads a regular file.
func openFile(path string, info fs.FileInfo, yield func(Input, error) bool) bool {
	if !info.Mode().IsRegular() {
		return yield(Input{Name: path}, &InputError{Name: CleanLine(path), Kind: ErrNotRegular})
	}
	f, err := os.Open(path)
	if err != nil {
		return yield(failed(path, err))
	}
	goOn := pieces(path, f, yield)
	if err := f.Close(); err != nil && goOn {
		return yield(failed(path, err))
	}
	return goOn
}

// failed is an input that could not be opened or read.
func failed(name string, err error) (Input, error) {
	kind := ErrUnreadable
	if errors.Is(err, fs.ErrNotExist) {
		kind = ErrNotFound
	}
	return Input{Name: name}, &InputError{Name: CleanLine(name), Kind: kind, Why: err}
}
