package store

import (
	"encoding/json"
	"strings"
	"time"

	"warraq/articles"
	"warraq/articles/text"
)

// record is all that the library keeps of one article. Records are compared
// with ==.
type record struct {
	num, newness int64
	id           string
	identity

	title, section, source, place, author string
	lang, direction, url, summary         string
	published                             string // as timestamp has it
	added                                 int64  // milliseconds since 1970; 0 of one that comes in: now
	full, bundled                         bool
	kept                                  bool   // of one that comes in: an export says when it was added
	sources                               string // of one that comes in: those that an export names, a line each
	body                                  string
	captions                              string // JSON
	sectionKey, sourceKey                 string
	idIsFree                              bool            // of one that comes in: nothing here has its ID
	more                                  *articles.Marks // of one that comes in: what an export says of them

	marks
}

// marks are what the reader did with an article.
type marks struct {
	read, bookmarked bool
	position         int
}

// newRecord makes a record of an article that comes in. An article has its text
// when there is one, whatever it says of itself.
func newRecord(a *articles.Article) record {
	r := record{
		title: a.Title, section: a.Section, source: a.Source, place: a.Place, author: a.Author,
		lang: a.Lang, direction: string(a.Direction), url: a.URL, summary: a.Summary,
		published: timestamp(a.Published), body: a.Body, captions: encodeCaptions(a.Captions),
		full: strings.TrimSpace(a.Body) != "",
	}
	r.key = a.Key
	if k := a.Kept; k != nil {
		r.id = k.ID
		r.marks = marks{read: k.Read, bookmarked: k.Bookmarked, position: k.Position}
		r.sources = strings.Join(k.Sources, "\n")
		if !k.IsZero() {
			r.more = &k.Marks
			r.bookmarked = r.bookmarked || len(k.Tags) > 0
		}
		if !k.Added.IsZero() {
			r.added = k.Added.UnixMilli()
		}
	}
	r.setKeys()
	return r
}

// newCard makes a record of what an article says of another.
func newCard(c *articles.Related) record {
	r := record{
		title: c.Title, section: c.Section, source: c.Source, place: c.Place, author: c.Author,
		url: c.URL, summary: c.Summary, captions: encodeCaptions(nil), id: c.ID,
	}
	if c.Caption != "" {
		r.captions = encodeCaptions([]articles.Caption{{Text: c.Caption}})
	}
	r.key = c.Key
	r.setKeys()
	return r
}

// setKeys works out what follows from the rest.
func (r *record) setKeys() {
	r.address = address(r.url)
	r.titleKey = text.WordKey(r.title)
	r.sectionKey = text.WordKey(r.section)
	r.sourceKey = text.WordKey(r.source)
}

// time is the time by which the article is ordered: when it was published, and
// where that is not known, when it came.
func (r *record) time() time.Time {
	if t := fromTimestamp(r.published); !t.IsZero() {
		return t
	}
	return time.UnixMilli(r.added)
}

// noCaptions is how no captions are kept.
const noCaptions = "[]"

func encodeCaptions(captions []articles.Caption) string {
	if len(captions) == 0 {
		return noCaptions
	}
	b, err := json.Marshal(captions)
	if err != nil {
		panic(err) // strings and numbers can always be written
	}
	return string(b)
}
