package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"warraq/articles"
	"warraq/articles/pattern"
)

// dump is an export in XML that may be of any size: a head that says what holds for all,
// then records of one kind.
type dump struct {
	begins *pattern.Pattern // how a file of its kind begins
	record string           // the element of a record
	end    string           // what closes a piece
}

// dumps are those that are read piece by piece.
var dumps = []dump{
	{pattern.New(`(?s)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<mediawiki[\s>]`), "page", "</mediawiki>"},
	{pattern.New(`(?s)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<rss[^>]*(?://wordpress\.org/export/|<wp:wxr_version>)`), "item", "</channel></rss>"},
}

// dumpOf returns the kind of dump that a stream begins as, nil for none.
func dumpOf(head []byte) *dump {
	head = bytes.TrimPrefix(head[:min(len(head), dumpHead)], []byte("\uFEFF"))
	for i := range dumps {
		if dumps[i].begins.Match(head) {
			return &dumps[i]
		}
	}
	return nil
}

// dumpHead is how much of a stream is looked at to recognise a dump, in bytes.
const dumpHead = 16 << 10

// records gives the pieces of a dump: each begins with the dump's head and holds whole
// records, so that it is read as a small dump would be.
type records struct {
	*opener
	*dump
	name string

	head  []byte // before the first record
	piece []byte // records
	open  []byte // the record that is being read
	lines int    // before the piece
	wrote bool   // a piece was given
}

// recordPieces gives a dump in pieces. A record that is too long ends it.
func (o *opener) recordPieces(name string, d *dump, b *bufio.Reader) bool {
	r := records{opener: o, dump: d, name: name}
	verbatim := false // in a CDATA section, where marks are text
	for begun := 0; ; begun = len(r.open) {
		err := r.readTo(b, '>')
		switch {
		case o.budget.Spent != nil:
			return o.refuse(name, articles.ErrLimit, o.budget.Spent)
		case errors.Is(err, io.EOF):
			r.piece = append(r.piece, r.open...)
			return r.last()
		case err != nil && o.nesting > 0:
			return o.refuse(name, errorKind(err), err)
		case err != nil:
			return o.yield(failed(name, err))
		}
		part := r.open[begun:]
		if !verbatim {
			verbatim = bytes.Contains(part, []byte("<![CDATA["))
		}
		verbatim = verbatim && !bytes.HasSuffix(part, []byte("]]>"))
		if int64(len(r.open)+len(r.head)) > o.Size {
			return r.tooLong()
		}
		if !verbatim && !r.take(part) {
			return false
		}
	}
}

// readTo reads up to a byte, or to where the limit is passed.
func (r *records) readTo(b *bufio.Reader, end byte) error {
	for {
		part, err := b.ReadSlice(end)
		r.open = append(r.open, part...)
		if !errors.Is(err, bufio.ErrBufferFull) || int64(len(r.open)) > r.Size {
			if errors.Is(err, bufio.ErrBufferFull) {
				err = nil // which is said of all that is too long
			}
			return err
		}
	}
}

// take takes over what was read where its last part ends a head or a record, and gives a
// piece where that is large enough.
func (r *records) take(part []byte) bool {
	if r.head == nil {
		start := bytes.LastIndexByte(part, '<')
		if start >= 0 && isStart(part[start:], r.record) {
			start += len(r.open) - len(part)
			r.head, r.open = bytes.Clone(r.open[:start]), bytes.Clone(r.open[start:])
			r.lines = bytes.Count(r.head, []byte("\n"))
		}
		return true
	}
	if !bytes.HasSuffix(part, []byte("</"+r.record+">")) {
		return true
	}
	r.piece = append(r.piece, r.open...)
	r.open = r.open[:0]
	return len(r.piece) < pieceSize || r.give([]byte(r.end))
}

// isStart reports whether a tag begins an element of a name.
func isStart(tag []byte, name string) bool {
	rest, ok := bytes.CutPrefix(tag, []byte("<"+name))
	return ok && len(rest) > 0 && bytes.IndexByte([]byte("> \t\r\n/"), rest[0]) >= 0
}

// give gives the piece that was put together, with what closes it.
func (r *records) give(end []byte) bool {
	data := bytes.Join([][]byte{r.head, r.piece, end}, nil)
	in := Input{Name: r.name, Data: data, line: r.lines - bytes.Count(r.head, []byte("\n")), limits: &r.Limits}
	r.lines += bytes.Count(r.piece, []byte("\n"))
	r.piece, r.wrote = nil, true
	return r.yield(in, nil)
}

// last gives what is left at the end, which closes itself, unless the dump was cut off.
func (r *records) last() bool {
	rest := bytes.TrimSpace(r.piece)
	if r.wrote && (len(rest) == 0 || bytes.HasPrefix(rest, []byte("</")) && !bytes.Contains(rest, []byte("<"+r.record))) {
		return true
	}
	return r.give(nil)
}

// tooLong refuses what is left of a dump for a record that is too long, and gives what
// came before it.
func (r *records) tooLong() bool {
	line := r.lines + bytes.Count(r.piece, []byte("\n")) + 1
	if len(r.piece) > 0 && !r.give([]byte(r.end)) {
		return false
	}
	return r.yield(r.tooLarge(r.name, line))
}
