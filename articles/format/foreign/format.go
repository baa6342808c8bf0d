package foreign

import (
	"context"
	"errors"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
)

// Format is that of all that is not read: each is refused by its name.
var Format = articles.Format{Name: "other", Read: read}

// kindErrors are the errors of the kinds.
var kindErrors = map[Kind]error{
	PDF: articles.ErrPDF, OldWord: articles.ErrOldWord, Sheet: articles.ErrSheet, Slides: articles.ErrSlides, Message: articles.ErrOutlook,
	Kindle: articles.ErrKindle, Pages: articles.ErrPages, Paper: articles.ErrPaper, Packed: articles.ErrPacked, Media: articles.ErrMedia,
	Database: articles.ErrDatabase, Locked: articles.ErrLocked, Program: articles.ErrCode, Subtitles: articles.ErrSubtitles, Binary: articles.ErrBinary,
}

// read refuses what is not read.
func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	var kind Kind
	var name string
	if src.Archive == nil {
		kind, name = Bytes(src.Data, src.IsText)
		if old, ok := oldEndings[src.Extension()]; ok && kind == Binary && name == compoundName {
			kind, name = old.kind, old.name
		}
	} else {
		kind, name = Archive(src.Archive.Has, archiveType(src.Archive))
	}
	if kind == None {
		return nil, false, nil
	}
	return nil, true, src.Fail(0, kindErrors[kind], errors.New(name))
}

// oldEndings are those of Microsoft's programs before 2007, whose files are alike but for
// what is in them.
var oldEndings = map[string]struct {
	kind Kind
	name string
}{
	".doc": {OldWord, "DOC"}, ".dot": {OldWord, "DOT"}, ".xls": {Sheet, "XLS"}, ".ppt": {Slides, "PPT"}, ".pps": {Slides, "PPS"},
	".msg": {Message, "MSG"}, ".pub": {Paper, "PUB"}, ".vsd": {Paper, "VSD"},
}

// archiveType is what an archive says in a file that it is.
func archiveType(archive *articles.Archive) string {
	const longest = 200
	data, err := archive.Picture("mimetype", longest)
	if err != nil {
		return ""
	}
	return string(data)
}

// XML refuses documents in XML that no format reads, which are no text to be read. It
// is tried when all formats that are XML were.
var XML = articles.Format{Name: "XML", Read: readXML}

// rootPattern is how a document in XML begins, and what its outermost element is called.
var rootPattern = pattern.New(`^\s*(?:<\?xml\s[^>]*\?>|<!DOCTYPE\s[^>]*>)(?:\s|<\?[^>]*\?>|<!--(?s:.*?)-->|<!DOCTYPE\s[^>\[]*(?:\[[^\]]*\])?[^>]*>)*<([\w:.-]+)`)

func readXML(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive != nil {
		return nil, false, nil
	}
	m := rootPattern.FindStringSubmatch(src.Head())
	if m == nil || strings.EqualFold(m[1], "html") {
		return nil, false, nil
	}
	return nil, true, src.Fail(0, articles.ErrXML, errors.New(m[1]))
}
