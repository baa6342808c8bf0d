// Package store is the library: one SQLite file that holds the articles, what
// points from one to another, and what the reader did with them.
//
// Any number of programs may have one library open at once. Every change is one
// transaction that is on the disk when the method returns: a program killed at
// any instant leaves whole articles and every mark that it had been told was
// made.
package store

import (
	"database/sql"
	"os"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/query"
)

// Library is an open library. It may be used by many goroutines at once.
type Library struct {
	path string
	file os.FileInfo // that was opened, so that another in its place is noticed
	seen filesSeen
	db   *sql.DB
	// version is the one that this program knows of, 0 of what has none.
	version int
	// unwritable is why nothing can be written, nil where it can.
	unwritable error
	writing    chan struct{} // holds one token: whoever has it writes
	own        int64         // by how much this Library changed the revision; of whoever has the token
	found      foundCache
	front      frontCache
	exports    exportedOnes
	shared     *sharedLibrary // that this is one reader's file of, nil for a library
}

// isWritable tells whether articles can be written into the library.
func (l *Library) isWritable() bool { return l.unwritable == nil }

// Path is where the library's file is.
func (l *Library) Path() string { return l.path }

// Entry is an article as lists show it: all but its text.
type Entry struct {
	ID string // short, given once and kept for ever

	Title     string
	Section   string
	Source    string
	Place     string
	Author    string
	Lang      string // a BCP 47 tag; "" is not known
	Summary   string
	URL       string
	Direction articles.Direction
	Published time.Time // zero: not known
	Added     time.Time // when it came into the library, to the millisecond

	// Full is false of a card: an article whose text is not here yet.
	Full       bool
	Read       bool
	Bookmarked bool
	Archived   bool // put away: lists leave it out
	Position   int  // where the reader was: a rune offset into the text as laid out
	Progress   int  // how much lay before the end of what was seen there, in percent

	Relation // only from [Library.Related] and its like
}

// Item is an article with its text.
type Item struct {
	Entry
	Body     string // Markdown
	Captions []articles.Caption
	Pictures []articles.Picture // without their bytes, which [Library.Picture] gives
	Sources  []string           // all of them, of an article that came from more than one
	GUID     string             // how its feed names it
	Tags     []string           // what it is filed under where it comes from
}

// Relation says how an article is related to another.
type Relation struct {
	Why Why
	// Shared are names and words that both speak of and few others do, as the
	// other article writes them, the most telling first.
	Shared []string
	// Also are articles that stand behind this one: that have its very text.
	Also []Entry
}

// Why says why an article is among the related ones of another.
type Why uint8

// The reasons.
const (
	WhyUnknown    Why = iota
	WhyLinked         // the article names it; it is not known where
	WhyOnPage         // its card stood on the page of the article
	WhyNamed          // the article's author names it
	WhyReadAlso       // the text says that one might read it, too
	WhyInText         // the text of the article links to it
	WhyInBook         // it stands beside the article in a book
	WhyPointsHere     // it names the article
	WhyLinksHere      // its text links to the article
	WhySameEvent      // it is another report of the event
	WhySameStory      // it tells what came before or after, or what is said of it
	WhySameText       // it is a copy of the article
	WhyElsewhere      // it stands behind another; see Relation.Also
	WhyShared         // both speak of the same; see Relation.Shared
)

// kindReasons are those for which articles are related that one names.
var kindReasons = map[articles.Kind]Why{
	articles.Named: WhyLinked, articles.OnPage: WhyOnPage, articles.ByAuthor: WhyNamed,
	articles.ReadAlso: WhyReadAlso, articles.InText: WhyInText, articles.InBook: WhyInBook,
}

// Kind says where the article names the other one, as it came: for an export.
func (w Why) Kind() articles.Kind {
	for kind, why := range kindReasons {
		if why == w {
			return kind
		}
	}
	return articles.Named
}

// Filter chooses among the articles. The zero Filter chooses all that are not put away.
type Filter struct {
	Unread     bool
	Bookmarked bool
	Archive    Archive
	Bundled    bool // what ships with the program
	// Begun are articles that were begun and not read to their end. They stand in the order
	// in which they were read, the last one first, whatever the Sort.
	Begun   bool
	Section string // by name, however it is spelled (see [text.Fold])
	Source  string
	Tag     string
	Feed    int64 // by its number; 0 is any
	// Title is what someone is typing: each of its words must be somewhere in
	// the title, section or source.
	Title string
	// Query is what someone looks for among the articles that the rest chooses. What
	// it finds stands by how well it answers, whatever the Sort. Two filters are the
	// same when they hold the same parsed Query.
	Query *query.Query

	Sort    Sort
	Reverse bool

	// After is the ID of an article behind which the list begins: the way to the
	// next page that costs the same however far down it is. The article need not
	// be among those that the filter chooses.
	After         string
	Limit, Offset int // a Limit of 0 is none
}

// Archive says what a [Filter] does about articles that their reader put away.
type Archive uint8

// The ways. A filter with a query finds what is put away too, unless it asks for that
// alone.
const (
	Unarchived  Archive = iota // they are left out
	Archived                   // they alone are chosen
	AnyArchived                // it does not matter
)

// Outcome is what became of an article that was added.
type Outcome uint8

// The outcomes.
const (
	Same    Outcome = iota // it was here, and nothing was changed
	New                    // it was not here before
	Filled                 // it was here as a card and has its text now
	Updated                // it was here and something in it has changed
)

// String gives the name of an outcome in small letters.
func (o Outcome) String() string {
	return [...]string{"same", "new", "filled", "updated"}[o]
}

// Added says what became of one article.
type Added struct {
	ID      string
	Outcome Outcome
}
