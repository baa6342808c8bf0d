package feed

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// Head is what a feed says of itself beside its entries.
type Head struct {
	Title, Site, Lang string
	// TTL is how long it need not be asked for again, 0 where it does not say.
	TTL time.Duration
	// SkipHours (of UTC) and SkipDays are when it need not be asked for at all.
	SkipHours []int
	SkipDays  []time.Weekday
	// HasEntries tells a feed with something in it from an empty one.
	HasEntries bool
}

// ReadHead gives what a source that is a feed says of itself; ok is false of any other.
func ReadHead(src *articles.Source) (h Head, ok bool) {
	s, name := feedStart(src)
	switch {
	case name != "" && name != "opml":
		h = headOf(s)
	case name == "" && isJSONFeed(src):
		h = jsonHead(src.Text())
	default:
		return h, false
	}
	h.Title = text.CleanLine(html.PlainText(h.Title))
	h.Lang = articles.LanguageTag(text.CleanLine(h.Lang))
	if h.Site = text.CleanLine(h.Site); !articles.IsWebAddress(h.Site) {
		h.Site = ""
	}
	return h, true
}

// Read gives the articles of a source that is a feed, as its [Format] does.
func Read(ctx context.Context, src *articles.Source) ([]articles.Article, error) {
	list, _, err := read(ctx, src)
	return list, err
}

func jsonHead(s string) (h Head) {
	var in struct {
		Title    string            `json:"title"`
		Site     string            `json:"home_page_url"`
		Language string            `json:"language"`
		Items    []json.RawMessage `json:"items"`
	}
	_ = json.Unmarshal([]byte(s), &in) // what is wrong with it is said where its entries are read
	return Head{Title: in.Title, Site: in.Site, Lang: in.Language, HasEntries: len(in.Items) > 0}
}

var (
	firstEntry = pattern.New(`(?i)<(?:item|entry)[\s>/]`)
	ttlPattern = pattern.New(`(?i)<ttl>\s*(\d{1,6})\s*</ttl>`)
	skipHours  = pattern.New(`(?is)<skipHours>(.{0,900}?)</skipHours>`)
	skipDays   = pattern.New(`(?is)<skipDays>(.{0,900}?)</skipDays>`)
	skipHour   = pattern.New(`(?i)<hour>\s*(\d{1,2})\s*</hour>`)
	skipDay    = pattern.New(`(?i)<day>\s*(\w+)\s*</day>`)
)

// headOf reads what stands in a feed in XML before its entries, and when it may be left
// alone, wherever that stands.
func headOf(s string) (h Head) {
	head := s
	if at := firstEntry.FindStringIndex(s); at != nil {
		head, h.HasEntries = s[:at[0]], true
	}
	d := xml.NewDecoder(strings.NewReader(head))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is decoded
	var path []string
	for {
		token, err := d.RawToken()
		if err != nil {
			break
		}
		h.take(token, &path)
	}
	if m := ttlPattern.FindStringSubmatch(snippetFrom(s, "<ttl>")); m != nil {
		minutes, _ := strconv.Atoi(m[1])
		h.TTL = time.Duration(minutes) * time.Minute
	}
	for _, m := range skipHour.FindAllStringSubmatch(firstGroup(skipHours.FindStringSubmatch(snippetFrom(s, "<skipHours>"))), -1) {
		if hour, err := strconv.Atoi(m[1]); err == nil && hour <= 24 {
			h.SkipHours = append(h.SkipHours, hour%24)
		}
	}
	for _, m := range skipDay.FindAllStringSubmatch(firstGroup(skipDays.FindStringSubmatch(snippetFrom(s, "<skipDays>"))), -1) {
		for day := time.Sunday; day <= time.Saturday; day++ {
			if strings.EqualFold(m[1], day.String()) {
				h.SkipDays = append(h.SkipDays, day)
			}
		}
	}
	return h
}

// snippetFrom gives a little of a text from a word on, "" where that does not stand in it.
func snippetFrom(s, word string) string {
	at := strings.Index(s, word)
	if at < 0 {
		return ""
	}
	return s[at:min(len(s), at+1000)]
}

// firstGroup gives the first group of a match, "" of none.
func firstGroup(match []string) string {
	if len(match) < 2 {
		return ""
	}
	return match[1]
}

// take takes what a token says of a feed: what stands in its root or its channel, and not
// in a picture or the like.
func (h *Head) take(token xml.Token, path *[]string) {
	switch t := token.(type) {
	case xml.StartElement:
		*path = append(*path, strings.ToLower(t.Name.Local))
		for _, a := range t.Attr {
			switch {
			case a.Name.Local == "lang" && len(*path) == 1 && h.Lang == "":
				h.Lang = a.Value
			case a.Name.Local == "href" && h.Site == "" && isSite(t, *path):
				h.Site = a.Value
			}
		}
	case xml.EndElement:
		if len(*path) > 0 {
			*path = (*path)[:len(*path)-1]
		}
	case xml.CharData:
		if n := len(*path); n < 2 || n > 3 || n == 3 && (*path)[1] != "channel" {
			return
		}
		said := strings.TrimSpace(string(t))
		switch (*path)[len(*path)-1] {
		case "title":
			h.Title += said
		case "link":
			text.Fill(&h.Site, said)
		case "language":
			text.Fill(&h.Lang, said)
		}
	}
}

// isSite tells the link of Atom that leads to the page that a feed is of.
func isSite(t xml.StartElement, path []string) bool {
	if path[len(path)-1] != "link" || len(path) != 2 {
		return false
	}
	for _, a := range t.Attr {
		if a.Name.Local == "rel" {
			return a.Value == "alternate"
		}
	}
	return true
}
