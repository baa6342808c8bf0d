// Package identity says which articles are one, and what the library keeps of an
// article that comes in again. It is pure: it compares records, and knows no database.
package identity

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// Record is all that the library keeps of one article. Records are compared with ==.
type Record struct {
	Num, Newness int64
	ID           string

	Key      string // by which where it came from knows it; "" where it has none
	GUID     string // by which its feed names it; "" where it has none
	Address  string // its URL without what does not matter in it; see [Address]
	TitleKey string // its title by its words, folded

	Title, Section, Source, Place, Author string
	Lang, Direction, URL, Summary         string
	Published                             string // as Timestamp has it
	Body                                  string // Markdown
	Captions                              string // JSON

	Added         int64 // milliseconds since 1970; 0 of one that comes in: now
	Full, Bundled bool

	SectionKey, SourceKey string // folded

	// What the reader did with it.
	Read, Bookmarked, Archived bool
	Position                   int
}

// detail is a field that says something of an article, by the name of its column.
type detail struct {
	name string
	of   func(*Record) *string
}

// recordDetails are the fields that say something of an article, its text and captions
// apart: what columns, checksums and merging go by.
var recordDetails = []detail{
	{"title", func(r *Record) *string { return &r.Title }},
	{"section", func(r *Record) *string { return &r.Section }},
	{"source", func(r *Record) *string { return &r.Source }},
	{"place", func(r *Record) *string { return &r.Place }},
	{"author", func(r *Record) *string { return &r.Author }},
	{"lang", func(r *Record) *string { return &r.Lang }},
	{"direction", func(r *Record) *string { return &r.Direction }},
	{"url", func(r *Record) *string { return &r.URL }},
	{"summary", func(r *Record) *string { return &r.Summary }},
	{"published", func(r *Record) *string { return &r.Published }},
	{"guid", func(r *Record) *string { return &r.GUID }},
}

// DetailNames gives the names of the fields that say something of an article, its text
// and captions apart.
func DetailNames() (names []string) {
	for _, d := range recordDetails {
		names = append(names, d.name)
	}
	return names
}

// Details gives those fields of a record, in the order of their names.
func (r *Record) Details() []*string {
	fields := make([]*string, len(recordDetails))
	for i, d := range recordDetails {
		fields[i] = d.of(r)
	}
	return fields
}

// Exported is an article of an export: the name of that and the ID that the article has
// there, "" where one is not known.
type Exported struct{ Name, ID string }

// IsBeside reports whether an article stands beside another one in the same export, as which
// it is another however alike the two are.
func (e Exported) IsBeside(other Exported) bool {
	return e.Name != "" && e.Name == other.Name && e.ID != "" && other.ID != "" && e.ID != other.ID
}

// Incoming is an article that comes in, and what is said of it that its record does
// not keep.
type Incoming struct {
	Record
	// Kept is true where an export says when the article was added.
	Kept bool
	// Export is that export, and what the article is there.
	Export Exported
	// Sources are those that an export names.
	Sources []string
	// Versions are the texts that an export says that it had before.
	Versions []articles.Version
	// Topics are what the article is filed under where it comes from.
	Topics []string
	// Marks are what an export says that the reader did with it; nil for nothing.
	Marks *articles.Marks
	// IDIsFree is true where its ID is known to be no other article's.
	IDIsFree bool
	// Stored is its text as the library keeps it, where that was made ahead.
	Stored any

	keyedText string // of which textKey is known
	textKey   int64
	words     string // of that text, as [text.Spaced] gives them, where it has no pictures
}

// Words gives the words of the text as [text.Spaced] does, where they were found out, else "".
func (in *Incoming) Words() string {
	if in.keyedText != in.Body {
		return ""
	}
	return in.words
}

