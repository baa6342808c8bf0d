package articles

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/text"
)

// The kinds of thing that can be wrong with an input. Every error of [Open] and
// [Read] is an [*InputError] of one of them, so that a program can say it in
// its own language.
var (
	ErrNotFound    = errors.New("there is no such file or folder")
	ErrUnreadable  = errors.New("it cannot be read")
	ErrNotRegular  = errors.New("it is neither a file nor a folder")
	ErrFolder      = errors.New("it is a folder")
	ErrNoArticles  = errors.New("there are no articles in it")
	ErrLimit       = errors.New("it goes beyond a limit")
	ErrTooDeep     = errors.New("its parts are nested too deeply")
	ErrDamaged     = errors.New("it is damaged")
	ErrPDF         = errors.New("it is a PDF")
	ErrOldWord     = errors.New("it is an old document of Word")
	ErrSheet       = errors.New("it is a spreadsheet")
	ErrSlides      = errors.New("it is a presentation")
	ErrOutlook     = errors.New("it is a message of Outlook")
	ErrKindle      = errors.New("it is a book for Kindle")
	ErrPages       = errors.New("it is a document of Pages")
	ErrPaper       = errors.New("it is a document for printing")
	ErrPacked      = errors.New("it is packed in a way that is not read")
	ErrMedia       = errors.New("it is a picture or a recording")
	ErrDatabase    = errors.New("it is a database")
	ErrCode        = errors.New("it is a file for programs")
	ErrSubtitles   = errors.New("it is the subtitles of a film")
	ErrXML         = errors.New("it is XML of a kind that is not read")
	ErrArchive     = errors.New("the archive cannot be unpacked")
	ErrUnsafeName  = errors.New("its name in the archive leads out of it")
	ErrEmpty       = errors.New("it is empty")
	ErrBinary      = errors.New("it is not text")
	ErrNoArticle   = errors.New("there is no article in it")
	ErrFrontMatter = errors.New("the front matter cannot be understood")
	ErrJSON        = errors.New("the JSON cannot be understood")
	ErrNoNumber    = errors.New("a value in it is no number, and was taken as empty")
	ErrLocked      = errors.New("it is locked")
	ErrSubscribed  = errors.New("it is a list of subscriptions (OPML)")
	ErrNoFeed      = errors.New("it is no feed")
	ErrNoFeeds     = errors.New("it is no list of feeds")
	ErrNoAddress   = errors.New("a feed in it has no address on the web")
	ErrPart        = errors.New("a part of it cannot be understood")
	ErrUnpublished = errors.New("posts in it that were not published are left out")
	ErrScripted    = errors.New("its text is not in it, but put there by a script")
	ErrChallenge   = errors.New("it asks whether a person is reading, in place of an article")
	ErrTable       = errors.New("it is a table that names no titles, texts or addresses")
)

// InputError says what was wrong with one input.
type InputError struct {
	Name string // of the input, cleaned
	Line int    // where in it, from 1; 0 is the whole of it
	Kind error  // one of the kinds above
	Why  error  // what lay behind it, in the words of who found it; may be nil
}

// Error says the name, the place and what was wrong. What to do about it is for the
// program to say, by the kind.
func (e *InputError) Error() string {
	var s strings.Builder
	s.WriteString(e.Name)
	if e.Line > 0 {
		fmt.Fprintf(&s, ", line %d", e.Line)
	}
	s.WriteString(": " + e.Kind.Error())
	if detail := e.Detail(); detail != "" {
		s.WriteString(" (" + detail + ")")
	}
	return s.String()
}

// IsNotice reports whether an error only says what was left out of an input that was read, or is
// missing in it.
// Of several errors that are joined all have to.
func IsNotice(err error) bool {
	if _, isOne := err.(*InputError); !isOne { //nolint:errorlint // what it wraps is looked at below
		if several, ok := err.(interface{ Unwrap() []error }); ok {
			return !slices.ContainsFunc(several.Unwrap(), func(e error) bool { return !IsNotice(e) })
		}
	}
	return errors.Is(err, ErrUnpublished) || errors.Is(err, ErrScripted)
}

// LeftOutError says how many parts of an input were left out, by what they are: posts by their
// status in WordPress, and what is no post by its type.
type LeftOutError struct{ Counts map[string]int }

// Error names what was left out, and how often.
func (l *LeftOutError) Error() string { return l.Named(func(kind string) string { return kind }, ", ") }

// Named names what was left out, in words that a function has for its kinds, and returns that
// with a mark between the kinds.
func (l *LeftOutError) Named(name func(kind string) string, mark string) string {
	var counts []string
	for _, kind := range slices.Sorted(maps.Keys(l.Counts)) {
		counts = append(counts, name(kind)+": "+strconv.Itoa(l.Counts[kind]))
	}
	return strings.Join(counts, mark)
}

// JoinNotices returns notices with those in one that are of one input.
func JoinNotices(notices []error) []error {
	var joined []error
	first := map[string]*LeftOutError{}
	for _, notice := range notices {
		var in *InputError
		var left *LeftOutError
		if !errors.As(notice, &in) || !errors.As(notice, &left) {
			joined = append(joined, notice)
			continue
		}
		sum := first[in.Name]
		if sum == nil {
			sum = &LeftOutError{map[string]int{}}
			first[in.Name] = sum
			joined = append(joined, &InputError{Name: in.Name, Kind: in.Kind, Why: sum})
		}
		for kind, n := range left.Counts {
			sum.Counts[kind] += n
		}
	}
	return joined
}

// Detail is what lay behind the error, on one clean line, or "".
func (e *InputError) Detail() string {
	if e.Why == nil {
		return ""
	}
	return text.CleanLine(e.Why.Error())
}

// Unwrap gives the kind and what lay behind it.
func (e *InputError) Unwrap() []error {
	if e.Why == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Why}
}
