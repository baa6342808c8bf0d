package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
)

// dump is a file in XML that may be of any size, such as an export or a feed: a head that
// says what holds for all, then records of one kind.
type dump struct {
	begins *pattern.Pattern // how a file of its kind begins
	record string           // the element of a record
	end    string           // what closes a piece
}

// commentPattern is a comment in XML.
var commentPattern = pattern.New(`(?s)<!--.*?-->`)

// prologSource is what may stand before the first element of a dump.
const prologSource = `(?s)^\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*`

// dumpFormats are those that are read piece by piece, of any size.
var dumpFormats = []dump{
	{pattern.New(prologSource + `<mediawiki[\s>]`), "page", "</mediawiki>"},
	{pattern.New(prologSource + `<rss[^>]*(?://wordpress\.org/export/|<wp:wxr_version>)`), "item", "</channel></rss>"},
}

// feedDumps are dumps of which the large ones are read piece by piece.
var feedDumps = []dump{
	{pattern.New(prologSource + `<rss[\s>]`), "item", "</channel></rss>"},
	{pattern.New(prologSource + `<rdf:RDF[\s>]`), "item", "</rdf:RDF>"},
	{pattern.New(prologSource + `<feed[\s>]`), "entry", "</feed>"},
}

// dumpOf returns the kind of dump that a stream begins as, nil for none. What begins a
// large stream is as long as may be.
func dumpOf(head []byte, large bool) *dump {
	beginning := string(bytes.TrimPrefix(head[:min(len(head), dumpHead)], []byte("\uFEFF")))
	for i := range dumpFormats {
		if dumpFormats[i].begins.MatchString(beginning) {
			return &dumpFormats[i]
		}
	}
	if !large {
		return nil
	}
	for i := range feedDumps {
		if d := &feedDumps[i]; d.begins.MatchString(beginning) && d.saysAll(beginning) {
			return d
		}
	}
	return nil
}

// saysAll reports whether a feed says above its entries what holds for all of them: what
// it is called, and the character set unless that is UTF-8.
func (d *dump) saysAll(beginning string) bool {
	head, _, found := strings.Cut(commentPattern.ReplaceAllString(beginning, ""), "<"+d.record)
	const declared = 200 // bytes within which a declaration says it
	return found && strings.Contains(head, "<title") &&
		(utf8.ValidString(head) && utf8.ValidString(strings.TrimRightFunc(beginning, func(r rune) bool { return r == utf8.RuneError })) ||
			strings.Contains(head[:min(len(head), declared)], "encoding="))
}

// dumpHead is how much of a stream is looked at to recognise a dump, in bytes.
const dumpHead = 16 << 10

// records gives the pieces of a dump: each begins with the dump's head and holds whole
// records, so that it is read as a small dump would be.
type records struct {
	*opener
	*dump
	name   string
	endTag []byte // of a record

	head  []byte // before the first record
	piece []byte // the head and records, of which the last may be open
	whole int    // how much of the piece is the head and whole records
	lines int    // before the records of the piece
	wrote bool   // a piece was given

	withFiles bool // what it holds may be about files around it
}

// recordPieces gives a dump in pieces. A record that is too long ends it.
func (o *opener) recordPieces(name string, d *dump, b *bufio.Reader) bool {
	r := records{opener: o, dump: d, name: name, endTag: []byte("</" + d.record + ">")}
	var verbatim []byte // the end of a CDATA section or a comment, where tags are text
	for {
		begun := len(r.piece)
		err := r.readTo(b, '>')
		switch {
		case o.budget.Spent != nil:
			return o.refuse(name, articles.ErrLimit, o.budget.Spent)
		case errors.Is(err, io.EOF):
			return r.last()
		case err != nil && o.nesting > 0:
			return o.refuse(name, errorKind(err), err)
		case err != nil:
			return o.yield(failedInput(name, err))
		}
		if verbatim == nil {
			verbatim = openedList(r.piece[begun:])
		}
		if bytes.HasSuffix(r.piece, verbatim) {
			verbatim = nil
		}
		if r.isTooLong() {
			return r.tooLong()
		}
		if verbatim == nil && !r.take(begun) {
			return false
		}
	}
}