// TextKey gives what [TextKey] makes of the text, which is found out once.
func (in *Incoming) TextKey() int64 {
	if in.keyedText != in.Body {
		in.keyedText, in.words = in.Body, ""
		if strings.Contains(in.Body, articles.PictureScheme) {
			in.textKey = TextKey(in.Body)
		} else {
			in.words = text.Spaced(in.Body)
			in.textKey = wordsKey(in.words)
		}
	}
	return in.textKey
}

// NewIncoming gives what the library would keep of an article. An article has its text
// when there is one, whatever it says of itself.
func NewIncoming(a *articles.Article) Incoming {
	in := Incoming{Record: Record{
		Key: a.Key, GUID: a.GUID, Title: a.Title, Section: a.Section, Source: a.Source, Place: a.Place, Author: a.Author,
		Lang: a.Lang, Direction: string(a.Direction), URL: a.URL, Summary: a.Summary,
		Published: Timestamp(a.Published), Body: a.Body, Captions: encodeCaptions(a.Captions),
		Full: strings.TrimSpace(a.Body) != "",
	}, Topics: a.Tags}
	if k := a.Kept; k != nil {
		in.ID, in.Export, in.Sources, in.Versions = k.ID, Exported{k.Export, k.ID}, k.Sources, k.Versions
		in.Read, in.Bookmarked, in.Archived, in.Position = k.Read, k.Bookmarked, k.Archived, k.Position
		if !k.IsZero() {
			in.Marks = &k.Marks
			in.Bookmarked = in.Bookmarked || len(k.Tags) > 0
		}
		if !k.Added.IsZero() {
			in.Added = k.Added.UnixMilli()
		}
	}
	in.SetKeys()
	in.TextKey()
	return in
}

// NewCard gives what the library would keep of an article that another one names.
func NewCard(c *articles.Related) Incoming {
	in := Incoming{Record: Record{
		ID: c.ID, Key: c.Key, Title: c.Title, Section: c.Section, Source: c.Source, Place: c.Place, Author: c.Author,
		URL: c.URL, Summary: c.Summary, Captions: NoCaptions,
	}}
	if c.Caption != "" {
		in.Captions = encodeCaptions([]articles.Caption{{Text: c.Caption}})
	}
	in.SetKeys()
	return in
}

// TakeHead gives an article what another of its forms says it is: where that came from, its
// title, and its time.
func (in *Incoming) TakeHead(here *Record) {
	for _, field := range []struct{ to, from *string }{
		{&in.Title, &here.Title}, {&in.Source, &here.Source}, {&in.Published, &here.Published}, {&in.GUID, &here.GUID},
	} {
		if *field.from != "" {
			*field.to = *field.from
		}
	}
	in.SetKeys()
}

// Arrive sets when an article came, unless an export says so.
func (in *Incoming) Arrive(now int64) {
	in.Kept = in.Added != 0
	if !in.Kept {
		in.Added = now
	}
}

// SetKeys works out what follows from the rest.
func (r *Record) SetKeys() {
	r.Address = Address(r.URL)
	r.TitleKey = text.WordKey(r.Title)
	r.SectionKey = text.WordKey(r.Section)
	r.SourceKey = text.WordKey(r.Source)
}

// Time gives the time by which the article is ordered: when it was published, and
// where that is not known, when it came.
func (r *Record) Time() time.Time {
	if t := ParseTimestamp(r.Published); !t.IsZero() {
		return t
	}
	return time.UnixMilli(r.Added)
}

// Timestamp writes a time of publication as it is kept, with its zone, "" where it is
// not known.
func Timestamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

// ParseTimestamp reads what Timestamp writes.
func ParseTimestamp(s string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{} // "": it is not known
	}
	return t
}

// NoCaptions is how no captions are kept.
const NoCaptions = "[]"

func encodeCaptions(captions []articles.Caption) string {
	if len(captions) == 0 {
		return NoCaptions
	}
	b, err := json.Marshal(captions)
	if err != nil {
		panic(err) // strings and numbers can always be written
	}
	return string(b)
}
