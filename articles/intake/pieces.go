package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/jsontext"
	"github.com/warraq/warraq/articles/text"
)

// Sizes of what is held in memory of one input, in bytes.
const (
	pieceSize = 256 << 10 // of JSON Lines and dumps; a line or a record may make it larger
	lineSize  = 1 << 20   // in which the first line must end for JSON Lines to be known
)

// pieces gives a stream as one input, or, where it holds JSON Lines, as several
// of whole lines. Nothing longer than the limit is held, however long the stream
// grows while it is read.
func (o *opener) pieces(name string, r io.Reader) bool {
	b := o.buffered(r)
	if open := archiveOf(b); open != nil {
		return open(o, name, r, b)
	}
	head, err := b.Peek(lineSize)
	if err == nil && isLines(head) {
		return o.linePieces(name, b)
	}
	if s, ok := streamOf(b); ok {
		return o.stream(name, s, b)
	}
	if d := dumpOf(head, err == nil); d != nil {
		return o.recordPieces(name, d, b)
	}
	if l, at := listOf(name, head, listFormats); l != nil && err == nil {
		return o.listPieces(name, l, at, b)
	}
	data, err := io.ReadAll(io.LimitReader(b, o.Size+1))
	switch {
	case o.budget.Spent != nil:
		return o.refuse(name, articles.ErrLimit, o.budget.Spent)
	case err != nil && o.nesting > 0:
		return o.refuse(name, articles.ErrArchive, err)
	case err != nil:
		return o.yield(failedInput(name, err))
	case int64(len(data)) > o.Size:
		if l, at := listOf(name, data, conversationLists); l != nil {
			return o.listPieces(name, l, at, bufio.NewReaderSize(io.MultiReader(bytes.NewReader(data), b), lineSize))
		}
		if at := o.tableHead(name, data); at > 0 {
			return o.rowPieces(name, at, bufio.NewReaderSize(io.MultiReader(bytes.NewReader(data), b), lineSize))
		}
		return o.yield(o.tooLarge(name, 0))
	}
	in := Input{Name: name, Data: data, limits: &o.Limits, files: o.around(name)}
	if o.nesting > 0 && o.files != nil {
		in.file = o.file.need() // the files around are in the archive
	}
	return o.yield(o.answered(in), nil)
}

// smallFile is the size of a file in an archive up to which no large buffer is made for
// it, in bytes: there may be many.
const smallFile = 4 << 10

// buffered gives a stream with a buffer in which a long first line has room, or all of a
// small file.
func (o *opener) buffered(r io.Reader) *bufio.Reader {
	if o.nesting == 0 {
		return bufio.NewReaderSize(r, lineSize)
	}
	head, err := make([]byte, 0, smallFile), error(nil)
	for err == nil && len(head) < cap(head) {
		var n int
		n, err = r.Read(head[len(head):cap(head)])
		head = head[:len(head)+n]
	}
	if err == nil {
		return bufio.NewReaderSize(io.MultiReader(bytes.NewReader(head), r), lineSize)
	}
	return bufio.NewReaderSize(io.MultiReader(bytes.NewReader(head), failedReader{err}), smallFile)
}

// failedReader gives nothing but an error.
type failedReader struct{ err error }

func (f failedReader) Read([]byte) (int, error) { return 0, f.err }

// isLines tells JSON Lines by the first line, or, where that is broken, by the next two.
func isLines(head []byte) bool {
	line, rest, ended := bytes.Cut(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF"))), []byte("\n"))
	if !ended || !bytes.HasPrefix(line, []byte("{")) {
		return false
	}
	if isWhole(line) {
		return true
	}
	second, rest, _ := bytes.Cut(rest, []byte("\n"))
	third, _, ended := bytes.Cut(rest, []byte("\n"))
	return ended && isWhole(second) && isWhole(third)
}

// isWhole reports whether a line is an object in JSON, or is one but for what is mended.
func isWhole(line []byte) bool {
	return bytes.HasPrefix(line, []byte("{")) && (json.Valid(line) || json.Valid([]byte(jsontext.Tidy(string(line)))))
}

// linePieces gives a stream of lines in pieces. A line that is too long ends it.
func (o *opener) linePieces(name string, b *bufio.Reader) bool {
	line := 0
	begin := func() Input {
		const longer = pieceSize / 8 // than a piece, by its last line
		return Input{Name: name, Data: make([]byte, 0, pieceSize+longer), line: line, limits: &o.Limits}
	}
	piece := begin()
	for {
		part, err := b.ReadSlice('\n')
		piece.Data = append(piece.Data, part...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			if int64(len(piece.Data)) > o.Size {
				return o.yield(o.tooLarge(name, line+1))
			}
			continue
		case o.budget.Spent != nil:
			return o.refuse(name, articles.ErrLimit, o.budget.Spent)
		case err != nil && !errors.Is(err, io.EOF):
			return o.yield(failedInput(name, err))
		}
		line++
		if (err != nil || len(piece.Data) >= pieceSize) && len(piece.Data) > 0 {
			if !o.yield(piece, nil) {
				return false
			}
			piece = begin()
		}
		if err != nil {
			return true
		}
	}
}

// tooLarge is an input that is refused for its size.
func (o *opener) tooLarge(name string, line int) (Input, error) {
	return Input{Name: name}, &articles.InputError{Name: text.CleanLine(name), Line: line, Kind: articles.ErrLimit, Why: o.Over(articles.SizeLimit)}
}

// answered returns an input with what is known of it where a server answered with it.
func (o *opener) answered(in Input) Input {
	if o.nesting == 0 && o.answer != nil {
		in.address, in.charset, in.remote = o.answer.Address, o.answer.Charset, o.answer.Remote
	}
	return in
}
