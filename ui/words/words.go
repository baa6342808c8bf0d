// Package words holds every sentence that Warraq says, in each of its languages: one
// table, a field a sentence.
package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/warraq/warraq/store"
)

// Words are the sentences in one language. Between braces stand the names of actions, in whose
// place their keys are said.
type Words struct {
	Lang      string // BCP 47
	Direction string // "rtl" or "ltr"

	Name   string    // of the program
	Comma  string    // between the parts of a list, with its space
	Quotes [2]string // around what is named in a sentence

	// Panes and their empty states.
	Articles, Article, Related string
	NoArticles, NoMatch        string
	NoCommand                  string // of a name that is typed
	TooLong                    string // what was pasted, for where it goes
	NoBookmarks, NoRelated     string
	NothingOpen                string

	// The sign of an article whose text is not here.
	Card string

	// Prompts and notices.
	Filter, BookmarksOnly, Palette                                               string
	ArchivedNow, UnarchivedNow, RemovedNow, WouldBeRemoved                       string
	BookmarkSet, BookmarkGone                                                    string
	MarkedRead, MarkedUnread                                                     string
	Arrived                                                                      string // with a place for how many articles
	DidYouMean                                                                   string // with a place for another query
	NoVersions, Until                                                            string // of an article; %s is a time
	FoundMore                                                                    string // how many articles there are, and how many are shown
	NoEarlier, NoLater, NoSuchRelated                                            string
	CopiedParagraph, CopiedPassage, CopiedQuote, CopiedArticle, NoWrite, NoGuide string
	Form                                                                         string // before the name of a form

	// The text that stands where a card's article would.
	CardNote string

	// Help.
	Help       string
	Categories [5]string // in the order of the key map's categories
	Actions    map[string]string

	months  map[Months][12]string
	percent string            // the sign behind a number
	does    map[string]string // what terminals do, by the words of terminal's table
	calendar
	plural func(n int, noun Noun) string

	// Nouns that are counted: of minutes, those that reading takes and those that are
	// left.
	ArticleNoun, UnreadNoun, ChangeNoun Noun
	AllReadNoun                         Noun // one or two articles that are read
	TakesNoun, LeftNoun                 Noun

	// Outcomes say what became of an article that was added, Why why one is
	// related to another.
	Outcomes map[string]string
	Why      map[store.Why]string
	// Elsewhere stands before the papers that have the same text.
	Elsewhere string

	// Sides are what the reader says of an article's surroundings.
	Sides Sides
	// Find is what is said of looking for something in an article.
	Find Find
	// Shelves are the parts and the orders of the list, Undo what is taken back.
	Shelves Shelves
	Undo    Undo
	// Several are said of articles that are changed together.
	Several Several
	// Today is said of the front page.
	Today Today
	// Root is said of the root of a word.
	Root Root
	// Compare is said of two articles side by side.
	Compare Compare
	Days    Days // of a list
	// Listen is said of reading aloud, Passage of passages that are handed to programs,
	// Programs of what is wrong with one.
	Listen   Listen
	Passage  Passage
	Programs Programs
	// Statistics are said of how much was read.
	Statistics Statistics
	// Notes are said of highlights and notes.
	Notes Notes
	// Pictures are said of what an article came with.
	Pictures Pictures
	// Welcome is said to a new reader.
	Welcome Welcome
	// Looks are what is said of how articles look.
	Looks Looks
	// Intake is what the reader says of what it adds.
	Intake Intake
	// Progress is what is said of long work.
	Progress Progress
	// Errors, of the command line too.
	Errors Errors
	// Terminal is what doctor and calibrate say.
	Terminal Terminal
	// Manual is what the command line says of itself.
	Manual Manual
	// Pager is what the pager says.
	Pager Pager
	// Linear is what the linear reader says.
	Linear Linear
	// Feeds is what is said of feeds that are followed.
	Feeds Feeds
	// Sync is what is said of libraries that meet in a folder.
	Sync Sync
	// Serve is what is said where a library is served over SSH.
	Serve Serve
}

// Shelves are said of the parts of the library that the list shows, by the
// reader's kinds of them, and of its orders.
type Shelves struct {
	Title                   string
	Names                   [5]string                // all, unread, bookmarks, begun, archive
	Kinds                   [10]string               // of those, and searches, tags, sections, sources, tags of sources
	Order                   string                   // before the name of an order
	Orders                  map[store.Sort][2]string // and reversed
	AllRead                 string
	NoArchived, NoneBegun   string
	Kept, Dropped, NoSearch string // a search that is kept as a tab; there is none to be kept
}

// Undo is said of what is taken back.
type Undo struct {
	Nothing string
	Marked  string // as read, before how many
	Done    map[store.Done]string
}

// Statistics are said of how much was read.
type Statistics struct {
	Title, Nothing      string
	Minutes             Noun
	In                  string // between so many minutes and so many articles
	Streak, Ago         Noun   // of days
	Today               string
	BySection, BySource string
	Other               string // of no section or source
}

// Notes are said of highlights and notes.
type Notes struct {
	Title, None string
	Ask         string // before the note that is typed
	Set, Gone   string // a highlight
	GoneNoted   string // a highlight that had a note
	Noted       string
}

// Pictures are said of the pictures that an article came with.
type Pictures struct {
	One        string // what a picture is called
	None       string // the article came with none
	Show, Hide string // what a key does, with a place for it
	Numbered   string // with places for the number of a picture and of all
	Unreadable string // in the place of a picture that is damaged
}

