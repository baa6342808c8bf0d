package articles

import (
	"slices"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/text"
)

// Marks are what a reader did with an article, beside reading and bookmarking it.
type Marks struct {
	Tags       []string    `json:"tags,omitempty"` // of the bookmark
	Highlights []Highlight `json:"highlights,omitempty"`
	Reading    []Reading   `json:"reading,omitempty"`
}

// Highlight is a passage of an article that its reader marked, and what the reader
// wrote to it; or a note on the whole article, which has no Quote.
//
// It is kept both as a place and as words (as in the W3C's Web Annotation Data
// Model, sections 4.2.4 and 4.2.5), so that it is found again in a text that has
// changed.
type Highlight struct {
	ID string `json:"id,omitempty"` // the same in every library; made when it is added
	// Start and End are rune offsets into the text as laid out.
	Start int `json:"start"`
	End   int `json:"end"`
	// Quote is the passage, Before and After some of what stands around it.
	Quote   string    `json:"quote,omitempty"`
	Before  string    `json:"before,omitempty"`
	After   string    `json:"after,omitempty"`
	Note    string    `json:"note,omitempty"` // several lines of plain text
	Made    time.Time `json:"made"`
	Changed time.Time `json:"changed"`
}

// Reading is how long an article was read on a day.
type Reading struct {
	Day          string `json:"day"` // as 2026-11-24, in the reader's calendar
	Milliseconds int64  `json:"milliseconds"`
}

// IsZero tells whether there are no marks.
func (m *Marks) IsZero() bool {
	return len(m.Tags) == 0 && len(m.Highlights) == 0 && len(m.Reading) == 0
}

// Clean makes all texts of a highlight fit to be shown.
func (h *Highlight) Clean() {
	h.ID = text.CleanLine(h.ID)
	h.Start = max(h.Start, 0)
	h.End = max(h.End, h.Start)
	for _, s := range []*string{&h.Quote, &h.Before, &h.After, &h.Note} {
		*s = text.CleanText(*s)
	}
}

// CleanTag makes a tag fit to be shown and returns it without the number sign with which
// posts and notes write it: #غزة and غزة are one tag.
func CleanTag(tag string) string {
	return strings.TrimSpace(strings.TrimLeft(text.CleanLine(tag), "#＃"))
}

// cleanTags makes tags fit to be shown, and leaves out those of which nothing is left and
// those that stand twice.
func cleanTags(tags []string) []string {
	var kept []string
	for _, tag := range tags {
		if tag = CleanTag(tag); tag != "" && !slices.Contains(kept, tag) {
			kept = append(kept, tag)
		}
	}
	return kept
}

// clean makes marks that come from an export fit to be kept.
func (m *Marks) clean() {
	m.Tags = cleanTags(m.Tags)
	for i := range m.Highlights {
		m.Highlights[i].Clean()
	}
	m.Highlights = slices.DeleteFunc(m.Highlights, func(h Highlight) bool { return h.Quote == "" && h.Note == "" })
	m.Reading = slices.DeleteFunc(m.Reading, func(r Reading) bool {
		_, err := time.Parse(time.DateOnly, r.Day)
		return err != nil || r.Milliseconds <= 0
	})
}
