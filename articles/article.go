// Package articles says what an article is ([Article], [Related], [Picture], [Marks]),
// what can be wrong with an input ([InputError]), what bounds it ([Limits]), and what a
// format is that articles come in ([Format]), which reads a [Source].
//
// Everything else stands in packages around this one: text is the gate for what comes
// from outside and makes words comparable; charset and dates are what they say; fields
// makes articles of named values; press knows what newspapers have in common; each
// format has a package in format; intake opens files, folders and archives, tries the
// formats in their order and cleans what they read; export writes.
//
// A new format imports what it needs of these and has one exported variable of type
// [Format]; intake names it in its list. HTML within any format goes through
// format/html, plain text through format/plain, fields with names through fields. What
// it returns need not be cleaned.
package articles

import "time"

// Article is one text with what is known about it. Every string but Body is
// plain text in logical order; none holds control characters (see [CleanLine]).
type Article struct {
	// Key is an identity that outlives changes of title and text, given by the
	// place an article comes from: "warraq:guide-1" for a bundled one. It is
	// empty where there is none, and titles and addresses decide.
	Key string
	// GUID is how its feed names it: the guid of RSS, the id of Atom and JSON Feed. It
	// is empty where there is none; feeds change it, and use one again.
	GUID string

	Title     string
	Section   string
	Tags      []string // all that its source filed it under, the section too where that is one of several
	Source    string   // the paper or agency
	Place     string   // where it was reported from
	Author    string
	Published time.Time // zero: not known
	Lang      string    // a BCP 47 tag; "" is not known
	Direction Direction
	URL       string
	Summary   string
	Body      string // Markdown
	Captions  []Caption
	Pictures  []Picture // those that the text shows and that came with it
	Related   []Related
	// Full is false of a card: an article of which only the title and what
	// stands with it are here, not yet the text.
	Full bool
	// Kept is what a library knew of the article besides, where it comes from an
	// export; nil elsewhere.
	Kept *Kept

	awaited []string // see [Article.Awaited]
	wrong   error    // what was left out of it, and why
}

// Awaited returns the addresses of the pictures that the text shows from the web and that
// are still to be fetched.
func (a *Article) Awaited() []string { return a.awaited }

// Await keeps the addresses of pictures that are still to be fetched.
func (a *Article) Await(addresses []string) { a.awaited = addresses }

// Kept is what a library keeps of an article beside the article itself, as an
// export carries it from one library to another.
type Kept struct {
	ID         string // in the library that it came from
	Export     string // the name of the export that says so: two of one are two, however alike
	Read       bool
	Bookmarked bool
	Archived   bool // put away by its reader
	Position   int  // where the reader was: a rune offset into the text as laid out
	Added      time.Time
	Sources    []string // of an article that came from more than one
	Versions   []Version
	Marks
}

// Version is a text that an article had before.
type Version struct {
	Title string    `json:"title"`
	Body  string    `json:"body"`  // Markdown
	Until time.Time `json:"until"` // when it was replaced
}

// Direction is the base direction of an article's text.
type Direction string

// The directions; "" leaves it to each paragraph.
const (
	RightToLeft Direction = "rtl"
	LeftToRight Direction = "ltr"
)

// Caption is the text under a picture that an article came with.
type Caption struct {
	Text string `json:"text"`
	// After is the number of top-level blocks of the body that stand before the
	// picture: 0 puts it above the text.
	After int `json:"after"`
}

// Related is an article as another one points at it: what its card says, and
// what can find it in the library.
type Related struct {
	Kind    Kind
	Key     string // of the target, where the target has one
	ID      string // of the target in the library that an export came from
	URL     string
	Title   string
	Section string
	Source  string
	Author  string
	Place   string
	Summary string
	Caption string
}

// Kind says where an article names another.
type Kind string

// The kinds.
const (
	Named    Kind = ""       // somewhere: it is not known where
	OnPage   Kind = "page"   // among the cards of its page
	ByAuthor Kind = "author" // in what its author says of it: front matter, say
	ReadAlso Kind = "also"   // in a line in the text such as "read also: …"
	InText   Kind = "text"   // by a link in the text
	InBook   Kind = "book"   // it stands beside it in a book
)

// known makes one of the kinds of what a file says.
func (k Kind) known() Kind {
	switch k {
	case OnPage, ByAuthor, ReadAlso, InText, InBook:
		return k
	}
	return Named
}
