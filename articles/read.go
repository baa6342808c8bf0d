package articles

import (
	"bytes"
	"cmp"
	"errors"
	"path"
	"slices"
	"strings"

	"warraq/articles/charset"
	"warraq/articles/text"
)

// maxFrontMatter is the most bytes of front matter.
const maxFrontMatter = 32 << 10

// source is an input as the forms see it.
type source struct {
	name string // cleaned, for messages
	text string // in UTF-8, lines end in "\n"
	line int    // of the input that the text begins with, from 0
	near *neighbours

	limits Limits
}

// ending is the last part of the input's name, from the dot, in lower case.
func (s *source) ending() string { return strings.ToLower(path.Ext(s.name)) }

// fail makes an error of this input.
func (s *source) fail(line int, kind, why error) error {
	if line > 0 {
		line += s.line
	}
	return &InputError{Name: s.name, Line: line, Kind: kind, Why: why}
}

// form is one form that articles come in.
type form struct {
	is   func(*source) bool
	read func(*source) ([]Article, error)
}

// forms are tried in this order, and the first that knows an input reads it:
// what says by itself what it is comes first, what a name alone says later,
// and text, which anything is, last.
func forms() []form {
	return []form{
		{isFeed, readFeed},
		{isJSON, readJSON},
		{isMHTML, readMHTML},
		{isHTML, readHTML},
		{hasFrontMatter, readMarkdown},
		{isPage, readPage},
		{isCopied, readCopied},
		{isMarkdown, readMarkdown},
		{func(*source) bool { return true }, readText},
	}
}

// Read gives the articles in one input, cleaned (see [CleanText]) and with
// their language and direction found where they do not say them. The form is
// told by the content first, by the name's ending last; otherwise the name
// serves messages and as the title of a Markdown note that has none.
//
// An error is an [*InputError], or several joined. Of an input of many articles
// the good ones are given beside the errors of the others.
func Read(name string, data []byte) ([]Article, error) {
	return Input{Name: name, Data: data}.Read()
}

// Read gives the articles in the input, as [Read] does, with lines in messages
// counted from the input's beginning, whichever piece of it this is.
func (i Input) Read() ([]Article, error) {
	in := &source{name: text.CleanLine(i.Name), line: i.line, near: i.near, limits: DefaultLimits()}
	if i.limits != nil {
		in.limits = *i.limits
	}
	switch {
	case i.read != nil:
		list, err := i.read()
		return finish(in, list, err)
	case len(bytes.TrimSpace(i.Data)) == 0:
		return nil, in.fail(0, ErrEmpty, nil)
	case int64(len(i.Data)) > in.limits.Size+pieceSize:
		return nil, in.fail(0, ErrLimit, in.limits.over(sizeLimit))
	}
	text, err := charset.Decode(i.Data)
	if err != nil {
		return nil, in.fail(0, ErrBinary, err)
	}
	in.text = text
	for _, f := range forms() {
		if f.is(in) {
			list, err := f.read(in)
			return finish(in, list, err)
		}
	}
	return nil, in.fail(0, ErrNoArticle, nil)
}

// finish cleans what a form has read, fills in what an article does not say of
// itself, and leaves out what is no article.
func finish(in *source, list []Article, err error) ([]Article, error) {
	kept := list[:0]
	for _, a := range list {
		a.clean()
		if wrong := cmp.Or(a.wrong, a.cleanPictures(in.limits)); wrong != nil {
			err = errors.Join(err, in.fail(0, ErrLimit, wrong))
		}
		a.wrong = nil
		if a.Title == "" && a.Body == "" {
			continue
		}
		if a.Title == "" {
			a.Title = text.Opening(a.Body)
		}
		a.findLanguage()
		a.findPlace()
		kept = append(kept, a)
	}
	if len(kept) == 0 && err == nil {
		err = in.fail(0, ErrNoArticle, nil)
	}
	return kept, err
}

// clean takes every string of an article through the door.
func (a *Article) clean() {
	for _, s := range []*string{
		&a.Key, &a.Title, &a.Section, &a.Source, &a.Place, &a.Author, &a.Lang, &a.URL, &a.Summary,
	} {
		*s = text.CleanLine(*s)
	}
	a.Direction = Direction(text.CleanLine(string(a.Direction)))
	a.Body = strings.Trim(text.CleanMarkdown(a.Body), "\n")
	if strings.TrimFunc(a.Body, text.IsInvisible) == "" {
		a.Body = ""
	}
	if strings.TrimFunc(a.Title, text.IsInvisible) == "" {
		a.Title = ""
	}
	if !webAddress(a.URL) {
		a.URL = ""
	}
	for i := range a.Captions {
		a.Captions[i].Text = text.CleanLine(a.Captions[i].Text)
		a.Captions[i].After = max(a.Captions[i].After, 0)
	}
	a.Captions = slices.DeleteFunc(a.Captions, func(c Caption) bool { return c.Text == "" })
	for i := range a.Related {
		r := &a.Related[i]
		for _, s := range []*string{
			&r.Key, &r.ID, &r.URL, &r.Title, &r.Section, &r.Source, &r.Author, &r.Place, &r.Summary, &r.Caption,
		} {
			*s = text.CleanLine(*s)
		}
		if !webAddress(r.URL) {
			r.URL = ""
		}
		r.Kind = r.Kind.known()
	}
	if a.Kept != nil {
		a.Kept.ID = text.CleanLine(a.Kept.ID)
		a.Kept.Position = max(a.Kept.Position, 0)
		for i := range a.Kept.Sources {
			a.Kept.Sources[i] = text.CleanLine(a.Kept.Sources[i])
		}
		a.Kept.clean()
	}
}
