package identity

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// Bounds by which a text is another one's shorter form: how long it may be relative to
// that, and up to how many words it is a summary.
const (
	shorterShare = 0.9
	longSummary  = 80
)

// Merge gives what the library keeps of an article that is here once it came in
// again. What the reader did is kept in every case, and a text is never replaced by a
// poorer one: of that only what is new is taken.
func Merge(here Record, in Incoming) Record {
	m := here
	switch {
	case in.Bundled && in.Full:
		m.replace(&in.Record)
	case !in.Full:
		m.fillGaps(&in.Record)
	case here.Full && in.isPoorerThan(&here):
		m.fillGaps(&in.Record)
		m.addSummary(in.Body)
	case in.IsEarlierThan(&here):
		m.fillGaps(&in.Record)
	case here.Full:
		m.overlay(&in.Record)
		if here.isPoorerThan(&in.Record) {
			m.addSummary(here.Body)
		}
	default:
		m.overlay(&in.Record)
		m.Added = in.Added // what counts is when the text came
	}
	if m.Key == "" {
		m.Key = in.Key
	}
	m.Bundled = m.Bundled || in.Bundled
	m.keepCalmTitle(&here, &in.Record)
	m.addMarks(&in)
	m.SetKeys()
	return m
}

// isPoorerThan tells a text that says less than another: a teaser, a shorter form, or the
// same words without pictures, or with less of the marks of headings, lists and links.
func (r *Record) isPoorerThan(other *Record) bool {
	if r.Body == other.Body {
		return false
	}
	mine, others := countWords(r.Body), countWords(other.Body)
	if float64(mine) < shorterShare*float64(others) {
		return true
	}
	if r.showsFewer(other) {
		return true
	}
	return mine == others && text.WordKey(r.Body) == text.WordKey(other.Body) && len(r.Body) < len(other.Body)
}

// showsFewer tells a text of the same words that shows fewer pictures that came along than
// another: it is as it was before they came, or some of them did not come with it.
func (r *Record) showsFewer(other *Record) bool {
	return ShowsPictures(other.Body) && len(articles.PictureNames(r.Body)) < len(articles.PictureNames(other.Body)) &&
		countWords(r.Body) <= countWords(other.Body) && Shared(r.Body, other.Body) == 1
}

// IsEarlierThan tells a text of a feed that comes after one that its feed gave later.
func (in *Incoming) IsEarlierThan(here *Record) bool {
	return in.Full && here.Full && in.GUID != "" && here.GUID != "" && in.Published != "" &&
		ParseTimestamp(in.Published).Before(ParseTimestamp(here.Published)) && !in.isPoorerThan(here)
}

// addSummary takes a short text that is no part of the article's for the summary of an
// article that has none.
func (r *Record) addSummary(teaser string) {
	if r.Summary == "" && countWords(teaser) <= longSummary && Shared(teaser, r.Body) < nearlySame && !strings.ContainsAny(teaser, "[]|#`") {
		r.Summary = text.CleanLine(teaser)
	}
}

// ShowsPictures tells whether a text may show a picture that came along, without
// looking closer.
func ShowsPictures(body string) bool { return strings.Contains(body, "]("+articles.PictureScheme) }

// imagePattern finds the pictures that a text shows, those from the web as well.
var imagePattern = pattern.New(`!\[(?:[^\]\\]|\\.)*\]\([^)\s]*\)`)

// withoutImages gives a text without the pictures that it shows.
func withoutImages(body string) string {
	if !strings.Contains(body, "![") {
		return body
	}
	return imagePattern.ReplaceAllString(body, "")
}

// SameButPictures tells whether two texts differ in nothing but where the pictures are that
// they show: from the web, or with the article.
func SameButPictures(a, b string) bool {
	none := func(string) string { return "" }
	return strings.Contains(a, "![") && articles.ReplaceImages(a, none) == articles.ReplaceImages(b, none)
}

// fillGaps takes over what the record lacks. A card that is called by its address lacks a title.
func (r *Record) fillGaps(in *Record) {
	if r.Title == r.URL {
		r.Title = in.Title
	}
	from := in.Details()
	for i, field := range r.Details() {
		if *field == "" {
			*field = *from[i]
		}
	}
	if r.Captions == NoCaptions {
		r.Captions = in.Captions
	}
}

// overlay takes over all that the other record has. The name by which a feed knows an
// article stays as it is: another feed has another. So does where the very text came from.
func (r *Record) overlay(in *Record) {
	keeps := []*string{&r.GUID}
	if r.Body == in.Body {
		keeps = append(keeps, &r.Source, &r.Section)
	}
	from := in.Details()
	for i, field := range r.Details() {
		if *from[i] != "" && (*field == "" || !slices.Contains(keeps, field)) {
			*field = *from[i]
		}
	}
	if in.Captions != NoCaptions {
		r.Captions = in.Captions
	}
	r.Body, r.Full = in.Body, true
}

// replace takes over everything, also what the other record has not.
func (r *Record) replace(in *Record) {
	from := in.Details()
	for i, field := range r.Details() {
		*field = *from[i]
	}
	r.Captions, r.Body, r.Full = in.Captions, in.Body, true
}

// addMarks takes over what an export says that the reader did, where the reader
// did not do more here.
func (r *Record) addMarks(in *Incoming) {
	r.Read = r.Read || in.Read
	r.Bookmarked = r.Bookmarked || in.Bookmarked
	r.Archived = r.Archived || in.Archived
	if r.Position == 0 {
		r.Position = in.Position
	}
	if in.Kept && in.Added != 0 {
		r.Added = min(r.Added, in.Added)
	}
}

// Restore gives a record the text and details of another, of which it is a damaged form or
// one of before; of a card it makes a card.
func (r *Record) Restore(whole *Record) {
	r.replace(whole)
	r.Full, r.Key = whole.Full, whole.Key
	r.SetKeys()
}
