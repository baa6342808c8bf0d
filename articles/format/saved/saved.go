// Package saved makes articles of the links that programs for reading later keep: a
// card for each, with what its reader did with it there.
package saved

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
)

// Link is a link that someone saved to read it later.
type Link struct {
	URL, Title, Author, Source, Lang string

	Section   string // the folder that it lies in
	Tags      []string
	Summary   string
	Note      string // what the reader wrote to the whole of it
	Saved     time.Time
	Published time.Time
	Starred   bool
	Read      bool

	Highlights []articles.Highlight
}

// Article makes a card of a link and returns it. A link without a title is called by its
// address.
func (l *Link) Article() articles.Article {
	a := articles.Article{
		URL: strings.TrimSpace(l.URL), Title: strings.TrimSpace(l.Title), Author: l.Author, Source: l.Source, Lang: l.Lang,
		Section: l.Section, Tags: l.Tags, Summary: l.Summary, Published: l.Published,
		Kept: &articles.Kept{Added: l.Saved, Bookmarked: l.Starred, Read: l.Read},
	}
	if a.Title == "" {
		a.Title = a.URL
	}
	if a.Section == "" && len(a.Tags) > 0 {
		a.Section = a.Tags[0]
	}
	a.Kept.Highlights = l.Highlights
	if note := strings.TrimSpace(l.Note); note != "" {
		a.Kept.Highlights = append(a.Kept.Highlights, articles.Highlight{Note: note, Made: l.Saved, Changed: l.Saved})
	}
	return a
}

// Tags splits a list of tags and returns them: a list in JSON or in Python's notation,
// or names between commas, semicolons or bars.
func Tags(list string) []string {
	list = strings.TrimSpace(list)
	var all []string
	if inner, ok := strings.CutPrefix(list, "["); ok {
		if json.Unmarshal([]byte(list), &all) == nil {
			return distinctTexts(all)
		}
		if inner, ok = strings.CutSuffix(inner, "]"); ok {
			list = strings.NewReplacer("'", "", `"`, "").Replace(inner)
		}
	}
	return distinctTexts(strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",،;؛|", r) }))
}

// distinctTexts returns the texts that are not blank, each once.
func distinctTexts(all []string) []string {
	var once []string
	for _, s := range all {
		if s = strings.Trim(strings.TrimSpace(s), "#"); s != "" && !slices.Contains(once, s) {
			once = append(once, s)
		}
	}
	return once
}

// timeLayouts are the forms of times in exports, beside numbers.
var timeLayouts = []string{
	time.RFC3339, "2006-01-02T15:04:05.999999Z0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05.999999Z07:00", "2006-01-02 15:04:05 -0700",
	"2006-01-02T15:04:05", time.DateTime, "2006-01-02 15:04", time.DateOnly, "01/02/2006 15:04:05", "01/02/2006 15:04",
	"January 2, 2006 3:04:05 PM", "January 2, 2006 3:04 PM", "Mon Jan 2 2006 15:04:05 GMT-0700", "Mon, 2 Jan 2006 15:04:05 GMT", time.RFC1123Z,
}

// zoneName is what JavaScript puts behind a time.
var zoneName = pattern.New(`\s*\([^()]*\)$`)

// Time reads the time at which a link was saved, zero where it cannot be read: a date, or
// the seconds, milliseconds or microseconds since 1970.
func Time(s string) time.Time {
	s = zoneName.ReplaceAllString(strings.TrimSpace(s), "")
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		return sinceEpoch(n)
	}
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

// sinceEpoch tells seconds from their parts by the size of a number.
func sinceEpoch(n float64) time.Time {
	const aged, inMillis, inMicros, most = 1e8, 1e11, 1e14, 1e17 // 1973 to 5138 in each unit
	switch {
	case math.IsNaN(n) || n < aged || n > most:
		return time.Time{}
	case n < inMillis:
		return time.Unix(int64(n), 0).UTC()
	case n < inMicros:
		return time.UnixMilli(int64(n)).UTC()
	}
	return time.UnixMicro(int64(n)).UTC()
}

// IsTrue reports whether a value of an export says yes.
func IsTrue(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "true", "1", "yes", "y", "t":
		return true
	}
	return false
}
