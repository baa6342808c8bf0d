package greader

import (
	"cmp"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/web"
)

// Item is an entry of a feed as a server has it.
type Item struct {
	ID          ItemID
	Stream      string // the feed that it is from
	StreamTitle string
	Site        string // of the feed
	GUID        string // as its feed names it, where the server says
	Title       string // HTML, as all that follows but addresses
	Author      string
	URL         string
	HTML        string
	Tags        []string
	Published   time.Time // zero is not known
	Enclosures  []Enclosure
}

// Enclosure is a file that an entry comes with.
type Enclosure struct{ URL, Type string }

// content is a text in an answer.
type content struct {
	Text label `json:"content"`
}

// link is an address in an answer.
type link struct {
	HRef label `json:"href"`
	URL  label `json:"url"` // as Miniflux has it
	Type label `json:"type"`
}

// wireItem is an item as it is sent.
type wireItem struct {
	ID         label                   `json:"id"`
	GUID       label                   `json:"guid"`
	Title      label                   `json:"title"`
	Author     label                   `json:"author"`
	Published  label                   `json:"published"`
	Stamp      label                   `json:"timestampUsec"`
	Crawled    label                   `json:"crawlTimeMsec"`
	Canonical  tolerant[[]link]        `json:"canonical"`
	Alternate  tolerant[[]link]        `json:"alternate"`
	Enclosure  tolerant[[]link]        `json:"enclosure"`
	Summary    tolerant[content]       `json:"summary"`
	Content    tolerant[content]       `json:"content"`
	Categories tolerant[[]label]       `json:"categories"`
	Origin     tolerant[originOfItems] `json:"origin"`
}

// originOfItems says which feed an item is from.
type originOfItems struct {
	Stream label `json:"streamId"`
	Title  label `json:"title"`
	Site   label `json:"htmlUrl"`
}

// readItems reads the items in an answer.
func (c *Client) readItems(answer *web.Answer) (list []Item, err error) {
	var in struct {
		Items *[]wireItem `json:"items"`
	}
	if err := c.decode(answer, &in); err != nil {
		return nil, err
	}
	if in.Items == nil {
		return nil, c.fail(ErrAnswer, answer, errMissing)
	}
	for i := range *in.Items {
		if item, ok := (*in.Items)[i].item(); ok {
			list = append(list, item)
		}
	}
	return list, nil
}

// item makes an item of one that was sent; ok is false of one without a name.
func (w *wireItem) item() (item Item, ok bool) {
	id, ok := ParseItemID(string(w.ID))
	origin := w.Origin.value
	item = Item{
		ID: id, Stream: string(origin.Stream), StreamTitle: string(origin.Title), Site: webAddress(string(origin.Site)),
		GUID: string(w.GUID), Title: string(w.Title), Author: string(w.Author),
		HTML: string(cmp.Or(w.Content.value.Text, w.Summary.value.Text)),
	}
	for _, l := range append(w.Canonical.value, w.Alternate.value...) {
		item.URL = cmp.Or(item.URL, webAddress(string(l.HRef)))
	}
	for _, l := range w.Enclosure.value {
		if to := webAddress(string(cmp.Or(l.HRef, l.URL))); to != "" {
			item.Enclosures = append(item.Enclosures, Enclosure{to, string(l.Type)})
		}
	}
	for _, category := range w.Categories.value {
		// What begins so are states and folders; the rest is what the entry says of itself.
		if category != "" && !strings.HasPrefix(string(category), "user/") {
			item.Tags = append(item.Tags, string(category))
		}
	}
	for _, said := range []label{w.Published, w.Stamp, w.Crawled} {
		if item.Published.IsZero() {
			item.Published = said.time()
		}
	}
	return item, ok
}

// label is a text in an answer; numbers are texts, too, and what is neither is "".
type label string

// UnmarshalJSON reads it.
func (l *label) UnmarshalJSON(data []byte) error {
	*l = ""
	var s string
	var n json.Number
	switch {
	case json.Unmarshal(data, &s) == nil:
		*l = label(s)
	case json.Unmarshal(data, &n) == nil:
		*l = label(n)
	}
	return nil
}

// The greatest numbers that are seconds and milliseconds since 1970: of the year 5138.
const (
	mostSeconds      = 100_000_000_000
	mostMilliseconds = 1000 * mostSeconds
)

// time returns the time that a number says, in whatever unit, zero of what is none.
func (l label) time() time.Time {
	n, err := strconv.ParseFloat(string(l), 64)
	switch {
	case err != nil || math.IsNaN(n) || n <= 0 || n >= 1000*mostMilliseconds:
		return time.Time{}
	case n < mostSeconds:
		return time.Unix(int64(n), 0).UTC()
	case n < mostMilliseconds:
		return time.UnixMilli(int64(n)).UTC()
	}
	return time.UnixMicro(int64(n)).UTC()
}

// tolerant is a part of an answer that may be anything: what is of another kind is empty.
type tolerant[T any] struct{ value T }

// UnmarshalJSON reads it.
func (t *tolerant[T]) UnmarshalJSON(data []byte) error {
	var value T
	if json.Unmarshal(data, &value) == nil {
		t.value = value
	}
	return nil
}

// folders is the first folder of several.
type folders string

// UnmarshalJSON reads them.
func (f *folders) UnmarshalJSON(data []byte) error {
	var list tolerant[[]struct {
		ID    label `json:"id"`
		Label label `json:"label"`
	}]
	_ = list.UnmarshalJSON(data) // it never fails
	*f = ""
	for _, one := range list.value {
		name := string(one.Label)
		if _, after, ok := strings.Cut(string(one.ID), "/label/"); name == "" && ok {
			name = after
		}
		if name != "" {
			*f = folders(name)
			break
		}
	}
	return nil
}

// webAddress returns an address, "" of what is none on the web.
func webAddress(s string) string {
	if s = strings.TrimSpace(s); articles.IsWebAddress(s) {
		return s
	}
	return ""
}