// openedList returns what ends the CDATA section or the comment that begins in a part of a
// dump, nil where none does.
func openedList(part []byte) (end []byte) {
	start := bytes.Index(part, []byte("<!"))
	switch {
	case start < 0:
	case bytes.HasPrefix(part[start:], []byte("<![CDATA[")):
		return []byte("]]>")
	case bytes.HasPrefix(part[start:], []byte("<!--")):
		return []byte("-->")
	}
	return nil
}

// isTooLong reports whether the open record, with the head, is beyond the limit.
func (r *records) isTooLong() bool { return int64(len(r.piece)-r.whole+len(r.head)) > r.Size }

// readTo reads up to a byte, or to where the limit is passed.
func (r *records) readTo(b *bufio.Reader, end byte) error {
	for {
		part, err := b.ReadSlice(end)
		r.piece = append(r.piece, part...)
		if !errors.Is(err, bufio.ErrBufferFull) || r.isTooLong() {
			if errors.Is(err, bufio.ErrBufferFull) {
				err = nil // which is said of all that is too long
			}
			return err
		}
	}
}

// take looks whether what was read last, from a byte of the piece on, ends a head or a
// record, and gives the piece where it is large enough.
func (r *records) take(begun int) bool {
	part := r.piece[begun:]
	if r.head == nil {
		start := bytes.LastIndexByte(part, '<')
		if start >= 0 && isStart(part[start:], r.record) {
			r.whole = begun + start
			r.head = bytes.Clone(r.piece[:r.whole])
			r.lines += bytes.Count(r.head, []byte("\n"))
		}
		return true
	}
	if !bytes.HasSuffix(part, r.endTag) {
		if start := bytes.LastIndexByte(part, '<'); start >= 0 && r.record != "page" {
			return r.another(begun+start, part[start:])
		}
		return true
	}
	r.whole = len(r.piece)
	return r.whole-len(r.head) < pieceSize || r.give([]byte(r.end))
}

// isStart reports whether a tag begins an element of a name.
func isStart(tag []byte, name string) bool {
	rest, ok := bytes.CutPrefix(tag, []byte("<"+name))
	return ok && len(rest) > 0 && bytes.IndexByte([]byte("> \t\r\n/"), rest[0]) >= 0
}

// give gives the whole records of the piece that was put together, with what closes it,
// and begins the next.
func (r *records) give(end []byte) bool {
	in := Input{Name: r.name, line: r.lines - bytes.Count(r.head, []byte("\n")), limits: &r.Limits}
	r.lines += bytes.Count(r.piece[len(r.head):r.whole], []byte("\n"))
	r.piece = append(r.piece[:r.whole], end...)
	in.Data = r.piece // which is its own from here on
	if r.withFiles {
		in.files = r.around(r.name)
		if r.nesting > 0 && r.files != nil {
			in.file = r.file.need() // the files around are in the archive
		}
	}
	r.piece, r.whole, r.wrote = append(make([]byte, 0, len(in.Data)), r.head...), len(r.head), true
	if r.record != "page" { // of a feed
		in = r.answered(in)
	}
	return r.yield(in, nil)
}

// last gives what is left at the end, which closes itself, unless the dump was cut off.
func (r *records) last() bool {
	rest := bytes.TrimSpace(r.piece[len(r.head):])
	closes := bytes.HasPrefix(rest, []byte("</")) || r.head == nil && bytes.HasSuffix(rest, []byte(">")) // or a feed is empty
	if r.wrote && (len(rest) == 0 || closes && !bytes.Contains(rest, []byte("<"+r.record))) {
		return true
	}
	r.whole = len(r.piece)
	return r.give(nil)
}

// tooLong refuses what is left of a dump for a record that is too long, and gives what
// came before it.
func (r *records) tooLong() bool {
	line := r.lines + 1
	if r.head != nil {
		open := r.piece[r.whole:]
		before := len(open) - len(bytes.TrimLeft(open, ", \t\r\n"))
		line += bytes.Count(r.piece[len(r.head):r.whole+before], []byte("\n"))
	}
	if r.whole > len(r.head) && !r.give([]byte(r.end)) {
		return false
	}
	return r.yield(r.tooLarge(r.name, line))
}
