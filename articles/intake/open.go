package intake

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/charset"
	"github.com/warraq/warraq/articles/format/omnivore"
	"github.com/warraq/warraq/articles/format/wacz"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// Input is one thing that articles are read from, or a piece of it.
type Input struct {
	Name string // the path as it was given or found; "-" for standard input
	Data []byte

	line  int                                               // of what Data begins with, from 0
	read  func(context.Context) ([]articles.Article, error) // reads what is not in Data
	files *articles.Files

	file *openFile // that files or read need, nil for none

	limits *articles.Limits // nil are the default ones

	wholeBooks, unpublished bool // see [Options]

	address, charset string           // of what a server answered, see [articles.Source]
	remote           *articles.Remote // the same
}

// Options say how inputs are opened.
type Options struct {
	articles.Limits
	WholeBooks  bool // a book is one article, not one for each chapter
	Unpublished bool // of an export of a site what it did not publish is taken, too
}

// fileEndings are those of the files that are taken from a folder; so are files
// without one. A file that is named itself may have any.
var fileEndings = func() []string {
	all := []string{".zip", ".wacz", ".tar", ".gz", ".tgz", ".bz2"}
	for _, f := range knownFormats {
		all = append(all, f.Extensions...)
	}
	for _, s := range streamFormats {
		all = append(all, s.Extensions...)
	}
	return all
}()

// Open gives the inputs that paths lead to, in order: a file itself, of a
// folder every file in it and in the folders below, by name, the hidden ones
// left out, the folder of a page saved "complete" too, and standard input for "-". JSON Lines come in pieces of whole
// lines, so that a file of any size can be read. What cannot be opened is given
// as an [*articles.InputError] with its name, and the rest follows. Nothing but files is
// read: no pipes, no devices, and of links in a folder none.
//
// Archives (ZIP, tar, gzip) give the files in them, as a folder does, under the
// archive's name and theirs; nothing is unpacked to the disk. Of books (EPUB)
// each chapter is an article.
func Open(ctx context.Context, paths []string, stdin io.Reader) iter.Seq2[Input, error] {
	return OpenWith(ctx, Options{Limits: articles.DefaultLimits()}, paths, stdin)
}

// OpenWith is [Open] with options.
func OpenWith(ctx context.Context, o Options, paths []string, stdin io.Reader) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		op := opener{Options: o, ctx: ctx, give: func(in Input, err error) bool {
			return ctx.Err() == nil && yield(in, err)
		}}
		for _, path := range paths {
			if !op.open(path, stdin) {
				return
			}
		}
	}
}

// OpenSource gives the inputs in a source that is in memory already, as [OpenWith] gives
// those of a file: what a server answered is one, and may be an archive. Its limits are
// those of the source.
func OpenSource(ctx context.Context, src *articles.Source) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		op := opener{Options: Options{Limits: src.Limits, WholeBooks: src.WholeBooks, Unpublished: src.Unpublished}, ctx: ctx, answer: src,
			give: func(in Input, err error) bool { return ctx.Err() == nil && yield(in, err) }}
		op.pieces(src.Name, bytes.NewReader(src.Data))
	}
}

// opener is what the inputs of one Open share.
type opener struct {
	Options
	ctx   context.Context //nolint:containedctx // of one Open
	give  func(Input, error) bool
	given int  // how many inputs were given so far
	ended bool // no more are wanted

	files fs.FS  // around what is being opened, nil where that is not known
	root  string // their place
	index *articles.FileIndex

	file    *openFile       // the archive that is open, as a file; nil for none
	nesting int64           // how deep in archives one is
	budget  articles.Budget // for what comes out of the outermost

	wanted func(address string) bool // of the pages of a collection; nil is all

	answer *articles.Source // what a server answered, nil where files are opened
}

// yield gives an input, or why it is refused, and returns whether more are wanted. Once
// they are not, nothing is given any more.
func (o *opener) yield(in Input, err error) bool {
	o.given++
	in.wholeBooks, in.unpublished = o.WholeBooks, o.Unpublished
	o.ended = o.ended || !o.give(in, err)
	return !o.ended
}

// noneSince refuses an archive of which nothing was given since a count of inputs was as
// it is told; of an archive in another one that other is judged.
func (o *opener) noneSince(given int, name string) bool {
	return o.given > given || o.nesting > 1 || o.refuse(name, articles.ErrNoArticles, nil)
}

// open gives the inputs of one path, and whether more are wanted.
func (o *opener) open(path string, stdin io.Reader) bool {
	if path == "-" {
		o.files, o.file = nil, nil
		return o.pieces("-", stdin)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return o.yield(failedInput(path, err))
	case info.IsDir():
		o.files, o.root, o.index = os.DirFS(path), path, &articles.FileIndex{}
		return o.openFolder(path)
	}
	o.files, o.root, o.index = os.DirFS(filepath.Dir(path)), filepath.Dir(path), &articles.FileIndex{}
	return o.regular(path, info)
}

// around gives the files around a file of those that are being opened.
func (o *opener) around(name string) *articles.Files {
	at, err := filepath.Rel(o.root, name)
	if o.files == nil || err != nil {
		return &articles.Files{}
	}
	limits := articles.Limits{}
	if o.nesting > 0 {
		limits = o.Limits
	}
	return articles.NewFiles(o.files, filepath.ToSlash(at), o.index, limits)
}

