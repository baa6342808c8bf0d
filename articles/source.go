package articles

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/charset"
)

// Format is one format that articles come in, such as EPUB or Markdown.
type Format struct {
	// Name says which it is, as a reader of messages would call it.
	Name string
	// Extensions are those of its files, in lower case, with the dot. Files that have
	// one are taken from folders and archives; a file that is named itself may have any.
	Extensions []string
	// Read recognises and reads a source in one pass: mine is false of a source in
	// another format, of which it has changed nothing. What is wrong with a source in
	// this format is an [*InputError] (see [Source.Fail]), or several joined; the
	// articles beside it are those that could be read. They need not be cleaned: that
	// is done once, behind all formats (see [Article.Clean]).
	Read func(ctx context.Context, src *Source) (list []Article, mine bool, err error)
}

// Source is an input as a format sees it: bytes, or an archive that is one document.
type Source struct {
	Name string // of the input, cleaned, for messages
	Data []byte
	Line int // of a larger input that Data begins with, from 0

	// Address is where it was fetched from, and Charset in which character set its server
	// says that it is; "" where that is not known.
	Address, Charset string

	Remote *Remote // fetches the pictures that it shows on the web; nil fetches none

	Files *Files // the files around it; nil where they are not known
	// Archive is what a ZIP archive holds, where the source is one; Data is nil then.
	// A format that is no archive inside leaves such a source alone.
	Archive *Archive
	// WholeBooks says that a book is to be one article, not one for each chapter.
	WholeBooks bool
	// Unpublished says that what its site did not publish is wanted, too.
	Unpublished bool
	// Wanted tells which pages of an archive of the web are wanted, by their
	// addresses; a nil Wanted wants all.
	Wanted func(address string) bool
	Limits Limits

	text    string
	decoded bool
	notText error
	shared  map[any]any
}

// NewSource makes a source of bytes, with the default limits and nothing around it.
func NewSource(name string, data []byte) *Source {
	return &Source{Name: name, Data: data, Limits: DefaultLimits()}
}

// Text gives the source as UTF-8 whose lines end in "\n", in whatever character set
// it is, and "" where it is no text. It is decoded once.
func (s *Source) Text() string {
	if !s.decoded {
		s.text, s.notText = charset.DecodeAs(s.Data, s.Charset)
		s.decoded = true
	}
	return s.text
}

// SetText puts a text in the place of the source's own, of which it says the same.
func (s *Source) SetText(text string) { s.text, s.decoded, s.notText = text, true, nil }

// IsText tells whether a source is a text.
func (s *Source) IsText() bool { return s.NotText() == nil }

// NotText gives the reason why a source is no text, nil where it is.
func (s *Source) NotText() error {
	s.Text()
	return s.notText
}

// Shared gives what several formats work out of a source alike, so that it is done
// once: the first to ask for a key creates the value.
func (s *Source) Shared(key any, create func() any) any {
	v, ok := s.shared[key]
	if !ok {
		v = create()
		if s.shared == nil {
			s.shared = map[any]any{}
		}
		s.shared[key] = v
	}
	return v
}

// headSize is how much of a text is looked at for its beginning, in bytes.
const headSize = 4 << 10

// Head gives the beginning of the text, by which most formats are recognised.
func (s *Source) Head() string { return Head(s.Text()) }

// Head gives the beginning of a text.
func Head(text string) string { return text[:min(len(text), headSize)] }

// HasJSON reports whether the source begins as JSON does and all of some names stand in it, in
// their quotation marks: a list or an object that may be what has them.
func (s *Source) HasJSON(names ...string) bool {
	if head := strings.TrimSpace(s.Head()); !strings.HasPrefix(head, "[") && !strings.HasPrefix(head, "{") {
		return false
	}
	return !slices.ContainsFunc(names, func(name string) bool { return !strings.Contains(s.Text(), `"`+name+`"`) })
}

// Extension gives the last part of the source's name, from the dot, in lower case.
func (s *Source) Extension() string { return strings.ToLower(path.Ext(s.Name)) }

// Fail makes an error about the source, of a line of its text from 1, or, with 0, of
// the whole. What lay behind it may be nil.
func (s *Source) Fail(line int, kind, why error) error {
	if line > 0 {
		line += s.Line
	}
	return &InputError{Name: s.Name, Line: line, Kind: kind, Why: why}
}

// Album makes an album for an article of the source: of the pictures in its text and,
// where they are known, those among the files around it.
func (s *Source) Album() *Album {
	al := &Album{Limits: s.Limits, Remote: s.Remote}
	if n := s.Files; n != nil && n.fs != nil {
		al.Find, al.Here, al.Embedded = n.readPicture, n.hasPicture, n.embedded
	}
	return al
}
