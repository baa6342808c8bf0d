package articles

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// Sizes of what is held in memory of one input, in bytes.
const (
	pieceSize = 4 << 20 // of JSON Lines; a line may make it larger
	headSize  = 1 << 20 // in which the first line must end for JSON Lines to be known
)

// pieces gives a stream as one input, or, where it holds JSON Lines, as several
// of whole lines. Nothing longer than MaxSize is held, however long the stream
// grows while it is read.
func pieces(name string, r io.Reader, yield func(Input, error) bool) bool {
	b := bufio.NewReaderSize(r, headSize)
	head, err := b.Peek(headSize)
	if err == nil && isLines(head) {
		return linePieces(name, b, yield)
	}
	data, err := io.ReadAll(io.LimitReader(b, MaxSize+1))
	switch {
	case err != nil:
		return yield(failed(name, err))
	case len(data) > MaxSize:
		return yield(tooLarge(name, 0))
	}
	return yield(Input{Name: name, Data: data}, nil)
}

// isLines tells JSON Lines by the first line.
func isLines(head []byte) bool {
	line, _, ended := bytes.Cut(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF"))), []byte("\n"))
	return ended && bytes.HasPrefix(line, []byte("{")) && json.Valid(line)
}

// linePieces gives a stream of lines in pieces. A line that is too long ends it.
func linePieces(name string, b *bufio.Reader, yield func(Input, error) bool) bool {
	piece := Input{Name: name}
	line := 0
	for {
		part, err := b.ReadSlice('\n')
		piece.Data = append(piece.Data, part...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			if len(piece.Data) > MaxSize {
				return yield(tooLarge(name, line+1))
			}
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return yield(failed(name, err))
		}
		line++
		if (err != nil || len(piece.Data) >= pieceSize) && len(piece.Data) > 0 {
			if !yield(piece, nil) {
				return false
			}
			piece = Input{Name: name, line: line}
		}
		if err != nil {
			return true
		}
	}
}

// tooLarge is an input that is refused for its size.
func tooLarge(name string, line int) (Input, error) {
	return Input{Name: name}, &InputError{Name: CleanLine(name), Line: line, Kind: ErrTooLarge}
}
