package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/warraq/warraq/articles/export"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/serve"
	"github.com/warraq/warraq/ui/serve/sftp"
)

// What a reader can take along by scp or sftp are files that are made when they are opened:
// each article of the library in each form, what he bookmarked, and his notes. There is no
// folder behind them, of this machine or of another.

// Bounds of the files that are made for readers: the bytes of one, and of all that are open.
const (
	largestFile = 32 << 20
	mostHeld    = 128 << 20
)

// workshop makes files for readers, one after the other. It rests for as long as a file took,
// so that those who read feel little of those who copy thousands.
type workshop struct {
	turn chan struct{} // has one while nothing is made
	held atomic.Int64  // bytes of files that are open
}

func newWorkshop() *workshop {
	w := &workshop{turn: make(chan struct{}, 1)}
	w.turn <- struct{}{}
	return w
}

// The kinds of why a file is not made.
var (
	errFileTooLarge = errors.New("the file would be too large")
	errFilesHeld    = errors.New("too many files are open")
)

// make makes a file.
func (w *workshop) make(ctx context.Context, write func(io.Writer) error) ([]byte, error) {
	select {
	case <-w.turn:
	case <-ctx.Done():
		return nil, ctx.Err() //nolint:wrapcheck // it is known by itself
	}
	defer func() { w.turn <- struct{}{} }()
	if w.held.Load() > mostHeld {
		return nil, errFilesHeld
	}
	began := time.Now()
	file := boundedFile{ctx: ctx}
	err := write(&file)
	select {
	case <-time.After(time.Since(began)):
	case <-ctx.Done():
	}
	return file.Bytes(), err
}

// boundedFile is a file that is being made, until it is too large or nobody waits for it.
type boundedFile struct {
	bytes.Buffer
	ctx context.Context //nolint:containedctx // a writer has none
}

// Write adds to the file.
func (f *boundedFile) Write(p []byte) (int, error) {
	if f.Len()+len(p) > largestFile {
		return 0, errFileTooLarge
	}
	if err := f.ctx.Err(); err != nil {
		return 0, err //nolint:wrapcheck // it is known by itself
	}
	return f.Buffer.Write(p) //nolint:wrapcheck // it never fails
}

// files hands out to a session what its reader can take along.
func (r *readingRoom) files(ctx context.Context, s *serve.Session) (err error) {
	v := r.newVisit(s)
	l, closeLibrary, err := r.open(ctx, s.Visitor)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeLibrary()) }()
	defer context.AfterFunc(ctx, func() { _ = s.In.Close() })()
	return sftp.Serve(s.In, s.Out, &readersFiles{ctx: ctx, env: v.env, library: l, workshop: r.workshop, failed: func(name string, err error) {
		switch {
		case errors.Is(err, errFileTooLarge):
			s.Say(unisolate(fmt.Sprintf(v.words.Serve.FileTooLarge, isolate(name))))
		case errors.Is(err, errFilesHeld):
			s.Say(v.words.Serve.FilesHeld)
		case ctx.Err() == nil:
			r.env.logger.Error("a file for a reader", "name", name, "error", err)
		}
	}})
}

// readersFiles are the files of a reader.
type readersFiles struct {
	ctx      context.Context //nolint:containedctx // fs.FS has none
	env      *env
	library  *store.Library
	workshop *workshop
	failed   func(name string, err error)
}

// The folders, of which each has one for every form of an article, and the forms of all
// bookmarks in one file.
var (
	fileFolders   = map[string]store.Filter{"articles": {Archive: store.AnyArchived}, "bookmarks": {Archive: store.AnyArchived, Bookmarked: true}}
	articleForms  = map[string]string{"epub": ".epub", "html": ".html", "markdown": ".md"}
	bookmarkForms = map[string]string{"bookmarks.epub": "epub", "bookmarks.html": "html", "bookmarks.jsonl": "jsonl"}
)

const notesFile = "notes.md"

// Open opens a file, which is made then, or a folder.
func (r *readersFiles) Open(name string) (fs.File, error) {
	f, err := r.open(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		r.failed(name, err)
		err = errors.New("the file cannot be had")
	}
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f, nil
}

func (r *readersFiles) open(name string) (fs.File, error) {
	info, err := r.stat(name)
	if err != nil {
		return nil, err
	}
	if info.dir {
		return r.folder(name, info), nil
	}
	data, err := r.workshop.make(r.ctx, r.writer(name))
	if err != nil {
		return nil, err
	}
	info.size = int64(len(data))
	r.workshop.held.Add(info.size)
	return &madeFile{bytes.NewReader(data), info, r.workshop}, nil
}

// Stat says what a file is without making it: its size is not known then.
func (r *readersFiles) Stat(name string) (fs.FileInfo, error) {
	info, err := r.stat(name)
	if err != nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return info, nil
}

