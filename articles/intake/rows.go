package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/delimited"
)

// tableHead returns how long the first line of a table is, with the names of its columns,
// of a file that begins so and is beyond the limit; 0 where it is none.
func (o *opener) tableHead(name string, data []byte) int {
	const enough = 64 << 10 // bytes to tell a table by
	some := wholeRows(data[:min(len(data), enough)])
	if len(some) == 0 || !utf8.Valid(some) {
		return 0
	}
	src := articles.NewSource(name, some)
	for _, f := range knownFormats {
		list, mine, _ := f.Read(o.ctx, src) // what is wrong with it is said when it is read
		if mine && f.Name == delimited.Format.Name && len(list) > 0 {
			return len(firstRow(some))
		}
		if mine {
			return 0
		}
	}
	return 0
}

// wholeRows returns the beginning of a table as far as its rows are whole: a newline ends
// one unless it stands between quotation marks.
func wholeRows(data []byte) []byte {
	end := 0
	for {
		row := firstRow(data[end:])
		if len(row) == 0 {
			return data[:end]
		}
		end += len(row)
	}
}

// firstRow returns the first row of a table, nil where it is not whole.
func firstRow(data []byte) []byte {
	quoted := false
	for i, c := range data {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '\n' && !quoted:
			return data[:i+1]
		}
	}
	return nil
}

// rowPieces gives a table in pieces of whole rows, each below the names of its columns. A
// row that is too long ends it.
func (o *opener) rowPieces(name string, head int, b *bufio.Reader) bool {
	r := records{opener: o, dump: &dump{}, name: name, withFiles: true}
	r.head = make([]byte, head)
	if _, err := io.ReadFull(b, r.head); err != nil {
		return o.yield(failedInput(name, err))
	}
	r.piece, r.whole, r.lines = bytes.Clone(r.head), head, bytes.Count(r.head, []byte("\n"))
	for quoted := false; ; {
		begun := len(r.piece)
		err := r.readTo(b, '\n')
		switch {
		case o.budget.Spent != nil:
			return o.refuse(name, articles.ErrLimit, o.budget.Spent)
		case errors.Is(err, io.EOF):
			r.whole = len(r.piece)
			return r.whole == head || r.give(nil)
		case err != nil && o.nesting > 0:
			return o.refuse(name, errorKind(err), err)
		case err != nil:
			return o.yield(failedInput(name, err))
		case r.isTooLong():
			return r.tooLong()
		}
		if quoted = quoted != (bytes.Count(r.piece[begun:], []byte(`"`))%2 == 1); quoted {
			continue
		}
		if r.whole = len(r.piece); r.whole-head >= pieceSize && !r.give(nil) {
			return false
		}
	}
}
