package identity

import (
	"strings"

	"warraq/articles"
)

// excerpt is the length of a text, relative to another one that holds nearly all
// of it, below which it is a part of it and no newer version.
const excerpt = 0.9

// Merge gives what the library keeps of an article that is here once it came in
// again. What the reader did is kept in every case.
func Merge(here Record, in Incoming) Record {
	m := here
	switch {
	case in.Bundled && in.Full:
		m.Replace(&in.Record)
	case !in.Full || here.Full && (isExcerpt(in.Body, here.Body) || lacksPictures(in.Body, here.Body)):
		m.fillGaps(&in.Record)
	case here.Full:
		m.overlay(&in.Record)
	default:
		m.overlay(&in.Record)
		m.Added = in.Added // what counts is when the text came
	}
	if m.Key == "" {
		m.Key = in.Key
	}
	m.Bundled = m.Bundled || in.Bundled
	m.addMarks(&in)
	m.SetKeys()
	return m
}

// isExcerpt tells whether a text is only a part of another.
func isExcerpt(part, whole string) bool {
	return part != whole && float64(len(part)) < excerpt*float64(len(whole)) && Shared(part, whole) >= nearlySame
}

// lacksPictures tells whether a text is another without its pictures, as it comes
// when it is saved or copied without them.
func lacksPictures(text, pictured string) bool {
	return ShowsPictures(pictured) && !ShowsPictures(text) && Shared(text, pictured) == 1
}

// ShowsPictures tells whether a text may show a picture that came along, without
// looking closer.
func ShowsPictures(body string) bool { return strings.Contains(body, "]("+articles.PictureScheme) }

// fillGaps takes over what the record lacks.
func (r *Record) fillGaps(in *Record) {
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

// overlay takes over all that the other record has.
func (r *Record) overlay(in *Record) {
	from := in.Details()
	for i, field := range r.Details() {
		if *from[i] != "" {
			*field = *from[i]
		}
	}
	if in.Captions != NoCaptions {
		r.Captions = in.Captions
	}
	r.Body, r.Full = in.Body, true
}

// Replace takes over everything, also what the other record has not.
func (r *Record) Replace(in *Record) {
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
	if r.Position == 0 {
		r.Position = in.Position
	}
	if in.Kept && in.Added != 0 {
		r.Added = min(r.Added, in.Added)
	}
}
