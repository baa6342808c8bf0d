package intake

import (
	"bytes"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// another looks whether a tag, at a byte of the piece, begins another feed or another channel,
// and gives what came before it: what follows has a head of its own.
func (r *records) another(at int, tag []byte) bool {
	begin, ok := r.opens(at, tag)
	if !ok {
		return true
	}
	cutOff := bytes.Contains(r.piece[r.whole:at], []byte("<"+r.record))
	count := func(part []byte) int { return bytes.Count(part, []byte("\n")) }
	open, lines := r.lines+count(r.piece[len(r.head):r.whole])+1, r.lines+count(r.piece[len(r.head):at])
	if r.whole > len(r.head) && !r.give([]byte(r.end)) {
		return false
	}
	if cutOff && !r.yield(Input{Name: r.name}, &articles.InputError{Name: text.CleanLine(r.name), Line: open, Kind: articles.ErrDamaged}) {
		return false
	}
	d := *r.dump
	switch {
	case isStart(tag, "feed"):
		d.record, d.end = "entry", "</feed>"
	case isStart(tag, "rdf:RDF"):
		d.record, d.end = "item", "</rdf:RDF>"
	case isStart(tag, "rss"):
		d.record, d.end = "item", "</channel></rss>"
	}
	r.dump, r.endTag = &d, []byte("</"+d.record+">")
	r.lines = lines - count(begin[:len(begin)-len(tag)])
	r.head, r.whole, r.piece = nil, 0, begin
	return true
}

// opens returns how the feed or the channel begins that a tag at a byte of the piece begins;
// ok is false for any other tag.
func (r *records) opens(at int, tag []byte) (begin []byte, ok bool) {
	switch open := bytes.Contains(r.piece[r.whole:at], []byte("<"+r.record)); {
	case isStart(tag, "rss") && (!open || bytes.Contains(tag, []byte("version"))),
		isStart(tag, "feed") && (!open || bytes.Contains(tag, []byte("xmlns"))),
		isStart(tag, "rdf:RDF"):
		return bytes.Clone(tag), true
	case isStart(tag, "channel") && !open && r.end == "</channel></rss>":
		if before := bytes.Index(r.head, []byte("<channel")); before > 0 {
			return append(bytes.Clone(r.head[:before]), tag...), true
		}
	}
	return nil, false
}
