package warc

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
)

// Answer is the format of what a server answered, head and page, as programs that
// fetch pages write it down.
var Answer = articles.Format{Name: "HTTP", Read: readAnswer}

// answeredPattern is how an answer begins.
var answeredPattern = pattern.New(`^HTTP/\d(?:\.\d)? \d{3}[ \r\n]`)

// readAnswer reads the page of the last answer: those before it lead there.
func readAnswer(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive != nil || !answeredPattern.Match(src.Data) {
		return nil, false, nil
	}
	data := src.Data
	for {
		_, body, ok := bytes.Cut(data, []byte("\n\r\n"))
		if !ok {
			_, body, ok = bytes.Cut(data, []byte("\n\n"))
		}
		if !ok || !answeredPattern.Match(body) {
			break
		}
		data = body
	}
	page, isPage, err := Page{}.answer(bytes.NewReader(data), Limits{Size: src.Limits.Size, Ratio: src.Limits.Ratio})
	switch {
	case errors.Is(err, ErrPage), !isPage && page.Type == "":
		return nil, false, nil // a text about such answers
	case err != nil:
		return nil, true, newError(src, err)
	case !isPage:
		return nil, true, src.Fail(0, articles.ErrNoArticle, nil)
	}
	list, err := page.read(src)
	return list, true, err
}

// answer reads the page out of what a server answered.
func (p Page) answer(body io.Reader, l Limits) (Page, bool, error) {
	packed := &counter{from: body}
	in := fixHead(packed)
	answer, err := http.ReadResponse(in, nil)
	if err != nil {
		return p, true, fmt.Errorf("%w: %w", ErrPage, err)
	}
	if head, _ := in.Peek(maxChunkHead); len(answer.TransferEncoding) == 0 || !chunkPattern.Match(head) {
		answer.Body = io.NopCloser(in) // as long as the record: its head tells of what the archive took off
	}
	defer answer.Body.Close() //nolint:errcheck // it was only read
	p.Type, p.Charset = mediaType(answer.Header.Get("Content-Type"))
	if answer.StatusCode != http.StatusOK || !isText(p.Type) {
		return p, false, nil
	}
	content, err := unpackBody(answer)
	if err != nil {
		return p, true, err
	}
	p.Data, err = readAll(&metered{from: content, packed: packed, ratio: l.Ratio}, l.Size)
	if json.Valid(p.Data) || p.Type == "" && !bytes.Contains(bytes.ToLower(p.Data[:min(len(p.Data), 1024)]), []byte("<html")) {
		return p, false, nil
	}
	return p, true, err
}

// chunkPattern is how a chunk of a body begins (RFC 9112, section 7.1): with how long it is.
var chunkPattern = pattern.New(`^[0-9A-Fa-f]{1,16}[ \t]*(?:;|\r?\n)`)

// maxChunkHead is in how many bytes a chunk tells itself.
const maxChunkHead = 32

// fieldPattern is a field of a head that browsers take, or more of the one before (RFC 9112,
// section 5).
var fieldPattern = pattern.New("^(?:[!#-'*+.0-9A-Z^-z|~-]+:|[ \\t])[^\\x00-\\x08\\x0A-\\x1F\\x7F]*\r?\n$")

// fixHead reads an answer and returns it without the lines of its head that are none, which browsers
// pass over, and without the length of its body. Its first line may name the version of the protocol
// without the number behind the point: "HTTP/2 200".
func fixHead(r io.Reader) *bufio.Reader {
	in := bufio.NewReaderSize(r, maxLine)
	var head bytes.Buffer
	first, _ := in.ReadSlice('\n')
	if bytes.HasPrefix(first, []byte("HTTP/")) && len(first) > 7 && first[6] == ' ' {
		head.WriteString("HTTP/1.1")
		first = first[6:]
	}
	head.Write(first)
	for range maxFields {
		line, err := in.ReadSlice('\n')
		isEnd := len(bytes.TrimSpace(line)) == 0 || err != nil
		if isEnd || fieldPattern.Match(line) && !bytes.HasPrefix(bytes.ToLower(line), []byte("content-length:")) {
			head.Write(line)
		}
		if isEnd {
			break
		}
	}
	return bufio.NewReader(io.MultiReader(&head, in))
}