// openFolder gives the files of a folder.
func (o *opener) openFolder(root string) bool {
	found, goOn := false, true
	// WalkDir goes by name, so the order is the same every time.
	// A root that is a link is walked as what it leads to, if a separator ends it.
	top := strings.TrimRight(root, string(filepath.Separator)) + string(filepath.Separator)
	_ = filepath.WalkDir(top, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != top && isHidden(filepath.Base(path))
		switch {
		case entry != nil && entry.IsDir() && path != root && (isPageFolder(path) || isPartOfTables(path)):
			return fs.SkipDir
		case hidden && entry != nil && entry.IsDir():
			return fs.SkipDir
		case entry != nil && entry.IsDir() && wacz.IsFolder(os.DirFS(path)):
			found = true
			if goOn = o.openCollection(path); !goOn {
				return fs.SkipAll
			}
			return fs.SkipDir
		case hidden:
			return nil
		case err != nil:
			found = true
			goOn = o.yield(failedInput(path, err))
		case entry.Type().IsRegular() && isTaken(path):
			found = true
			info, err := entry.Info()
			if err != nil {
				goOn = o.yield(failedInput(path, err))
				break
			}
			goOn = o.regular(path, info)
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if goOn && !found {
		return o.yield(Input{Name: root}, &articles.InputError{Name: text.CleanLine(root), Kind: articles.ErrNoArticles})
	}
	return goOn
}

// openCollection gives the pages of a collection of pages (WACZ) that was unpacked into a folder.
func (o *opener) openCollection(folder string) bool {
	var hosts map[string]bool
	if f, err := os.Open(filepath.Join(folder, filepath.FromSlash(wacz.List))); err == nil {
		hosts = wacz.Hosts(f)
		_ = f.Close()
	}
	defer o.only(hosts)()
	files, _ := fs.Glob(os.DirFS(folder), "archive/*")
	for _, name := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if info, err := os.Stat(path); wacz.IsPages(name) && err == nil && !o.regular(path, info) {
			return false
		}
	}
	return true
}

// isHidden tells a file or a folder that is hidden by its name. One that begins with
// several dots is called so, as by a title.
func isHidden(name string) bool {
	return strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "..")
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

// isPartOfTables tells a folder of what Omnivore exported beside its tables, which are read
// with it.
func isPartOfTables(folder string) bool {
	return omnivore.Belongs(filepath.ToSlash(filepath.Join(folder, "x")), func(above string) bool {
		tables, err := filepath.Glob(filepath.Join(filepath.FromSlash(above), "metadata_*.json"))
		return err == nil && slices.ContainsFunc(tables, omnivore.IsTable)
	})
}

// maxEnding is how long an ending is at most, with its dot. What is longer, or
// holds other letters, is a part of the name.
const maxEnding = 9

// sqliteBeside are how the names of the files end that SQLite keeps beside a database:
// the library may lie in the folder that is read.
var sqliteBeside = pattern.New(`(?i)\.\w+-(?:wal|shm|journal)$`)

// isTaken tells whether a file in a folder is one of articles by its name.
func isTaken(path string) bool {
	if sqliteBeside.MatchString(path) {
		return false
	}
	ending := strings.ToLower(filepath.Ext(path))
	strange := strings.ContainsFunc(ending, func(r rune) bool {
		return r != '.' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
	})
	return ending == "" || strange || len(ending) > maxEnding || slices.Contains(fileEndings, ending)
}

// regular reads a regular file.
func (o *opener) regular(path string, info fs.FileInfo) bool {
	if !info.Mode().IsRegular() {
		return o.yield(Input{Name: path}, &articles.InputError{Name: text.CleanLine(path), Kind: articles.ErrNotRegular})
	}
	f, err := os.Open(path)
	if err != nil {
		return o.yield(failedInput(path, err))
	}
	if info.Size() == 0 {
		// What a system shows as a file (/proc/kmsg) may have no end. A real file
		// is never waited for, and knows of no deadline.
		_ = f.SetReadDeadline(time.Now().Add(unsizedWait))
	}
	o.file = newOpenFile(f)
	goOn := o.pieces(path, f)
	if err := o.file.release(); err != nil && goOn {
		return o.yield(failedInput(path, err))
	}
	return goOn
}

// unsizedWait is how long a file without a size is waited for.
const unsizedWait = 500 * time.Millisecond

// failedInput is an input that could not be opened or read.
func failedInput(name string, err error) (Input, error) {
	kind := articles.ErrUnreadable
	switch {
	case errors.Is(err, fs.ErrNotExist):
		kind = articles.ErrNotFound
	case errors.Is(err, os.ErrDeadlineExceeded):
		kind = articles.ErrNotRegular
	}
	return Input{Name: name}, &articles.InputError{Name: text.CleanLine(name), Kind: kind, Why: err}
}

// Text gives an input as UTF-8, in whatever character set it is. What is not text is
// an [*articles.InputError].
func (i Input) Text() (string, error) {
	s, err := charset.Decode(i.Data)
	if err != nil {
		return "", &articles.InputError{Name: text.CleanLine(i.Name), Kind: articles.ErrBinary, Why: err}
	}
	return s, nil
}
