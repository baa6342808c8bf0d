package articles

import (
	"fmt"
	"time"

	"github.com/goccy/go-yaml"
)

// written is an article's front matter as Markdown files have it, by the names
// that [Read] knows.
type written struct {
	Title    string    `yaml:"title"`
	Section  string    `yaml:"section,omitempty"`
	Source   string    `yaml:"source,omitempty"`
	Place    string    `yaml:"place,omitempty"`
	Author   string    `yaml:"author,omitempty"`
	Date     string    `yaml:"date,omitempty"`
	Lang     string    `yaml:"lang,omitempty"`
	Dir      Direction `yaml:"dir,omitempty"`
	URL      string    `yaml:"url,omitempty"`
	Summary  string    `yaml:"summary,omitempty"`
	Captions []caption `yaml:"captions,omitempty"`
	Related  []string  `yaml:"related,omitempty"`
}

type caption struct {
	Text  string `yaml:"text"`
	After int    `yaml:"after"`
}

// Markdown writes the article as Markdown with YAML front matter, which [Read]
// reads back. Related articles are named by their titles.
func (a Article) Markdown() (string, error) {
	w := written{
		Title: a.Title, Section: a.Section, Source: a.Source, Place: a.Place, Author: a.Author,
		Lang: a.Lang, Dir: a.Direction, URL: a.URL, Summary: a.Summary,
	}
	if p := a.Published; !p.IsZero() {
		w.Date = p.Format(time.RFC3339)
		if p.Equal(p.Truncate(24 * time.Hour)) {
			w.Date = p.Format(time.DateOnly)
		}
	}
	for _, c := range a.Captions {
		w.Captions = append(w.Captions, caption(c))
	}
	for _, r := range a.Related {
		w.Related = append(w.Related, r.Title)
	}
	matter, err := yaml.Marshal(w)
	if err != nil {
		return "", fmt.Errorf("writing the front matter of %q: %w", a.Title, err)
	}
	return "---\n" + string(matter) + "---\n\n" + a.Body + "\n", nil
}
