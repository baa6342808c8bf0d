package intake

import (
	"archive/zip"
	"bufio"
	"context"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/mail"
	"github.com/warraq/warraq/articles/format/wacz"
	"github.com/warraq/warraq/articles/format/warc"
	"github.com/warraq/warraq/articles/text"
)

// streamFormats are the formats of files that are read as they come.
var streamFormats = []articles.Stream{mail.Stream, warc.Stream}

// streamHead is how much of a stream is looked at to tell what it is, in bytes.
const streamHead = 4 << 10

// streamOf gives the format of a stream by how it begins.
func streamOf(b *bufio.Reader) (articles.Stream, bool) {
	head, _ := b.Peek(streamHead) // it may be shorter
	for _, s := range streamFormats {
		if s.Is(head) {
			return s, true
		}
	}
	return articles.Stream{}, false
}

// stream gives what a stream holds part by part.
func (o *opener) stream(name string, s articles.Stream, b *bufio.Reader) bool {
	src := &articles.Source{Name: text.CleanLine(name), Limits: o.Limits, Wanted: o.wanted}
	found := false
	for part, err := range s.Each(src, b) {
		found = true
		if o.budget.Spent != nil {
			return o.refuse(name, articles.ErrLimit, o.budget.Spent)
		}
		if !o.yield(Input{Name: name, read: func(context.Context) ([]articles.Article, error) { return part() }, limits: &o.Limits}, err) {
			return false
		}
	}
	return found || o.refuse(name, articles.ErrNoArticle, nil)
}

// collection gives the pages of an archive that is a collection of pages (WACZ).
func (o *opener) collection(name string, archive *zip.Reader) (goOn, mine bool) {
	if !wacz.Is(archive.File) {
		return true, false
	}
	defer o.only(o.hosts(archive))()
	for _, f := range archive.File {
		if wacz.IsPages(f.Name) && !o.zipped(name, f) {
			return o.budget.Spent != nil && o.nesting == 1, true
		}
	}
	return true, true
}

// only has pages of some hosts alone wanted, of all where they are nil, and returns what takes
// that back.
func (o *opener) only(hosts map[string]bool) (undo func()) {
	before := o.wanted
	o.wanted = func(address string) bool { return hosts == nil || hosts[wacz.Host(address)] }
	return func() { o.wanted = before }
}

// hosts are those of the pages that were visited, nil where a collection does not say.
func (o *opener) hosts(archive *zip.Reader) map[string]bool {
	for _, f := range archive.File {
		if f.Name != wacz.List {
			continue
		}
		r, err := o.budget.Unzip(f)
		if err != nil {
			return nil
		}
		defer r.Close() //nolint:errcheck // it was only read
		return wacz.Hosts(r)
	}
	return nil
}
