package articles

import (
	"fmt"
	"time"

	"github.com/goccy/go-yaml"
)

// writtenArticle is an article's front matter as Markdown files have it, by the names
// that [Read] knows.
type writtenArticle struct {
	Title    string    `yaml:"title"`
	Section  string    `yaml:"section,omitempty"`
	Keywords []string  `yaml:"keywords,omitempty"` // all that its source filed it under
	Source   string    `yaml:"source,omitempty"`
	Place    string    `yaml:"place,omitempty"`
	Author   string    `yaml:"author,omitempty"`
	Date     string    `yaml:"date,omitempty"`
	Lang     string    `yaml:"lang,omitempty"`
	Dir      Direction `yaml:"dir,omitempty"`
	URL      string    `yaml:"link,omitempty"` // Hugo takes "url" for a path of its own
	Summary  string    `yaml:"summary,omitempty"`
	GUID     string    `yaml:"guid,omitempty"`
	Captions []caption `yaml:"captions,omitempty"`
	Related  []any     `yaml:"related,omitempty"`

	// Of its reader's library: Obsidian and Hugo show the tags, and may filter by all.
	Tags       []string `yaml:"tags,omitempty"`
	Read       bool     `yaml:"read,omitempty"`
	Bookmarked bool     `yaml:"bookmarked,omitempty"`
	Archived   bool     `yaml:"archived,omitempty"`
	Position   int      `yaml:"position,omitempty"`
	Added      string   `yaml:"added,omitempty"`
	ID         string   `yaml:"warraq,omitempty"`
}

// pointed is a related article with what finds it.
type pointed struct {
	Title string `yaml:"title"`
	ID    string `yaml:"id"`
	Kind  Kind   `yaml:"kind,omitempty"` // ByAuthor where there is none
}

type caption struct {
	Text  string `yaml:"text"`
	After int    `yaml:"after"`
}

// LinksBegin and LinksEnd stand around the links to other files that an export puts
// behind an article. What is between them is not the article's, and [Read] leaves
// it out.
const (
	LinksBegin = "<!-- warraq: links -->"
	LinksEnd   = "<!-- warraq: end -->"
)

// Markdown writes the article as Markdown with YAML front matter, which [Read] reads
// back, with what its reader did with it, but for highlights and notes. Related
// articles are named by their titles and, where they come from a library, their IDs.
func (a Article) Markdown() (string, error) {
	w := writtenArticle{
		Title: a.Title, Section: a.Section, Keywords: a.Tags, Source: a.Source, Place: a.Place, Author: a.Author,
		Lang: a.Lang, Dir: a.Direction, URL: a.URL, Summary: a.Summary, GUID: a.GUID,
	}
	if p := a.Published; !p.IsZero() {
		w.Date = Timestamp(p)
		if p.Format("15:04:05.999999999Z07:00") == "00:00:00Z" { // a day is all that is known, or nearly
			w.Date = p.Format(time.DateOnly)
		}
	}
	if k := a.Kept; k != nil {
		w.ID, w.Tags, w.Read, w.Bookmarked, w.Archived, w.Position, w.Added = k.ID, k.Tags, k.Read, k.Bookmarked, k.Archived, k.Position, Timestamp(k.Added)
	}
	for _, c := range a.Captions {
		if c.Text != "" {
			w.Captions = append(w.Captions, caption(c))
		}
	}
	for _, r := range a.Related {
		if r.ID != "" {
			p := pointed{Title: r.Title, ID: r.ID, Kind: r.Kind}
			if p.Kind == ByAuthor {
				p.Kind = ""
			}
			w.Related = append(w.Related, p)
		} else {
			w.Related = append(w.Related, r.Title)
		}
	}
	matter, err := yaml.Marshal(w)
	if err != nil {
		return "", fmt.Errorf("writing the front matter of %q: %w", a.Title, err)
	}
	return "---\n" + string(matter) + "---\n\n" + a.Body + "\n", nil
}
