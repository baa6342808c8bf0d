package mail

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

// envelopePattern is the line with which a message begins in a file of many.
var envelopePattern = pattern.New(`^From .*\d{1,2}:\d{2}.*\d{4}`)

// IsMbox tells a file of messages by how it begins.
func IsMbox(head []byte) bool {
	first, rest, ok := bytes.Cut(head, []byte("\n"))
	if !ok || !envelopePattern.Match(first) {
		return false
	}
	second, _, _ := bytes.Cut(rest, []byte("\n"))
	name, _, ok := bytes.Cut(second, []byte(":"))
	return ok && isName(name) || bytes.HasPrefix(second, []byte(">From "))
}

// usualHeaders are fields of which a message has some, and a text that begins with others
// has none.
var usualHeaders = map[string]bool{
	"mime-version": true, "message-id": true, "received": true, "to": true, "delivered-to": true, "return-path": true,
	"content-type": true, "x-mailer": true, "reply-to": true, "cc": true, "list-id": true, "dkim-signature": true,
}

// IsMessage tells a message by how it begins: with its fields, among them who it is
// from, and when or about what it was written.
func IsMessage(head []byte) bool {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	if name, _, ok := bytes.Cut(first, []byte(":")); !ok || !isName(name) {
		return false
	}
	h, _ := cutHeader(head)
	if h["from"] == "" || h["date"] == "" && h["subject"] == "" || h["snapshot-content-location"] != "" {
		return false
	}
	isPage := strings.Contains(strings.ToLower(h["from"]), "saved by") && h["to"] == ""
	if isPage {
		return false
	}
	known := 0
	for name := range h {
		if usualHeaders[name] {
			known++
		}
	}
	return known > 0 && (known > 1 || h["date"] != "" && h["subject"] != "")
}

// countedPattern is how a message of Apple Mail begins: with the number of its bytes.
var countedPattern = pattern.New(`^(\d{1,9}) *\r?\n`)

// CutCount takes the number off with which Apple Mail begins a message, and what it
// writes after it. The number is that of the message's bytes, unless the message was changed since.
func CutCount(data []byte) []byte {
	m := countedPattern.FindSubmatch(data)
	if m == nil {
		return data
	}
	n := 0
	_, _ = fmt.Sscan(string(m[1]), &n)
	data = data[len(m[0]):]
	declaration := []byte("<?xml")
	if n > 0 && n <= len(data) {
		if behind := bytes.TrimSpace(data[n:]); len(behind) == 0 || bytes.HasPrefix(behind, declaration) {
			return data[:n]
		}
	}
	if at := bytes.LastIndex(data, declaration); at >= 0 && bytes.Contains(data[at:min(len(data), at+1<<10)], []byte("<plist")) {
		return data[:at]
	}
	return data
}

// ErrSize is the error of a message in a file of many that is too large.
var ErrSize = errors.New("the message is too large")

// Split returns the messages of a file of many one by one, with the number of the
// line on which each begins, from 1. One larger than most bytes is given as [ErrSize],
// and the next ones follow.
func Split(r io.Reader, most int64) iter.Seq2[Piece, error] {
	return func(yield func(Piece, error) bool) {
		s := &splitter{in: bufio.NewReaderSize(r, 64<<10), most: most}
		for s.scan() {
			var err error
			if s.tooLarge {
				err = ErrSize
			}
			if !yield(s.piece, err) {
				return
			}
		}
		if s.err != nil {
			yield(s.piece, s.err)
		}
	}
}

// Piece is one message of a file of many.
type Piece struct {
	Line int
	Data []byte
}

type splitter struct {
	in       *bufio.Reader
	most     int64
	line     int
	began    bool
	piece    Piece
	tooLarge bool
	err      error
}

// scan reads the next message.
func (s *splitter) scan() bool {
	s.piece, s.tooLarge = Piece{Line: s.line + 1}, false
	blank, start := true, true
	for {
		line, isPrefix, err := s.readLine()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				s.err = err
				return false
			}
			return len(bytes.TrimSpace(s.piece.Data)) > 0 || s.tooLarge
		}
		if start && blank && envelopePattern.Match(line) {
			s.line++
			if s.began && (len(bytes.TrimSpace(s.piece.Data)) > 0 || s.tooLarge) {
				return true
			}
			s.began = true
			s.piece = Piece{Line: s.line + 1}
			continue
		}
		if start {
			s.line++
			line = unquote(line)
		}
		if int64(len(s.piece.Data)+len(line)) > s.most {
			s.tooLarge = true
			s.piece.Data = nil
		}
		if !s.tooLarge {
			s.piece.Data = append(s.piece.Data, line...)
		}
		blank = start && len(bytes.TrimRight(line, "\r\n")) == 0
		start = !isPrefix
	}
}

// readLine reads a line, or, of a long one, a piece.
func (s *splitter) readLine() ([]byte, bool, error) {
	line, err := s.in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return line, true, nil
	}
	if errors.Is(err, io.EOF) && len(line) > 0 {
		return line, false, nil
	}
	return line, false, err //nolint:wrapcheck // io.EOF among others
}

// unquote takes the sign off a line that would have been taken for an envelope.
func unquote(line []byte) []byte {
	if bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From ")) && line[0] == '>' {
		return line[1:]
	}
	return line
}
