package articles

import (
	"time"

	"github.com/warraq/warraq/articles/dates"
)

// JSON is an article as the command line prints it and as an export carries it:
// the one place that says what the fields are called, both ways.
type JSON struct {
	ID         string        `json:"id"`
	Title      string        `json:"title"`
	Section    string        `json:"section"`
	Tags       []string      `json:"tags,omitempty"` // all that its source filed it under
	Source     string        `json:"source"`
	Place      string        `json:"place"`
	Author     string        `json:"author"`
	Published  string        `json:"published"` // RFC 3339, or "" where it is not known
	Lang       string        `json:"lang"`
	Direction  Direction     `json:"direction"`
	URL        string        `json:"url"`
	Summary    string        `json:"summary"`
	Body       string        `json:"body"` // Markdown
	Captions   []Caption     `json:"captions"`
	Pictures   []Picture     `json:"pictures,omitempty"` // their bytes in base64
	Full       bool          `json:"full"`
	Read       bool          `json:"read"`
	Bookmarked bool          `json:"bookmarked"`
	Archived   bool          `json:"archived,omitempty"` // put away by its reader
	Position   int           `json:"position"`
	Added      string        `json:"added"` // RFC 3339
	Related    []RelatedJSON `json:"related"`
	Sources    []string      `json:"sources,omitempty"` // of an article that came from more than one
	Marks      *Marks        `json:"marks,omitempty"`   // nil where there are none
	GUID       string        `json:"guid,omitempty"`    // how its feed names it
	Versions   []Version     `json:"versions,omitempty"`
}

// RelatedJSON is an article that another one points at. What stands last is
// left out where there is none.
type RelatedJSON struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Section string `json:"section"`
	Source  string `json:"source"`
	Place   string `json:"place"`
	Summary string `json:"summary"`
	Full    bool   `json:"full"`
	Why     string `json:"why"`
	Author  string `json:"author,omitempty"`
	URL     string `json:"url,omitempty"`
	Caption string `json:"caption,omitempty"`
	Kind    Kind   `json:"kind,omitempty"`
}

// JSON gives an article as JSON has it. Lists are never null.
func (a Article) JSON() JSON {
	j := JSON{
		Title: a.Title, Section: a.Section, Tags: a.Tags, Source: a.Source, Place: a.Place, Author: a.Author,
		Published: Timestamp(a.Published), Lang: a.Lang, Direction: a.Direction, URL: a.URL,
		Summary: a.Summary, Body: a.Body, Captions: a.Captions, Pictures: a.Pictures, Full: a.Full, GUID: a.GUID, Related: []RelatedJSON{},
	}
	if j.Captions == nil {
		j.Captions = []Caption{}
	}
	if k := a.Kept; k != nil {
		j.ID, j.Read, j.Bookmarked, j.Archived, j.Position, j.Added = k.ID, k.Read, k.Bookmarked, k.Archived, k.Position, Timestamp(k.Added)
		j.Sources, j.Versions = k.Sources, k.Versions
		if !k.IsZero() {
			j.Marks = &k.Marks
		}
	}
	for _, r := range a.Related {
		j.Related = append(j.Related, RelatedJSON{
			ID: r.ID, Title: r.Title, Section: r.Section, Source: r.Source, Place: r.Place,
			Summary: r.Summary, Author: r.Author, URL: r.URL, Caption: r.Caption,
			Kind: r.Kind,
		})
	}
	return j
}

// Article gives back what [Article.JSON] gave.
func (j JSON) Article() Article {
	a := Article{
		Title: j.Title, Section: j.Section, Tags: j.Tags, Source: j.Source, Place: j.Place, Author: j.Author,
		Lang: j.Lang, Direction: j.Direction, URL: j.URL, Summary: j.Summary, Body: j.Body,
		Captions: j.Captions, Pictures: j.Pictures, Full: j.Full, GUID: j.GUID,
	}
	if len(a.Captions) == 0 {
		a.Captions = nil
	}
	a.Published, _ = dates.Parse(j.Published)
	if j.ID != "" {
		a.Kept = &Kept{ID: j.ID, Read: j.Read, Bookmarked: j.Bookmarked, Archived: j.Archived, Position: j.Position, Sources: j.Sources, Versions: j.Versions}
		a.Kept.Added, _ = dates.Parse(j.Added)
		if j.Marks != nil {
			a.Kept.Marks = *j.Marks
		}
	}
	for _, r := range j.Related {
		if r.Source == r.Author {
			r.Source = "" // where a card names no paper its author stands there
		}
		a.Related = append(a.Related, Related{
			ID: r.ID, URL: r.URL, Title: r.Title, Section: r.Section, Source: r.Source,
			Author: r.Author, Place: r.Place, Summary: r.Summary, Caption: r.Caption,
			Kind: r.Kind,
		})
	}
	return a
}

// Timestamp writes a time as [JSON] has it: RFC 3339, "" for the zero time.
func Timestamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}