// Size says that there is a picture, and of which size in pixels.
func (p *Pictures) Size(width, height int) string {
	return fmt.Sprintf("%s \u2066%d×%d\u2069", p.One, width, height)
}

// Find is said of looking for something in an article.
type Find struct {
	Ask      string
	Nothing  string // nothing is looked for
	NotThere string
	At       string // before the number of a hit and of all
}

// Sides are said of what lies around an article: what the related pane shows, the
// way one came, and what one can do with an address.
type Sides struct {
	Names    [4]string // of what the related pane shows: related, story, backlinks, history
	None     [4]string // why there is nothing of it
	Relating string    // why there is nothing yet
	Here     string    // beside the open article
	Session  string    // of an article that was read in this session
	NoDay    string
	Trail    string // the title of the way that one came along
	NoTrail  string
	Map      string // the title of the map of what is around an article
	NoMap    string

	AskLink    string // before the number of a link
	NoLinks    string
	NoSuchLink string
	Absent     string // from the library: the address %s
	ThisLink   string // it leads to the open article
	Address    string // the title of an address
	NoAddress  string
	// What is said of a card whose text is at the address, or of one that has none.
	CardAway, CardNowhere string
	Deeds                 [4]string // what to do with an address: copy, open, add from a file, leave
	Copied                string
	Opened, NotOpened     string
}

// Looks are said of how articles look and of the other settings.
type Looks struct {
	Settings string
	KeptIn   string            // before the path of the file
	Names    map[string]string // of the settings, by theirs in the file
	Groups   map[string]string // headings of the settings
	// Values are those of a setting, by its name and the value, or by the value
	// alone.
	Values map[string]string
	Later  string // holds a setting
	// What keys do with the value of a setting.
	NextValue, PreviousValue string
	Keys                     KeyWords
	NoTashkeel               string
	NoThemes                 string // too few colours
	NoPrint                  string // no pixels
	Widest                   string // the text fills its pane
	WiderAlone               string // "%s" is the key that shows the article alone
}

// Value says a setting's value. One without words says itself.
func (l *Looks) Value(name, value string) string {
	for _, key := range []string{name + " " + value, value} {
		if said, ok := l.Values[key]; ok {
			return said
		}
	}
	if name == "lang" && languageTables[value].name != "" {
		return languageTables[value].name
	}
	return value
}

// Intake is said of articles that come in.
type Intake struct {
	Ask      string // before the path that is typed
	Reading  string
	Busy     string // one thing at a time
	Pasted   string // the name of an input that was pasted
	TooLong  string // what was pasted
	Outcomes map[store.Outcome]Noun
	Refused  Noun // inputs
}

// Progress says how far long work is.
type Progress struct {
	Rate        string // articles, for %s, and how many a second, for %d
	Left        string // percent, for %d%%, and the time that is left, for %s
	Interrupted string // after so many articles, for %s
	Upgrading   string // a library of an earlier version is brought over
	Relating    string // so many articles are compared, for %d, of so many, for %d
}

// Noun is a counted noun in the forms that its language needs: Arabic has one,
// two, three to ten, and eleven up; others have fewer.
type Noun struct{ Zero, One, Two, Few, Many string }

// Reading says how many minutes reading takes, "" for none.
func (w *Words) Reading(minutes float64) string {
	if minutes == 0 {
		return ""
	}
	return w.Count(int(math.Round(minutes)), w.TakesNoun)
}

// Left says how many minutes of reading are left.
func (w *Words) Left(minutes float64) string { return w.Count(int(math.Round(minutes)), w.LeftNoun) }

// Count says how many there are of a noun.
func (w *Words) Count(n int, noun Noun) string { return w.plural(n, noun) }

// Percent says how much of a hundred something is, with the sign of the language.
func (w *Words) Percent(n int) string {
	return strconv.Itoa(n) + w.percent
}

// Counted says how many articles there are, and how many of them are unread.
func (w *Words) Counted(all, unread int) string {
	switch count := w.Count(all, w.ArticleNoun); {
	case all == 0:
		return count
	case unread <= 0 && all <= 2:
		return count + w.Comma + w.Count(all, w.AllReadNoun)
	default:
		return count + w.Comma + w.Count(max(unread, 0), w.UnreadNoun)
	}
}

// Reason says why an article is related to another, "" where nothing is known:
// what both speak of, as the other writes it, after what binds them otherwise.
func (w *Words) Reason(r store.Relation) string {
	shared := strings.Join(r.Shared, w.Comma)
	switch why := w.Why[r.Why]; {
	case why == "":
		return shared
	case shared == "":
		return why
	default:
		return why + ": " + shared
	}
}

// Paper says which paper an article is of, its title where that is not known.
func (w *Words) Paper(e store.Entry) string {
	for _, s := range []string{e.Source, e.Author, e.Title} {
		if s != "" {
			return s
		}
	}
	return ""
}

// ReasonIn is [Words.Reason] with as many of what both speak of as there is room
// for, one at least: a name that is cut tells nothing.
func (w *Words) ReasonIn(r store.Relation, fits func(string) bool) string {
	for len(r.Shared) > 1 && !fits(w.Reason(r)) {
		r.Shared = r.Shared[:len(r.Shared)-1]
	}
	return w.Reason(r)
}

// numberNoun puts a number into its place in a counted noun, "%d", or before it.
func numberNoun(n int, noun string) string {
	number := strconv.Itoa(n)
	if strings.Contains(noun, "%d") {
		return strings.Replace(noun, "%d", number, 1)
	}
	return number + " " + noun
}

// FromLeft tells whether the language is written from the left.
func (w *Words) FromLeft() bool { return w.Lang == "en" }
