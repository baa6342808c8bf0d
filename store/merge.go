package store

// excerpt is the length of a text, relative to another one that holds nearly all
// of it, below which it is a part of it and no newer version.
const excerpt = 0.9

// merge gives what the library keeps of an article that is here once it came in
// again. What the reader did is kept in every case.
func merge(here, in record) record {
	m := here
	switch {
	case in.bundled && in.full:
		m.replace(&in)
	case !in.full || here.full && (isExcerpt(in.body, here.body) || lacksPictures(in.body, here.body)):
		m.fillGaps(&in)
	case here.full:
		m.overlay(&in)
	default:
		m.overlay(&in)
		m.added = in.added // what counts is when the text came
	}
	if m.key == "" {
		m.key = in.key
	}
	m.bundled = m.bundled || in.bundled
	m.addMarks(&in)
	m.setKeys()
	return m
}

// isExcerpt tells whether a text is only a part of another.
func isExcerpt(part, whole string) bool {
	return part != whole && float64(len(part)) < excerpt*float64(len(whole)) && shared(part, whole) >= nearlySame
}

// lacksPictures tells whether a text is another without its pictures, as it comes
// when it is saved or copied without them.
func lacksPictures(text, pictured string) bool {
	return shows(pictured) && !shows(text) && shared(text, pictured) == 1
}

// details are the fields of a record that say something of the article, the text
// and captions apart.
func (r *record) details() []*string {
	return []*string{
		&r.title, &r.section, &r.source, &r.place, &r.author,
		&r.lang, &r.direction, &r.url, &r.summary, &r.published,
	}
}

// fillGaps takes over what the record lacks.
func (r *record) fillGaps(in *record) {
	from := in.details()
	for i, field := range r.details() {
		if *field == "" {
			*field = *from[i]
		}
	}
	if r.captions == noCaptions {
		r.captions = in.captions
	}
}

// overlay takes over all that the other record has.
func (r *record) overlay(in *record) {
	from := in.details()
	for i, field := range r.details() {
		if *from[i] != "" {
			*field = *from[i]
		}
	}
	if in.captions != noCaptions {
		r.captions = in.captions
	}
	r.body, r.full = in.body, true
}

// replace takes over everything, also what the other record has not.
func (r *record) replace(in *record) {
	from := in.details()
	for i, field := range r.details() {
		*field = *from[i]
	}
	r.captions, r.body, r.full = in.captions, in.body, true
}

// addMarks takes over what an export says that the reader did, where the reader
// did not do more here.
func (r *record) addMarks(in *record) {
	r.read = r.read || in.read
	r.bookmarked = r.bookmarked || in.bookmarked
	if r.position == 0 {
		r.position = in.position
	}
	if in.kept && in.added != 0 {
		r.added = min(r.added, in.added)
	}
}