func (r *readersFiles) stat(name string) (*fileInfo, error) {
	parts := strings.Split(name, "/")
	_, isFolder := fileFolders[parts[0]]
	_, isBookmarks := bookmarkForms[name]
	switch {
	case isBookmarks || name == notesFile:
		return &fileInfo{name: name, size: -1, at: time.Now()}, nil
	case name == "." || isFolder && len(parts) == 1:
		return &fileInfo{name: parts[0], dir: true, at: time.Now()}, nil
	case !isFolder || len(parts) > 3 || articleForms[parts[1]] == "":
		return nil, fs.ErrNotExist
	case len(parts) == 2:
		return &fileInfo{name: parts[1], dir: true, at: time.Now()}, nil
	}
	entry, err := r.articleOf(parts[2], articleForms[parts[1]])
	if err != nil {
		return nil, err
	}
	return &fileInfo{name: parts[2], size: -1, at: timeOfEntry(&entry)}, nil
}

// articleOf finds the article of a file by the ID in its name.
func (r *readersFiles) articleOf(name, ending string) (entry store.Entry, err error) {
	id, ok := export.IDOfFile(name, ending)
	if !ok {
		return entry, fs.ErrNotExist
	}
	list, err := r.library.Entries(r.ctx, []string{id})
	if err != nil || len(list) == 0 {
		return entry, errors.Join(err, fs.ErrNotExist)
	}
	return list[0], nil
}

func timeOfEntry(e *store.Entry) time.Time {
	if e.Published.IsZero() {
		return e.Added
	}
	return e.Published
}

// writer gives what writes a file that there is.
func (r *readersFiles) writer(name string) func(io.Writer) error {
	if form, ok := bookmarkForms[name]; ok {
		return func(w io.Writer) error {
			entries, err := r.library.List(r.ctx, fileFolders["bookmarks"])
			if err != nil {
				return err
			}
			return exportForms[form].write(w, r.env.shelfOf(r.ctx, r.library, cardsOf(entries, "")))
		}
	}
	if name == notesFile {
		return func(w io.Writer) error {
			all, err := r.library.AllHighlights(r.ctx, "", 0)
			if err != nil {
				return err
			}
			return export.Notes(w, notedArticles(all), r.env.words.Date)
		}
	}
	parts := strings.Split(name, "/")
	return func(w io.Writer) error {
		entry, err := r.articleOf(parts[2], articleForms[parts[1]])
		if err != nil {
			return err
		}
		shelf := r.env.shelfOf(r.ctx, r.library, cardsOf([]store.Entry{entry}, ""))
		if write := exportForms[parts[1]].write; write != nil {
			return write(w, shelf)
		}
		return export.MarkdownFile(w, shelf)
	}
}

// folder gives a folder that there is.
func (r *readersFiles) folder(name string, info *fileInfo) *fileFolder {
	f := &fileFolder{info: info}
	parts := strings.Split(name, "/")
	switch {
	case name == ".":
		for folder := range fileFolders {
			f.rest = append(f.rest, &fileInfo{name: folder, dir: true, at: info.at})
		}
		for file := range bookmarkForms {
			f.rest = append(f.rest, &fileInfo{name: file, size: -1, at: info.at})
		}
		f.rest = append(f.rest, &fileInfo{name: notesFile, size: -1, at: info.at})
	case len(parts) == 1:
		for form := range articleForms {
			f.rest = append(f.rest, &fileInfo{name: form, dir: true, at: info.at})
		}
	default:
		filter, ending := fileFolders[parts[0]], articleForms[parts[1]]
		var last []store.Entry
		begun := false
		f.more = func(n int) (list []fs.DirEntry, err error) {
			if begun && len(last) == 0 {
				return nil, nil
			}
			begun, filter.Limit = true, n
			if last, err = r.entriesBehind(filter, last); err != nil {
				r.failed(name, err)
				return nil, errors.New("the folder cannot be read")
			}
			for i := range last {
				e := &last[i]
				list = append(list, &fileInfo{name: export.FileOfID(export.Card{ID: e.ID, Title: e.Title}, ending), size: -1, at: timeOfEntry(e)})
			}
			return list, nil
		}
	}
	slices.SortFunc(f.rest, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return f
}

// entriesBehind lists what a filter chooses behind some others, of which the last
// ones may have been removed since; of a list that begins it is what is in the library now.
func (r *readersFiles) entriesBehind(filter store.Filter, before []store.Entry) ([]store.Entry, error) {
	if len(before) == 0 {
		if _, err := r.library.Moment(r.ctx); err != nil {
			return nil, err
		}
	}
	for i := range slices.Backward(before) {
		filter.After = before[i].ID
		if list, err := r.library.List(r.ctx, filter); !errors.Is(err, store.ErrNotFound) {
			return list, err
		}
	}
	filter.After = ""
	return r.library.List(r.ctx, filter)
}
