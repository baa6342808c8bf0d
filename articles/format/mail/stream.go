package mail

import (
	"errors"
	"io"
	"iter"

	"github.com/warraq/warraq/articles"
)

// Stream is that of files of many messages.
var Stream = articles.Stream{Name: "mbox", Extensions: []string{".mbox", ".mbx"}, Is: IsMbox, Each: eachMessage}

// eachMessage gives the messages of a file one by one.
func eachMessage(src *articles.Source, r io.Reader) iter.Seq2[articles.Part, error] {
	return func(yield func(articles.Part, error) bool) {
		for piece, err := range Split(r, src.Limits.Size) {
			if errors.Is(err, ErrSize) {
				err = src.Fail(piece.Line, articles.ErrLimit, src.Limits.Over(articles.SizeLimit))
			}
			reading := func() ([]articles.Article, error) {
				at := *src
				at.Line = piece.Line
				return Articles(&at, piece.Data)
			}
			if !yield(reading, err) {
				return
			}
		}
	}
}
